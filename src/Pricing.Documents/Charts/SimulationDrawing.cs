using Pricing.Documents.Texts;
using Pricing.Model.Simulations;

namespace Pricing.Documents.Charts;

internal sealed class SimulationDrawing : FramedDrawing
{
    private const double RoomyPitch = 9;

    private readonly IReadOnlyList<string> names;
    private readonly IReadOnlyList<SimulatedPanel> panels;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly double nameRoom;
    private readonly double top;
    private readonly double pitch;
    private readonly double label;

    public SimulationDrawing(ChartFrame frame, IReadOnlyList<string> names, IReadOnlyList<SimulatedPanel> panels, DocumentTexts texts, Formats formats)
        : base(frame)
    {
        (this.names, this.panels, this.texts, this.formats, label) = (names, panels, texts, formats, frame.Metrics.Label);
        nameRoom = 0.62 * frame.Metrics.NameWidth;
        top = frame.Top + HeadOf(frame.Metrics);
        pitch = (frame.Bottom - top) / Math.Max(1, names.Count);
    }

    public static double HeadOf(ChartMetrics metrics) => 0.6 * metrics.Label;

    protected override void DrawPlot(ICanvas canvas)
    {
        for (var row = 0; row < names.Count; row++)
        {
            var lines = Lines.Of(names[row], Frame.Strong, nameRoom - 16, pitch > 6 * label ? 3 : 2);
            var first = top + (row + 0.45) * pitch - (lines.Count - 1) * Frame.Metrics.TextLine / 2;
            for (var i = 0; i < lines.Count; i++)
                canvas.Text(Frame.Left, first + i * Frame.Metrics.TextLine, lines[i], Frame.Strong, Style.Ink);
        }

        var gap = 2.4 * label;
        var width = (Frame.Right - Frame.Left - nameRoom - gap) / 2;
        for (var i = 0; i < panels.Count; i++)
            DrawPanel(canvas, panels[i], Frame.Left + nameRoom + i * (width + gap), width);
    }

    private void DrawPanel(ICanvas canvas, SimulatedPanel panel, double left, double width)
    {
        var axis = new Axis((decimal)panel.Least, (decimal)panel.Most, left, left + width);
        canvas.Text(left, Frame.Top - 0.5 * label, Frame.LabelStrong.Cut($"{panel.Head}, {panel.Scale.Unit}", width), Frame.LabelStrong, Style.Ink);
        foreach (var tick in axis.TicksThatFit(5, amount => Frame.Label.Width(panel.Scale.Tick(amount))))
        {
            var (x, half) = (axis.At(tick), Frame.Label.Width(panel.Scale.Tick(tick)) / 2);
            canvas.Line(x, top, x, Frame.Bottom, new(Style.Grid, 1));
            canvas.Text(Math.Clamp(x, left + half, Math.Max(left + half, left + width - half)), Frame.TickBaseline, panel.Scale.Tick(tick), Frame.Label, Style.Text2, Anchor.Middle);
        }

        for (var row = 0; row < names.Count; row++)
            DrawBins(canvas, panel, row, axis, left, width);
        canvas.Line(axis.At(0), top, axis.At(0), Frame.Bottom, new(Style.Ink, 1.5));
        for (var row = 0; row < names.Count; row++)
            DrawFigures(canvas, panel, row, axis, left, width);
    }

    private double HeadOf(int row) => top + row * pitch + 1.3 * label;

    private double BottomOf(int row) => top + (row + 1) * pitch - 2.2 * label;

    private void DrawBins(ICanvas canvas, SimulatedPanel panel, int row, Axis axis, double left, double width)
    {
        var (bins, bottom) = (panel.Sides[row]?.Histogram.Counts.Count ?? 0, BottomOf(row));
        for (var bin = 0; bin < bins; bin++)
            DrawBin(canvas, panel, row, bin, axis, bottom, bottom - HeadOf(row) - 0.6 * label);
        canvas.Line(left, bottom, left + width, bottom, bins == 0 ? new(Style.Rule, 1) : new(Style.Ink, 1));
    }

