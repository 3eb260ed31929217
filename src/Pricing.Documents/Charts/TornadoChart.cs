using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>What moves a figure most: a bar per lever around the figure as it is.</summary>
/// <param name="tornado">The tornado.</param>
/// <param name="levers">Its levers, in the order named.</param>
/// <param name="low">Relative change downwards.</param>
/// <param name="high">Relative change upwards.</param>
/// <param name="subject">The engagement.</param>
public sealed class TornadoChart(Tornado tornado, IReadOnlyList<ChartLever> levers, decimal low, decimal high, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        decimal[] known = [.. tornado.Rows.SelectMany(row => new[] { row.Low, row.High, row.Base }).OfType<decimal>()];
        var scale = tornado.Figure.ScaleOf(formats, known);
        var frame = ChartFrame.ForRows(texts, Words(texts, scale), width, height, tornado.Rows.Count);
        return new TornadoDrawing(frame, tornado, [.. tornado.Rows.Select(row => NameOf(row, texts, formats))], known, texts, scale);
    }

    private ChartWords Words(DocumentTexts texts, AmountScale scale)
    {
        var figure = texts[$"figure.{tornado.Figure}"];
        var what = tornado.Figure.IsOfRange() ? figure : $"{figure}, {Lines.Short(subject.NameOf(tornado.Structure, texts))}";
        var start = tornado.Base is { } known ? texts.Say("tornado.start", scale.InText(known)) : texts["tornado.noStart"];
        return new(Finding(texts), texts.Say("tornado.definition", what, scale.Unit, start), subject.Footnote(texts["tornado.footnote"]))
        {
            Key = [new(texts["tornado.adverse"], Style.Ochre), new(texts["tornado.favourable"], Style.Navy)],
        };
    }

    private string Finding(DocumentTexts texts)
    {
        var figure = texts[$"figure.{tornado.Figure}.object"];
        if (tornado.Base is null)
            return texts.Say("tornado.finding.none", texts[$"figure.{tornado.Figure}"]);
        return tornado.Rows is [{ Swing: > 0 } first, ..]
            ? texts.Say("tornado.finding", figure, Lines.Short(levers[first.Lever].WordsIn(texts)))
            : texts.Say("tornado.finding.nothing", figure);
    }

    // The name, and under it the range: of the number where the lever has only one.
    private (string Name, string Range) NameOf(TornadoRow row, DocumentTexts texts, Formats formats)
    {
        var lever = levers[row.Lever];
        var range = lever.Value is { } value
            ? texts.Say("chart.fromTo", formats.Quantity(value * (1 + low)), formats.Quantity(value * (1 + high)))
            : low == -high ? $"±{formats.Percent(high)}" : texts.Say("chart.fromTo", formats.ChangePercent(low), formats.ChangePercent(high));
        string[] missing = [.. new[] { (row.Low, low), (row.High, high) }.Where(side => side.Item1 is null).Select(side => formats.ChangePercent(side.Item2))];
        return (Lines.Capital(lever.WordsIn(texts)), missing.Length == 0 ? range : texts.Say("tornado.impossible", range, texts.List(missing)));
    }
}

internal sealed class TornadoDrawing : FramedDrawing
{
    private const double BarShare = 0.44;

    private readonly Tornado tornado;
    private readonly IReadOnlyList<(string Name, string Range)> names;
    private readonly DocumentTexts texts;
    private readonly AmountScale scale;
    private readonly Axis axis;
    private readonly double pitch;

    public TornadoDrawing(
        ChartFrame frame, Tornado tornado, IReadOnlyList<(string Name, string Range)> names, IReadOnlyList<decimal> known, DocumentTexts texts, AmountScale scale)
        : base(frame)
    {
        (this.tornado, this.names, this.texts, this.scale) = (tornado, names, texts, scale);
        pitch = (frame.Bottom - frame.Top) / Math.Max(1, names.Count);
        var figures = known.Count == 0 ? 0 : tornado.Rows.Max(row => Math.Max(frame.LabelStrong.Width(Words(row).Left), frame.LabelStrong.Width(Words(row).Right)));
        axis = Axis.Of(known, frame.Left + frame.Metrics.NameWidth + figures + 16, frame.Right - figures - 8);
    }

