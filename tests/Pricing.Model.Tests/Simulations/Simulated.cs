using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Simulations;

namespace Pricing.Model.Tests.Simulations;

/// <summary>Engagements to simulate, and how far a sampled figure may stray.</summary>
internal static class Simulated
{
    public static SimulationResult Run(this Engagement engagement, SimulationParameters parameters) => engagement.Compared().Run(parameters);

    public static SimulationResult Run(this Comparison comparison, SimulationParameters parameters) =>
        Simulation.Run(comparison, parameters, progress: null, TestContext.Current.CancellationToken);

    /// <summary>A fair coin as an engagement: a share of the outcome that is the one profit or the other.</summary>
    public static Engagement Coin(decimal won, decimal lost, decimal riskTolerance) => SmallEngagement.FeesOnly(new Performance(lost, 1)) with
    {
        Scenarios = new([new(1, 1)], [new("lost", 0, 0.5m, [new("Sales", 0)]), new("won", 2, 0.5m, [new("Sales", 1)])]),
        Value = SmallEngagement.Of().Value with { Drivers = [SmallEngagement.Once((won - lost) / 2)] },
        Agency = SmallEngagement.Of().Agency with { RiskTolerance = riskTolerance },
    };

    /// <summary>One structure of every type and form.</summary>
    public static readonly FeeStructure[] AllStructures =
    [
        new Hourly(0.1m, 0.05m), new Hourly(0.1m, 0.05m, Cap: 11_000) { Discount = 0.1m }, new Retainer(4, 20, 0.1m, null, 0.1m, 0.2m), new Retainer(2, 60, 0, 130, 0, 0) { Discount = 0.05m },
        new Fixed(0.08m, 0.2m, 0.1m, 0.1m), new PerUnit([new("Piece", 10, 2_000)], 0.1m), new CostPlus(0.18m), new CostPlus(null, 4_000), new CostPlus(null, 4_000, 10_000, 0.5m),
        new Commission(0.03m, 600_000), new ValueBased(0.25m, 0.05m), new Performance(5_000, 0.1m, 12_000, 18_000), new Hybrid(0.1m, 0.3m) { Discount = 0.2m },
        new Licence(0.05m, ["ED"], Phase.Ideation, new(0.5m, 0.2m, 0.1m, 0.2m)), new Subscription(3_000, 900, 12), new GainShare(17_000, 0.4m),
        new Combined([new([Phase.Ideation], new Hourly(0.1m, 0, Cap: 10_000)), new([Phase.Production, Phase.Strategy], new CostPlus(0.15m)), new([], new Performance(0, 0.02m, null, 2_500))]) { Discount = 0.1m },
        new Combined([new([Phase.Ideation], new ValueBased(0.1m, 0.05m)), new([Phase.Production], new Fixed(0, 0.1m, 0, 0)), new([Phase.Strategy], new Retainer(1, 0, 0, 50, 0, 0))]),
    ];

    /// <summary>Within a number of standard errors, and never stricter than the digits of the arithmetic.</summary>
    public static void AssertWithin(double expected, double actual, double standardError, double times = 4) =>
        Assert.True(
            Math.Abs(actual - expected) <= times * standardError + 1e-9 * Math.Max(1, Math.Abs(expected)),
            $"{actual} is not {expected} within {times} × {standardError}.");

    /// <summary>Mean and variance agree with closed forms; the error of the variance follows from the sample's fourth moment.</summary>
    /// <param name="statistics">The sample.</param>
    /// <param name="trials">Its size.</param>
    /// <param name="mean">The mean to expect.</param>
    /// <param name="variance">The variance to expect.</param>
    /// <param name="kurtosis">Fourth central moment over the squared variance; 3 for a normal variable.</param>
    public static void AssertMoments(SampleStatistics statistics, int trials, double mean, double variance, double kurtosis)
    {
        AssertWithin(mean, statistics.Mean, Math.Sqrt(variance / trials));
        AssertWithin(variance, statistics.StandardDeviation * statistics.StandardDeviation, variance * Math.Sqrt((kurtosis - 1) / trials));
        Assert.Equal(statistics.StandardDeviation / Math.Sqrt(trials), statistics.StandardError, 1e-12 * Math.Max(1, statistics.StandardError));
    }
}
