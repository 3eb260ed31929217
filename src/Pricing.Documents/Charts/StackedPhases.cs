using Pricing.Documents.Texts;
using Pricing.Model.Analyses;
using Pricing.Model.Fees;

namespace Pricing.Documents.Charts;

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
