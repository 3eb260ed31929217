using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>Project and agency above, version and page below every page but the cover.</summary>
internal static class RunningHead
{
    private const double HeadTop = 35;
    private const double FootRule = 794.5;

    public static void Draw(Page page, ProposalContent content, int number, int total) =>
        Draw(page, content, content.Identity.Status is { } status ? content.Texts[$"status.{status}"] : null, content.Texts.Say("page.of", number, total));

    /// <summary>Head and foot with a word in a box, where there is one, and a count of its own.</summary>
    public static void Draw(Page page, ProposalContent content, string? stamp, string pageOf)
    {
        var (texts, identity) = (content.Texts, content.Identity);
        var head = HeadTop + Style.Micro.Baseline;
        var agency = Style.MicroStrong.Cut(Legible.Of(identity.Agency), Grid.Width / 3);
        page.Text(Grid.Right, head, agency, Style.MicroStrong, Style.Ink, Anchor.End);
        var end = Grid.Right - Style.MicroStrong.Width(agency) - 14;
        if (stamp is not null)
            end = Stamp(page, stamp, end) - 14;
        page.Text(Grid.Left, head, Style.Micro.Cut(Legible.Of(content.Proposal.Title), end - Grid.Left), Style.Micro, Style.Text2);

        page.Line(Grid.Left, FootRule, Grid.Right, FootRule, new(Style.Rule, Style.Hairline));
        var foot = FootRule + 6.5 + Style.Micro.Baseline;
        page.Text(Grid.Right, foot, pageOf, Style.Micro, Style.Ink, Anchor.End);

        var day = content.Formats.ShortDate(identity.Date);
        var version = content.IsPreview ? texts.Say("footer.preview", content.DocumentName, day) : texts.Say("footer.version", content.DocumentName, identity.Version, day);
        version = Style.Micro.Cut(version, Grid.Width / 2);
        page.Text(Grid.Left, foot, version, Style.Micro, Style.Text2);
        var middle = Math.Max(Grid.Column(5), Grid.Left + Style.Micro.Width(version) + 14);
        var room = Grid.Right - 14 - Style.Micro.Width(pageOf) - middle;
        var check = Check(content, content.Identity.CheckAddress);
        if (Style.Micro.Width(check) > room)
            check = Check(content, address: null);
        page.Text(middle, foot, Style.Micro.Cut(check, room), Style.Micro, Style.Text2);
    }

    // A box with a word, and the place where it starts.
    private static double Stamp(Page page, string word, double end)
    {
        var start = end - Style.Strong.Width(word) - 14;
        page.Rectangle(start, HeadTop - 3.5, end - start, 17.5, null, new(Style.Ink, 1.25));
        page.Text(start + 7, HeadTop - 1.75 + Style.Strong.Baseline, word, Style.Strong, Style.Ink);
        return start;
    }

    private static string Check(ProposalContent content, string? address)
    {
        var hash = content.Identity.ContentHash is { Length: > 0 } full ? content.Texts.Say("footer.hash", ProposalContent.Grouped(full, 16)) : null;
        return string.Join("  \u00B7  ", new[] { hash, address }.OfType<string>().Select(Legible.Of));
    }
}
