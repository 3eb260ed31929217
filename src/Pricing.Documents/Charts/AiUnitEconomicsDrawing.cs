using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

internal sealed class AiUnitEconomicsDrawing : FramedDrawing
{
    private const double LeftShare = 0.5;

    private readonly AiUnitEconomics economics;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly AmountScale unitScale;
    private readonly IReadOnlyList<(string Words, decimal Amount, Colour Fill, Colour? Outline)> parts;
    private readonly double left;
    private readonly double right;
    private readonly double barWidth;
    private readonly Axis bars;
    private readonly Plane volumes;

    public AiUnitEconomicsDrawing(ChartFrame frame, AiUnitEconomics economics, DocumentTexts texts, Formats formats)
        : base(frame)
    {
        (this.economics, this.texts, this.formats) = (economics, texts, formats);
        var classic = economics.ClassicUnitCost?.Amount ?? 0;
        unitScale = formats.ScaleFor(Math.Max(economics.TotalWithSetUp.Amount, classic));
        parts = [.. Parts().Where(part => part.Amount > 0)];
        (left, right) = (frame.Left, frame.Left + LeftShare * (frame.Right - frame.Left) - 2 * frame.Metrics.Label);
        barWidth = 0.2 * (right - left);
        var top = frame.Top + 2.6 * frame.Metrics.Label;
        bars = new(0, Math.Max(economics.TotalWithSetUp.Amount, classic), frame.Bottom - 8, top + 1.2 * frame.Metrics.Label);
        volumes = PlaneOf(top);
    }

    // Far enough to see the lines part, and not so far that they seem to part at zero.
    private decimal MostVolume => economics.BreakEvenVolume is { } even
        ? Math.Clamp(economics.Volume.Value, Math.Max(1, 2 * even.Value), Math.Max(1, 8 * even.Value))
        : Math.Max(1, economics.Volume.Value);

    protected override void DrawPlot(ICanvas canvas)
    {
        Head(canvas, "unit.perPiece", left, unitScale.Unit);
        Head(canvas, "unit.byVolume", volumes.Left, "");
        DrawStack(canvas);
        if (economics.ClassicUnitCost is { } classic)
            DrawClassic(canvas, classic.Amount);
        canvas.Line(left, bars.At(0), right, bars.At(0), new(Style.Ink, 1.5));
        DrawVolumes(canvas);
    }

    // People in slate, machines in blue, third parties in navy; set-up as a frame, for it is no part of the unit cost.
    private IEnumerable<(string Words, decimal Amount, Colour Fill, Colour? Outline)> Parts()
    {
        var unit = economics.UnitCost;
        yield return (texts["unit.labour"], unit.Labour.Amount, Style.Slate, null);
        yield return (texts["unit.review"], unit.Review.Amount, Style.SlateTint, Style.Slate);
        yield return (texts["unit.compute"], unit.Compute.Amount, Style.Blue, null);
        yield return (texts["unit.rights"], unit.Rights.Amount, Style.BlueTint, Style.Blue);
        yield return (texts["unit.labelling"], unit.Labelling.Amount, Style.BlueTint, Style.Blue);
        yield return (texts["unit.otherAi"], unit.OtherAi.Amount, Style.BlueTint, Style.Blue);
        yield return (texts["unit.thirdParty"], unit.ThirdParty.Amount, Style.Navy, null);
        yield return (texts["unit.levy"], unit.ArtistSocialLevy.Amount, Style.Navy, null);
        yield return (texts["unit.setUp"], economics.SetUpShare.Amount, Style.Paper, Style.Ink);
    }

    private Plane PlaneOf(double top)
    {
        var most = MostVolume;
        var amounts = new[] { economics.CostOf(most).Amount, economics.ClassicCostOf(most)?.Amount ?? 0 };
        var scale = formats.ScaleFor(amounts.Max());
        var room = new[] { texts[$"unit.{economics.Method}"], texts["unit.Classic"] }.Max(Frame.LabelStrong.Width) + EndLabel.Gap + 1;
        var pieces = new PlaneScale(0, most, formats.Quantity, texts["content.pieces"]);
        return new(Frame, pieces, PlaneScale.Of(amounts, scale), top, Frame.Bottom - 8, room, right + 4 * Frame.Metrics.Label, Frame.Right);
    }

