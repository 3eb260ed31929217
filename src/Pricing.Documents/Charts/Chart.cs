using Pricing.Documents.Texts;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Charts;

/// <summary>A chart that every surface draws from one drawing.</summary>
public abstract class Chart(Currency currency)
{
    /// <summary>Narrower, no chart is laid out: on a page it is drawn smaller instead.</summary>
    internal const int LeastWidth = 640;

    /// <summary>The chart as SVG. It grows beyond the height asked for where its rows need it.</summary>
    public string Svg(DocumentLanguage language, int width = 1200, int height = 800)
    {
        var drawing = DrawingFor(language, width, height);
        var canvas = new SvgCanvas(width, drawing.Height, drawing.Title, DocumentTexts.Of(language).Code);
        drawing.Draw(canvas);
        return canvas.ToString();
    }

    /// <summary>The chart as PNG. A density of 2 draws it with two pixels per unit each way, crisp on every screen.</summary>
    public byte[] Png(DocumentLanguage language, int width = 1200, int height = 800, int density = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(density, 1);
        var drawing = DrawingFor(language, width, height);
        using var canvas = new PngCanvas(width, (int)drawing.Height, density);
        drawing.Draw(canvas);
        return canvas.Encode();
    }

    /// <summary>Draws the chart on part of a surface, such as the page of a document, as wide as asked for.</summary>
    /// <returns>The height it takes there.</returns>
    internal double DrawOn(ICanvas surface, DocumentLanguage language, double left, double top, double width)
    {
        var factor = width / LeastWidth;
        var drawing = DrawingFor(language, LeastWidth, LeastWidth * 5 / 8);
        drawing.Draw(new ScaledCanvas(surface, left, top, factor));
        return drawing.Height * factor;
    }

    /// <summary>What the chart finds, in a sentence.</summary>
    internal string TitleIn(DocumentLanguage language) => DrawingFor(language, LeastWidth, LeastWidth * 5 / 8).Title;

    private IDrawing DrawingFor(DocumentLanguage language, int width, int height) =>
        DrawingOf(DocumentTexts.Of(language), new Formats(language, currency), width, height);

    private protected abstract IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height);
}

/// <summary>A laid-out chart.</summary>
internal interface IDrawing
{
    /// <summary>What the chart finds, as its headline says it.</summary>
    string Title { get; }

    /// <summary>Height that it needs.</summary>
    double Height { get; }

    /// <summary>Draws it.</summary>
    void Draw(ICanvas canvas);
}
