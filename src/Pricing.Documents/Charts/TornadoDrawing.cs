using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

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
