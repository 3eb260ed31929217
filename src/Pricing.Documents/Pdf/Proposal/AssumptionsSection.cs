using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the prices and the value rest on.</summary>
internal static class AssumptionsSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, formats, proposal) = (content.Texts, content.Formats, content.Proposal);
        flow.LabelRow(texts["assumptions.priceState"], texts.Say("assumptions.priceStateText", formats.Date(content.Identity.Date)));
        if (proposal.ExchangeRates.Count > 0)
            flow.LabelRow(texts["assumptions.rates"], string.Join(' ', proposal.ExchangeRates.Select(rate => Rate(rate, content))));
        if (proposal.ArtistSocialLevyRate > 0)
            flow.LabelRow(texts["assumptions.levy"], texts.Say("assumptions.levyText", formats.Percent(proposal.ArtistSocialLevyRate)));
        flow.LabelRow(texts["assumptions.tax"], texts.Say("assumptions.taxText", formats.Percent(proposal.VatRate)));
        flow.LabelRow(texts["assumptions.value"], Value(content));
        ValueTables.Draw(flow, content);
    }

    /// <summary>An exchange rate as a sentence.</summary>
    public static string Rate(FixedRate rate, ProposalContent content) => content.Texts.Say(
        "assumptions.rate", rate.Currency, content.Formats.Quantity(rate.Rate), content.Proposal.Currency.Code, content.Formats.Date(rate.AsOf));

    private static string Value(ProposalContent content)
    {
        var (texts, formats, value) = (content.Texts, content.Formats, content.Proposal.Value);
        var words = texts.Say("assumptions.valueText", formats.Money(value.Total), formats.Percent(value.DiscountRate));
        var outcomes = value.Outcomes.Select(outcome => texts.Say("assumptions.outcome", outcome.Name, formats.Percent(outcome.Probability), formats.Quantity(outcome.ValueMultiplier)));
        return value.Outcomes.Count == 0 ? words : $"{words} {texts.Say("assumptions.outcomes", texts.List([.. outcomes]))}";
    }
}
