using Pricing.Documents.Texts;

namespace Pricing.Documents.Charts;

/// <summary>A range of a scale, how its ticks are written and its unit.</summary>
internal sealed record PlaneScale(decimal Least, decimal Most, Func<decimal, string> Tick, string Unit)
{
    /// <summary>Whether ticks stand at whole numbers only.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Amounts, which reach to zero so that heights can be compared.</summary>
    public static PlaneScale Of(IEnumerable<decimal> amounts, AmountScale scale)
    {
        decimal[] all = [0, .. amounts];
        return new(all.Min(), all.Max(), scale.Tick, scale.Unit);
    }
}

/// <summary>A coordinate plane: something upwards over something that runs from left to right.</summary>
internal sealed class Plane
{
    // Where a name is tried, in heights of the text above or below its place.
    private static readonly double[] Rises = [-0.9, 1.6, -2.2, 2.9, -3.5, 4.2];

    private readonly ChartFrame frame;
    private readonly PlaneScale across;
    private readonly PlaneScale up;
    private readonly IReadOnlyList<decimal> ticksUp;

    /// <param name="frame">The frame it stands in.</param>
    /// <param name="across">Scale from left to right, to its very ends.</param>
    /// <param name="up">Scale upwards, its ends moved to the next ticks.</param>
    /// <param name="top">Place of the upper end.</param>
    /// <param name="bottom">Place of the lower end.</param>
    /// <param name="room">Width right of the plane, for labels.</param>
    /// <param name="left">Left edge; that of the frame where none is given.</param>
    /// <param name="right">Right edge, room included.</param>
    /// <param name="gutter">Least width left of the plane, for the ticks.</param>
    public Plane(ChartFrame frame, PlaneScale across, PlaneScale up, double top, double bottom, double room, double? left = null, double? right = null, double gutter = 0)
    {
        (this.frame, this.across, this.up, Top, Bottom) = (frame, across, up, top, bottom);
        var about = Math.Clamp((int)((bottom - top) / (4.5 * frame.Metrics.Label)), 2, 5);
        Up = Axis.Rounded(up.Least, up.Most, about, bottom, top);
        ticksUp = [.. Up.RoundTicks()];
        if (ticksUp.Count > 2 && Math.Abs(Up.At(ticksUp[1]) - Up.At(ticksUp[0])) < 1.4 * frame.Metrics.Label)
            ticksUp = [ticksUp[0], ticksUp[^1]];
        Gutter = Math.Max(gutter, ticksUp.Max(tick => frame.Label.Width(up.Tick(tick))) + 10);
        Left = (left ?? frame.Left) + Gutter;
        Right = (right ?? frame.Right) - Math.Max(room, frame.Label.Width(across.Unit) + Math.Max(14, 10 + frame.Label.Width(across.Tick(across.Most)) / 2));
        Across = new(across.Least, across.Most, Left, Right);
    }

