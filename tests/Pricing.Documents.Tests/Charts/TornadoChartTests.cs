using Pricing.Documents.Charts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Tests.Charts;

internal static class TornadoSamples
{
    private static readonly string[] Levers = ["hours", "attribution", "overheadRate", "salaries", "quantity", "confidence", "acceptanceProbability", "/assets/0/generations/0/unitPrice"];

    private static readonly (decimal Low, decimal High)[] Ends =
        [(34_100, 15_800), (18_600, 30_900), (30_500, 19_400), (30_000, 19_200), (29_200, 21_600), (22_300, 27_600), (22_500, 26_500), (25_500, 23_800)];

    public static TornadoChart Usual { get; } =
        Of(new(ComparisonFigure.ExpectedProfit, 0, 24_900, [.. Ends.Select((ends, i) => new TornadoRow(i, ends.Low, ends.High, 24_900))]));

    public static TornadoChart OneSided { get; } = Of(new(ComparisonFigure.LossProbability, 1, 0.08m,
        [
            new(0, 0.10m, 0.2m, 0.08m), new(1, 0.02m, 0.05m, 0.08m), new(2, null, 0.11m, 0.08m), new(3, 0.06m, null, 0.08m), new(4, null, null, 0.08m), new(5, 0.08m, 0.08m, 0.08m),
        ]), -0.5m, 2);

    public static TornadoChart WithoutBase { get; } = Of(new(ComparisonFigure.ExpectedFee, 2, null, [new(0, null, 3, null), new(1, 2, null, null)]));

    public static TornadoChart Still { get; } = Of(new(ComparisonFigure.Floor, 0, -120_000, [new(0, -120_000, -120_000, -120_000)]));

    public static TornadoChart Crowded { get; } = new(
        new(ComparisonFigure.SurplusVersusAlternative, 1, -9e12m, [.. Enumerable.Range(0, 50).Select(i => new TornadoRow(i, -9e12m - 1e11m * (50 - i), 9e12m - 2e11m * i, -9e12m))]),
        [.. Enumerable.Range(0, 50).Select(i => new ChartLever($"/workPackages/{i}/hours/{new string('X', 300)}", 123_456.789012m))], -0.999999m, 10, SampleCharts.Verbose);

    public static IEnumerable<(string Name, Chart Chart)> All =>
        [("tornado", Usual), ("tornado-one-sided", OneSided), ("tornado-without-base", WithoutBase), ("tornado-still", Still), ("tornado-crowded", Crowded)];

    private static TornadoChart Of(Tornado tornado, decimal low = -0.1m, decimal high = 0.1m) =>
        new(tornado, [.. Levers.Select(name => new ChartLever(name, name.StartsWith('/') ? 0.04m : null))], low, high, SampleCharts.CaseA);
}

public sealed class TornadoChartTests
{
    [Theory]
    [InlineData(DocumentLanguage.De, "Am stärksten bewegt den Gewinn: Stunden")]
    [InlineData(DocumentLanguage.En, "What moves profit most: hours")]
    public void The_title_names_the_lever_that_moves_most(DocumentLanguage language, string title)
    {
        Assert.Equal(title, DrawnChart.Of(TornadoSamples.Usual, language).Title);
    }

    [Fact]
    public void A_row_shows_the_figure_at_both_ends_and_how_far_the_lever_was_moved()
    {
        var labels = DrawnChart.Of(TornadoSamples.Usual).Labels;

        Assert.Equal(["Stunden", "±10 %", "15,8", "34,1"], labels.SkipWhile(label => label != "Stunden").Take(4));
        Assert.Contains("0,036 bis 0,044", labels);
        Assert.Contains("Erwarteter Gewinn, Grundhonorar und Erfolgsanteil, Tsd. €. Je Zeile eine Annahme verändert. Ausgangswert 24,9 Tsd. €.", labels);
    }

    [Fact]
    public void Two_changes_to_the_same_side_and_refused_ones_are_told()
    {
        var labels = DrawnChart.Of(TornadoSamples.OneSided).Labels;

        Assert.Contains("10,0; 20,0", labels);
        Assert.Contains("11,0", labels);
        Assert.Contains("2,0; 5,0", labels);
        Assert.Contains("−50 % bis +200 %; kein Wert bei −50 %", labels);
        Assert.Contains("unverändert", labels);
    }

    [Fact]
    public void Without_a_movement_the_title_says_why()
    {
        Assert.Equal("Erwartetes Honorar: kein Wert, denn das Modell kommt nicht zustande", DrawnChart.Of(TornadoSamples.WithoutBase).Title);
        Assert.Equal("Keine der Annahmen bewegt die Untergrenze", DrawnChart.Of(TornadoSamples.Still).Title);
    }
}
