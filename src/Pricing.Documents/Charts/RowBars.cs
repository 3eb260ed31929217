namespace Pricing.Documents.Charts;

/// <summary>A row with a bar from zero, or from where the row above ended.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Where the bar ends; null where there is none.</param>
/// <param name="Words">The value as written, or why there is none.</param>
/// <param name="Fill">Colour of the bar.</param>
internal sealed record BarRow(string Name, decimal? Value, string Words, Colour Fill)
{
    /// <summary>Where the bar begins; null for zero.</summary>
    public decimal? From { get; init; }

    /// <summary>Whether the bar points to the left.</summary>
    public bool IsLeft => Value < (From ?? 0);

    /// <summary>A line under the name, where rows are high enough.</summary>
    public string Note { get; init; } = "";

    /// <summary>Outline of a bar in a tint.</summary>
    public Colour? Outline { get; init; }

    /// <summary>Whether it is the sum of the rows above.</summary>
    public bool IsSum { get; init; }

    /// <summary>A word before the name.</summary>
    public string Tag { get; init; } = "";
}

/// <summary>Bars to both sides of zero, one below the other.</summary>
internal sealed class RowBars : FramedDrawing
{
    private const double BarShare = 0.42;

    private readonly IReadOnlyList<BarRow> rows;
    private readonly Func<decimal, string> tickWords;
    private readonly string unit;
    private readonly Axis axis;
    private readonly double pitch;

    public RowBars(ChartFrame frame, IReadOnlyList<BarRow> rows, Func<decimal, string> tickWords, string unit)
        : base(frame)
    {
        (this.rows, this.tickWords, this.unit) = (rows, tickWords, unit);
        pitch = (frame.Bottom - frame.Top) / Math.Max(1, rows.Count);
        decimal[] values = [0, .. rows.SelectMany(row => new[] { row.Value ?? 0, row.From ?? 0 })];
        axis = Axis.Of(values, frame.Left + frame.Metrics.NameWidth + RoomFor(isLeft: true), frame.Right - RoomFor(isLeft: false));
    }

    protected override void DrawPlot(ICanvas canvas)
    {
        Frame.DrawAcross(canvas, axis, tickWords, unit);
        for (var i = 0; i < rows.Count; i++)
            DrawRow(canvas, rows[i], Frame.Top + (i + 0.5) * pitch);
        for (var i = 1; i < rows.Count; i++)
            DrawConnection(canvas, rows[i], Frame.Top + i * pitch);
        canvas.Line(axis.At(0), Frame.Top - 5, axis.At(0), Frame.Bottom, new(Style.Ink, 1.5));
    }

    private double RoomFor(bool isLeft) => rows.Where(row => row.IsLeft == isLeft).Select(row => Frame.Strong.Width(row.Words) + 12).DefaultIfEmpty().Max();

    // From the end of one bar to the beginning of the next.
    private void DrawConnection(ICanvas canvas, BarRow row, double between)
    {
        if (row.From is { } from)
            canvas.Line(axis.At(from), between - pitch * (1 - BarShare) / 2, axis.At(from), between + pitch * (1 - BarShare) / 2, new(Style.Text2, 1));
    }

    private void DrawRow(ICanvas canvas, BarRow row, double middle)
    {
        if (row.IsSum)
            canvas.Line(Frame.Left, middle - pitch / 2, Frame.Right, middle - pitch / 2, new(Style.Rule, 1.5));
        DrawName(canvas, row, middle);

        var (zero, end, height) = (axis.At(row.From ?? 0), axis.At(row.Value ?? row.From ?? 0), pitch * BarShare);
        canvas.Rectangle(Math.Min(zero, end), middle - height / 2, Math.Abs(end - zero), height, row.Fill, row.Outline is { } outline ? new(outline, 0.75) : null);
        var (style, colour) = row.Value is null ? (Frame.Label, Style.Text2) : (Frame.Strong, Style.Ink);
        var (x, anchor) = row.IsLeft ? (end - 9, Anchor.End) : (end + 9, Anchor.Start);
        var start = anchor == Anchor.End ? x - style.Width(row.Words) : x;
        canvas.Rectangle(start - 4, middle - 0.6 * style.Size, style.Width(row.Words) + 8, 1.2 * style.Size, Style.Paper);
        canvas.Text(x, middle + 0.35 * style.Size, row.Words, style, colour, anchor);
    }

    private void DrawName(ICanvas canvas, BarRow row, double middle)
    {
        var (style, room) = (row.IsSum || row.Tag.Length > 0 ? Frame.Strong : Frame.Text, Frame.Metrics.NameWidth - 8);
        var hasTwoLines = row.Note.Length + row.Tag.Length > 0 && pitch >= 2 * Frame.Metrics.TextLine;
        var (baseline, second) = (middle + (hasTwoLines ? -0.1 : 0.35) * Frame.Metrics.Text, middle + 1.1 * Frame.Metrics.Text);
        var tag = row.Tag.Length == 0 ? 0 : Frame.LabelStrong.Width(row.Tag) + 8;
        var name = style.Cut(row.Name, hasTwoLines ? room : room - tag);
        canvas.Text(Frame.Left, baseline, name, style, Style.Ink);
        if (tag > 0)
            canvas.Text(hasTwoLines ? Frame.Left : Frame.Left + style.Width(name) + 8, hasTwoLines ? second : baseline, row.Tag, Frame.LabelStrong, Style.Accent);
        if (hasTwoLines && row.Note.Length > 0)
            canvas.Text(Frame.Left + tag, second, Frame.Label.Cut(row.Note, room - tag), Frame.Label, Style.Text2);
    }
}
