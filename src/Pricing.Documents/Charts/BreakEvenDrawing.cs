using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

internal sealed class BreakEvenDrawing : FramedDrawing
{
    private const int MostNames = 10;

    private readonly BreakEven breakEven;
    private readonly BreakEvenChartData data;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly Plane plane;
    private readonly string target;
    private readonly double room;

    public BreakEvenDrawing(ChartFrame frame, BreakEven breakEven, BreakEvenChartData data, DocumentTexts texts, Formats formats, AmountScale scale)
        : base(frame)
    {
        (this.breakEven, this.data, this.texts, this.formats) = (breakEven, data, texts, formats);
        target = texts.Say("breakEven.target", scale.Number(data.Target));
        var lever = Lines.CutStart(Lines.Capital(data.Lever.WordsIn(texts)), Frame.Label, 0.5 * frame.Metrics.NameWidth);
        room = Math.Max(frame.LabelStrong.Width(target), frame.Label.Width(lever)) + EndLabel.Gap;
        var across = new PlaneScale(breakEven.Curve[0].Value, breakEven.Curve[^1].Value, formats.Quantity, lever);
        decimal[] heights = [data.Target, .. breakEven.Curve.Select(at => at.Figure).OfType<decimal>(), .. breakEven.Solutions.Select(solution => solution.Figure).OfType<decimal>()];
        plane = new(frame, across, new(heights.Min(), heights.Max(), scale.Tick, scale.Unit), frame.PlaneTop, frame.Bottom - 8, room);
    }

    protected override void DrawPlot(ICanvas canvas)
    {
        plane.DrawGrid(canvas);
        var y = plane.Up.At(data.Target);
        canvas.Line(plane.Left, y, plane.Right, y, new(Style.Ink, 1.5, 5, 3));
        plane.DrawKnown(canvas, [.. breakEven.Curve.Select(at => (at.Value, at.Figure))], new(Style.Navy, Frame.Metrics.Curve));
        var labels = new Labels(plane.Left, plane.Right);
        foreach (var (_, places) in Stretches.Of(breakEven.Curve, at => at.Figure is not null).Where(part => part.Holds))
            labels.Mind(plane.Along([.. places.Where(at => at.Figure is not null).Select(at => (at.Value, at.Figure!.Value))]));
        if (data.Current >= breakEven.Curve[0].Value && data.Current <= breakEven.Curve[^1].Value)
            plane.DrawAt(canvas, data.Current, texts.Say("breakEven.now", formats.Quantity(data.Current)), labels, new(Style.Text2, 1, 2, 3));
        foreach (var solution in breakEven.Solutions)
            plane.DrawRing(canvas, solution.Value, solution.Figure ?? data.Target, labels);
        foreach (var solution in breakEven.Solutions.Take(MostNames))
            plane.Name(canvas, solution.Value, solution.Figure ?? data.Target, solution.Reached ? formats.Number(solution.Value) : texts.Say("breakEven.jump", formats.Number(solution.Value)), labels);
        EndLabel.DrawAll(canvas, [new(y, target, Style.Ink)], plane.Right, plane.Top, plane.Bottom, Frame.LabelStrong, room - EndLabel.Gap);
    }
}
