using Pricing.Model.Quantities;

namespace Pricing.Model.Fees;

/// <summary>A share of what the work is worth to the client, kept inside the bargaining range.</summary>
/// <param name="ValueShare">Share of the value above the pass-through costs, a fraction in [0, 1].</param>
/// <param name="MinimumMargin">Margin on cost below which the agency walks away, a fraction below 1.</param>
/// <remarks>
/// fee = min(max(T + K + s (V − T − K), floor), ceiling), the same in every state; no fee where floor &gt; ceiling.
/// Source: docs/formulas/fees.md, "Value-based".
/// </remarks>
public sealed record ValueBased(decimal ValueShare, decimal MinimumMargin) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "valueBased";

    private protected override FeeSchedule Listed(FeeBasis basis)
    {
        var floor = basis.Work.Floor(basis.Term(MinimumMargin, "minimumMargin"));
        var gap = floor - basis.Ceiling;
        if (gap.Amount > Figure.ZeroTolerance)
            return new FeeSchedule.Infeasible(gap.Named("gap"));

        var passThrough = basis.Work.PassThrough;
        var asked = (passThrough + basis.Term(ValueShare, "valueShare") * (basis.ClientValue - passThrough)).Named("share of the value");
        return FeeSchedule.Same(Money.Min(Money.Max(asked, floor), basis.Ceiling));
    }
}
