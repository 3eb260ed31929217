using System.Xml.Linq;
using Pricing.Documents.Charts;
using SkiaSharp;

namespace Pricing.Documents.Tests.Charts;

internal static class ComparisonSamples
{
    public static IEnumerable<(string Name, Chart Chart)> All =>
    [
        ("comparison", new ComparisonChart(SampleProposal.Chart)),
        ("comparison-dear", new ComparisonChart(SampleProposal.Chart with { Value = 130_000, Rows = [.. SampleProposal.Chart.Rows, SampleProposal.Row("Teuer", 400_000, 0.001m)] })),
        ("comparison-infeasible", new ComparisonChart(SampleProposal.Chart with { Ceiling = 100_000, Rows = [new("Ohne Einigung", 0, 0, 0, 0, 0, IsFeasible: false, Gap: 15_271.71m)] })),
        ("comparison-empty", new ComparisonChart(SampleProposal.Chart with { Rows = [] })),
        ("comparison-crowded", new ComparisonChart(SampleProposal.Chart with { Case = new('C', 900), Rows = [.. Enumerable.Range(1, 50).Select(i => SampleProposal.Row(new string('M', 6 * i), 10_000 * i, 0.02m * i))] })),
    ];
}

public sealed class ComparisonChartTests
{
    [Fact]
    public void The_title_says_who_earns_most_and_how_many_can_lose()
    {
        var labels = Labels(new ComparisonChart(SampleProposal.Chart).Svg(DocumentLanguage.De));

        Assert.Equal("Wertbasiertes Honorar bringt am meisten, 55,6 Tsd. €; drei von zwölf Modellen können verlieren", labels[0]);
    }

    [Fact]
    public void Structures_stand_in_the_order_of_their_profit_with_fee_profit_and_surplus()
    {
        var labels = Labels(new ComparisonChart(SampleProposal.Chart).Svg(DocumentLanguage.En));

        var names = labels.Where(label => SampleProposal.Chart.Rows.Any(row => row.Name == label)).ToArray();
        Assert.Equal(SampleProposal.Chart.Rows.OrderByDescending(row => row.Profit).Select(row => row.Name), names);
        Assert.Contains("165.9", labels);
        Assert.Contains("+55.6", labels);
        Assert.Contains("348.9", labels);
        Assert.Contains("Floor 115.3", labels);
        Assert.Contains("Ceiling 446.5", labels);
        Assert.Contains("Internal", labels);
    }

    [Fact]
    public void A_structure_without_a_fee_is_a_row_that_says_so()
    {
        var data = SampleProposal.Chart with { Ceiling = 100_000, Rows = [.. SampleProposal.Chart.Rows, new("Ohne Einigung", 0, 0, 0, 0, 0, IsFeasible: false, Gap: 15_271.71m)] };

        var labels = Labels(new ComparisonChart(data).Svg(DocumentLanguage.De));

        Assert.Contains("keine Einigung: Untergrenze 15,3 über der Obergrenze", labels);
        Assert.True(labels.IndexOf("Ohne Einigung") > labels.IndexOf("Medienprovision 15 %"));
    }

    [Fact]
    public void A_loss_is_named_as_one_and_has_a_bar_of_its_own()
    {
        var data = SampleProposal.Chart with { Rows = [SampleProposal.Row("Zu billig", 90_000, 0.9m)] };

        var svg = new ComparisonChart(data).Svg(DocumentLanguage.De);

        Assert.Contains("Verlust", Labels(svg));
        Assert.Contains("−20,3", Labels(svg));
        Assert.StartsWith("Jedes Modell verliert im Mittel; am wenigsten Zu billig", Labels(svg)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_a_name_is_escaped_and_a_long_name_is_cut()
    {
        var data = SampleProposal.Chart with { Rows = [SampleProposal.Row("<b>&\"", 120_000, 0), SampleProposal.Row(new string('W', 10_000), 130_000, 0)] };

        var labels = Labels(new ComparisonChart(data).Svg(DocumentLanguage.De));

        Assert.Contains("<b>&\"", labels);
        Assert.Contains(labels, label => label.StartsWith("WWW", StringComparison.Ordinal) && label.EndsWith('…') && label.Length < 40);
    }

    [Theory]
    [InlineData(1200, 800, 1)]
    [InlineData(800, 500, 1)]
    [InlineData(800, 500, 2)]
    public void The_picture_has_the_size_asked_for_and_is_not_blank(int width, int height, int density)
    {
        using var picture = SKBitmap.Decode(new ComparisonChart(SampleProposal.Chart).Png(DocumentLanguage.De, width, height, density));

        Assert.Equal((density * width, density * height), (picture.Width, picture.Height));
        Assert.True(picture.Pixels.Distinct().Count() > 50);
        Assert.Contains(new SKColor(0x17, 0x32, 0x4D), picture.Pixels);
    }

    [Fact]
    public void Fifty_structures_make_the_chart_higher()
    {
        var data = SampleProposal.Chart with { Rows = [.. Enumerable.Range(1, 50).Select(i => SampleProposal.Row($"Modell {i}", 100_000 + 1_000 * i, 0))] };

        var svg = XDocument.Parse(new ComparisonChart(data).Svg(DocumentLanguage.De, 800, 500));

        Assert.True((double)svg.Root!.Attribute("height")! > 1200);
        Assert.Contains("Modell 50", Labels(svg.ToString()));
    }

    private static List<string> Labels(string svg) =>
        [.. XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value.Replace('\u00A0', ' '))];
}
