using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the client may do with each result, and whether there is anything to license at all.</summary>
internal static class RightsSection
{
    private const double Gap = 7;

    private static readonly double[] UsualWidths = [121, 64, 48, 57, 54, 47, 51];

    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, formats, rights) = (content.Texts, content.Formats, content.Proposal.Terms!.Rights);
        if (rights.Count == 0)
        {
            flow.LabelRow(texts["rights.grant"], texts["rights.byTerms"]);
            return;
        }

        string[] heads = [texts["rights.result"], texts["rights.type"], texts["rights.territory"], texts["rights.term"], texts["rights.scope"], texts["rights.protection"], texts.Say("rights.renewal", formats.Unit)];
        string[][] cells = [.. rights.Select(right => Cells(content, right))];
        var table = new Table([.. Columns(heads, cells)])
        { Note = rights.Any(right => right.Protection == ProtectionClass.NotProtected) ? $"{texts["rights.note"]} {texts["rights.noteFree"]}" : texts["rights.note"] };
        foreach (var row in cells)
            table.Add(new() { Cells = row });
        table.Draw(flow);
    }

    // As wide as the longest word of each, since a word is broken at its own hyphen only.
    private static IEnumerable<Column> Columns(string[] heads, string[][] cells)
    {
        var widths = Widths.Fitting(UsualWidths, [.. heads.Select((head, i) => Math.Max(LineBreaker.LongestWord(head, Style.Micro), cells.Max(row => LineBreaker.LongestWord(row[i], Style.Text))))]);
        var x = Grid.Left;
        for (var i = 0; i < heads.Length; i++)
        {
            yield return new(heads[i], x, widths[i], IsRight: i == heads.Length - 1);
            x += widths[i] + Gap;
        }
    }

    /// <summary>The cells of a right. Where copyright protects nothing, nothing is licensed: whatever was agreed of a licence is not shown.</summary>
    public static string[] Cells(ProposalContent content, UsageRight right)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var protection = texts[$"protection.{right.Protection}"];
        if (right.Protection == ProtectionClass.NotProtected)
            return [right.Deliverable, texts["rights.free"], texts["rights.everywhere"], texts["rights.unlimited"], texts["rights.all"], protection, texts["rights.noRenewal"]];
        return
        [
            right.Deliverable, right.Type, right.Territory, right.Term, right.Scope, protection,
            right.RenewalPrice is { } price ? formats.Amount(price) : texts["rights.noRenewal"],
        ];
    }
}
