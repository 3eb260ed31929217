using Pricing.Documents.Texts;

namespace Pricing.Documents.Charts;

/// <summary>What stands around a plot.</summary>
/// <param name="Title">The finding.</param>
/// <param name="Definition">What is shown, in which unit.</param>
/// <param name="Footnote">Case and method.</param>
internal sealed record ChartWords(string Title, string Definition, string Footnote)
{
    /// <summary>Explains the marks that have no label of their own.</summary>
    public IReadOnlyList<KeyItem> Key { get; init; } = [];
}

/// <summary>A mark and what it stands for.</summary>
internal sealed record KeyItem(string Words, Colour Colour, KeyShape Shape = KeyShape.Box, Colour? Outline = null);

/// <summary>Forms of marks in a key.</summary>
internal enum KeyShape
{
    Box,
    Line,
    Dashes,
    Tick,
    Dot,
    Ring,
}

/// <summary>Title, definition, key, footnote and the room they leave for the plot. All internal charts have the same.</summary>
internal sealed class ChartFrame
{
    private readonly DocumentTexts texts;
    private readonly ChartWords words;
    private readonly IReadOnlyList<string> titleLines;
    private readonly IReadOnlyList<string> definitionLines;
    private readonly List<List<(KeyItem Item, double X)>> keyRows = [];
    private readonly double status;
    private readonly double mostPlot;

