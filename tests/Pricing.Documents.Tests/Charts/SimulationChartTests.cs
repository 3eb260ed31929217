using Pricing.Documents.Charts;
using Pricing.Model.Fees;
using Pricing.Model.Simulations;

namespace Pricing.Documents.Tests.Charts;

internal static class SimulationSamples
{
    public static SimulationChart Usual { get; } = Of(SampleCharts.CaseA, (Side(22_500, 22_000, -30_000, 70_000), Side(380_000, 300_000, -115_000, 1_400_000)), (Side(23_200, 8_000, -9_000, 41_000), Side(381_000, 290_000, -133_000, 1_350_000)));

    public static SimulationChart Mixed { get; } = Of(
        SampleCharts.CaseA with { Structures = [.. SampleCharts.CaseA.Structures, ("Preisliste", "perUnit")] },
        (Side(-22_500, 9_000, -80_000, -1_000), Side(0, 0, 0, 0)), (null, null), (Side(12_000, 500, 10_000, 14_000), Side(1e5, 5e4, -1e5, 3e5)), (Side(12_345, 0, 12_345, 12_345), Side(-5, 0, -5, -5)), (Side(100, 10, 0, 90_000), Side(1e6, 1e5, 5e5, 9e8)));

    public static IEnumerable<(string Name, Chart Chart)> All =>
    [
        ("simulation", Usual), ("simulation-mixed", Mixed), ("simulation-none", Of(SampleCharts.CaseA, (null, null))),
        ("simulation-one", Of(SampleCharts.CaseA, (Side(22_500, 22_000, -30_000, 70_000), Side(380_000, 300_000, -115_000, 1_400_000)))),
        ("simulation-crowded", Of(
            SampleCharts.Verbose with { Structures = [.. Enumerable.Range(0, 50).Select(i => ((string?)new string('W', 20 * i), "fixed"))] },
            [.. Enumerable.Range(0, 50).Select(i => ((SimulatedSide?)Side(1e12 * i, 1e12, 1e12 * (i - 4), 1e12 * (i + 4)), (SimulatedSide?)Side(-9e12, 5e12, -9.9e12, 2e12)))])),
    ];

    private static SimulationChart Of(ChartSubject subject, params (SimulatedSide? Agency, SimulatedSide? Client)[] sides)
    {
        var still = new SampleStatistics(1, 0, 0);
        var inputs = new SimulatedInputs { Cost = still, Hours = still, Attempts = [], OutcomeMultiplier = still, PriceFactor = still, VendorStop = still };
        var structure = new Fixed(0.08m, 0.2m, 0.1m, 0.1m);
        return new(new(200_000, 20261125, inputs, [.. sides.Select(side => new SimulatedStructure(structure, side.Agency is null ? null : still, side.Agency, side.Client))], []), 0.05m, subject);
    }

    // Forty bins of a normal curve between two ends.
    private static SimulatedSide Side(double mean, double deviation, double least, double most)
    {
        var bins = least < most ? 40 : 1;
        double[] edges = [.. Enumerable.Range(0, bins + 1).Select(i => least + i * (most - least) / bins)];
        int[] counts = [.. Enumerable.Range(0, bins).Select(i => deviation == 0 ? 200_000 : (int)(20_000 * Math.Exp(-Math.Pow(((edges[i] + edges[i + 1]) / 2 - mean) / deviation, 2) / 2)))];
        return new()
        {
            Statistics = new(mean, deviation / 447, deviation),
            Percentiles = [.. new[] { -1.64, -0.67, 0, 0.67, 1.64 }.Select(z => Math.Clamp(mean + z * deviation, least, most))],
            LossProbability = mean < 0 ? 0.9 : 0.031,
            ValueAtRisk = Math.Clamp(mean - 1.64 * deviation, least, most),
            ConditionalValueAtRisk = mean - 2 * deviation,
            CertaintyEquivalent = mean,
            CertaintyEquivalentExponential = mean,
            Histogram = new(edges, counts),
        };
    }
}

public sealed class SimulationChartTests
{
    [Theory]
    [InlineData(DocumentLanguage.De, "Festpreis bringt im Mittel am meisten, 23,2 Tsd. €, und streut am wenigsten")]
    [InlineData(DocumentLanguage.En, "Festpreis earns most on average, €23.2 thousand, and varies least")]
    public void The_title_says_who_earns_most_and_who_varies_least(DocumentLanguage language, string title)
    {
        Assert.Equal(title, DrawnChart.Of(SimulationSamples.Usual, language).Title);
    }

    [Fact]
    public void Both_sides_of_every_structure_have_mean_loss_and_value_at_risk()
    {
        var labels = DrawnChart.Of(SimulationSamples.Usual).Labels;

        Assert.Contains("Mittel 23,2   Verlust 3,1 %   VaR 10,1", labels);
        Assert.Contains("Mittel 381,0   Verlust 3,1 %   VaR −94,6", labels);
        Assert.Contains("P95 36,3", labels);
        Assert.Contains("Gewinn der Agentur, Tsd. €", labels);
        Assert.Contains(labels, label => label.EndsWith("200.000 Läufe, gleiche Zufallszahlen für alle Modelle, Startwert 20261125.", StringComparison.Ordinal));
    }

    [Fact]
    public void Scales_of_their_own_and_trials_beyond_the_axis_are_told()
    {
        var labels = string.Join(' ', DrawnChart.Of(SimulationSamples.Mixed).Labels);

        Assert.Contains("Jede Zeile hat ihre eigene Höhenskala.", labels, StringComparison.Ordinal);
        Assert.Contains("keine Einigung möglich", labels, StringComparison.Ordinal);
        Assert.DoesNotContain("eigene Höhenskala", string.Join(' ', DrawnChart.Of(SimulationSamples.Usual).Labels), StringComparison.Ordinal);
    }
}
