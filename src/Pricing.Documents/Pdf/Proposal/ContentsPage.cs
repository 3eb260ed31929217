using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>Contents with page numbers, and the facts that hold for the whole proposal.</summary>
internal static class ContentsPage
{
    private const double BelowFact = 7;
    private const double ImprintHeight = 56;
    private const int MostTallRows = 10;
    private const int MostImprintLines = 4;

    public static void Draw(Flow flow, ProposalContent content, IReadOnlyList<Section> sections)
    {
        flow.Page.Tagged(Tag.Heading1, () =>
            flow.Page.Text(Grid.Main, flow.Y + Style.Title.Baseline, content.Texts["section.Contents"], Style.Title, Style.Ink));
        flow.Advance(Style.Title.Line + 28);
        // So that the facts keep their place on the page.
        var height = sections.Count <= MostTallRows ? 28 : 24.5;
        for (var i = 0; i < sections.Count; i++)
            DrawRow(flow, content, i + 1, sections[i], height);
        flow.Rule(Grid.Main, Grid.MainWidth, Style.Hairline, Style.Rule);
        flow.Gap(sections.Count <= MostTallRows ? 49 : 28);
        DrawFacts(flow, content);
        DrawImprint(flow, content);
    }

    private static void DrawRow(Flow flow, ProposalContent content, int number, Section section, double height)
    {
        var (page, target) = (flow.Page, content.Numbers[section]);
        var baseline = flow.Y + (height - Style.Row.Line) / 2 + Style.Row.Baseline;
        page.Line(Grid.Main, flow.Y, Grid.Right, flow.Y, new(Style.Rule, Style.Hairline));
        page.Tagged(Tag.Paragraph, () =>
        {
            page.Text(Grid.Main, baseline, content.Texts.Number(number, asDigits: true), Style.Row, content.Brand.Line);
            page.Text(Grid.Column(5), baseline, ProposalLayout.Title(section, content), Style.Row, Style.Ink);
            page.Text(Grid.Right, baseline, content.Texts.Number(target, asDigits: true), Style.Row, Style.Ink, Anchor.End);
        });
        if (target > 0)
            page.LinkTo(Grid.Main, flow.Y, Grid.MainWidth, height, target - 1);
        flow.Advance(height);
    }

    private static void DrawFacts(Flow flow, ProposalContent content)
    {
        var (texts, identity, proposal, formats) = (content.Texts, content.Identity, content.Proposal, content.Formats);
        if (!CoverPage.HasWholeTitle(content))
            flow.LabelRow(texts["contents.project"], proposal.Title, below: BelowFact);
        if (proposal.Client is { } client)
        {
            var vatId = identity.ClientVatId is { } id ? texts.Say("contents.vatId", id) : null;
            flow.LabelRow(texts["contents.client"], Joined(client, identity.ClientAddress, vatId), below: BelowFact);
        }

        flow.LabelRow(texts["contents.agency"], Joined(content.Agency, identity.Address), below: BelowFact);

        if (content.Changes is { } changes)
            flow.LabelRow(texts["contents.change"], texts.Say("contents.changeText", changes), below: BelowFact);
        flow.LabelRow(texts["contents.validity"], Validity(content), below: BelowFact);

        var rates = proposal.ExchangeRates.Select(rate => AssumptionsSection.Rate(rate, content));
        flow.LabelRow(texts["contents.currency"], string.Join(' ', rates.Prepend(Tax(content))), below: BelowFact);
        if (content.Attachments.Any)
            flow.LabelRow(texts["contents.attachments"], Attachments(content), below: BelowFact);
        if (identity.ContentHash is { Length: > 0 } hash)
        {
            var grouped = ProposalContent.Grouped(hash, hash.Length);
            var half = grouped.Length > 40 ? grouped[..39] + "\n" + grouped[40..] : grouped;
            flow.LabelRow(texts["contents.hash"], half, note: texts["contents.hashNote"], below: BelowFact);
        }
    }

    private static string Validity(ProposalContent content)
    {
        var (texts, identity) = (content.Texts, content.Identity);
        if (content.IsPreview)
            return texts["contents.previewText"];
        var day = content.Formats.Date(identity.ValidUntil);
        return identity.TimeZone is { } zone ? texts.Say("contents.validUntilIn", day, zone) : texts.Say("contents.validUntil", day);
    }

    private static string Tax(ProposalContent content)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        if (content.Proposal.Terms?.Vat is { Treatment: not VatTreatment.Domestic } foreign)
            return $"{texts.Say("contents.currencyNet", formats.CurrencyName)} {Ended(foreign.Note)}".TrimEnd();
        var rates = content.Proposal.Options.SelectMany(content.VatLines).Select(tax => tax.Rate).Distinct().OrderDescending();
        return texts.Say("contents.currencyAndTax", formats.CurrencyName, texts.List([.. rates.Select(rate => formats.Percent(rate))]));
    }

    private static string? Ended(string? sentence) => sentence is null or "" || sentence.EndsWith('.') ? sentence : $"{sentence}.";

    private static string Attachments(ProposalContent content)
    {
        var (texts, attachments) = (content.Texts, content.Attachments);
        var files = new[] { attachments.Workbook is null ? null : texts["contents.workbook"], attachments.Json is null ? null : texts["contents.json"] };
        return texts.Say("contents.embedded", texts.List([.. files.OfType<string>()]));
    }

    // Who the agency is before the law, at the foot of the page as on a letterhead.
    private static void DrawImprint(Flow flow, ProposalContent content)
    {
        var (texts, identity) = (content.Texts, content.Identity);
        (string Label, string? Words)[] blocks =
        [
            (texts["imprint.entity"], Joined(content.Agency, identity.Address)), (texts["imprint.register"], identity.Register),
            (texts["imprint.vatId"], identity.VatId), (texts["imprint.bank"], identity.Bank),
        ];
        if (blocks.Skip(1).All(block => block.Words is null))
            return;
        if (blocks.Any(block => block.Words is { } words && LineBreaker.Break(words, Style.Micro, Grid.MarginWidth).Count > MostImprintLines))
        {
            foreach (var (label, words) in blocks.Skip(1).Where(block => block.Words is not null))
                flow.LabelRow(label, words!, below: BelowFact);
            return;
        }

        flow.Need(ImprintHeight);
        var (page, top) = (flow.Page, Grid.Bottom - ImprintHeight);
        page.Line(Grid.Left, top, Grid.Right, top, new(Style.Grid, Style.Hairline));
        foreach (var (i, (label, words)) in blocks.Where(block => block.Words is not null).Index())
        {
            var (x, lines) = (Grid.Column(1 + 3 * i), LineBreaker.Break(words!, Style.Micro, Grid.MarginWidth));
            page.Tagged(Tag.Paragraph, () =>
            {
                page.Text(x, top + 6.5 + Style.MicroStrong.Baseline, label, Style.MicroStrong, Style.Text2);
                for (var line = 0; line < lines.Count; line++)
                    lines[line].Draw(page, x, top + 6.5 + (line + 1) * Style.Micro.Line, Style.Text2);
            });
        }
    }

    private static string Joined(params string?[] parts) => string.Join(", ", parts.OfType<string>());
}
