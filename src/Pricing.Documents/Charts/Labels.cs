namespace Pricing.Documents.Charts;

/// <summary>Where words stand already, so that no others are put on them.</summary>
internal sealed class Labels(double left, double right)
{
    private readonly List<(double Left, double Right, double Top, double Bottom)> taken = [];
    private readonly List<Point> curves = [];

    /// <summary>Writes words on paper of their own, unless they would touch others or leave the picture.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="x">Place of the anchor.</param>
    /// <param name="baseline">Baseline.</param>
    /// <param name="words">The words.</param>
    /// <param name="style">Their style.</param>
    /// <param name="colour">Their colour.</param>
    /// <param name="anchor">Which point of the words is given.</param>
    /// <param name="besideCurves">Whether they may not cover a curve either.</param>
    public bool Write(
        ICanvas canvas, double x, double baseline, string words, TextStyle style, Colour colour, Anchor anchor = Anchor.Start, bool besideCurves = false)
    {
        if (!Fits(x, baseline, words, style, anchor, besideCurves))
            return false;
        var (start, end, top, bottom) = BoxOf(x, baseline, words, style, anchor);
        taken.Add((start - 3, end + 3, top, bottom));
        canvas.Rectangle(start - 3, top, end - start + 6, bottom - top, Style.Paper);
        canvas.Text(start, baseline, words, style, colour);
        return true;
    }

    /// <summary>Whether words would touch no others there, nor leave the picture.</summary>
    public bool Fits(double x, double baseline, string words, TextStyle style, Anchor anchor, bool besideCurves)
    {
        var (start, end, top, bottom) = BoxOf(x, baseline, words, style, anchor);
        return start >= left && end <= right
            && !taken.Any(box => start < box.Right && box.Left < end && top < box.Bottom && box.Top < bottom)
            && !(besideCurves && curves.Any(point => point.X > start - 3 && point.X < end + 3 && point.Y > top - 3 && point.Y < bottom + 3));
    }

    /// <summary>Tells of a curve that words should not cover.</summary>
    public void Mind(IEnumerable<Point> curve) => curves.AddRange(curve);

    /// <summary>Keeps a place free.</summary>
    public void Keep(double from, double to, double top, double bottom) => taken.Add((from, to, top, bottom));

    private static (double Start, double End, double Top, double Bottom) BoxOf(double x, double baseline, string words, TextStyle style, Anchor anchor)
    {
        var length = style.Width(words);
        var start = anchor switch { Anchor.End => x - length, Anchor.Middle => x - length / 2, _ => x };
        return (start, start + length, baseline - 0.8 * style.Size, baseline + 0.25 * style.Size);
    }
}

/// <summary>A label at the right end of what it names.</summary>
/// <param name="Y">Middle of the end.</param>
/// <param name="Words">The label.</param>
/// <param name="Colour">Its colour.</param>
internal sealed record EndLabel(double Y, string Words, Colour Colour)
{
    /// <summary>From an end to its label.</summary>
    public const double Gap = 18;

    /// <summary>Writes labels one below the other, each as near to its end as the others allow, with a thin line where it is far.</summary>
    public static void DrawAll(ICanvas canvas, IEnumerable<EndLabel> labels, double end, double top, double bottom, TextStyle style, double room)
    {
        var x = end + Gap;
        EndLabel[] sorted = [.. labels.OrderBy(label => label.Y)];
        var line = Math.Min(style.Line, sorted.Length < 2 ? style.Line : Math.Max(style.Size, (bottom - top) / (sorted.Length - 1)));
        var places = new double[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
            places[i] = Math.Max(i == 0 ? top : places[i - 1] + line, sorted[i].Y);
        for (var i = sorted.Length - 1; i >= 0; i--)
            places[i] = Math.Min(places[i], i == sorted.Length - 1 ? bottom : places[i + 1] - line);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (Math.Abs(places[i] - sorted[i].Y) > 0.4 * style.Size)
                canvas.Line(end + 3, sorted[i].Y, x - 3, places[i], new(Style.Rule, 1));
            canvas.Text(x, places[i] + 0.35 * style.Size, style.Cut(sorted[i].Words, room), style, sorted[i].Colour);
        }
    }
}
