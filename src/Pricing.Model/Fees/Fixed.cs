using Pricing.Model.Quantities;

namespace Pricing.Model.Fees;

/// <summary>One price for the planned work, whatever the effort turns out to be.</summary>
/// <param name="Contingency">Share added to planned labour for unknowns.</param>
/// <param name="Margin">Margin on the price of labour, a fraction below 1.</param>
/// <param name="AiMarkup">Markup on AI cost, a fraction.</param>
/// <param name="ThirdPartyMarkup">Markup on third parties, a fraction.</param>
/// <remarks>
/// fee = L_plan (1 + contingency) / (1 − margin) + A (1 + aiMarkup) + (T − T_risk)(1 + thirdPartyMarkup) + K: expected
/// revision cost beyond the included rounds is not in the price, while K is passed on in full.
/// Source: docs/formulas/fees.md, "Fixed".
/// </remarks>
public sealed record Fixed(decimal Contingency, decimal Margin, decimal AiMarkup, decimal ThirdPartyMarkup) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "fixed";

    private protected override FeeSchedule Listed(FeeBasis basis)
    {
        var work = basis.Work;
        var labour = work.PlannedLabour * (1 + basis.Term(Contingency, "contingency")) / (1 - basis.Term(Margin, "margin"));
        var ai = basis.AiWith(basis.Term(AiMarkup, "aiMarkup"));
        var thirdParty = (work.ThirdParty - work.ThirdPartyRisk) * (1 + basis.Term(ThirdPartyMarkup, "thirdPartyMarkup"));
        return FeeSchedule.Same(labour + ai + thirdParty + work.ArtistSocialLevy);
    }
}
