using Pricing.Model.Analyses;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using static Pricing.Model.Tests.Analyses.CaseAnalyses;

namespace Pricing.Model.Tests.Analyses;

public sealed class AiUnitEconomicsTests
{
    private static readonly AiUnitEconomicsParameters Video = new()
    {
        Asset = Videos[0],
        Method = ProductionMethod.Ai,
        SetUpPackages = [Pipeline],
        Volume = 96,
        CostClasses = new Dictionary<string, AiCostClass> { ["labelling and provenance"] = AiCostClass.Labelling, ["rights clearance"] = AiCostClass.Rights },
    };

    [Fact]
    public void Unit_cost_is_told_by_what_it_goes_to()
    {
        var result = AiUnitEconomicsAnalysis.Of(A, Video);

        var cost = result.UnitCost;
        Assert.Equal(
            [11.12m, 23.80m, 221.83m, 6, 1.5m, 0, 0, 0, 264.25m],
            new[] { cost.Compute, cost.Review, cost.Labour, cost.Rights, cost.Labelling, cost.OtherAi, cost.ThirdParty, cost.ArtistSocialLevy, cost.Total }.Select(amount => amount.Cents()));
        Assert.Equal((0.04209204m, 0.92952569m), (result.ComputeShare.Shown(), result.HumanShare.Shown()));
        Assert.Equal((12_690.02m, 132.19m, 396.44m), (result.SetUpCost.Cents(), result.SetUpShare.Cents(), result.TotalWithSetUp.Cents()));
        Assert.Equal((2_999.73m, 4.6390419m, 5), (result.ClassicUnitCost.Cents(), result.BreakEvenVolume.Shown(), result.BreakEvenWhole!.Value.Value));
    }

    [Fact]
    public void Third_parties_carry_the_levy_on_their_artistic_part()
    {
        var cost = AiUnitEconomicsAnalysis.Of(A, Video with { Asset = Otherwise(HybridVideo), Method = ProductionMethod.Hybrid }).UnitCost;

        Assert.Equal((350, 17.15m), (cost.ThirdParty.Amount, cost.ArtistSocialLevy.Amount));
    }

    [Fact]
    public void Without_classic_work_there_is_no_break_even()
    {
        var result = AiUnitEconomicsAnalysis.Of(A, Video with { Asset = Otherwise(AiVideo) });

        Assert.Null(result.ClassicUnitCost);
        Assert.Null(result.BreakEvenVolume);
        Assert.Null(result.BreakEvenWhole);
    }

    [Fact]
    public void Set_up_never_pays_where_classic_work_costs_no_more()
    {
        var result = AiUnitEconomicsAnalysis.Of(A, Video with { Asset = Otherwise(AiVideo, (ProductionMethod.Classic, AiVideo)) });

        Assert.Equal(result.UnitCost.Total, result.ClassicUnitCost);
        Assert.Null(result.BreakEvenVolume);
    }

    [Fact]
    public void Unit_cost_falls_with_acceptance()
    {
        var cases = AiUnitEconomicsAnalysis.Of(A, Video with { Acceptances = [0.1m, 0.2m] }).Sensitivity!;

        Assert.Equal([40, 20], cases.Select(each => each.Attempts.Value));
        Assert.Equal([299.08m, 264.25m], cases.Select(each => each.UnitCost.Cents()));
        Assert.Equal([4.69888025m, 4.6390419m], cases.Select(each => each.BreakEvenVolume.Shown()));
    }

    [Fact]
    public void The_mean_acceptance_understates_the_attempts()
    {
        var uncertain = AiUnitEconomicsAnalysis.Of(A, Video with { AcceptanceBeta = new(4, 16) }).UncertainAcceptance!;

        Assert.Equal((0.2m, 6.33333333m, 5, 0.26666667m), (uncertain.Mean.Shown(), uncertain.ExpectedInverse.Shown(), uncertain.InverseOfMean.Shown(), uncertain.Understatement.Shown()));
        Assert.Equal((25.33333333m, 273.54m, 264.25m), (uncertain.Attempts.Shown(), uncertain.UnitCost.Cents(), uncertain.UnitCostAtMean.Cents()));
    }

