using Pricing.Documents.Charts;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests.Charts;

/// <summary>Charts of the worked case, and of what is hardest to draw.</summary>
internal static class SampleCharts
{
    public static readonly ChartSubject CaseA = new("Fall A, 120 Kurzvideos", Currency.Of("EUR"),
        [("Grundhonorar und Erfolgsanteil", "performance"), ("Festpreis", "fixed"), (null, "hourly"), ("Wertbasiertes Honorar", "valueBased")]);

    public static readonly ChartSubject Verbose = new(new('N', 500), Currency.Of("KWD"),
        [(string.Join(' ', Enumerable.Repeat("Kampagnenhonorar", 30)), "performance"), (new('W', 10_000), "fixed"), (null, "combined")]);

    /// <summary>All of them by name.</summary>
    public static SortedDictionary<string, Chart> All { get; } = new(new[]
    {
        ComparisonSamples.All, TornadoSamples.All, PriceErosionSamples.All, RoleHoursShiftSamples.All, SimulationSamples.All, RowChartSamples.All, RangeChartSamples.All, PlaneChartSamples.All,
    }.SelectMany(charts => charts).ToDictionary(chart => chart.Name, chart => chart.Chart), StringComparer.Ordinal);
}
