using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Marked;
using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>How success is measured, and where a fee depends on it, what it follows, who may check it and what happens where the parties differ.</summary>
/// <remarks>No fee on offer follows the measures' weights: a structure with a scorecard opens the books and never goes to a client. So no weight is printed.</remarks>
internal static class KpiSection
{
    /// <summary>Whether there is anything to say of measuring: an annex, or a measure of which more is known than its name.</summary>
    public static bool Fits(ClientProposal proposal) => proposal.Terms?.KpiAnnex is not null || HasContent(proposal);

    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, proposal) = (content.Texts, content.Proposal);
        var hasTable = HasContent(proposal);
        if (FeeMeasure(content) is { } measure)
            flow.LabelRow(texts["kpis.fee"], measure);
        if (hasTable)
        {
            DrawTable(flow, content);
            flow.Gap(28);
        }

        if (proposal.Terms?.KpiAnnex is not { } annex)
            return;
        if (!hasTable && proposal.Value.Kpis.Count > 0)
            flow.LabelRow(texts["kpis.names"], Names(content));
        flow.LabelRow(texts["kpis.window"], null, MarkedText.Of(annex.Window));
        flow.LabelRow(texts["kpis.audit"], null, MarkedText.Of(annex.AuditRight));
        flow.LabelRow(texts["kpis.dispute"], null, MarkedText.Of(annex.DisputePath));
        if (hasTable)
            flow.LabelRow(texts["kpis.frozen"], texts.Say("kpis.frozenText", texts.Number(content.Identity.Version, asDigits: true)));
    }

    /// <summary>The measures of which nothing but the name is known.</summary>
    public static string Names(ProposalContent content) => content.Texts.Say(
        FollowsValue(content.Proposal) ? "kpis.namesBeside" : "kpis.namesText", content.Texts.List([.. content.Proposal.Value.Kpis.Select(kpi => kpi.Name)]));

    /// <summary>What the part of a fee that depends on success follows; null where no fee depends on it.</summary>
    public static string? FeeMeasure(ProposalContent content)
    {
        if (!FollowsValue(content.Proposal))
            return null;
        var value = content.Proposal.Value;
        return content.Texts.Say("kpis.feeText", content.Texts.List([.. value.Drivers.Select(driver => driver.Name)]), content.Formats.Money(value.Total));
    }

    /// <summary>Whether the fee of an option follows the measured value.</summary>
    public static bool FollowsValue(ClientProposal proposal) => proposal.Options.Any(ProposalContent.FollowsOutcome);

    /// <summary>A figure of a measure with its unit; a dash where there is none.</summary>
    public static string Measured(decimal? value, string? unit, Formats formats)
    {
        if (value is not { } amount)
            return "\u2013";
        var number = formats.Quantity(amount);
        return unit is ['%', ..] ? formats.WithSign(number, unit) : $"{number} {unit}".TrimEnd();
    }

    /// <summary>Whether more is known of a measure than its name.</summary>
    public static bool HasContent(ClientProposal proposal) =>
        proposal.Value.Kpis.Any(kpi => kpi.Baseline is not null || kpi.Target is not null || kpi.DataOwner is not null || kpi.Definition is not null);

    private static void DrawTable(Flow flow, ProposalContent content)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var table = new Table([
            new("", Grid.Left, 0), new(texts["kpis.name"], Grid.Left, 200), new(texts["kpis.baseline"], 270, 86, IsRight: true),
            new(texts["kpis.target"], 366, 86, IsRight: true), new(texts["kpis.owner"], 466, Grid.Right - 466)])
        { Note = FollowsValue(content.Proposal) ? texts["kpis.beside"] : null };
        foreach (var kpi in content.Proposal.Value.Kpis)
        {
            table.Add(new() { Cells = ["", kpi.Name, Measured(kpi.Baseline, kpi.Unit, formats), Measured(kpi.Target, kpi.Unit, formats), kpi.DataOwner ?? "\u2013"], Note = kpi.Definition });
        }

        table.Draw(flow);
    }
}