    [Fact]
    public void Attempts_may_end_in_a_fallback()
    {
        var work = AiUnitEconomicsAnalysis.Of(A, Video with { AttemptCap = new(8, new(100)) });

        var capped = work.CappedAttempts!;

        // p = 0.2: (1 - 0.8^8) / 0.2 attempts; an attempt is 5 seconds and a minute of review.
        Assert.Equal((0.16777216m, 4.1611392m), (capped.FailProbability.Value, capped.AttemptsPerPiece.Value));
        AssertNear(work.UnitCost.Review.Amount / 20 + 5 * 0.12m * 0.92m, capped.CostPerAttempt);
        AssertNear(capped.CostPerAttempt.Amount * 4.1611392m + 16.777216m, capped.CostPerPiece);
        Assert.True(capped.KeepTrying);
        AssertNear((work.UnitCost.Total + 4 * (capped.CostPerPiece - 5 * capped.CostPerAttempt)).Amount, capped.UnitCost);
    }

    [Fact]
    public void Trying_on_is_not_worth_it_where_the_fallback_costs_less()
    {
        Assert.False(AiUnitEconomicsAnalysis.Of(A, Video with { AttemptCap = new(8, new(1)) }).CappedAttempts!.KeepTrying);
    }

    [Theory]
    [InlineData("20", "5", 4)]
    [InlineData("21", "5", 5)]
    [InlineData("0.3", "0.1", 3)]
    public void An_asset_is_put_together_of_whole_clips(string length, string longest, int pieces)
    {
        var clips = AiUnitEconomicsAnalysis.Of(A, Video with { Clips = new(Number.Of(length), Number.Of(longest)) }).Clips!;

        Assert.Equal((pieces, pieces * 5m), (clips.ClipsPerAsset.Value, clips.Attempts.Value));
        Assert.Equal(pieces * 5 * 5 * 0.12m * 0.92m, clips.Compute.Amount);
    }

    [Fact]
    public void Own_machines_take_the_place_of_the_vendors_price()
    {
        var result = AiUnitEconomicsAnalysis.Of(A, Video with { SelfHosted = new(2, "USD", SecondsPerAttempt: 90, Utilisation: 0.5m) });

        var own = result.SelfHosted!;
        Assert.Equal((1, 1.84m, 11.04m), (own.GpuHoursPerAsset.Value, own.ComputePerAsset.Amount, own.VendorComputePerAsset.Amount));
        AssertNear(result.UnitCost.Total.Amount - 11.04m + 1.84m, own.UnitCost);
    }

    [Fact]
    public void A_brand_model_is_retrained_before_it_has_aged_too_much()
    {
        var plan = new BrandModelPlan(new(2_500), new(400), 0.35m, AssetsPerMonth: 40, Months: 4, MonthlyRetention: 0.9m);

        var model = AiUnitEconomicsAnalysis.Of(A, Video with { BrandModel = plan }).BrandModel!;

        Assert.Equal([4, 2, 2, 1], model.Intervals.Select(interval => interval.Trainings));
        Assert.Equal([4_100, 3_300, 3_300, 2_900], model.Intervals.Select(interval => interval.ModelCost.Amount));
        Assert.Equal([25.62m, 20.62m, 20.62m, 18.12m], model.Intervals.Select(interval => interval.ModelShare.Cents()));
        Assert.Equal([39_891.21m, 40_068.15m, 40_166.46m, 40_462.45m], model.Intervals.Select(interval => interval.ProductionCost.Cents()));
        Assert.Equal([43_991.21m, 43_368.15m, 43_466.46m, 43_362.45m], model.Intervals.Select(interval => interval.Total.Cents()));
        Assert.Equal((4, 42_279.92m, 194.24756756m), (model.BestInterval, model.GenericTotal.Cents(), model.BreakEvenAssets.Shown()));
    }

    [Fact]
    public void Of_intervals_of_the_same_total_the_longest_is_best()
    {
        // Trainings that cost nothing and a model that does not age: every interval costs the same.
        var plan = new BrandModelPlan(new(100), new(0), 0.35m, 40, 6, 1);

        Assert.Equal(6, AiUnitEconomicsAnalysis.Of(A, Video with { BrandModel = plan }).BrandModel!.BestInterval);
    }

