using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using static Pricing.Model.Tests.Analyses.CaseAnalyses;

namespace Pricing.Model.Tests.Analyses;

public sealed class PriceErosionTests
{
    private static readonly PriceErosionParameters Video = new()
    {
        Asset = AiVideo,
        InitialPrice = new(900),
        Rates = new(ComputeDecline: 0.35m, WageGrowth: 0.03m, Competition: 0.45m),
        Years = 7,
    };

    [Fact]
    public void The_price_falls_towards_a_marginal_cost_that_wages_raise()
    {
        var erosion = PriceErosionAnalysis.Of(A, Video);

        Assert.Equal((18.62m, 245.63m), (erosion.AiCost.Cents(), erosion.OtherCost.Cents()));
        Assert.Equal([900, 614.76m, 460.77m, 379.29m, 337.95m, 318.91m, 312.29m, 312.68m], erosion.Series.Select(year => year.Price.Cents()));
        Assert.Equal([264.25m, 265.10m, 268.45m, 273.52m, 279.78m, 286.91m, 294.70m, 303.00m], erosion.Series.Select(year => year.MarginalCost.Cents()));
        Assert.Equal([278.16m, 279.05m, 282.58m, 287.91m, 294.50m, 302.01m, 310.21m, 318.95m], erosion.Series.Select(year => year.Floor.Cents()));
        Assert.Equal((0.03095445m, 56_382.56m), (erosion.Series[7].ProfitMargin.Shown(), erosion.Series[7].RevenueAtRisk.Cents()));
        Assert.Equal((7, 6.20195124m), (erosion.FloorYear, erosion.FloorTime.Shown()));
    }

    [Fact]
    public void The_floor_may_be_met_at_once_or_never()
    {
        var atOnce = PriceErosionAnalysis.Of(A, Video with { InitialPrice = new(270) });
        var never = PriceErosionAnalysis.Of(A, Video with { MinimumMargin = 0 });

        Assert.Equal((0, 0), (atOnce.FloorYear, atOnce.FloorTime!.Value.Value));
        Assert.Equal((null, null), (never.FloorYear, never.FloorTime?.Value));
    }

    [Fact]
    public void At_full_competition_the_price_is_the_marginal_cost_from_the_first_year_on()
    {
        var erosion = PriceErosionAnalysis.Of(A, Video with { Rates = Video.Rates with { Competition = 1 }, MinimumMargin = 0 });

        Assert.Equal(900, erosion.Series[0].Price.Amount);
        Assert.Equal(0, erosion.Series[1].ProfitMargin!.Value.Value);
        Assert.Equal(1, erosion.FloorYear);
    }

