using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

internal sealed class MoodFilmTrapDrawing : FramedDrawing
{
    private const int Points = 200;

    private readonly MoodFilmTrap trap;
    private readonly IReadOnlyList<(decimal Concreteness, decimal Net)> curve;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly AmountScale scale;
    private readonly Plane plane;

    public MoodFilmTrapDrawing(
        ChartFrame frame, MoodFilmTrap trap, IReadOnlyList<(decimal Concreteness, decimal Net)> curve, DocumentTexts texts, Formats formats, AmountScale scale)
        : base(frame)
    {
        (this.trap, this.curve, this.texts, this.formats, this.scale) = (trap, curve, texts, formats, scale);
        plane = new(
            frame, new(0, 1, tick => formats.Percent(tick), texts["moodFilm.concreteness"]), PlaneScale.Of(curve.Select(at => at.Net), scale), frame.PlaneTop, frame.Bottom - 8, 0);
    }

    /// <summary>The curve, with the ends of paying ranges among its places.</summary>
    public static IReadOnlyList<(decimal Concreteness, decimal Net)> CurveOf(MoodFilmTrap trap)
    {
        var ends = trap.PayingRanges.SelectMany(range => new[] { range.From.Value, range.To.Value });
        return [.. Enumerable.Range(0, Points + 1).Select(i => (decimal)i / Points).Concat(ends).Distinct().Order().Select(at => (at, trap.PointAt(at).NetEffect.Amount))];
    }

    protected override void DrawPlot(ICanvas canvas)
    {
        foreach (var (pays, places) in Stretches.Of(curve, at => at.Net >= 0))
            plane.FillBetween(canvas, [.. places.Select(at => pays ? (at.Concreteness, Math.Max(0, at.Net), 0m) : (at.Concreteness, 0m, Math.Min(0, at.Net)))], pays ? Style.BlueTint : Style.OchreTint);
        plane.DrawGrid(canvas);
        var (zero, labels) = (plane.Up.At(0), new Labels(plane.Left, plane.Right));
        labels.Mind(plane.Along(curve));
        foreach (var range in trap.PayingRanges)
            canvas.Rectangle(plane.Across.At(range.From.Value), zero - 3, Math.Max(2, plane.Across.At(range.To.Value) - plane.Across.At(range.From.Value)), 6, Style.Blue);
        plane.DrawCurve(canvas, curve, new(Style.Navy, Frame.Metrics.Curve));
        foreach (var point in trap.Points)
            canvas.Dot(plane.Across.At(point.Concreteness.Value), plane.Up.At(point.NetEffect.Amount), Frame.Metrics.Dot, Style.Navy, new(Style.Paper, 1.5));
        plane.DrawRing(canvas, trap.At.Concreteness.Value, trap.At.NetEffect.Amount, labels);
        plane.Name(canvas, trap.At.Concreteness.Value, trap.At.NetEffect.Amount, scale.Signed(trap.At.NetEffect.Amount), labels);
        if (trap.BreakEvenConcreteness is { } limit)
            plane.Name(canvas, limit.Value, 0, texts.Say("moodFilm.until", formats.Percent(limit.Value, 1)), labels);
    }
}
