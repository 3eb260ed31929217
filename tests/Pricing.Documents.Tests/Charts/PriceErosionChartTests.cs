using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests.Charts;

internal static class PriceErosionSamples
{
    public static PriceErosionChart Usual { get; } = new(Of(18.62m, 245.63m, 900, new(0.35m, 0.03m, 0.45m), 8, 6.20195124m), SampleCharts.CaseA);

    public static IEnumerable<(string Name, Chart Chart)> All =>
    [
        ("erosion", Usual),
        ("erosion-phases", new PriceErosionChart(Of(18.62m, 245.63m, 900, new(0.35m, 0.03m, 0.45m), 8, 6.20195124m) with { Phases = Phases(8, 1) }, SampleCharts.CaseA)),
        ("erosion-at-once", new PriceErosionChart(Of(18.62m, 245.63m, 250, new(0.35m, 0.03m, 0.45m), 5, 0) with { Phases = Phases(5, -1)[..1] }, SampleCharts.CaseA)),
        ("erosion-early", new PriceErosionChart(Of(18.62m, 245.63m, 290, new(0.35m, 0.03m, 0.9m), 5, 0.1m), SampleCharts.CaseA)),
        ("erosion-never-one-year", new PriceErosionChart(Of(0, 0, 0.04m, new(0, 0, 0), 1, null), SampleCharts.CaseA)),
        ("erosion-verbose", new PriceErosionChart(Of(1e11m, 9e11m, 9e12m, new(0.1m, 0.01m, 0), 50, null) with { Asset = new('W', 2_000), Phases = Phases(50, 1e9m) }, SampleCharts.Verbose)),
    ];

    private static PriceErosion Of(decimal ai, decimal other, decimal price, ErosionRates rates, int years, decimal? floorTime)
    {
        var curve = new ErosionCurve(new(ai), new(other), new(price), rates);
        Figure margin = 0.05m;
        ErosionYear[] series = [.. Enumerable.Range(0, years + 1).Select(t => new ErosionYear(t, curve.MarginalCost(t), curve.Price(t), curve.Floor(t, margin), null, Money.Zero))];
        return new("KI-Video", curve.AiCost, curve.OtherCost, series, null, floorTime is { } time ? (Figure)time : null, null, null, null, curve, margin);
    }

    private static PhaseErosion[] Phases(int years, decimal factor) =>
    [
        .. new[] { (Phase.Strategy, 9_000m, 200m), (Phase.Ideation, 6_000m, -100m), (Phase.Production, 14_000m, -2_500m) }.Select(phase => new PhaseErosion(
            phase.Item1, [.. Enumerable.Range(0, years + 1).Select(t => new PhaseYear(t, Money.Zero, Money.Zero, new((phase.Item2 + t * phase.Item3) * factor), null))])),
    ];
}

public sealed class PriceErosionChartTests
{
    [Theory]
    [InlineData(DocumentLanguage.De, "Der Preis für KI-Video trifft nach 6,2 Jahren die Untergrenze")]
    [InlineData(DocumentLanguage.En, "The price of KI-Video meets the floor after 6.2 years")]
    public void The_title_says_when_the_price_meets_the_floor(DocumentLanguage language, string title)
    {
        Assert.Equal(title, DrawnChart.Of(PriceErosionSamples.Usual, language).Title);
    }

    [Fact]
    public void Curves_are_labelled_at_their_ends_and_prices_at_their_years()
    {
        var labels = DrawnChart.Of(PriceErosionSamples.Usual).Labels;

        Assert.Empty(new[] { "900,00", "614,76", "460,77", "379,29", "Schnittpunkt: Jahr 6,2", "Jahr", "€" }.Except(labels));
    }

    [Fact]
    public void Profit_by_phase_has_a_panel_of_its_own_where_it_was_asked_for()
    {
        Assert.Contains("Gewinn je Phase", DrawnChart.Of(SampleCharts.All["erosion-phases"]).Labels);
        Assert.DoesNotContain("Gewinn je Phase", DrawnChart.Of(PriceErosionSamples.Usual).Labels);
    }

    [Fact]
    public void A_price_that_never_meets_the_floor_or_has_met_it_is_said_in_the_title()
    {
        Assert.Equal("Der Preis für KI-Video liegt schon heute an der Untergrenze", DrawnChart.Of(SampleCharts.All["erosion-at-once"]).Title);
        Assert.Equal("Der Preis für KI-Video bleibt ein Jahr lang über der Untergrenze", DrawnChart.Of(SampleCharts.All["erosion-never-one-year"]).Title);
    }
}
