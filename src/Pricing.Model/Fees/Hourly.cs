using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Fees;

/// <summary>Time and materials: hours worked at card rates, what is not realised written off.</summary>
/// <param name="AiMarkup">Markup on AI cost, a fraction.</param>
/// <param name="ThirdPartyMarkup">Markup on third parties, a fraction.</param>
/// <param name="Cap">Most that is charged for labour, in each cost state; null for no cap.</param>
/// <remarks>
/// fee(f) = min(cap, realisation (1 − discount) Card f) + A (1 + aiMarkup) + T (1 + thirdPartyMarkup) + K, where
/// discount and realisation are the rate card's. Source: docs/formulas/fees.md, "Hourly".
/// </remarks>
public sealed record Hourly(decimal AiMarkup, decimal ThirdPartyMarkup, decimal? Cap = null) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "hourly";

    /// <inheritdoc/>
    public override bool FollowsCost => true;

    private protected override FeeSchedule Listed(FeeBasis basis)
    {
        var billed = (basis.Realisation * (1 - basis.RateCardDiscount) * basis.Work.CardValue).Named("billed value of expected hours");
        var others = basis.AiWith(basis.Term(AiMarkup, "aiMarkup")) + basis.PassThroughWith(basis.Term(ThirdPartyMarkup, "thirdPartyMarkup"));
        var labour = StateAmounts.TimesFactor(basis.States, billed);
        if (Cap is { } cap)
            labour = labour.AtMost(new(basis.Term(cap, "cap")));
        return new FeeSchedule.Feasible(labour + others);
    }
}
