using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Simulations;
using static Pricing.Model.Tests.Simulations.Simulated;

namespace Pricing.Model.Tests.Simulations;

/// <summary>What is drawn has the moments of its closed form.</summary>
public sealed class InputTests
{
    private const int Trials = 100_000;

    [Fact]
    public void A_cost_state_multiplies_hours_by_its_probability()
    {
        var inputs = SmallEngagement.Of().Run(new() { Trials = Trials }).Inputs;

        AssertMoments(inputs.CostFactor!, Trials, 1, 0.04, 1.01);
        AssertWithin(110, inputs.Hours.Mean, inputs.Hours.StandardError);
        AssertWithin(16_000, inputs.Cost.Mean, inputs.Cost.StandardError);
        Assert.Null(inputs.Effort);
    }

    public static TheoryData<EffortSpread, double, double, double> Efforts() => new()
    {
        { new PertEffort(new(0.8m, 1, 1.8m)), 1.1, 0.03, 2.5 },
        { new PertEffort(new(1, 1, 2)), 7.0 / 6, 5.0 / 252, 3.5 },
        { new PertEffort(new(1, 1, 1)), 1, 0, 3 },
        { new PertEffort(null), 1.1, (1.1 - 0.9) * (1.7 - 1.1) / 7, 3.5 },
        { new TriangularEffort(new(0.8m, 1, 1.8m)), 1.2, 0.0466666667, 2.4 },
        { new TriangularEffort(new(1, 1, 1)), 1, 0, 3 },
        { new TriangularEffort(null), 1.2, (0.81 + 1 + 2.89 - 0.9 - 1.53 - 1.7) / 18, 2.4 },
        { new LognormalEffort(1.3m, 0.2m), 1.3, 0.26 * 0.26, 3.7 },
        { new LognormalEffort(null, 0.3m), 1.1, 0.33 * 0.33, 4.7 },
    };

    [Theory]
    [MemberData(nameof(Efforts))]
    public void Effort_of_a_profile_has_its_mean_and_variance(EffortSpread spread, double mean, double variance, double kurtosis)
    {
        var inputs = SmallEngagement.Of().Run(new() { Trials = Trials, Effort = new Dictionary<string, EffortSpread> { ["std"] = spread } }).Inputs;

        Assert.Null(inputs.CostFactor);
        Assert.Equal([("std", true), ("sure", false)], inputs.Effort!.Select(effort => (effort.EffortProfile, effort.IsDrawn)));
        AssertMoments(inputs.Effort![0].Factor, Trials, mean, variance, kurtosis);
        Assert.Equal(new(1, 0, 0), inputs.Effort![1].Factor);
        AssertMoments(inputs.Hours, Trials, 100 * mean, 10_000 * variance, kurtosis);
    }

    [Theory]
    [InlineData(0.8, 1, 1.8)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(0, 0.999, 1)]
    [InlineData(0.5, 1, 1.5)]
    public void Interpolated_quantiles_have_the_moments_of_a_pert_variable(double optimistic, double mostLikely, double pessimistic)
    {
        var quantiles = PertQuantiles.Of(optimistic, mostLikely, pessimistic);

        // Uniform between two quantiles.
        var steps = quantiles.Zip(quantiles.Skip(1)).ToList();
        var mean = steps.Average(step => (step.First + step.Second) / 2);
        var square = steps.Average(step => (step.First * step.First + step.First * step.Second + step.Second * step.Second) / 3);
        var expected = (optimistic + 4 * mostLikely + pessimistic) / 6;
        var deviation = Math.Sqrt((expected - optimistic) * (pessimistic - expected) / 7);
        Assert.Equal(expected, mean, 1e-4 * deviation);
        Assert.Equal(deviation, Math.Sqrt(square - mean * mean), 1e-4 * deviation);
        Assert.InRange(quantiles[0], optimistic, quantiles[1]);
        Assert.InRange(quantiles[^1], quantiles[^2], pessimistic);
    }

