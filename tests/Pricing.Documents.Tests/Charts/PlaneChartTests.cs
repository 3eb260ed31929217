using Pricing.Documents.Charts;
using Pricing.Documents.Tests.Workbook;
using Pricing.Model.Analyses;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests.Charts;

internal static class PlaneChartSamples
{
    public static AutomationSweepChart Sweep { get; } = SweepOf(SampleCharts.CaseA, 391_379, 75_811, [0.82202112m, null, null, null]);

    public static OwnProductChart Product { get; } = ProductOf(120_000, 9_000, 36, 28, false);

    public static MoodFilmTrapChart MoodFilm { get; } = TrapOf(12_000, 0.8m, [new(0, 0.7567403m)]);

    public static UserGeneratedContentChart Content { get; } = ContentOf(500, 6_176.52m, 6_023);

    public static IncentiveDesignChart Incentive { get; } = DesignOf(new(514_790, 1_000_000, 1 / 500_000m, 0, 0), 0.8m);

    public static BreakEvenChart BreakEven { get; } = new(
        new(
            23_190, [new(1.27854724m, 0, true), new(1.9m, 30_000, false)],
            [.. Enumerable.Range(0, 41).Select(i => new GridPoint(0.5m + i * 0.05m, i is > 30 and < 35 ? null : 106_000 - 83_000 * (0.5m + i * 0.05m)))]),
        new(ComparisonFigure.ExpectedProfit, 1, new("hours", null), 0, 1), SampleCharts.CaseA);

    public static AiUnitEconomicsChart Unit { get; } = new(UnitOf(264.25m, 2_999.73m, 12_690.02m), SampleCharts.CaseA);

    public static IEnumerable<(string Name, Chart Chart)> All =>
    [
        ("sweep", Sweep), ("sweep-none", SweepOf(SampleCharts.CaseA, 75_811, 75_811, [null, null, null, null])),
        ("sweep-crowded", SweepOf(SampleCharts.Verbose with { Structures = [.. Enumerable.Range(0, 50).Select(i => ((string?)new string('W', 9 * i), "fixed"))] }, 9e12m, 1e12m, [.. Enumerable.Range(0, 50).Select(i => i % 2 == 0 ? (decimal?)0 : null)])),
        ("product", Product), ("product-never", ProductOf(250_000, 9_000, 240, null, true)), ("product-one-month", ProductOf(0, 0, 1, 1, false)), ("product-huge", ProductOf(9e12m, 1e12m, 36, null, false)),
        ("mood-film", MoodFilm), ("mood-film-never", TrapOf(0, 0, [])), ("mood-film-always", TrapOf(9e12m, 1, [new(0, 1)])),
        ("content", Content), ("content-never", ContentOf(1, -12, 0)), ("content-best", ContentOf(10_000_000, 9e12m, 10_000_000)),
        ("incentive", Incentive), ("incentive-alone", DesignOf(new(2, 1, 0.03m, 0.01m, 0), null)), ("incentive-same", DesignOf(new(1, 0.5m, 0.02m, 0, 0), 0.4999m)), ("incentive-none", DesignOf(new(0.001m, 9e11m, 5, 0, -9e12m), 1)),
        ("break-even", BreakEven),
        ("break-even-none", new BreakEvenChart(
            new(null, [], [new(-1e12m, null), new(1e12m, null)]), new(ComparisonFigure.ProfitMargin, 0, new($"/assets/0/{new string('x', 500)}", 3), 0.5m, 3), SampleCharts.Verbose)),
        ("break-even-many", new BreakEvenChart(
            new(1, [.. Enumerable.Range(0, 101).Select(i => new BreakEvenPoint(i, 1, true))], [.. Enumerable.Range(0, 101).Select(i => new GridPoint(i, 1))]),
            new(ComparisonFigure.Floor, 0, new("value", null), 1, 0), SampleCharts.CaseA)),
        ("unit", Unit), ("unit-alone", new AiUnitEconomicsChart(UnitOf(264.25m, null, 0), SampleCharts.CaseA)), ("unit-dearer", new AiUnitEconomicsChart(UnitOf(3_500, 2_999.73m, 12_690), SampleCharts.CaseA)),
        ("unit-verbose", new AiUnitEconomicsChart(UnitOf(8e9m, 9e9m, 9e12m) with { Asset = new('A', 700), Volume = 0.5m }, SampleCharts.Verbose)),
    ];

