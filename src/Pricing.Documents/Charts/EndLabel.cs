namespace Pricing.Documents.Charts;

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
