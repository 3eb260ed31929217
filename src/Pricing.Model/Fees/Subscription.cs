using Pricing.Model.Quantities;

namespace Pricing.Model.Fees;

/// <summary>A monthly price for a service or product.</summary>
/// <param name="SetUpFee">Fee at the start.</param>
/// <param name="MonthlyFee">Fee each month.</param>
/// <param name="Months">Term in months, 1 to 240.</param>
/// <remarks>fee = setUpFee + monthlyFee × months + T + K. Source: docs/formulas/fees.md, "Subscription".</remarks>
public sealed record Subscription(decimal SetUpFee, decimal MonthlyFee, int Months) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "subscription";

    private protected override FeeSchedule Listed(FeeBasis basis)
    {
        var monthly = new Money(basis.Term(MonthlyFee, "monthlyFee")) * basis.Term(Months, "months");
        return FeeSchedule.Same(new Money(basis.Term(SetUpFee, "setUpFee")) + monthly + basis.Work.PassThrough);
    }
}
