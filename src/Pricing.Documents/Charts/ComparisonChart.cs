using Pricing.Documents.Texts;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Charts;

/// <summary>The internal comparison: how each fee structure shares the client's value. It shows cost, so no client sees it.</summary>
public static class ComparisonChart
{
    /// <summary>The chart as SVG. It grows beyond the height asked for where the structures need it.</summary>
    public static string Svg(ComparisonChartData data, DocumentLanguage language, int width = 1200, int height = 800)
    {
        var drawing = Drawing(data, language, width, height);
        var canvas = new SvgCanvas(width, drawing.Height, drawing.Title, DocumentTexts.Of(language).Code);
        drawing.Draw(canvas);
        return canvas.ToString();
    }

    /// <summary>The chart as PNG. A density of 2 draws it with two pixels per unit each way, crisp on every screen.</summary>
    public static byte[] Png(ComparisonChartData data, DocumentLanguage language, int width = 1200, int height = 800, int density = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(density, 1);
        var drawing = Drawing(data, language, width, height);
        using var canvas = new PngCanvas(width, (int)drawing.Height, density);
        drawing.Draw(canvas);
        return canvas.Encode();
    }

    private static ComparisonDrawing Drawing(ComparisonChartData data, DocumentLanguage language, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 640);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 200);
        var sorted = data with { Rows = [.. data.Rows.OrderByDescending(row => row.IsFeasible).ThenByDescending(row => row.Profit)] };
        return new(sorted, DocumentTexts.Of(language), new Formats(language, Currency.Of(data.Currency)), width, height);
    }
}