    /// <summary>Width left of the plane.</summary>
    public double Gutter { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public Axis Across { get; }

    public Axis Up { get; }

    public Point At(decimal x, decimal y) => new(Across.At(x), Up.At(y));

    /// <summary>Lines and ticks. The line at zero is heavy where the plane has one.</summary>
    public void DrawGrid(ICanvas canvas)
    {
        foreach (var tick in ticksUp)
        {
            var y = Up.At(tick);
            canvas.Line(Left, y, Right, y, tick == 0 ? new(Style.Ink, 1.5) : new(Style.Grid, 1));
            canvas.Text(Left - 10, y + 0.35 * frame.Metrics.Label, up.Tick(tick), frame.Label, Style.Text2, Anchor.End);
        }

        var (unit, baseline) = (frame.Label.Width(up.Unit), Top - 1.4 * frame.Metrics.Label);
        canvas.Text(Math.Max(Left - 10, frame.Left + unit), baseline, up.Unit, frame.Label, Style.Text2, Anchor.End);
        DrawTicksAcross(canvas);
    }

    /// <summary>A curve through places.</summary>
    public void DrawCurve(ICanvas canvas, IEnumerable<(decimal X, decimal Y)> places, Stroke stroke) =>
        canvas.Polyline([.. places.Select(place => At(place.X, place.Y))], stroke);

    /// <summary>A curve with gaps where nothing is known.</summary>
    public void DrawKnown(ICanvas canvas, IReadOnlyList<(decimal X, decimal? Y)> places, Stroke stroke)
    {
        var known = new List<(decimal X, decimal Y)>();
        foreach (var (x, y) in places.Append((0, null)))
        {
            if (y is { } value)
            {
                known.Add((x, value));
                continue;
            }

            if (known.Count > 1)
                DrawCurve(canvas, known, stroke);
            else if (known.Count == 1)
                canvas.Dot(Across.At(known[0].X), Up.At(known[0].Y), stroke.Width, stroke.Colour);
            known.Clear();
        }
    }

    /// <summary>A place on the plane, ringed, so that it is seen on any line.</summary>
    public void DrawRing(ICanvas canvas, decimal x, decimal y, Labels? labels = null)
    {
        var (place, radius) = (At(x, y), 1.35 * frame.Metrics.Dot);
        canvas.Dot(place.X, place.Y, radius, Style.Paper, new(Style.Ink, 2));
        labels?.Keep(place.X - radius - 2, place.X + radius + 2, place.Y - radius - 2, place.Y + radius + 2);
    }

    /// <summary>A line across the whole height, named at its top.</summary>
    public void DrawAt(ICanvas canvas, decimal x, string words, Labels labels, Stroke? stroke = null, string? below = null)
    {
        var place = Across.At(x);
        canvas.Line(place, Top, place, Bottom, stroke ?? new(Style.Ink, 1.25));
        Anchor[] sides = place > (Left + Right) / 2 ? [Anchor.End, Anchor.Start] : [Anchor.Start, Anchor.End];
        foreach (var besideCurves in new[] { true, false })
        {
            for (var baseline = Top + 0.9 * frame.Metrics.Text; baseline < Bottom - frame.Metrics.TextLine; baseline += frame.Metrics.TextLine)
            {
                foreach (var side in sides)
                {
                    if (Write(side, baseline, besideCurves))
                        return;
                }
            }
        }

        bool Write(Anchor side, double baseline, bool besideCurves)
        {
            var (at, second) = (side == Anchor.End ? place - 10 : place + 10, baseline + frame.Metrics.TextLine);
            if (!labels.Fits(at, baseline, words, frame.Strong, side, besideCurves) || below is not null && !labels.Fits(at, second, below, frame.Text, side, besideCurves))
                return false;
            labels.Write(canvas, at, baseline, words, frame.Strong, Style.Ink, side);
            if (below is not null)
                labels.Write(canvas, at, second, below, frame.Text, Style.Ink, side);
            return true;
        }
    }

    /// <summary>A name beside a place: right of it where there is room, else left.</summary>
    public void Name(ICanvas canvas, decimal x, decimal y, string words, Labels labels)
    {
        var (place, away) = (At(x, y), 2.2 * frame.Metrics.Dot);
        foreach (var besideCurves in new[] { true, false })
        {
            foreach (var rise in Rises)
            {
                var baseline = place.Y + rise * frame.Metrics.Text;
                if (baseline < Top + frame.Metrics.Text || baseline > Bottom - 4)
                    continue;
                if (labels.Write(canvas, place.X + away, baseline, words, frame.Strong, Style.Ink, Anchor.Start, besideCurves)
                    || labels.Write(canvas, place.X - away, baseline, words, frame.Strong, Style.Ink, Anchor.End, besideCurves))
                {
                    return;
                }
            }
        }
    }

    /// <summary>Places along a curve, close enough that no words fit between them.</summary>
    public IEnumerable<Point> Along(IReadOnlyList<(decimal X, decimal Y)> curve)
    {
        for (var i = 1; i < curve.Count; i++)
        {
            var (from, to) = (At(curve[i - 1].X, curve[i - 1].Y), At(curve[i].X, curve[i].Y));
            var steps = 1 + (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / 4);
            for (var step = 0; step <= steps; step++)
                yield return new(from.X + (to.X - from.X) * step / steps, from.Y + (to.Y - from.Y) * step / steps);
        }
    }

    /// <summary>The area between two curves over the same places.</summary>
    public void FillBetween(ICanvas canvas, IReadOnlyList<(decimal X, decimal Upper, decimal Lower)> places, Colour fill)
    {
        if (places.Count > 1)
            canvas.Polygon([.. places.Select(place => At(place.X, place.Upper)), .. places.Reverse().Select(place => At(place.X, place.Lower))], fill);
    }

    private void DrawTicksAcross(ICanvas canvas)
    {
        var baseline = Bottom + 1.5 * frame.Metrics.Label;
        var end = Left;
        foreach (var tick in Across.TicksThatFit(10, amount => frame.Label.Width(across.Tick(amount)), across.IsWhole))
        {
            var (x, half) = (Across.At(tick), frame.Label.Width(across.Tick(tick)) / 2);
            if (x - half < 4 || x + half > frame.Width - 4)
                continue;
            canvas.Text(x, baseline, across.Tick(tick), frame.Label, Style.Text2, Anchor.Middle);
            end = x + half;
        }

        var unit = Math.Max(Right + 12, end + 8);
        canvas.Text(unit, baseline, frame.Label.Cut(across.Unit, frame.Width - 4 - unit), frame.Label, Style.Text2);
    }
}
