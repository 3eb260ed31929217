using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Fees;

/// <summary>A base fee on cost and a bonus that the scorecard pays out.</summary>
/// <param name="BaseMargin">Margin on the base fee, a fraction below 1.</param>
/// <param name="BonusPool">Bonus at target, a share of the base fee in [0, 1].</param>
/// <remarks>
/// fee(o) = B + bonusPool × B × payout(o) + T + K with B = (L + A) / (1 − baseMargin).
/// Source: docs/formulas/fees.md, "Hybrid".
/// </remarks>
public sealed record Hybrid(decimal BaseMargin, decimal BonusPool) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "hybrid";

    private protected override FeeSchedule Listed(FeeBasis basis)
    {
        var baseFee = BaseFee(basis);
        var pool = (basis.Term(BonusPool, "bonusPool") * baseFee).Named("bonus pool");
        return new FeeSchedule.Feasible(StateAmounts.TimesPayout(basis.States, pool) + (baseFee + basis.Work.PassThrough));
    }

    /// <summary>B = (L + A) / (1 − baseMargin).</summary>
    internal Money BaseFee(FeeBasis basis) => (basis.Work.OwnCost / (1 - basis.Term(BaseMargin, "baseMargin"))).Named("base fee");
}
