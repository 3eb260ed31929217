using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>Where the client chooses and both sign.</summary>
internal static class AcceptanceSection
{
    private const double ColumnWidth = 235;
    private const double LinePitch = 42;
    private const double SignatureHeight = 200;
    private const int MostNameLines = 8;

    /// <summary>Room to draw it in one piece, heading included.</summary>
    public static double Height(ProposalContent content)
    {
        var extras = content.Proposal.Options.Sum(option => option.Extras.Count);
        var height = 56 + 42 + 17 + 50 + content.Proposal.Options.Count * LaidRow.LineHeight + 28 + SignaturesHeight(content);
        return Math.Min(Grid.Bottom - Grid.Top, extras == 0 ? height : height + 70 + extras * LaidRow.LineHeight);
    }

    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, identity) = (content.Texts, content.Identity);
        var hash = identity.ContentHash is { Length: > 0 } full ? " " + texts.Say("acceptance.hash", ProposalContent.Grouped(full, 16)) : "";
        var words = texts.Say("acceptance.text", What(content), identity.Version, hash) + " "
            + texts[content.Proposal.Options.Count == 1 ? "acceptance.tickOne" : "acceptance.tick"];
        flow.Lines(LineBreaker.Break(words, Style.Text, Grid.MainWidth), Grid.Main, Style.Text.Line, Style.Ink);
        flow.Gap(17.5);
        DrawOptions(flow, content);
        flow.Gap(28);
        if (content.Proposal.Options.Any(option => option.Extras.Count > 0))
        {
            DrawExtras(flow, content);
            flow.Gap(28);
        }

        flow.Need(SignaturesHeight(content));
        DrawSignatures(flow, content);
    }

    private static string What(ProposalContent content) => content.Changes is { } changes
        ? content.Texts.Say("acceptance.change", content.Identity.Number!, changes)
        : content.Texts.Say("acceptance.proposal", content.Identity.Number!);

    private static void DrawOptions(Flow flow, ProposalContent content)
    {
        var (texts, formats, options) = (content.Texts, content.Formats, content.Proposal.Options);
        var table = SumColumns.Table(content, texts["acceptance.option"], options.Select(option => option.Gross), options.SelectMany(content.VatLines));
        foreach (var option in options)
        {
            var name = $"{option.Letter}\u00A0 {option.Name}" + (ProposalContent.IsSure(option) ? "" : texts["acceptance.expected"]);
            if (option.IsRecommended && options.Count > 1)
                name += " " + texts["acceptance.recommended"];
            table.Add(new() { Cells = [name, formats.Amount(option.Net), formats.Amount(option.Vat), formats.Amount(option.Gross)], HasBox = true });
        }

        table.Draw(flow);
    }

    // One box for each line on choice; options that offer the same line share it.
    private static void DrawExtras(Flow flow, ProposalContent content)
    {
        var (texts, formats, options) = (content.Texts, content.Formats, content.Proposal.Options);
        var extras = options.SelectMany(option => option.Extras.Select(extra => (option, extra))).GroupBy(one => one.extra, one => one.option)
            .OrderBy(one => one.First().Letter, StringComparer.Ordinal).ThenBy(one => one.Key.Group is not null).ToArray();
        var width = Math.Max(72, Widths.OfAmounts(extras.Select(one => formats.Amount(one.Key.Amount))));
        var (amountX, optionX) = (Grid.Right - width, Grid.Right - width - 10.5 - 72);
        var table = new Table([
            new(texts["acceptance.extras"], Grid.Left, optionX - 10.5 - Grid.Left), new(texts["acceptance.option"], optionX, 72),
            new(texts.Say("acceptance.netIn", formats.Unit), amountX, width, IsRight: true)]);
        foreach (var extra in extras)
        {
            var state = extra.Key.IsInBasePrice ? texts["acceptance.inPrice"] : extra.Key.IsPreselected ? texts["acceptance.recommended"] : "";
            var group = extra.Key.Group is { } name ? texts.Say("acceptance.oneOf", name) : "";
            table.Add(new()
            {
                Cells = [
                    string.Join(' ', new[] { group + extra.Key.Name, state }.Where(part => part.Length > 0)),
                    string.Join(", ", extra.Select(option => option.Letter)), formats.Amount(extra.Key.Amount)],
                HasBox = true,
            });
        }

        table.Draw(flow);
    }

    private static void DrawSignatures(Flow flow, ProposalContent content)
    {
        var (texts, identity, top) = (content.Texts, content.Identity, flow.Y);
        var (left, right) = (Grid.Left, Grid.Left + ColumnWidth + Grid.Gutter);
        var client = content.Proposal.Client is { } name ? texts.Say("acceptance.for", name) : texts["acceptance.forClient"];
        string[] captions = ["name", "place", "signature"];
        (double X, List<TextLine> Party)[] parties = [(left, Party(client)), (right, Party(texts.Say("acceptance.for", content.Agency)))];
        foreach (var (x, party) in parties)
        {
            flow.Page.Tagged(Tag.Paragraph, () =>
            {
                for (var i = 0; i < party.Count; i++)
                    party[i].Draw(flow.Page, x, top + i * Style.Strong.Line, Style.Ink);
            });
        }

        // The lines of both sides stand at one height, below the longer name.
        top += (parties.Max(one => one.Party.Count) - 1) * Style.Strong.Line;
        foreach (var (x, _) in parties)
        {
            for (var i = 0; i < captions.Length; i++)
                SignatureLine(flow.Page, x, top + Style.Strong.Line + 28 + i * LinePitch, texts[$"acceptance.{captions[i]}"]);
        }

        SignatureLine(flow.Page, left, top + Style.Strong.Line + 28 + 3 * LinePitch, texts["acceptance.orderNumber"]);
        DrawHint(flow.Page, content, right, top + Style.Strong.Line + 28 + 3 * LinePitch - 10.5);
        flow.Advance(SignaturesHeight(content));
    }

    // A name as registered stands whole; only one that no register would take is cut.
    private static List<TextLine> Party(string name) => LineBreaker.Limited(name, Style.Strong, ColumnWidth, MostNameLines);

    private static double SignaturesHeight(ProposalContent content)
    {
        string[] names = [content.Proposal.Client ?? "", content.Agency];
        return SignatureHeight + (names.Max(name => Party(content.Texts.Say("acceptance.for", name)).Count) - 1) * Style.Strong.Line;
    }

    private static void SignatureLine(Page page, double x, double y, string caption)
    {
        page.Line(x, y, x + ColumnWidth, y, new(Style.Ink, Style.Hairline));
        page.Tagged(Tag.Paragraph, () => page.Text(x, y + 3.5 + Style.Micro.Baseline, caption, Style.Micro, Style.Text2));
    }

    private static string? Secure(string address) =>
        Uri.TryCreate(address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}", UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri.AbsoluteUri
            : null;

    private static void DrawHint(Page page, ProposalContent content, double x, double top)
    {
        var (texts, identity) = (content.Texts, content.Identity);
        var day = content.Formats.Date(identity.ValidUntil);
        var valid = identity.TimeZone is { } zone ? texts.Say("acceptance.validIn", day, zone) : texts.Say("acceptance.valid", day);
        page.Tagged(Tag.Paragraph, () =>
        {
            if (identity.CheckAddress is { } address)
            {
                page.Text(x, top + Style.Micro.Baseline, Style.Micro.Cut(Legible.Of(texts.Say("acceptance.check", address)), ColumnWidth), Style.Micro, Style.Text2);
                if (Secure(address) is { } link)
                    page.LinkTo(x, top, ColumnWidth, Style.Micro.Line, link);
            }

            page.Text(x, top + Style.Micro.Line + Style.Micro.Baseline, Style.Micro.Cut(valid, ColumnWidth), Style.Micro, Style.Text2);
        });
    }
}
