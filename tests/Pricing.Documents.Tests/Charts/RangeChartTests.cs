using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Value;

namespace Pricing.Documents.Tests.Charts;

internal static class RangeChartSamples
{
    public static NegotiationChart Negotiation { get; } = new(
        new()
        {
            Floor = 568_166.64m,
            Ceiling = 1_070_461.99m,
            NashPrice = 819_314.31m,
            Structures = [616_300, 700_000, null, 1_200_000],
            Fees = [600_000, 820_000],
            Options = [("best", 568_166, 1_070_461, 995_117), ("better", 520_000, 1_000_000, 760_000), ("good", 700_000, 600_000, null)],
        },
        SampleCharts.CaseA);

    public static PricingTargetChart Target { get; } = new(Of(120_000, 110_300, 141_600, RangePosition.Inside), 0, 115_271, 446_500, SampleCharts.CaseA);

    public static IEnumerable<(string Name, Chart Chart)> All =>
    [
        ("negotiation", Negotiation),
        ("negotiation-none", new NegotiationChart(new() { Floor = 120_000, Ceiling = 100_000, NashPrice = null, Structures = [null, null, null, 5], Fees = [], Options = [] }, SampleCharts.CaseA)),
        ("negotiation-point", new NegotiationChart(new() { Floor = 100, Ceiling = 100, NashPrice = 100, Structures = [100, 100, 100, 100], Fees = [100], Options = [("x", 100, 100, 100)] }, SampleCharts.CaseA)),
        ("negotiation-crowded", new NegotiationChart(
            new()
            {
                Floor = -9e12m, Ceiling = 9e12m, NashPrice = 0, Structures = [1, 2e12m, null], Fees = [.. Enumerable.Range(0, 100).Select(i => 1e11m * i)],
                Options = [.. Enumerable.Range(0, 10).Select(i => (new string('O', 99), -1e12m, 1e11m * i, (decimal?)1e11m))],
            },
            SampleCharts.Verbose)),
        ("target", Target),
        ("target-outside", new PricingTargetChart(Of(9e12m, 110_300, null, RangePosition.Above) with { Scope = null }, 1, 115_271, 100_000, SampleCharts.Verbose)),
    ];

    private static PricingTarget Of(decimal price, decimal cost, decimal? listFee, RangePosition position) => new()
    {
        Price = new(price),
        ExpectedCost = new(cost),
        ClientSurplus = new(300_000),
        RangePosition = position,
        ListFee = listFee is { } fee ? new(fee) : null,
        Discount = 0.17231607m,
        Share = new("bonusPool", 0.05392721m),
        Scope = new(0.83826208m, new(120_000), new(93_000), 0.2m),
    };
}

public sealed class RangeChartTests
{
    [Theory]
    [InlineData(DocumentLanguage.De, "Verhandelt wird zwischen 568,2 und 1.070,5 Tsd. €; 2 von 4 Modellen liegen darin")]
    [InlineData(DocumentLanguage.En, "Bargaining is between 568.2 and €1,070.5 thousand; 2 of 4 structures lie within")]
    public void A_negotiation_shows_the_range_its_middle_and_what_lies_in_it(DocumentLanguage language, string title)
    {
        Assert.Equal(title, DrawnChart.Of(RangeChartSamples.Negotiation, language).Title);
    }

    [Fact]
    public void Options_structures_and_fees_have_lanes()
    {
        var labels = DrawnChart.Of(RangeChartSamples.Negotiation).Labels;

        Assert.Empty(new[] { "Untergrenze 568,2", "Mitte 819,3", "Obergrenze 1.070,5", "Option best", "995,1", "Festpreis", "700,0", "kommt nicht zustande", "kein Verhandlungsspielraum", "Genanntes Honorar" }.Except(labels));
    }

    [Fact]
    public void A_target_says_where_it_lies_and_what_would_meet_it()
    {
        var drawn = DrawnChart.Of(RangeChartSamples.Target);

        Assert.Equal("Der Zielpreis von 120,0 Tsd. € liegt im Verhandlungsspielraum", drawn.Title);
        Assert.Contains("Nachlass 17,23 % zum Zielpreis", drawn.Labels);
        Assert.Contains("83,83 % des Umfangs", drawn.Labels);
        Assert.Contains(drawn.Labels, label => label.Contains(" Mit Bonustopf 5,39 % trifft das Honorar den Preis. ", StringComparison.Ordinal));
        Assert.Equal("Für den Zielpreis von 9.000,0 Mrd. KWD gibt es keinen Verhandlungsspielraum", DrawnChart.Of(SampleCharts.All["target-outside"]).Title);
    }
}