    protected override void DrawPlot(ICanvas canvas)
    {
        Frame.DrawAcross(canvas, axis, scale.Tick, scale.Unit);
        for (var i = 0; i < tornado.Rows.Count; i++)
        {
            var middle = Frame.Top + (i + 0.5) * pitch;
            DrawName(canvas, names[i], middle);
            if (tornado.Base is { } start)
                DrawBars(canvas, tornado.Rows[i], start, middle);
        }

        if (tornado.Base is { } at)
            canvas.Line(axis.At(at), Frame.Top - 8, axis.At(at), Frame.Bottom, new(Style.Ink, 1.5));
    }

    private void DrawName(ICanvas canvas, (string Name, string Range) name, double middle)
    {
        var room = Frame.Metrics.NameWidth - 8;
        var hasTwoLines = pitch >= 2 * Frame.Metrics.TextLine;
        canvas.Text(Frame.Left, middle + (hasTwoLines ? -0.1 : 0.35) * Frame.Metrics.Text, name.Name.StartsWith('/') ? Lines.CutStart(name.Name, Frame.Text, room) : Frame.Text.Cut(name.Name, room), Frame.Text, Style.Ink);
        if (hasTwoLines)
            canvas.Text(Frame.Left, middle + 1.1 * Frame.Metrics.Text, Frame.Label.Cut(name.Range, room), Frame.Label, Style.Text2);
    }

    private void DrawBars(ICanvas canvas, TornadoRow row, decimal start, double middle)
    {
        var (zero, height) = (axis.At(start), pitch * BarShare);
        var (least, most) = Ends(row);
        var top = middle - height / 2;
        var (low, high) = (axis.At(Math.Min(least, start)), axis.At(Math.Max(most, start)));
        var (below, above) = tornado.Figure.IsBetterLow() ? (Style.Navy, Style.Ochre) : (Style.Ochre, Style.Navy);
        canvas.Rectangle(low, top, zero - low, height, below);
        canvas.Rectangle(zero, top, high - zero, height, above);

        // Both changes may push the figure the same way; the nearer one is a notch in the bar of the other.
        if (least != most && (least > start || most < start))
            canvas.Line(axis.At(least > start ? least : most), top, axis.At(least > start ? least : most), top + height, new(Style.Paper, 2));

        var (left, right) = Words(row);
        var baseline = middle + Frame.Metrics.Label * 0.35;
        var (style, colour) = row.Swing == 0 ? (Frame.Label, Style.Text2) : (Frame.LabelStrong, Style.Ink);
        Figure(canvas, low - 8, baseline, left, style, colour, Anchor.End);
        Figure(canvas, high + 8, baseline, right, style, colour, Anchor.Start);
    }

    private static void Figure(ICanvas canvas, double x, double baseline, string words, TextStyle style, Colour colour, Anchor anchor)
    {
        if (words.Length == 0)
            return;
        var length = style.Width(words);
        canvas.Rectangle(anchor == Anchor.End ? x - length - 4 : x - 4, baseline - style.Size * 0.9, length + 8, style.Size * 1.2, Style.Paper);
        canvas.Text(x, baseline, words, style, colour, anchor);
    }

    // The figures left and right of the bars.
    private (string Left, string Right) Words(TornadoRow row)
    {
        if (tornado.Base is not { } start || row.Low is null && row.High is null)
            return ("", "");
        if (row.Swing == 0)
            return ("", texts["tornado.unmoved"]);
        var (least, most) = Ends(row);
        var both = row.Low is null || row.High is null ? scale.Number(least) : $"{scale.Number(least)}; {scale.Number(most)}";
        return least > start ? ("", both) : most < start ? (both, "") : (scale.Number(least), scale.Number(most));
    }

    private static (decimal Least, decimal Most) Ends(TornadoRow row)
    {
        decimal[] ends = [.. new[] { row.Low, row.High }.OfType<decimal>()];
        return ends.Length == 0 ? (row.Base ?? 0, row.Base ?? 0) : (ends.Min(), ends.Max());
    }
}