    [Fact]
    public void A_model_that_accepts_no_more_than_the_generic_one_never_pays()
    {
        var plan = new BrandModelPlan(new(100), new(10), 0.2m, 40, 6, 1);

        Assert.Null(AiUnitEconomicsAnalysis.Of(A, Video with { BrandModel = plan }).BrandModel!.BreakEvenAssets);
    }

    [Fact]
    public void A_model_that_ages_away_is_beyond_bounds()
    {
        var plan = new BrandModelPlan(new(100), new(10), 0.2m, 40, 60, 0.000001m);

        Assert.Throws<OverflowException>(() => AiUnitEconomicsAnalysis.Of(A, Video with { BrandModel = plan }));
    }

    [Fact]
    public void A_vendor_raises_prices_and_agreed_fees_stay_while_open_ones_follow()
    {
        var risk = new VendorRisk(0.1m, MigrationCost: 5_000, PriceChange: 0.5m, RemainingShare: 0.25m, ReplacementUnitPrice: 0.2m, ReplacementAcceptanceProbability: 0.1m);

        var effect = AiUnitEconomicsAnalysis.Of(A, Video with { Vendor = risk }).Vendor!;

        // 24 of 96 videos remain, each 20 attempts of 5 seconds at 0.12 USD: half of it more.
        var more = 24 * 11.04m * 0.5m;
        AssertNear(more, effect.RepricedCost - effect.ExpectedCost);
        // Stopped: 40 attempts at 0.20 EUR instead of 20 at 0.1104 EUR, review twice, and the migration.
        var review = AiUnitEconomicsAnalysis.Of(A, Video).UnitCost.Review.Amount;
        var stop = 24 * (40 * 5 * 0.2m - 11.04m + review) + 5_000;
        AssertNear(stop, effect.StoppedCost - effect.ExpectedCost);
        AssertNear(stop * 0.1m / 96, effect.RiskCostPerAsset!.Value);

        // Hourly passes AI cost on with 10 %; a fixed price bears it alone; the combined one too.
        AssertNear(more * 0.1m, Change(effect.Structures[0]));
        AssertNear(-more, Change(effect.Structures[1]));
        AssertNear(more * 0.18m, Change(effect.Structures[2]));
        AssertNear(-more, Change(effect.Structures[10]));
        Assert.All(effect.Structures, row => Assert.NotNull(row.StoppedProfit));
    }

    [Fact]
    public void In_a_combined_structure_each_part_follows_cost_or_stays()
    {
        var combined = new Combined(
        [
            new([Phase.Production], new CostPlus(0.1m)),
            new([Phase.Strategy, Phase.Ideation], new ValueBased(0.1m, 0.05m)),
        ])
        { Discount = 0.5m };
        var engagement = A.Changed(document => document with { FeeStructures = [combined] });

        var effect = AiUnitEconomicsAnalysis.Of(engagement, Video with { Vendor = new(0, 0, 1, 1, null, null) }).Vendor!;

        // The open part charges half of 110 % of what is more; the value-based one is agreed, though its ceiling has fallen.
        var more = 96 * 11.04m;
        AssertNear(more * 1.1m * 0.5m - more, Change(effect.Structures[0]));
        AssertNear(0, effect.StoppedCost - effect.ExpectedCost);
    }

    [Fact]
    public void A_generation_that_is_not_there_is_no_matter_where_nothing_asks_for_it()
    {
        var result = AiUnitEconomicsAnalysis.Of(A, Video with { Asset = Otherwise(ClassicVideo, (ProductionMethod.Ai, ClassicVideo)) });

        Assert.Equal(2_999.73m, result.UnitCost.Total.Cents());
        Assert.Null(result.Sensitivity);
    }

    private static Money Change(VendorEffectOnProfit row) => row.RepricedProfit!.Value - row.ExpectedProfit!.Value;

    private static void AssertNear(decimal expected, Money actual) => Assert.InRange(actual.Amount - expected, -1e-12m, 1e-12m);
}