    [Theory]
    [InlineData(0.75, 5, null)]
    [InlineData(0.2, 15, null)]
    [InlineData(0.001, 1_000, null)]
    [InlineData(1, 15, null)]
    [InlineData(0.2, 1_000_000, null)]
    [InlineData(0.2, 15, 8)]
    [InlineData(0.2, 1, 1)]
    [InlineData(0.3, 200, 13)]
    [InlineData(0.001, 1_000_000, 10_000)]
    [InlineData(1, 3, 5)]
    [InlineData(0.2, 0, 8)]
    public void Attempts_have_the_moments_of_their_distribution(double acceptance, int pieces, int? cap)
    {
        var inputs = Generating(acceptance, pieces).Run(new()
        {
            Trials = Trials / 5,
            Attempts = [new(0, 0, cap is { } most ? new(most, 40) : null)],
            Effort = new Dictionary<string, EffortSpread>(),
        }).Inputs;

        var drawn = Assert.Single(inputs.Attempts);
        var (mean, variance, failed) = cap is { } of ? Capped(acceptance, of) : (1 / acceptance, (1 - acceptance) / (acceptance * acceptance), 0);
        Assert.Equal(("Asset", 0), (drawn.Asset, drawn.Generation));
        AssertMoments(drawn.Attempts, Trials / 5, pieces * mean, pieces * variance, 3 + 13.0 / Math.Max(1, pieces));
        AssertMoments(drawn.Fallbacks, Trials / 5, pieces * failed, pieces * failed * (1 - failed), 3 + 8.0 / Math.Max(1, pieces));
        AssertWithin(16_000 + 2 * drawn.Attempts.Mean + 40 * drawn.Fallbacks.Mean, inputs.Cost.Mean, 0);
    }

    [Fact]
    public void A_piece_that_is_given_up_after_eight_attempts_has_the_moments_of_the_contract()
    {
        var (attempts, _, failed) = Capped(0.2, 8);

        Assert.Equal(4.1611392, attempts, 1e-10);
        Assert.Equal(0.16777216, failed, 1e-10);
    }

    [Fact]
    public void An_uncertain_acceptance_raises_the_expected_attempts()
    {
        var inputs = Generating(0.2, 15).Run(new() { Trials = Trials, Attempts = [new(0, 0, null, new(4, 16))] }).Inputs;

        AssertWithin(15 * 6.3333333333, inputs.Attempts[0].Attempts.Mean, inputs.Attempts[0].Attempts.StandardError);
    }

    [Fact]
    public void Review_follows_the_attempts_and_the_effort_of_its_profile()
    {
        var engagement = Generating(0.2, 15, reviewMinutes: 30);
        var sure = engagement.Run(new() { Trials = Trials, Attempts = [new(0, 0)], Effort = new Dictionary<string, EffortSpread>() }).Inputs;
        var drawn = engagement.Run(new() { Trials = Trials, Attempts = [new(0, 0)], Effort = new Dictionary<string, EffortSpread> { ["std"] = new LognormalEffort(2, 0.5m) } }).Inputs;

        // 100 hours of the package and 75 attempts of half an hour, both of profile std.
        AssertMoments(sure.Hours, Trials, 1.1 * 100 + 1.1 * 37.5, 1.21 * 0.25 * 300, 3.5);
        AssertWithin(2 * 137.5, drawn.Hours.Mean, drawn.Hours.StandardError);
        AssertWithin(Math.Sqrt(137.5 * 137.5 + (4 + 1) * 75), drawn.Hours.StandardDeviation, drawn.Hours.StandardDeviation * Math.Sqrt(4.0 / Trials));
    }

    [Fact]
    public void Rounds_are_geometric_and_only_those_beyond_the_included_ones_cost()
    {
        var engagement = SmallEngagement.Of() with { Revisions = new(Phase.Production, 2, 0.8m, 0.35m, 0.75m, [new("ED", 10)], 500) };
        var drawn = engagement.Run(new() { Trials = Trials, Revisions = RoundSpread.Geometric }).Inputs;
        var expected = engagement.Run(new() { Trials = Trials }).Inputs;

        AssertMoments(drawn.ExcessRounds!, Trials, 0.9114030303, 3.7815962152, 15);
        AssertWithin(16_000 + 0.9114030303 * (500 + 10 * 90), drawn.Cost.Mean, drawn.Cost.StandardError);
        AssertWithin(0.9114030303, expected.ExcessRounds!.Mean, 0);
        Assert.Equal(0, expected.ExcessRounds!.StandardDeviation);
        Assert.Null(SmallEngagement.Of().Run(new() { Trials = 1_000, Revisions = RoundSpread.Geometric }).Inputs.ExcessRounds);
    }

    [Fact]
    public void Outcome_and_achievement_are_lognormal_and_correlated()
    {
        var inputs = SmallEngagement.Of().Run(new() { Trials = Trials, OutcomeVariation = 0.5m, Kpis = [new("Sales", 1.1m, 0.3m, 0.6m)] }).Inputs;

        var (s, sk) = (Math.Sqrt(Math.Log(1.25)), Math.Sqrt(Math.Log(1.09)));
        AssertMoments(inputs.OutcomeMultiplier, Trials, 1, 0.25, 9);
        AssertMoments(inputs.Kpis![0].Achievement, Trials, 1.1, 0.33 * 0.33, 5);
        AssertWithin((Math.Exp(0.6 * sk * s) - 1) / (0.3 * 0.5), inputs.Kpis[0].Correlation!.Value, 1.5 / Math.Sqrt(Trials));
        Assert.NotNull(inputs.Payout);
    }

