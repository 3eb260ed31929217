using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Model.Proposals;

/// <summary>When what of an option is paid where nobody stated it: what is paid by the month each month, what depends on success once it is measured, everything else half at the order and half at acceptance.</summary>
/// <param name="Order">What the instalment at the order is called.</param>
/// <param name="Monthly">What the monthly instalments are called.</param>
/// <param name="Acceptance">What the instalment at acceptance is called.</param>
/// <param name="Success">What the settlement of success is called.</param>
public sealed record UsualPlan(string Order, string Monthly, string Acceptance, string Success)
{
    /// <summary>The instalments of a structure.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="structure">Position of the structure in it; it has a fee.</param>
    public IReadOnlyList<Milestone> Of(Comparison comparison, int structure)
    {
        var lines = PriceTable.Of(comparison, comparison.Structures[structure]);
        var own = SumOf(lines.Where(line => line.Group == PriceGroup.Service));
        var (setUp, monthly) = (Share(PriceKind.SetUpFee), Share(PriceKind.MonthlyFee) + Share(PriceKind.FurtherHours));
        var half = (1 - setUp - monthly) / 2;
        var followsSuccess = lines.Any(line => line.Group == PriceGroup.Success);
        List<Milestone> plan = [new(Order, null, setUp + half, 0.5m, 0)];
        if (monthly > 0)
            plan.Add(new(Monthly, null, monthly, 0, 0) { Months = (int)lines.First(line => line.Kind == PriceKind.MonthlyFee).Quantity!.Value });
        plan.Add(new(Acceptance, null, 1 - plan.Sum(one => one.ServiceShare), 0.5m, followsSuccess ? 0 : 1));
        if (followsSuccess)
            plan.Add(new(Success, null, 0, 0, 1));
        return plan;

        decimal Share(PriceKind kind) => own > 0 ? SumOf(lines.Where(line => line.Kind == kind)) / own : 0;
    }

    private static decimal SumOf(IEnumerable<PriceLine> lines) => lines.Sum(line => line.Amount.Amount);
}
