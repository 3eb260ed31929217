using Pricing.Documents.Texts;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Charts;

/// <summary>The internal comparison: how each fee structure shares the client's value. It shows cost, so no client sees it.</summary>
/// <param name="data">What it shows.</param>
public sealed class ComparisonChart(ComparisonChartData data) : Chart(Currency.Of(data.Currency))
{
    private readonly ComparisonChartData sorted =
        data with { Rows = [.. data.Rows.OrderByDescending(row => row.IsFeasible).ThenByDescending(row => row.Profit)] };

    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var feasible = sorted.Rows.Where(row => row.IsFeasible).ToArray();
        var scale = formats.ScaleFor(new[] { 0, sorted.Value, sorted.Floor, sorted.Ceiling }.Concat(feasible.SelectMany(row => new[] { row.Fee, row.Cost })).Max());
        var (metrics, rows) = (ComparisonMetrics.For(width), Math.Max(1, sorted.Rows.Count));
        var words = Words(texts, formats, scale, metrics.HasAmountInTitle);
        var frame = new ChartFrame(texts, words, width, height, metrics.Head + rows * metrics.LeastPitch, metrics.Head + rows * metrics.MostPitch);
        return new ComparisonDrawing(frame, metrics, sorted, texts, formats, scale);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats, AmountScale scale, bool hasAmountInTitle)
    {
        var definition = texts.Say("comparison.definition", scale.InText(sorted.Value), scale.Unit);
        var footnote = texts.Say("comparison.footnote", Legible.Of(sorted.Case), formats.Quantity(sorted.CostStates), formats.Quantity(sorted.OutcomeStates));
        return new(ComparisonFinding.Of(sorted, texts, scale, hasAmountInTitle), definition, footnote) { Key = [.. Key(texts, scale)] };
    }

    private IEnumerable<KeyItem> Key(DocumentTexts texts, AmountScale scale)
    {
        var feasible = sorted.Rows.Where(row => row.IsFeasible).ToArray();
        var costs = feasible.Select(row => row.Cost).Distinct().ToArray();
        yield return new(costs is [var same] ? texts.Say("comparison.costInEvery", scale.Number(same)) : texts["comparison.cost"], Style.Slate);
        yield return new(texts["comparison.profit"], Style.Navy);
        yield return new(texts["comparison.surplus"], Style.BlueTint, Outline: Style.Blue);
        if (feasible.Any(row => row.Profit < 0 || row.Surplus < 0))
            yield return new(texts["comparison.loss"], Style.Ochre);
    }
}
