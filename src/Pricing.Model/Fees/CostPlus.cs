using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Fees;

/// <summary>Open books: cost as it comes, and a markup or a fixed fee on top.</summary>
/// <param name="Markup">Markup on labour and AI cost, a fraction; null where a fixed fee stands.</param>
/// <param name="FixedFee">Fixed fee; null where a markup stands.</param>
/// <param name="TargetCost">Target for labour and AI cost, shared with <paramref name="SharingRatio"/>; null for none.</param>
/// <param name="SharingRatio">Agency's share of what is saved or overrun against the target, a fraction.</param>
/// <remarks>
/// fee(f) = (L f + A)(1 + markup) + T + K, or L f + A + fixedFee + T + K, or
/// L f + A + fixedFee + s (targetCost − L f − A) + T + K. Source: docs/formulas/fees.md, "Cost plus".
/// </remarks>
public sealed record CostPlus(decimal? Markup, decimal? FixedFee = null, decimal? TargetCost = null, decimal? SharingRatio = null) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "costPlus";

    /// <inheritdoc/>
    public override bool FollowsCost => true;

    private protected override FeeSchedule Listed(FeeBasis basis)
    {
        var ownCost = StateAmounts.TimesFactor(basis.States, basis.Work.Labour) + basis.Work.Ai;
        return new FeeSchedule.Feasible(Charged(ownCost, basis) + basis.Work.PassThrough);
    }

    private StateAmounts Charged(StateAmounts ownCost, FeeBasis basis)
    {
        if (Markup is { } markup)
            return ownCost * (1 + basis.Term(markup, "markup"));

        var fee = ownCost + new Money(basis.Term(FixedFee ?? 0, "fixedFee"));
        if (TargetCost is { } target && SharingRatio is { } ratio)
            fee += (StateAmounts.Same(new(basis.Term(target, "targetCost"))) - ownCost) * basis.Term(ratio, "sharingRatio");
        return fee;
    }
}
