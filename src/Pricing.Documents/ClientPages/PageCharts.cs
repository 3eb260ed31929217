using Pricing.Documents.Charts;

namespace Pricing.Documents.ClientPages;

/// <summary>The charts of a client's page, each drawn for three widths of which the style sheet shows one.</summary>
public static class PageCharts
{
    /// <summary>Fee, expected surplus, worst cases and payback as SVG; null where there is nothing to compare.</summary>
    public static string Comparison(PageContent content) => string.Concat(
        Comparison(content, "wide", ClientChartLayout.Wide), Comparison(content, "medium", ClientChartLayout.Medium), Comparison(content, "narrow", ClientChartLayout.Narrow));

    /// <summary>The benefit as it grows month by month as SVG; null where there is none.</summary>
    public static string? Payback(PageContent content) => new PaybackCurve(content.Proposal, content.Words.Texts, content.Words.Formats).Fits
        ? string.Concat(Payback(content, "wide", PaybackLayout.Wide, 1120), Payback(content, "medium", PaybackLayout.Medium, 660), Payback(content, "narrow", PaybackLayout.Narrow, 350))
        : null;

    /// <summary>What the amounts of the payback curve are counted in, and each month's.</summary>
    public static (string Unit, IReadOnlyList<(string Month, string Benefit)> Months) PaybackTable(PageContent content)
    {
        var scale = new PaybackCurve(content.Proposal, content.Words.Texts, content.Words.Formats).Scale;
        return (scale.Unit, [.. content.Proposal.Value.CumulatedBenefit.Select((benefit, month) => (content.Words.Quantity(month + 1), scale.Number(benefit.Amount)))]);
    }

    private static string Comparison(PageContent content, string kind, ClientChartLayout layout)
    {
        var accent = Brand.Of(content.Identity.BrandColour).Line;
        var chart = new ClientComparisonChart(content.Proposal, content.Words.Texts, content.Words.Formats, accent, PageContent.MostAlternatives, layout);
        var title = content.Finding.Length > 0 ? content.Finding : content.Words["stays.heading"];
        var canvas = new PageCanvas(layout.Width, chart.Height, title, kind, accent);
        chart.Draw(canvas, 0, 0);
        return canvas.ToString();
    }

    private static string Payback(PageContent content, string kind, PaybackLayout layout, double width)
    {
        const double Above = 16;
        var curve = new PaybackCurve(content.Proposal, content.Words.Texts, content.Words.Formats, layout);
        var canvas = new PageCanvas(width, Above + layout.PlotHeight + 34, content.Words["payback.heading"], kind, Style.Accent);
        curve.Draw(canvas, 0, Above);
        return canvas.ToString();
    }
}
