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

    private protected override FeeSchedule Listed(FeeBasis basis)
    {
        var share = (basis.Term(ValueShare, "valueShare") * basis.ClientValue).Named("share of the value");
        var fee = StateAmounts.TimesMultiplier(basis.States, share) + new Money(basis.Term(BaseFee, "baseFee"));
        if (MinimumFee is { } minimum)
            fee = fee.AtLeast(new(basis.Term(minimum, "minimumFee")));
        if (MaximumFee is { } maximum)
            fee = fee.AtMost(new(basis.Term(maximum, "maximumFee")));
        return new FeeSchedule.Feasible(fee + basis.Work.PassThrough);
    }
}
