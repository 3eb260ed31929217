using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Analyses;

/// <summary>Fees after the work has changed behind an agreement: some follow cost, the others stay as agreed.</summary>
/// <remarks>Source: docs/formulas/analyses-delivery.md, "Agreed and open fees".</remarks>
internal static class AgreedFees
{
    /// <summary>Whether a structure charges what the work turns out to cost.</summary>
    public static bool FollowsCost(FeeStructure structure) => structure is Hourly or Retainer or CostPlus or GainShare;

    /// <summary>The fee after a change of the work; infeasible where it was.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="agreed">Its price when it was agreed.</param>
    /// <param name="changed">What fees rest on after the change; its states are those of the agreement.</param>
    public static FeeSchedule After(FeeStructure structure, PricedFee agreed, FeeBasis changed)
    {
        if (structure is Combined combined)
            return Sum(combined, agreed, combined.Price(changed));
        return FollowsCost(structure) ? structure.Price(changed).Fee : agreed.Fee;
    }

    private static FeeSchedule Sum(Combined combined, PricedFee agreed, PricedFee anew)
    {
        var sum = StateAmounts.Same(Money.Zero);
        for (var i = 0; i < combined.Parts.Count; i++)
        {
            var part = (FollowsCost(combined.Parts[i].Structure) ? anew : agreed).Parts[i];
            if (part.Fee is not FeeSchedule.Feasible feasible)
                return part.Fee;
            sum += feasible.Fee;
        }

        return new FeeSchedule.Feasible(sum);
    }
}