    /// <param name="texts">The language.</param>
    /// <param name="words">Its words.</param>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Height asked for.</param>
    /// <param name="leastPlot">Height that the plot needs; the picture grows for it.</param>
    /// <param name="mostPlot">Height beyond which the plot gains nothing.</param>
    public ChartFrame(DocumentTexts texts, ChartWords words, int width, int height, double leastPlot = 0, double mostPlot = double.PositiveInfinity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, Chart.LeastWidth);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 200);
        (this.texts, this.words, this.mostPlot, Width, Metrics) = (texts, words, mostPlot, width, ChartMetrics.For(width));
        (Text, Strong) = (new(Metrics.Text, Metrics.TextLine, Weight.Regular), new(Metrics.Text, Metrics.TextLine, Weight.SemiBold));
        (Label, LabelStrong) = (new(Metrics.Label, Metrics.TextLine, Weight.Regular), new(Metrics.Label, Metrics.TextLine, Weight.SemiBold));
        status = LabelStrong.Width(texts["status.internal"]) + 1.7 * Metrics.Label;
        titleLines = Lines.Of(words.Title, Metrics.Title, Right - Left - status - 2 * Metrics.Text);
        definitionLines = Lines.Of(words.Definition, Text, Right - Left);
        ArrangeKey();
        Top = KeyTop + Math.Max(0, keyRows.Count - 1) * Metrics.TextLine + Metrics.PlotGap;
        Height = Math.Max(height, Math.Ceiling(Top + leastPlot + Metrics.Foot));
    }

    public ChartMetrics Metrics { get; }

    public double Width { get; }

    public double Height { get; }

    public double Left => Metrics.Margin;

    public double Right => Width - Metrics.Margin;

    /// <summary>Top of the plot.</summary>
    public double Top { get; }

    /// <summary>Top of a plane, which has its unit above it.</summary>
    public double PlaneTop => Top + 0.8 * Metrics.Label;

    /// <summary>Bottom of the plot.</summary>
    public double Bottom => Math.Min(Height - Metrics.Foot, Top + mostPlot);

    public TextStyle Text { get; }

    public TextStyle Strong { get; }

    public TextStyle Label { get; }

    public TextStyle LabelStrong { get; }

    public string Title => words.Title;

    /// <summary>Baseline of the ticks below the plot.</summary>
    public double TickBaseline => Bottom + Metrics.Label * 1.5;

    // Baseline of the key's first row, or of the definition where there is no key.
    private double KeyTop => Metrics.DefinitionBaseline + (titleLines.Count - 1) * Metrics.Title.Line
        + (definitionLines.Count - 1) * Metrics.TextLine + (keyRows.Count == 0 ? 0 : Metrics.KeyPitch);

    /// <summary>A frame for rows, one below the other.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="words">Its words.</param>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Height asked for.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="head">Height above the rows.</param>
    public static ChartFrame ForRows(DocumentTexts texts, ChartWords words, int width, int height, int rows, double head = 0)
    {
        var metrics = ChartMetrics.For(width);
        return new(texts, words, width, height, head + rows * metrics.LeastPitch, head + Math.Max(1, rows) * metrics.MostPitch);
    }

    public void Draw(ICanvas canvas)
    {
        for (var i = 0; i < titleLines.Count; i++)
            canvas.Text(Left, Metrics.TitleBaseline + i * Metrics.Title.Line, titleLines[i], Metrics.Title, Style.Ink);
        var definition = Metrics.DefinitionBaseline + (titleLines.Count - 1) * Metrics.Title.Line;
        for (var i = 0; i < definitionLines.Count; i++)
            canvas.Text(Left, definition + i * Metrics.TextLine, definitionLines[i], Text, Style.Text2);
        DrawStatus(canvas);
        DrawKey(canvas);
        canvas.Text(Left, Height - Metrics.FootnoteBaseline, Label.Cut(words.Footnote, Right - Left), Label, Style.Text2);
    }

    /// <summary>Ticks and lines of a scale that runs from left to right, with its unit at the margin.</summary>
    public void DrawAcross(ICanvas canvas, Axis axis, Func<decimal, string> tickWords, string unit, double? top = null)
    {
        var unitEnd = Left + Label.Width(unit) + 8;
        foreach (var tick in axis.TicksThatFit(6, amount => Label.Width(tickWords(amount))))
        {
            var (x, half) = (axis.At(tick), Label.Width(tickWords(tick)) / 2);
            canvas.Line(x, top ?? Top, x, Bottom, new(Style.Grid, 1));
            if (x - half >= unitEnd && x + half <= Width - 4)
                canvas.Text(x, TickBaseline, tickWords(tick), Label, Style.Text2, Anchor.Middle);
        }

        canvas.Text(Left, TickBaseline, unit, Label, Style.Text2);
    }

    private void DrawStatus(ICanvas canvas)
    {
        var baseline = Metrics.TitleBaseline - Metrics.Title.Size * 0.3;
        canvas.Rectangle(Right - status, baseline - Metrics.Label, status, 2 * Metrics.Label, null, new(Style.Ink, 1.25));
        canvas.Text(Right - status / 2, baseline + Metrics.Label * 0.35, texts["status.internal"], LabelStrong, Style.Ink, Anchor.Middle);
    }

    private void ArrangeKey()
    {
        var x = Left;
        foreach (var item in words.Key)
        {
            var length = Metrics.Swatch.X * 1.5 + Text.Width(item.Words);
            if (keyRows.Count == 0 || x + length > Right)
            {
                keyRows.Add([]);
                x = Left;
            }

            keyRows[^1].Add((item, x));
            x += length + 2 * Metrics.Text;
        }
    }

    private void DrawKey(ICanvas canvas)
    {
        for (var row = 0; row < keyRows.Count; row++)
        {
            var baseline = KeyTop + row * Metrics.TextLine;
            foreach (var (item, x) in keyRows[row])
            {
                DrawMark(canvas, item, x, baseline);
                canvas.Text(x + Metrics.Swatch.X * 1.5, baseline, Text.Cut(item.Words, Right - x - Metrics.Swatch.X * 1.5), Text, Style.Ink);
            }
        }
    }

    private void DrawMark(ICanvas canvas, KeyItem item, double x, double baseline)
    {
        var (width, height, middle) = (Metrics.Swatch.X, Metrics.Swatch.Y, baseline + 1 - Metrics.Swatch.Y / 2);
        switch (item.Shape)
        {
            case KeyShape.Box:
                canvas.Rectangle(x, baseline - height + 1, width, height, item.Colour, item.Outline is { } outline ? new(outline, 0.75) : null);
                break;
            case KeyShape.Line:
                canvas.Line(x, middle, x + width, middle, new(item.Colour, Metrics.Curve));
                break;
            case KeyShape.Dashes:
                canvas.Line(x, middle, x + width, middle, new(item.Colour, 1.5, 5, 3));
                break;
            case KeyShape.Tick:
                canvas.Line(x + width / 2, baseline - height, x + width / 2, baseline + 2, new(item.Colour, 2.5));
                break;
            case KeyShape.Dot:
                canvas.Dot(x + width / 2, middle, Metrics.Dot, item.Colour);
                break;
            case KeyShape.Ring:
                canvas.Dot(x + width / 2, middle, Metrics.Dot, Style.Paper, new(item.Colour, 1.5));
                break;
        }
    }
}
