using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the client may do with each result, and whether there is anything to license at all.</summary>
internal static class RightsSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, formats, rights) = (content.Texts, content.Formats, content.Proposal.Terms!.Rights);
        if (rights.Count == 0)
        {
            flow.LabelRow(texts["rights.grant"], texts["rights.byTerms"]);
            return;
        }

        var table = new Table([
            new(texts["rights.result"], Grid.Left, 118), new(texts["rights.type"], 184, 64), new(texts["rights.territory"], 255, 48), new(texts["rights.term"], 310, 57),
            new(texts["rights.scope"], 374, 54), new(texts["rights.protection"], 435, 47), new(texts.Say("rights.renewal", formats.Unit), 489, Grid.Right - 489, IsRight: true)])
        { Note = rights.Any(right => right.Protection == ProtectionClass.NotProtected) ? $"{texts["rights.note"]} {texts["rights.noteFree"]}" : texts["rights.note"] };
        foreach (var right in rights)
            table.Add(new() { Cells = Cells(content, right) });
        table.Draw(flow);
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
