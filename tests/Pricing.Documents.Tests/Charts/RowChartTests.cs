using Pricing.Documents.Charts;
using Pricing.Documents.Tests.Workbook;
using Pricing.Model.Analyses;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests.Charts;

internal static class RowChartSamples
{
    private static readonly FigureLimit[] Limits =
    [
        new(ComparisonFigure.SurplusVersusAlternative, 0, true), new(ComparisonFigure.ClientSurplus, 0, true), new(ComparisonFigure.LossProbability, 0.1m, false), new(ComparisonFigure.ClientLossProbability, 0.25m, false),
    ];

    public static SavingsReinvestmentChart Savings { get; } = Of(359_967.83m, 66_225.17m, 12_690.02m, 168_631.59m, 6, 631.59m);

    public static BridgeChart Bridge { get; } = new(
        new(ComparisonFigure.ExpectedProfit, "Angebot", 24_900, "Ist", 13_300, [("Stunden", -15_200), ("KI-Preise", 2_100), ("Fremdkosten", -1_000), ("Nachlass", 2_500)]), SampleCharts.CaseA);

    public static RecommendationChart Recommendation { get; } = Recommended(ComparisonFigure.CertaintyEquivalent, 0.3m);

    public static ScenariosChart Scenarios { get; } = new(
        new(
            [ComparisonFigure.ExpectedProfit, ComparisonFigure.ExpectedCost, ComparisonFigure.ClientSurplus, ComparisonFigure.LossProbability],
            [("Basis", [24_900, 110_300, 379_500, 0.08m]), ("Mehr KI", [41_000, 94_200, 379_500, 0.02m]), ("Ohne KI", [-210_000, 345_000, 379_500, 1]), ("Unmöglich", [null, null, null, null])]),
        SampleCharts.CaseA);

    public static IEnumerable<(string Name, Chart Chart)> All =>
    [
        ("savings", Savings), ("savings-none", Of(50_000, 66_225, 12_690, 0, 0, 0)), ("savings-huge", Of(9e12m, 1e12m, 1, 8e12m, 8e9m, 0.01m)), ("savings-zero", Of(0, 0, 0, 0, 0, 0)),
        ("bridge", Bridge), ("bridge-still", new BridgeChart(new(ComparisonFigure.LossProbability, "a", 0, "b", 0, []), SampleCharts.CaseA)),
        ("bridge-crowded", new BridgeChart(
            new(ComparisonFigure.ExpectedCost, new('W', 900), -9e12m, new('M', 900), -9e12m + 50e11m, [.. Enumerable.Range(0, 50).Select(i => (new string('U', 10 * i), 1e11m))]), SampleCharts.Verbose)),
        ("recommendation", Recommendation), ("recommendation-roi", Recommended(ComparisonFigure.ClientRoi, null)),
        ("scenarios", Scenarios),
        ("scenarios-crowded", new ScenariosChart(
            new(
                [ComparisonFigure.ExpectedProfit, ComparisonFigure.ProfitCvar, ComparisonFigure.ClientCvar, ComparisonFigure.ClientLossProbability, ComparisonFigure.SurplusVersusAlternative],
                [.. Enumerable.Range(0, 50).Select(i => (new string('S', 8 * i), (IReadOnlyList<decimal?>)[-9e12m + i * 4e11m, -8e12m, 9e12m, 0.5m, null]))]),
            SampleCharts.Verbose)),
    ];

    private static SavingsReinvestmentChart Of(decimal classic, decimal current, decimal setUp, decimal reinvested, decimal pieces, decimal rest)
    {
        var saving = classic - current - setUp;
        return new(new(new(classic), new(current), new(setUp), new(saving), new(reinvested), new(saving - reinvested), pieces, new(rest)), SampleCharts.CaseA);
    }

    private static RecommendationChart Recommended(ComparisonFigure criterion, decimal? leastMargin)
    {
        var comparison = Samples.Comparison("case-a");
        return new(Model.Analyses.Recommendation.Of(comparison, new(criterion, leastMargin is { } margin ? [.. Limits, new(ComparisonFigure.ProfitMargin, margin, true)] : Limits, true)), ChartSubject.Of(comparison));
    }
}

public sealed class RowChartTests
{
    [Theory]
    [InlineData(DocumentLanguage.De, "281,1 Tsd. € Ersparnis bezahlen 6 Hero-Stücke")]
    [InlineData(DocumentLanguage.En, "A saving of €281.1 thousand pays for 6 hero pieces")]
    public void Savings_lead_from_classic_cost_to_what_is_kept(DocumentLanguage language, string title)
    {
        var drawn = DrawnChart.Of(RowChartSamples.Savings, language);

        Assert.Equal(title, drawn.Title);
        string[] amounts = language == DocumentLanguage.De ? ["360,0", "−66,2", "−12,7", "+281,1", "−168,0", "−0,6", "+112,4"] : ["360.0", "−66.2", "−12.7", "+281.1", "−168.0", "−0.6", "+112.4"];
        Assert.Equal(amounts, drawn.Labels.Where(amounts.Contains));
    }

    [Fact]
    public void Where_nothing_is_saved_the_title_says_what_is_missing()
    {
        Assert.Equal("KI spart hier nichts: Es fehlen 28,9 Tsd. €", DrawnChart.Of(SampleCharts.All["savings-none"]).Title);
    }

    [Fact]
    public void A_bridge_shows_every_cause_between_its_ends()
    {
        var drawn = DrawnChart.Of(RowChartSamples.Bridge);

        Assert.Equal("Erwarteter Gewinn −11,6 Tsd. €; am stärksten wirkt: Stunden", drawn.Title);
        string[] inOrder = ["Angebot", "24,9", "Stunden", "−15,2", "KI-Preise", "+2,1", "Fremdkosten", "−1,0", "Nachlass", "+2,5", "Ist", "13,3"];
        Assert.Equal(inOrder, drawn.Labels.Where(inOrder.Contains));
        Assert.Equal("Verlustwahrscheinlichkeit bleibt gleich", DrawnChart.Of(SampleCharts.All["bridge-still"]).Title);
    }

    [Fact]
    public void The_recommended_structure_is_marked_and_the_others_say_what_they_break()
    {
        var drawn = DrawnChart.Of(RowChartSamples.Recommendation, DocumentLanguage.De, 1200, 1100);

        Assert.Contains("ist zu empfehlen: Sicherheitsäquivalent", drawn.Title, StringComparison.Ordinal);
        Assert.Single(drawn.Labels, "Empfohlen");
        Assert.Contains(drawn.Labels, label => label.EndsWith(" < 30,0 %: Gewinnmarge", StringComparison.Ordinal));
    }

    [Fact]
    public void Scenarios_have_a_column_for_each_figure()
    {
        var labels = DrawnChart.Of(RowChartSamples.Scenarios).Labels;

        Assert.Empty(new[] { "Erwarteter Gewinn: am besten mit Mehr KI, 41,0 Tsd. €", "Erwarteter Gewinn, Tsd. €", "24,9", "−210,0", "8,0", "–" }.Except(labels));
    }
}