    private void Head(ICanvas canvas, string key, double x, string unit)
    {
        canvas.Text(x, Frame.Top - 0.5 * Frame.Metrics.Label, texts[key], Frame.LabelStrong, Style.Ink);
        canvas.Text(x, Frame.Top + 0.9 * Frame.Metrics.Label, unit, Frame.Label, Style.Text2);
    }

    private void DrawStack(ICanvas canvas)
    {
        var (x, reached, ends) = (left + 0.06 * (right - left), 0m, new List<EndLabel>());
        foreach (var (words, amount, fill, outline) in parts)
        {
            var (lower, upper) = (bars.At(reached), bars.At(reached + amount));
            canvas.Rectangle(x, upper, barWidth, Math.Max(0.5, lower - upper), fill, new(outline ?? Style.Paper, 0.75));
            ends.Add(new((lower + upper) / 2, $"{words} {unitScale.Number(amount)}", Style.Ink));
            reached += amount;
        }

        canvas.Text(x + barWidth / 2, bars.At(reached) - 0.5 * Frame.Metrics.Label, unitScale.Number(reached), Frame.LabelStrong, Style.Ink, Anchor.Middle);
        canvas.Text(x + barWidth / 2, bars.At(0) + 1.5 * Frame.Metrics.Label, Frame.Label.Cut(texts[$"unit.{economics.Method}"], 1.3 * barWidth), Frame.Label, Style.Text2, Anchor.Middle);
        var end = x + barWidth;
        EndLabel.DrawAll(canvas, ends, end, Frame.Top + 2.6 * Frame.Metrics.Label, bars.At(0) - 0.7 * Frame.Metrics.Label, Frame.Label, ClassicLeft - end - EndLabel.Gap - 8);
    }

    private double ClassicLeft => economics.ClassicUnitCost is null ? right : right - barWidth;

    private void DrawClassic(ICanvas canvas, decimal classic)
    {
        canvas.Rectangle(ClassicLeft, bars.At(classic), barWidth, bars.At(0) - bars.At(classic), Style.Slate);
        canvas.Text(ClassicLeft + barWidth / 2, bars.At(classic) - 0.5 * Frame.Metrics.Label, unitScale.Number(classic), Frame.LabelStrong, Style.Ink, Anchor.Middle);
        canvas.Text(ClassicLeft + barWidth / 2, bars.At(0) + 1.5 * Frame.Metrics.Label, Frame.Label.Cut(texts["unit.Classic"], 1.3 * barWidth), Frame.Label, Style.Text2, Anchor.Middle);
    }

    private void DrawVolumes(ICanvas canvas)
    {
        volumes.DrawGrid(canvas);
        var most = MostVolume;
        var ends = new List<EndLabel> { new(volumes.Up.At(economics.CostOf(most).Amount), texts[$"unit.{economics.Method}"], Style.BlueText) };
        if (economics.ClassicCostOf(most) is { } classic)
        {
            volumes.DrawCurve(canvas, [(0, 0), (most, classic.Amount)], new(Style.Slate, Frame.Metrics.Curve));
            ends.Add(new(volumes.Up.At(classic.Amount), texts["unit.Classic"], Style.Text2));
        }

        volumes.DrawCurve(canvas, [(0, economics.SetUpCost.Amount), (most, economics.CostOf(most).Amount)], new(Style.Blue, Frame.Metrics.Curve));
        var labels = new Labels(volumes.Left, volumes.Right);
        labels.Mind(volumes.Along([(0, economics.SetUpCost.Amount), (most, economics.CostOf(most).Amount)]));
        labels.Mind(volumes.Along([(0, 0), (most, economics.ClassicCostOf(most)?.Amount ?? 0)]));
        if (economics.BreakEvenVolume is { } even && even.Value <= most)
        {
            volumes.DrawRing(canvas, even.Value, economics.CostOf(even).Amount, labels);
            volumes.Name(canvas, even.Value, economics.CostOf(even).Amount, texts.Say("unit.from", formats.Quantity(economics.BreakEvenWhole!.Value.Value)), labels);
        }

        EndLabel.DrawAll(canvas, ends, volumes.Right, volumes.Top, volumes.Bottom, Frame.LabelStrong, Frame.Right - volumes.Right - EndLabel.Gap);
    }
}
