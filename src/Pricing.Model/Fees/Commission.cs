using Pricing.Model.Quantities;

namespace Pricing.Model.Fees;

/// <summary>A share of the client's media spend.</summary>
/// <param name="Rate">Commission on gross media, a fraction in [0, 1].</param>
/// <param name="GrossMedia">Gross media spend.</param>
/// <remarks>fee = rate × grossMedia + T + K. Source: docs/formulas/fees.md, "Commission".</remarks>
public sealed record Commission(decimal Rate, decimal GrossMedia) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "commission";

    private protected override FeeSchedule Listed(FeeBasis basis) =>
        FeeSchedule.Same(basis.Term(Rate, "rate") * new Money(basis.Term(GrossMedia, "grossMedia")) + basis.Work.PassThrough);
}