    private void DrawFigures(ICanvas canvas, SimulatedPanel panel, int row, Axis axis, double left, double width)
    {
        var (head, bottom) = (HeadOf(row), BottomOf(row));
        if (panel.Sides[row] is not { } side)
        {
            Write(canvas, left, head, texts["simulation.infeasible"], width);
            return;
        }

        DrawBand(canvas, panel, side, axis, bottom + 0.45 * label, left, width);
        var loss = side.LossProbability is > 0 and < 0.001 ? $"<\u00A0{formats.Percent(0.001m)}" : formats.Percent((decimal)side.LossProbability, 1);
        Write(canvas, left, head, texts.Say("simulation.figures", panel.Scale.Number((decimal)side.Statistics.Mean), loss, panel.Scale.Number((decimal)side.ValueAtRisk)), width);
    }

    private void Write(ICanvas canvas, double x, double baseline, string words, double width)
    {
        var cut = Frame.Label.Cut(words, width);
        canvas.Rectangle(x, baseline - 0.85 * label, Frame.Label.Width(cut) + 4, 1.15 * label, Style.Paper);
        canvas.Text(x, baseline, cut, Frame.Label, Style.Text2);
    }

    private static void DrawBin(ICanvas canvas, SimulatedPanel panel, int row, int bin, Axis axis, double bottom, double room)
    {
        var edges = panel.Sides[row]!.Histogram.Edges;
        var height = panel.HeightOf(row, bin) * room;
        var (from, to) = (Math.Max(edges[bin], panel.Least), Math.Min(edges[bin + 1], panel.Most));
        if (height <= 0 || from > to)
            return;
        if (from < 0)
            Bar(from, Math.Min(0, to), Style.Ochre);
        if (to > 0 || from >= 0)
            Bar(Math.Max(0, from), to, panel.Fill);

        void Bar(double start, double end, Colour fill)
        {
            var (x, length) = (axis.At((decimal)start), axis.At((decimal)end) - axis.At((decimal)start));
            canvas.Rectangle(x, bottom - height, length > 4 ? length - 0.8 : end > start ? Math.Max(1, length) : 3, height, fill);
        }
    }

    private void DrawBand(ICanvas canvas, SimulatedPanel panel, SimulatedSide side, Axis axis, double y, double left, double width)
    {
        var (height, places) = (0.9 * label, side.Percentiles.Select(percentile => axis.At((decimal)percentile)).ToArray());
        canvas.Rectangle(places[0], y, places[4] - places[0], height, Style.SlateTint);
        canvas.Rectangle(places[1], y, places[3] - places[1], height, Style.Slate);
        canvas.Line(places[2], y - 2, places[2], y + height + 2, new(Style.Ink, 2.5));
        var radius = 0.32 * label;
        canvas.Dot(Inside(side.Statistics.Mean), y + height / 2, radius, Style.Paper, new(Style.Ink, 1.5));
        canvas.Dot(Inside(side.ValueAtRisk), y + height / 2, radius, Style.Ochre, new(Style.Paper, 1));
        if (pitch < RoomyPitch * label)
            return;
        var labels = new Labels(left, left + width);
        var low = texts.Say("simulation.percentile", "5", panel.Scale.Number((decimal)side.Percentiles[0]));
        var high = texts.Say("simulation.percentile", "95", panel.Scale.Number((decimal)side.Percentiles[4]));
        labels.Write(canvas, Math.Min(places[0], Inside(side.ValueAtRisk) - radius) - 6, y + 0.8 * label, low, Frame.Label, Style.Ink, Anchor.End);
        labels.Write(canvas, Math.Max(places[4], Inside(side.Statistics.Mean) + radius) + 6, y + 0.8 * label, high, Frame.Label, Style.Ink);

        double Inside(double amount) => axis.At((decimal)Math.Clamp(amount, panel.Least, panel.Most));
    }
}
