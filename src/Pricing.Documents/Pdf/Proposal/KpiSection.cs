using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Marked;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>How success is measured, who may check it, and what happens where the parties differ.</summary>
internal static class KpiSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, annex) = (content.Texts, content.Proposal.Terms!.KpiAnnex!);
        if (content.Proposal.Value.Kpis.Count > 0)
        {
            DrawTable(flow, content);
            flow.Gap(28);
        }

        flow.LabelRow(texts["kpis.window"], null, MarkedText.Of(annex.Window));
        flow.LabelRow(texts["kpis.audit"], null, MarkedText.Of(annex.AuditRight));
        flow.LabelRow(texts["kpis.dispute"], null, MarkedText.Of(annex.DisputePath));
        flow.LabelRow(texts["kpis.frozen"], texts.Say("kpis.frozenText", content.Texts.Number(content.Identity.Version, asDigits: true)));
    }

    public static void DrawTable(Flow flow, ProposalContent content)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var table = new Table([
            new("", Grid.Left, 0), new(texts["kpis.name"], Grid.Left, 190), new(texts["kpis.weight"], 256, 46, IsRight: true),
            new(texts["kpis.baseline"], 313, 66, IsRight: true), new(texts["kpis.target"], 390, 56, IsRight: true), new(texts["kpis.owner"], 457, Grid.Right - 457)]);
        foreach (var kpi in content.Proposal.Value.Kpis)
        {
            string Measured(decimal? value) => value is { } amount ? $"{formats.Quantity(amount)} {kpi.Unit}".TrimEnd() : "\u2013";
            table.Add(new()
            {
                Cells = ["", kpi.Name, formats.Percent(kpi.Weight), Measured(kpi.Baseline), Measured(kpi.Target), kpi.DataOwner ?? "\u2013"],
                Note = kpi.Definition,
            });
        }

        table.Draw(flow);
    }
}
