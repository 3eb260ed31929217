using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

internal sealed class PriceErosionDrawing : FramedDrawing
{
    private const int Points = 200;
    private const int MostFigures = 12;

    private readonly PriceErosion erosion;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly AmountScale scale;
    private readonly Plane plane;
    private readonly (decimal Time, decimal Price, decimal Floor, decimal Cost)[] curve;
    private readonly IReadOnlyList<EndLabel> ends;
    private readonly double room;

    public PriceErosionDrawing(ChartFrame frame, PriceErosion erosion, DocumentTexts texts, Formats formats, AmountScale scale)
        : base(frame)
    {
        (this.erosion, this.texts, this.formats, this.scale) = (erosion, texts, formats, scale);
        curve = [.. Times().Select(time => (time, erosion.Curve.Price(time).Amount, erosion.Curve.Floor(time, erosion.MinimumMargin).Amount, erosion.Curve.MarginalCost(time).Amount))];
        var (_, price, floor, cost) = curve[^1];
        (decimal Amount, string Words, Colour Colour)[] named =
        [
            (floor, texts.Say("erosion.floor", scale.Number(floor)), Style.Ink), (price, texts.Say("erosion.price", scale.Number(price)), Style.BlueText),
            (cost, texts.Say("erosion.cost", scale.Number(cost)), Style.Text2),
        ];
        room = Math.Max(named.Max(label => frame.LabelStrong.Width(label.Words)), StackedPhases.RoomOf(erosion, frame, texts, formats)) + EndLabel.Gap;
        var years = new PlaneScale(0, curve[^1].Time, formats.Quantity, texts["chart.year"]) { IsWhole = true };
        plane = new(
            frame, years, PlaneScale.Of(curve.SelectMany(at => new[] { at.Price, at.Floor, at.Cost }), scale),
            frame.PlaneTop, erosion.Phases is null ? frame.Bottom - 8 : frame.Top + 0.58 * (frame.Bottom - frame.Top), room);
        ends = [.. named.Select(label => new EndLabel(plane.Up.At(label.Amount), label.Words, label.Colour))];
    }

    protected override void DrawPlot(ICanvas canvas)
    {
        // Where the price reaches the floor is one of the times, so that no area reaches over it.
        foreach (var part in Stretches.Of(curve, at => at.Price >= at.Floor))
            plane.FillBetween(canvas, [.. part.Places.Select(at => (at.Time, at.Price, at.Floor))], part.Holds ? Style.BlueTint : Style.OchreTint);
        plane.DrawGrid(canvas);
        var helper = Frame.Metrics.Curve * 0.8;
        plane.DrawCurve(canvas, curve.Select(at => (at.Time, at.Cost)), new(Style.Slate, helper));
        plane.DrawCurve(canvas, curve.Select(at => (at.Time, at.Floor)), new(Style.Ink, 1.5, 5, 3));
        plane.DrawCurve(canvas, curve.Select(at => (at.Time, at.Price)), new(Style.Blue, Frame.Metrics.Curve));
        var labels = new Labels(4, plane.Right);
        labels.Mind(plane.Along([.. curve.Select(at => (at.Time, at.Price))]));
        DrawFloorTime(canvas, labels);
        DrawYears(canvas, labels);
        EndLabel.DrawAll(canvas, ends, plane.Right, plane.Top, plane.Bottom, Frame.LabelStrong, room - EndLabel.Gap);
        StackedPhases.Draw(canvas, erosion, Frame, plane.Bottom + 3.6 * Frame.Metrics.Label, room, plane.Gutter, texts, formats);
    }

    private IEnumerable<decimal> Times()
    {
        var years = (decimal)(erosion.Series.Count - 1);
        var grid = Enumerable.Range(0, Points + 1).Select(i => years * i / Points);
        return (erosion.FloorTime is { } time ? grid.Append(time.Value) : grid).Distinct().Order();
    }

    private void DrawFloorTime(ICanvas canvas, Labels labels)
    {
        if (erosion.FloorTime is not { } time)
            return;
        var floor = erosion.Curve.Floor(time.Value, erosion.MinimumMargin).Amount;
        plane.DrawAt(canvas, time.Value, texts.Say("erosion.meets", formats.Fixed(time.Value, 1)), labels, below: texts.Say("erosion.each", scale.InText(floor)));
        plane.DrawRing(canvas, time.Value, floor, labels);
    }

    private void DrawYears(ICanvas canvas, Labels labels)
    {
        foreach (var year in erosion.Series)
        {
            var (x, y) = (plane.Across.At(year.Year), plane.Up.At(year.Price.Amount));
            var isFarFromFloor = plane.Up.At(year.Floor.Amount) - y > 12;
            if (erosion.Series.Count > MostFigures || !isFarFromFloor)
                continue;
            canvas.Dot(x, y, Frame.Metrics.Dot, Style.Blue, new(Style.Paper, 1.5));
            labels.Write(canvas, x + 9, y - 10, scale.Number(year.Price.Amount), Frame.LabelStrong, Style.Ink);
        }
    }
}