    private static AutomationSweepChart SweepOf(ChartSubject subject, decimal first, decimal last, decimal?[] crossings)
    {
        AutomationRow[] rows =
        [
            .. Enumerable.Range(0, 11).Select(k =>
            {
                var cost = first + (last - first) * k / 10;
                SweptFee[] fees = [.. crossings.Select((crossing, i) => i == 2 && k < 3 ? new SweptFee(null, null, null) : new(new((crossing is null ? first : cost) * (1.1m + 0.05m * (i % 12))), null, null))];
                return new AutomationRow((decimal)k / 10, new Work { ExpectedHours = new(1_900 - 145.2m * k) }, Money.Zero, new(cost), new(cost * 1.05m), new(3 * first), fees);
            }),
        ];
        var structure = new Fixed(0.08m, 0.2m, 0.1m, 0.1m);
        return new(new([.. crossings.Select(_ => structure)], 0.8m, new(12_690.02m), rows, [.. crossings.Select(crossing => crossing is { } share ? (Figure?)share : null)], 0, []), subject);
    }

    private static OwnProductChart ProductOf(decimal build, decimal revenue, int months, int? breakEven, bool never)
    {
        var (cumulative, monthly) = (0m, revenue);
        var series = new List<ProductMonth>();
        for (var month = 1; month <= months; month++)
        {
            cumulative += 0.7m * monthly;
            series.Add(new(month, new(monthly), new(cumulative), new(cumulative - build)));
            monthly *= 0.97m;
        }

        return new(new(breakEven, never, new Money(210_000), never ? new Money(40_000) : null, series, series[^1].Balance, new Money(24_900), never ? null : 0.3m), SampleCharts.CaseA);
    }

    private static MoodFilmTrapChart TrapOf(decimal avoided, decimal at, PayingRange[] ranges)
    {
        return new(new(new(8_350.29m), new(5_865.43m), new(avoided), PointAt(at), [.. new[] { 0, 0.25m, 0.5m, 0.75m, 1 }.Select(PointAt)], ranges, 0, PointAt), SampleCharts.CaseA);

        TrapPoint PointAt(decimal g)
        {
            var trap = 7_059.68m * g * g * g / 0.512m;
            return new(g, 0.67m, 0.9m, new(trap), new(avoided - 5_865.43m - trap));
        }
    }

    private static UserGeneratedContentChart ContentOf(int published, decimal net, int best)
    {
        Money[] byMonth = [.. Enumerable.Range(0, 12).Select(t => new Money(4_000 / (decimal)Math.Pow(2.5, t)))];
        return new(
            new(published, 2_000, 400, new(20), new(new(80), new(1_400), Money.Zero, new(500)), new(4), new(3.09m), 0.4m, 1.6m, new(9_000), new(net), byMonth, best, NetAt(best), NetAt),
            SampleCharts.CaseA);

        Money NetAt(int volume) => volume == published ? new(net) : new(volume == 0 ? 0 : net * (decimal)Math.Sqrt((double)volume / published) * 0.99m);
    }

    private static IncentiveDesignChart DesignOf(IncentiveModel model, decimal? negotiated) =>
        new(IncentiveDesign.Of(Samples.Comparison("case-a"), new() { Model = model, OutcomeVariance = 100, NegotiatedShare = negotiated }), SampleCharts.CaseA);

    private static AiUnitEconomics UnitOf(decimal total, decimal? classic, decimal setUp) => new()
    {
        Asset = "KI-Video",
        Method = ProductionMethod.Ai,
        Volume = 96,
        UnitCost = new()
        {
            Compute = new(total * 0.042m),
            Review = new(total * 0.09m),
            Labour = new(total * 0.8m),
            Rights = new(total * 0.023m),
            Labelling = new(total * 0.006m),
            OtherAi = Money.Zero,
            ThirdParty = new(total * 0.03m),
            ArtistSocialLevy = new(total * 0.009m),
        },
        SetUpCost = new(setUp),
        ClassicUnitCost = classic is { } known ? new Money(known) : null,
    };
}