    [Theory]
    [InlineData("350", "3.35102064")]
    [InlineData("900", "0")]
    [InlineData("310", null)]        // below what the price ever falls to
    [InlineData("264", null)]        // below today's marginal cost
    [InlineData("900.01", null)]     // above today's price
    public void The_time_of_a_limit_is_known_where_the_price_falls_to_it(string limit, string? time)
    {
        var erosion = PriceErosionAnalysis.Of(A, Video with { LimitPrice = new(Number.Of(limit)) });

        Assert.Equal(time is null ? (decimal?)null : Number.Of(time), erosion.LimitTime?.Shown());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    public void Without_competition_or_at_once_there_is_no_time_of_a_limit(string competition)
    {
        Assert.Null(PriceErosionAnalysis.Of(A, Video with { Rates = Video.Rates with { Competition = Number.Of(competition) }, LimitPrice = new(350) }).LimitTime);
    }

    [Fact]
    public void Phases_share_the_fee_by_cost_and_erode_each_at_its_own_pace()
    {
        var slow = new ErosionRates(0, 0.02m, 0.05m);
        var erosion = PriceErosionAnalysis.Of(A, Video with
        {
            Structure = 1,
            Phases = [new(Phase.Production, Video.Rates, null), new(Phase.Strategy, slow, new(20_000)), new(Phase.Ideation, slow, null)],
        });

        var phases = erosion.Phases!;
        var cost = A.Cost.ByPhase.ToDictionary(row => row.Phase!.Value, row => row.Total.Amount);
        var fee = A.Structures[1].ExpectedFee!.Value.Amount;
        Assert.Equal([Phase.Strategy, Phase.Ideation, Phase.Production], phases.Select(phase => phase.Phase));
        Assert.Equal(20_000, phases[0].Series[0].Price.Amount);
        Assert.Equal(decimal.Round(cost[Phase.Ideation] * fee / A.Cost.Total.Amount, 10), decimal.Round(phases[1].Series[0].Price.Amount, 10));
        Assert.All(Enumerable.Range(0, 8), year => Assert.Equal(1, decimal.Round(phases.Sum(phase => phase.Series[year].ProfitShare!.Value.Value), 20)));

        // Ideation has no AI cost: (1.02)^7 of its cost, and 0.95^7 of its profit.
        var last = phases[1].Series[7];
        Assert.Equal(decimal.Round(cost[Phase.Ideation] * 1.1486856676m, 2), last.Cost.Cents());
        Assert.Equal(decimal.Round((phases[1].Series[0].Profit.Amount * 0.6983372961m), 2), last.Profit.Cents());
    }

    [Fact]
    public void Phases_without_profit_have_no_shares()
    {
        var erosion = PriceErosionAnalysis.Of(A, Video with { Phases = [new(Phase.Strategy, Video.Rates, default(Money))] });

        Assert.All(erosion.Phases![0].Series, year => Assert.Null(year.ProfitShare));
    }

    [Fact]
    public void A_value_based_fee_is_talked_about_again_when_it_takes_too_much_of_the_range()
    {
        var reopening = PriceErosionAnalysis.Of(A, Video with { Reopen = new(3, 0.5m, new(2026, 1, 31), null) }).Reopening!;

        Assert.Equal((3, 165_893.92m, 37), (reopening.Structure, reopening.Fee.Cents(), reopening.Month));
        Assert.Equal(new DateOnly(2029, 2, 28), reopening.Date);
        Assert.Equal((164_421.53m, 215_900.58m), (reopening.ReferencePrice.Cents(), reopening.Ceiling.Cents()));
    }

    [Fact]
    public void The_alternative_may_fall_at_a_rate_of_its_own_and_the_fee_then_keeps_for_longer()
    {
        var steady = PriceErosionAnalysis.Of(A, Video with { Reopen = new(3, 0.5m, null, ReferenceDecline: 0) }).Reopening!;
        var falling = PriceErosionAnalysis.Of(A, Video with { Reopen = new(3, 1, null, ReferenceDecline: 0.2m) }).Reopening!;

        Assert.Equal((165_893.92m, null, null, null, null), (steady.Fee.Cents(), steady.Month, steady.Date, steady.ReferencePrice?.Amount, steady.Ceiling?.Amount));

        // The ceiling is the alternative's price and a tenth of V; it falls below the fee when 0.8^t of 395,000 does.
        var tenth = A.Value.Total.Amount / 10;
        var month = Enumerable.Range(1, 84).First(n => 395_000 * Math.Pow(0.8, n / 12.0) + (double)tenth < 165_893.92);
        Assert.Equal(month, falling.Month);
        Assert.Null(falling.Date);
    }

    [Fact]
    public void Without_a_fee_there_is_nothing_to_talk_about()
    {
        var engagement = A.Changed(document => document with { Value = document.Value with { Drivers = [] }, FeeStructures = [new ValueBased(0.3m, 0.05m)] });

        var reopening = PriceErosionAnalysis.Of(engagement, Video with { Reopen = new(0, 0.5m, new(2026, 1, 31), null) }).Reopening!;

        Assert.Equal(new Reopening(0, null, null, null, null, null), reopening);
    }
}
