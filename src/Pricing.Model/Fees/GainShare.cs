using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Fees;

/// <summary>Cost as it comes, and a share of what is saved against a baseline.</summary>
/// <param name="BaselineCost">What the work would have cost before.</param>
/// <param name="AgencyShare">Agency's share of the saving, a fraction in [0, 1].</param>
/// <remarks>
/// fee(f) = cost(f) + agencyShare × max(0, baselineCost − cost(f)). An overrun is not shared.
/// Source: docs/formulas/fees.md, "Gain share".
/// </remarks>
public sealed record GainShare(decimal BaselineCost, decimal AgencyShare) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "gainShare";

    /// <inheritdoc/>
    public override bool FollowsCost => true;

    private protected override FeeSchedule Listed(FeeBasis basis)
    {
        var cost = basis.Work.Cost(basis.States);
        var saving = (StateAmounts.Same(new(basis.Term(BaselineCost, "baselineCost"))) - cost).AtLeast(Money.Zero);
        return new FeeSchedule.Feasible(cost + saving * basis.Term(AgencyShare, "agencyShare"));
    }
}
