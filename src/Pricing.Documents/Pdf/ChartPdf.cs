using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Engine;
using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Texts;

namespace Pricing.Documents.Pdf;

/// <summary>A chart on a page of its own, as vectors: the drawing that PNG and SVG show.</summary>
public static class ChartPdf
{
    private const double Top = 84;

    /// <summary>The page. The same chart and day give the same bytes.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="language">Language of its words and numbers.</param>
    /// <param name="day">Day on which it is drawn.</param>
    public static byte[] Render(Chart chart, DocumentLanguage language, DateOnly day)
    {
        var page = new Page();
        chart.DrawOn(page, language, Grid.Left, Top, Grid.Width);
        return PdfFile.Write([page], new(chart.TitleIn(language), "Pricing", "", DocumentTexts.Of(language).Code, day));
    }
}
