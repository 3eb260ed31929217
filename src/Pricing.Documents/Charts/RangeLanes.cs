using Pricing.Documents.Texts;

namespace Pricing.Documents.Charts;

/// <summary>A lane of amounts in a range.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">Place of its dot; null where there is none.</param>
/// <param name="Words">The amount as written, or why there is none.</param>
/// <param name="Colour">Colour of the dot.</param>
internal sealed record RangeLane(string Name, decimal? At, string Words, Colour Colour)
{
    /// <summary>A line under the name, where lanes are high enough.</summary>
    public string Note { get; init; } = "";

    /// <summary>A range of the lane's own.</summary>
    public (decimal From, decimal To)? Band { get; init; }

    /// <summary>Whether a rule divides it from the lanes above.</summary>
    public bool StartsGroup { get; init; }
}

/// <summary>A line through all lanes, named at its top.</summary>
internal sealed record RangeMark(decimal At, string Words, Stroke Stroke, Colour Colour);

/// <summary>Amounts one below the other, against a range that all of them are held to.</summary>
internal sealed class RangeLanes : FramedDrawing
{
    private const double LineHeight = 1.3;

    private readonly IReadOnlyList<RangeLane> lanes;
    private readonly IReadOnlyList<RangeMark> marks;
    private readonly (decimal From, decimal To)? range;
    private readonly AmountScale scale;
    private readonly Axis axis;
    private readonly double top;
    private readonly double pitch;

    private RangeLanes(
        ChartFrame frame, double head, IReadOnlyList<RangeLane> lanes, IReadOnlyList<RangeMark> marks, (decimal From, decimal To)? range, AmountScale scale)
        : base(frame)
    {
        (this.lanes, this.marks, this.range, this.scale) = (lanes, marks, range, scale);
        top = frame.Top + head;
        pitch = (frame.Bottom - top) / Math.Max(1, lanes.Count);
        axis = AxisOf(frame, lanes, marks);
    }

    /// <summary>Lanes in a frame that leaves as much room for the names of the marks as they take.</summary>
    public static RangeLanes Of(
        DocumentTexts texts, ChartWords words, (int Width, int Height) size, IReadOnlyList<RangeLane> lanes, IReadOnlyList<RangeMark> marks, (decimal From, decimal To)? range, AmountScale scale)
    {
        var draft = ChartFrame.ForRows(texts, words, size.Width, size.Height, lanes.Count);
        var lines = LinesOf(draft, AxisOf(draft, lanes, marks), marks).DefaultIfEmpty().Max();
        var head = (0.6 + lines * LineHeight) * draft.Metrics.Label;
        return new(ChartFrame.ForRows(texts, words, size.Width, size.Height, lanes.Count, head), head, lanes, marks, range, scale);
    }

    protected override void DrawPlot(ICanvas canvas)
    {
        Frame.DrawAcross(canvas, axis, scale.Tick, scale.Unit, top);
        if (range is { } whole)
            canvas.Rectangle(axis.At(whole.From), top, axis.At(whole.To) - axis.At(whole.From), Frame.Bottom - top, Style.BlueTint);
        for (var i = 0; i < lanes.Count; i++)
            DrawBand(canvas, lanes[i], top + (i + 0.5) * pitch);
        DrawMarks(canvas);
        for (var i = 0; i < lanes.Count; i++)
            DrawLane(canvas, lanes[i], top + (i + 0.5) * pitch);
    }

    private void DrawBand(ICanvas canvas, RangeLane lane, double middle)
    {
        if (lane.Band is { } band)
            canvas.Rectangle(axis.At(band.From), middle - 0.16 * pitch, axis.At(band.To) - axis.At(band.From), 0.32 * pitch, Style.Slate);
    }