public sealed class PlaneChartTests
{
    [Theory]
    [InlineData(DocumentLanguage.De, "Ab einem KI-Anteil von 82,2 % fällt Grundhonorar und Erfolgsanteil unter die Untergrenze")]
    [InlineData(DocumentLanguage.En, "From an AI share of 82.2% on, Grundhonorar und Erfolgsanteil falls below the floor")]
    public void The_sweep_says_from_which_share_on_a_fee_is_too_low(DocumentLanguage language, string title)
    {
        Assert.Equal(title, DrawnChart.Of(PlaneChartSamples.Sweep, language).Title);
    }

    [Fact]
    public void The_sweep_names_its_curves_at_their_ends_and_shows_hours_below()
    {
        var labels = DrawnChart.Of(PlaneChartSamples.Sweep).Labels;

        Assert.Empty(new[] { "Kosten", "Untergrenze", "Festpreis", "Stunden", "KI-Anteil", "heute 80 %", "Tsd. €" }.Except(labels));
        Assert.Equal("Kein Honorar fällt unter die Untergrenze; die Kosten gehen von 75,8 auf 75,8 Tsd. €", DrawnChart.Of(SampleCharts.All["sweep-none"]).Title);
    }

    [Fact]
    public void A_product_says_when_it_breaks_even_or_that_it_never_does()
    {
        Assert.StartsWith("Das Produkt trägt sich im Monat 28; nach 36 Monaten stehen ", DrawnChart.Of(PlaneChartSamples.Product).Title, StringComparison.Ordinal);
        Assert.Contains("Monat 28", DrawnChart.Of(PlaneChartSamples.Product).Labels);
        Assert.Equal("Das Produkt trägt sich nie: Es fehlen 40,0 Tsd. €", DrawnChart.Of(SampleCharts.All["product-never"]).Title);
    }

    [Fact]
    public void A_mood_film_shows_where_it_pays_and_where_the_engagement_stands()
    {
        var drawn = DrawnChart.Of(PlaneChartSamples.MoodFilm);

        Assert.Equal("Bei 80 % Konkretheit kostet der Moodfilm 925,11 €; er lohnt bis 75,7 %", drawn.Title);
        Assert.Contains("bis 75,7 %", drawn.Labels);
        Assert.EndsWith("; er lohnt nirgends", DrawnChart.Of(SampleCharts.All["mood-film-never"]).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void User_generated_content_names_the_best_volume()
    {
        var drawn = DrawnChart.Of(PlaneChartSamples.Content);

        Assert.StartsWith("500 Stücke bringen 6,2 Tsd. €; am meisten brächten 6.023 mit ", drawn.Title, StringComparison.Ordinal);
        Assert.Contains("Wert je Monat", drawn.Labels);
        Assert.Contains("500 Stück: 6,2", drawn.Labels);
        Assert.EndsWith("; keine Menge lohnt", DrawnChart.Of(SampleCharts.All["content-never"]).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incentive_marks_the_recommended_and_the_negotiated_share()
    {
        var drawn = DrawnChart.Of(PlaneChartSamples.Incentive);

        Assert.Contains("statt verhandelter 80 %", drawn.Title, StringComparison.Ordinal);
        Assert.Contains(drawn.Labels, label => label.StartsWith("Empfohlen ", StringComparison.Ordinal));
        Assert.Contains("Verhandelt 80 %", drawn.Labels);
    }

    [Fact]
    public void A_break_even_marks_its_solutions_and_names_jumps()
    {
        var drawn = DrawnChart.Of(PlaneChartSamples.BreakEven);

        Assert.Equal("Erwarteter Gewinn erreicht 0,0 Tsd. € bei Stunden × 1,279", drawn.Title);
        Assert.Empty(new[] { "1,279", "Sprung bei 1,9", "Ziel 0,0", "heute 1" }.Except(drawn.Labels));
    }

    [Fact]
    public void Unit_economics_name_every_part_and_the_volume_from_which_set_up_pays()
    {
        var drawn = DrawnChart.Of(PlaneChartSamples.Unit);

        Assert.Equal("KI-Video mit KI kostet 264,25 € statt 2.999,73 € klassisch; die Einrichtung lohnt ab 5 Stück", drawn.Title);
        Assert.Empty(new[] { "Arbeit 211,40", "Prüfung 23,78", "Rechenzeit 11,10", "Rechte 6,08", "ab 5 Stück", "klassisch", "2.999,73" }.Except(drawn.Labels));
    }
}
