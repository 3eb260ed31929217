using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Marked;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the prices and the value rest on.</summary>
internal static class AssumptionsSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        var texts = content.Texts;
        var agreed = (content.Proposal.Terms?.Assumptions ?? []).Select(MarkedText.Labelled).ToArray();
        flow.PairRows([
            .. agreed.Where(one => one.Label is not null).Select(one => (one.Label!, one.Text)),
            .. Standing(content).Select(one => (texts[$"assumptions.{one.Key}"], (IReadOnlyList<Paragraph>)[Paragraph.Of(one.Words, Style.Text)]))]);
        var unnamed = agreed.Where(one => one.Label is null).Select(one => one.Text).ToArray();
        if (unnamed.Length > 0)
            flow.ListRow(texts["assumptions.further"], null, unnamed);
        flow.LabelRow(texts["assumptions.value"], Value(content));
        ValueTables.Draw(flow, content);
    }

    /// <summary>An exchange rate as a sentence.</summary>
    public static string Rate(FixedRate rate, ProposalContent content) => content.Texts.Say(
        "assumptions.rate", rate.Currency, content.Formats.Quantity(rate.Rate), content.Proposal.Currency.Code, content.Formats.Date(rate.AsOf));

    /// <summary>As of which day everything was priced, and from what; the day of the version where nobody recorded it.</summary>
    public static string PriceState(ProposalContent content)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        if (content.Proposal.Terms?.Prices is not { } state)
            return texts.Say("assumptions.priceStateText", formats.Date(content.Identity.Date));
        var words = texts.Say("assumptions.priceStateText", formats.Date(state.AsOf));
        if (state is { RateCard: { } card, RateCardVersion: { } version, RateCardFrom: { } from })
            words += " " + texts.Say("assumptions.rateCard", card, texts.Number(version, asDigits: true), formats.Date(from));
        return state.HasBookPrices ? $"{words} {texts["assumptions.bookPrices"]}" : words;
    }

    private static IEnumerable<(string Key, string Words)> Standing(ProposalContent content)
    {
        var (texts, formats, proposal) = (content.Texts, content.Formats, content.Proposal);
        yield return ("priceState", PriceState(content));
        if (proposal.ExchangeRates.Count > 0)
            yield return ("rates", string.Join(' ', proposal.ExchangeRates.Select(rate => Rate(rate, content))));
        if (proposal.ArtistSocialLevyRate > 0)
            yield return ("levy", texts.Say("assumptions.levyText", formats.Percent(proposal.ArtistSocialLevyRate)));
        if (Tax(content) is { } tax)
            yield return ("tax", tax);
    }

    private static string? Tax(ProposalContent content)
    {
        if (content.Proposal.Terms?.Vat is { Treatment: not VatTreatment.Domestic } foreign)
            return foreign.Note;
        var rates = content.Proposal.Options.SelectMany(content.VatLines).Select(tax => tax.Rate).Distinct().OrderDescending().Select(rate => content.Formats.Percent(rate)).ToArray();
        return content.Texts.Say("assumptions.taxText", content.Texts.List(rates));
    }

    private static string Value(ProposalContent content)
    {
        var (texts, formats, value) = (content.Texts, content.Formats, content.Proposal.Value);
        var words = texts.Say("assumptions.valueText", formats.Money(value.Total), formats.Percent(value.DiscountRate));
        var outcomes = value.Outcomes.Select(outcome => texts.Say("assumptions.outcome", outcome.Name, formats.Percent(outcome.Probability), formats.Quantity(outcome.ValueMultiplier)));
        return value.Outcomes.Count == 0 ? words : $"{words} {texts.Say("assumptions.outcomes", texts.List([.. outcomes]))}";
    }
}