    [Fact]
    public void Outcome_states_follow_the_same_normal_as_the_achievements()
    {
        var inputs = SmallEngagement.Of().Run(new() { Trials = Trials, Kpis = [new("Sales", 1, 0.3m, 1)] }).Inputs;

        AssertMoments(inputs.OutcomeMultiplier, Trials, 1, 0.25, 1.01);
        Assert.True(inputs.Kpis![0].Correlation > 0.75);
    }

    [Theory]
    [InlineData(0, 0.3)]
    [InlineData(0.5, 0)]
    public void Without_spread_there_is_no_correlation(double outcome, double kpi)
    {
        var inputs = SmallEngagement.Of().Run(new() { Trials = 1_000, OutcomeVariation = (decimal)outcome, Kpis = [new("Sales", 1, (decimal)kpi, 0.6m)] }).Inputs;

        Assert.Null(inputs.Kpis![0].Correlation);
    }

    [Fact]
    public void Payout_is_the_states_or_the_drawn_achievements_or_nothing()
    {
        var engagement = SmallEngagement.Of();

        AssertMoments(engagement.Run(new() { Trials = Trials }).Inputs.Payout!, Trials, 0.75, 0.5625, 1.01);
        Assert.Equal(1.2, engagement.Run(new() { Trials = 1_000, Kpis = [new("Sales", 1.1m, 0, 0)] }).Inputs.Payout!.Mean, 1e-12);
        Assert.Null(engagement.Run(new() { Trials = 1_000, OutcomeVariation = 0.5m }).Inputs.Payout);
        Assert.Null((engagement with { Scorecard = null }).Run(new() { Trials = 1_000 }).Inputs.Payout);
    }

    [Fact]
    public void Prices_of_compute_drift()
    {
        var engagement = Generating(0.2, 15);
        var inputs = engagement.Run(new() { Trials = Trials, PriceDrift = new(-0.2m, 0.25m, 2) }).Inputs;
        var sure = engagement.Run(new() { Trials = 1_000, PriceDrift = new(-0.2m, 0, 2) }).Inputs;

        var relative = Math.Exp(0.0625 * 2) - 1;
        AssertMoments(inputs.PriceFactor, Trials, 0.64, 0.64 * 0.64 * relative, 6);
        AssertWithin(16_000 + 0.64 * 150, inputs.Cost.Mean, inputs.Cost.StandardError);
        Assert.Equal(new(0.64, 0, 0), sure.PriceFactor with { Mean = Math.Round(sure.PriceFactor.Mean, 12) });
        Assert.Equal(new(1, 0, 0), engagement.Run(new() { Trials = 1_000 }).Inputs.PriceFactor);
    }

    [Fact]
    public void A_vendor_stops_with_its_probability()
    {
        var inputs = SmallEngagement.Of().Run(new() { Trials = Trials, VendorStop = new(0.1m, 5_000) }).Inputs;

        AssertMoments(inputs.VendorStop, Trials, 500, 0.09 * 5_000 * 5_000, 8.2);
        AssertWithin(16_500, inputs.Cost.Mean, inputs.Cost.StandardError);
    }

    private static Engagement Generating(double acceptance, int pieces, decimal? reviewMinutes = null) => SmallEngagement.Of() with
    {
        Assets =
        [
            new()
            {
                Name = "Asset",
                Phase = Phase.Production,
                Quantity = pieces,
                EffortProfile = "std",
                Generations =
                [
                    new()
                    {
                        Model = "Model",
                        AcceptedPerAsset = 1,
                        SizePerAttempt = 4,
                        Unit = "second",
                        UnitPrice = 0.5m,
                        AcceptanceProbability = (decimal)acceptance,
                        ReviewRole = reviewMinutes is null ? null : "ED",
                        ReviewMinutesPerAttempt = reviewMinutes,
                    },
                ],
            },
        ],
    };

    // Mean and variance of min(N, cap) and the probability that no attempt succeeds, by summing up.
    private static (double Mean, double Variance, double Failed) Capped(double p, int cap)
    {
        var (mean, square, alive) = (0.0, 0.0, 1.0);
        for (var attempt = 1; attempt <= cap; attempt++)
        {
            mean += alive;
            square += (2 * attempt - 1) * alive;
            alive *= 1 - p;
        }

        return (mean, square - mean * mean, alive);
    }
}
