using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Engine;
using Pricing.Documents.Pdf.Layout;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>Contents with page numbers, and the facts that hold for the whole proposal.</summary>
internal static class ContentsPage
{
    private const double RowHeight = 28;
    private const double BelowFact = 7;

    public static void Draw(Flow flow, ProposalContent content, IReadOnlyList<Section> sections)
    {
        flow.Page.Tagged(Tag.Heading1, () =>
            flow.Page.Text(Grid.Main, flow.Y + Style.Title.Baseline, content.Texts["section.Contents"], Style.Title, Style.Ink));
        flow.Advance(Style.Title.Line + 28);
        for (var i = 0; i < sections.Count; i++)
            DrawRow(flow, content, i + 1, sections[i]);
        flow.Rule(Grid.Main, Grid.MainWidth, Style.Hairline, Style.Rule);
        flow.Gap(49);
        DrawFacts(flow, content);
    }

    private static void DrawRow(Flow flow, ProposalContent content, int number, Section section)
    {
        var (page, target) = (flow.Page, content.Numbers[section]);
        var baseline = flow.Y + (RowHeight - Style.Row.Line) / 2 + Style.Row.Baseline;
        page.Line(Grid.Main, flow.Y, Grid.Right, flow.Y, new(Style.Rule, Style.Hairline));
        page.Tagged(Tag.Paragraph, () =>
        {
            page.Text(Grid.Main, baseline, content.Texts.Number(number, asDigits: true), Style.Row, content.Brand.Line);
            page.Text(Grid.Column(5), baseline, ProposalLayout.Title(section, content), Style.Row, Style.Ink);
            page.Text(Grid.Right, baseline, content.Texts.Number(target, asDigits: true), Style.Row, Style.Ink, Anchor.End);
        });
        if (target > 0)
            page.LinkTo(Grid.Main, flow.Y, Grid.MainWidth, RowHeight, target - 1);
        flow.Advance(RowHeight);
    }

    private static void DrawFacts(Flow flow, ProposalContent content)
    {
        var (texts, identity, proposal, formats) = (content.Texts, content.Identity, content.Proposal, content.Formats);
        if (!CoverPage.HasWholeTitle(content))
            flow.LabelRow(texts["contents.project"], proposal.Title, below: BelowFact);
        if (proposal.Client is { } client)
            flow.LabelRow(texts["contents.client"], Joined(client, identity.ClientAddress), below: BelowFact);
        flow.LabelRow(texts["contents.agency"], Joined(content.Agency, identity.Address), below: BelowFact);

        var day = formats.Date(identity.ValidUntil);
        flow.LabelRow(texts["contents.validity"], identity.TimeZone is { } zone ? texts.Say("contents.validUntilIn", day, zone) : texts.Say("contents.validUntil", day), below: BelowFact);

        var tax = texts.Say("contents.currencyAndTax", formats.CurrencyName, formats.Percent(proposal.VatRate));
        var rates = proposal.ExchangeRates.Select(rate => AssumptionsSection.Rate(rate, content));
        flow.LabelRow(texts["contents.currency"], string.Join(' ', rates.Prepend(tax)), below: BelowFact);
        if (identity.ContentHash is { Length: > 0 } hash)
        {
            var grouped = ProposalContent.Grouped(hash, hash.Length);
            var half = grouped.Length > 40 ? grouped[..39] + "\n" + grouped[40..] : grouped;
            flow.LabelRow(texts["contents.hash"], half, note: texts["contents.hashNote"], below: BelowFact);
        }
    }

    private static string Joined(params string?[] parts) => string.Join(", ", parts.OfType<string>());
}
