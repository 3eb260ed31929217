using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Fees;

/// <summary>A base fee and a share of the value that the outcome really brings.</summary>
/// <param name="BaseFee">Fee whatever the outcome.</param>
/// <param name="ValueShare">Share of the realised value, a fraction in [0, 1].</param>
/// <param name="MinimumFee">Least fee; null for none.</param>
/// <param name="MaximumFee">Most fee; null for none.</param>
/// <remarks>
/// fee(o) = clamp(baseFee + b V m, minimumFee, maximumFee) + T + K: pass-through counts towards neither bound.
/// Source: docs/formulas/fees.md, "Performance".
/// </remarks>
public sealed record Performance(decimal BaseFee, decimal ValueShare, decimal? MinimumFee = null, decimal? MaximumFee = null) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "performance";

    private protected override FeeSchedule Listed(FeeBasis basis) =>
        new FeeSchedule.Feasible(StateAmounts.PerOutcome(basis.States, state =>
        {
            var realised = (basis.ClientValue * state.ValueMultiplier).Named("realised value");
            var fee = new Money(basis.Term(BaseFee, "baseFee")) + basis.Term(ValueShare, "valueShare") * realised;
            if (MinimumFee is { } minimum)
                fee = Money.Max(fee, new(basis.Term(minimum, "minimumFee")));
            if (MaximumFee is { } maximum)
                fee = Money.Min(fee, new(basis.Term(maximum, "maximumFee")));
            return fee + basis.Work.PassThrough;
        }));
}
