using System.Text.RegularExpressions;
using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The cover: the brand's field with title and scope picture, below it who, when and what.</summary>
internal static partial class CoverPage
{
    private const double FieldBottom = 630;
    private const double FieldBottomWithoutPicture = 322;
    private const double BlocksTop = 665;
    private const double LogoTop = 49;
    private const double LogoWidth = 152;
    private const double LogoHeight = 14;
    private const int MostTitleLines = 3;
    private const int MostBlockLines = 9;

    private static readonly TextStyle[] TitleSizes =
        [Style.Display, Style.Display with { Size = 39, Line = 42 }, Style.Display with { Size = 32, Line = 35 }];

    public static void Draw(Flow flow, ProposalContent content)
    {
        flow.NewPage();
        var (page, brand, identity, texts) = (flow.Page, content.Brand, content.Identity, content.Texts);
        var picture = ScopePicture.Of(content);
        page.Rectangle(0, 0, Grid.PageWidth, picture is null ? FieldBottomWithoutPicture : FieldBottom, brand.Cover);

        DrawSender(page, identity, brand);
        page.Text(Grid.Right, 49 + Style.Text.Baseline, texts["cover.confidential"], Style.Text, brand.OnCover, Anchor.End);

        var key = content.IsPreview ? "cover.preview" : "cover.proposal";
        var kind = content.Changes is { } changes ? changes : content.Proposal.Client is { } client ? texts.Say($"{key}.for", Legible.Of(client)) : texts[key];
        page.Text(Grid.Left, 119 + Style.Row.Baseline, Style.Row.Cut(kind, Grid.Width), Style.Row, brand.OnCover);
        var (style, lines) = Title(content);
        page.Tagged(Tag.Heading1, () =>
        {
            for (var i = 0; i < lines.Count; i++)
                page.Text(Grid.Left - 2, 147 + i * style.Line + style.Baseline, lines[i], style, brand.OnCover);
        });
        picture?.Draw(page, brand);
        DrawBlocks(page, content);
    }

    /// <summary>Whether the cover shows the whole title.</summary>
    public static bool HasWholeTitle(ProposalContent content) => Title(content).Lines.All(line => !line.EndsWith('\u2026'));

    private static (TextStyle Style, IReadOnlyList<string> Lines) Title(ProposalContent content)
    {
        var style = TitleSizes[0];
        List<TextLine> lines = [];
        var title = NumberBeforeWord().Replace(content.Proposal.Title, "\u00A0");
        foreach (var size in TitleSizes)
        {
            (style, lines) = (size, LineBreaker.Break(title, size, Grid.Width));
            if (lines.Count <= MostTitleLines)
                return (style, [.. lines.Select(line => line.Words)]);
        }

        var rest = string.Concat(lines[MostTitleLines - 1].Words, "\u2026");
        return (style, [.. lines.Take(MostTitleLines - 1).Select(line => line.Words), style.Cut(rest + lines[MostTitleLines].Words, Grid.Width)]);
    }

    // A number stays with the word it counts.
    [GeneratedRegex(@"(?<=\b\d{1,6}) (?=\p{L}{1,12}\b)")]
    private static partial Regex NumberBeforeWord();

    // The logo in one colour where it is a drawing; the name where there is none.
    private static void DrawSender(Page page, ProposalIdentity identity, Brand brand)
    {
        if (Logo.Of(identity.Logo) is { } logo)
        {
            page.Figure(Grid.Left, LogoTop, LogoWidth, LogoHeight, identity.Agency, () => logo.Draw(page, Grid.Left, LogoTop, LogoWidth, LogoHeight, brand.OnCover));
            return;
        }

        page.Rectangle(Grid.Left, LogoTop, LogoHeight, 12.5, brand.OnCover);
        var mark = new TextStyle(13, 14, Weight.SemiBold);
        page.Text(Grid.Left + 20, LogoTop + mark.Baseline - 0.5, mark.Cut(Legible.Of(identity.Agency), Grid.Width - 120), mark, brand.OnCover);
    }

    private static void DrawBlocks(Page page, ProposalContent content)
    {
        var (texts, identity, formats) = (content.Texts, content.Identity, content.Formats);
        (string Label, string?[] Lines)[] blocks =
        [
            (texts["cover.to"], [content.Proposal.Client, identity.ClientContact, identity.ClientContactFunction]),
            (texts["cover.from"], [content.Agency, identity.Contact, identity.ContactFunction, identity.Email]),
            (texts["cover.date"], content.IsPreview ? [formats.Date(identity.Date)] : [formats.Date(identity.Date), texts["cover.validUntil"], formats.Date(identity.ValidUntil)]),
            (texts["cover.document"], [
                content.DocumentName, content.IsPreview ? null : texts.Say("document.version", identity.Version),
                texts.Count("document.pages", content.Numbers.Total, texts.Number(content.Numbers.Total, asDigits: true))]),
        ];
        for (var i = 0; i < blocks.Length; i++)
            DrawBlock(page, Grid.Column(1 + 3 * i), blocks[i].Label, blocks[i].Lines.OfType<string>());
    }

    // The longest entry gives way first, so that each of them, the address to write to among them, stays on the page.
    private static List<TextLine> Fitting(List<TextLine>[] entries)
    {
        while (entries.Sum(entry => entry.Count) > MostBlockLines)
        {
            var longest = entries.MaxBy(entry => entry.Count)!;
            longest.RemoveAt(longest.Count - 1);
        }

        return [.. entries.SelectMany(entry => entry)];
    }

    private static void DrawBlock(Page page, double x, string label, IEnumerable<string> words)
    {
        var lines = Fitting([.. words.Select(line => LineBreaker.Break(line, Style.Text, Grid.MarginWidth))]);
        if (lines.Count == 0)
            return;
        page.Line(x, BlocksTop, x + Grid.MarginWidth, BlocksTop, new(Style.Ink, Style.HeadRule));
        page.Tagged(Tag.Paragraph, () =>
        {
            page.Text(x, BlocksTop + 6.5 + Style.Micro.Baseline, label, Style.Micro, Style.Text2);
            for (var i = 0; i < lines.Count; i++)
                lines[i].Draw(page, x, BlocksTop + 21 + i * Style.Text.Line, Style.Ink);
        });
    }
}
