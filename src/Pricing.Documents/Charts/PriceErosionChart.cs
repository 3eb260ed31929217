using Pricing.Documents.Texts;
using Pricing.Model.Analyses;
using Pricing.Model.Fees;

namespace Pricing.Documents.Charts;

/// <summary>How an asset's price falls to the floor, and the profit of phases as it does.</summary>
/// <param name="erosion">The erosion.</param>
/// <param name="subject">The engagement.</param>
public sealed class PriceErosionChart(PriceErosion erosion, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var scale = formats.ScaleFor(erosion.Series.Max(year => Math.Max(year.Price.Amount, year.Floor.Amount)));
        var frame = new ChartFrame(texts, Words(texts, formats, scale), width, height, ChartMetrics.For(width).Label * (erosion.Phases is null ? 12 : 30));
        return new PriceErosionDrawing(frame, erosion, texts, formats, scale);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats, AmountScale scale)
    {
        var rates = erosion.Curve.Rates;
        var definition = texts.Say(
            "erosion.definition", scale.Unit, formats.ChangePercent(-rates.ComputeDecline), formats.ChangePercent(rates.WageGrowth), formats.ChangePercent(-rates.Competition));
        return new(Finding(texts, formats), definition, subject.Footnote(texts.Say("erosion.footnote", formats.Percent(erosion.MinimumMargin.Value))));
    }

    private string Finding(DocumentTexts texts, Formats formats)
    {
        var asset = Lines.Short(Legible.Of(erosion.Asset));
        return erosion.FloorTime?.Value switch
        {
            null => texts.Say(erosion.Series.Count == 2 ? "erosion.finding.aboveOne" : "erosion.finding.above", asset, formats.Quantity(erosion.Series.Count - 1)),
            0 => texts.Say("erosion.finding.already", asset),
            { } time => texts.Say("erosion.finding", asset, formats.Fixed(time, 1)),
        };
    }
}

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

/// <summary>Profit by phase and year, stacked, below the prices.</summary>
internal static class StackedPhases
{
    private static readonly (Phase Phase, Colour Fill, Colour Words)[] Colours =
        [(Phase.Strategy, Style.Navy, Style.Navy), (Phase.Ideation, Style.Blue, Style.BlueText), (Phase.Production, Style.Slate, Style.Text2)];

    public static double RoomOf(PriceErosion erosion, ChartFrame frame, DocumentTexts texts, Formats formats) =>
        (erosion.Phases ?? []).Select(phase => frame.LabelStrong.Width(LabelOf(phase, texts, ScaleOf(erosion, formats)))).DefaultIfEmpty().Max();

    public static void Draw(ICanvas canvas, PriceErosion erosion, ChartFrame frame, double top, double room, double gutter, DocumentTexts texts, Formats formats)
    {
        if (erosion.Phases is not { Count: > 0 } phases)
            return;
        var (scale, years) = (ScaleOf(erosion, formats), phases[0].Series.Count);
        canvas.Text(frame.Left, top + frame.Metrics.Label, texts["erosion.phases"], frame.LabelStrong, Style.Ink);
        var sums = Enumerable.Range(0, years).SelectMany(year => (decimal[])[phases.Sum(phase => Math.Max(0, ProfitIn(phase, year))), phases.Sum(phase => Math.Min(0, ProfitIn(phase, year)))]);
        var plane = new Plane(
            frame, new(-0.5m, years - 0.5m, formats.Quantity, texts["chart.year"]) { IsWhole = true }, PlaneScale.Of(sums, scale),
            top + 3.6 * frame.Metrics.Label, frame.Bottom - 8, room, gutter: gutter);
        plane.DrawGrid(canvas);
        var width = 0.54 * (plane.Across.At(1) - plane.Across.At(0));
        var ends = new List<EndLabel>();
        for (var year = 0; year < years; year++)
        {
            var (gained, lost) = (0m, 0m);
            foreach (var phase in phases)
            {
                var profit = ProfitIn(phase, year);
                var from = profit >= 0 ? gained : lost;
                (gained, lost) = profit >= 0 ? (gained + profit, lost) : (gained, lost + profit);
                var (upper, lower) = (plane.Up.At(Math.Max(from, from + profit)), plane.Up.At(Math.Min(from, from + profit)));
                var colours = Array.Find(Colours, colour => colour.Phase == phase.Phase);
                canvas.Rectangle(plane.Across.At(year) - width / 2, upper, width, lower - upper, colours.Fill);
                if (year == years - 1)
                    ends.Add(new((upper + lower) / 2, LabelOf(phase, texts, scale), colours.Words));
            }
        }

        canvas.Line(plane.Left, plane.Up.At(0), plane.Right, plane.Up.At(0), new(Style.Ink, 1.5));
        EndLabel.DrawAll(canvas, ends, plane.Right, plane.Top, plane.Bottom, frame.LabelStrong, room - EndLabel.Gap);
    }

    private static decimal ProfitIn(PhaseErosion phase, int year) => phase.Series[year].Profit.Amount;

    private static AmountScale ScaleOf(PriceErosion erosion, Formats formats) =>
        formats.ScaleFor(erosion.Phases!.SelectMany(phase => phase.Series).Select(year => Math.Abs(year.Profit.Amount)).DefaultIfEmpty().Max());

    private static string LabelOf(PhaseErosion phase, DocumentTexts texts, AmountScale scale) => $"{texts[$"phase.{phase.Phase}"]} {scale.Number(phase.Series[^1].Profit.Amount)}";
}