    // Names stand over their lines, each as low as the others allow.
    private void DrawMarks(ICanvas canvas)
    {
        foreach (var (mark, line) in marks.Zip(LinesOf(Frame, axis, marks)))
        {
            var x = axis.At(mark.At);
            canvas.Text(StartOf(Frame, axis, mark), top - (0.5 + line * LineHeight) * Frame.Metrics.Label, mark.Words, Frame.LabelStrong, mark.Colour);
            canvas.Line(x, top - 4, x, Frame.Bottom, mark.Stroke);
        }
    }

    private static Axis AxisOf(ChartFrame frame, IReadOnlyList<RangeLane> lanes, IReadOnlyList<RangeMark> marks)
    {
        decimal[] places = [.. marks.Select(mark => mark.At), .. lanes.SelectMany(lane => new[] { lane.At, lane.Band?.From, lane.Band?.To }).OfType<decimal>()];
        var figures = lanes.Select(lane => frame.LabelStrong.Width(lane.Words)).DefaultIfEmpty().Max();
        return Axis.Of(places, frame.Left + frame.Metrics.NameWidth + 8, frame.Right - figures - 2 * frame.Metrics.Label);
    }

    private static double StartOf(ChartFrame frame, Axis axis, RangeMark mark)
    {
        var length = frame.LabelStrong.Width(mark.Words);
        return Math.Clamp(axis.At(mark.At) - length / 2, frame.Left, Math.Max(frame.Left, frame.Width - 4 - length));
    }

    // The line in which each name stands, from 0 at the bottom.
    private static int[] LinesOf(ChartFrame frame, Axis axis, IReadOnlyList<RangeMark> marks)
    {
        var (lines, ends) = (new int[marks.Count], new List<List<(double From, double To)>>());
        for (var i = 0; i < marks.Count; i++)
        {
            var (from, to) = (StartOf(frame, axis, marks[i]) - 8, StartOf(frame, axis, marks[i]) + frame.LabelStrong.Width(marks[i].Words));
            lines[i] = Enumerable.Range(0, marks.Count).First(line => line >= ends.Count || ends[line].All(other => to + 8 < other.From || other.To < from));
            if (lines[i] == ends.Count)
                ends.Add([]);
            ends[lines[i]].Add((from + 8, to));
        }

        return lines;
    }

    private void DrawLane(ICanvas canvas, RangeLane lane, double middle)
    {
        if (lane.StartsGroup)
            canvas.Line(Frame.Left, middle - pitch / 2, Frame.Right, middle - pitch / 2, new(Style.Rule, 1));
        var room = Frame.Metrics.NameWidth - 8;
        var hasNote = lane.Note.Length > 0 && pitch >= 2 * Frame.Metrics.TextLine;
        canvas.Text(Frame.Left, middle + (hasNote ? -0.1 : 0.35) * Frame.Metrics.Text, Frame.Text.Cut(lane.Name, room), Frame.Text, Style.Ink);
        if (hasNote)
            canvas.Text(Frame.Left, middle + 1.1 * Frame.Metrics.Text, Frame.Label.Cut(lane.Note, room), Frame.Label, Style.Text2);

        var baseline = middle + 0.35 * Frame.Metrics.Label;
        if (lane.At is not { } at)
        {
            Write(canvas, axis.At(axis.Least) + 8, baseline, lane.Words, Frame.Label, Style.Text2);
            return;
        }

        var x = axis.At(at);
        canvas.Dot(x, middle, 1.3 * Frame.Metrics.Dot, lane.Colour, new(Style.Paper, 1.5));
        Write(canvas, x + 2.4 * Frame.Metrics.Dot, baseline, lane.Words, Frame.LabelStrong, Style.Ink);
    }

    private static void Write(ICanvas canvas, double x, double baseline, string words, TextStyle style, Colour colour)
    {
        canvas.Rectangle(x - 3, baseline - 0.9 * style.Size, style.Width(words) + 6, 1.2 * style.Size, Style.Paper);
        canvas.Text(x, baseline, words, style, colour);
    }
}
