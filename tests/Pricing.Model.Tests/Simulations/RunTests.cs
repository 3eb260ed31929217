using System.Text.Json;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Simulations;
using static Pricing.Model.Tests.Simulations.Simulated;

namespace Pricing.Model.Tests.Simulations;

/// <summary>How a simulation runs: the same again, to be watched and to be stopped.</summary>
public sealed class RunTests
{
    private static readonly SimulationParameters Parameters = new() { Trials = 30_001, Seed = ulong.MaxValue, OutcomeVariation = 0.4m, Kpis = [new("Sales", 1, 0.3m, 0.5m)] };

    [Fact]
    public void Threads_and_repetition_change_nothing()
    {
        var comparison = SmallEngagement.Of(AllStructures).Compared();
        string[] runs = [.. new int?[] { 1, 1, 2, 3, null, 256 }.Select(threads => Text(comparison.Run(Parameters with { Threads = threads })))];

        Assert.Single(runs.Distinct());
    }

    [Fact]
    public void Another_seed_draws_otherwise()
    {
        var comparison = SmallEngagement.Of().Compared();

        Assert.NotEqual(Text(comparison.Run(Parameters)), Text(comparison.Run(Parameters with { Seed = 0 })));
    }

    [Fact]
    public void What_else_is_drawn_leaves_a_draw_as_it_is()
    {
        var comparison = SmallEngagement.Of().Compared();

        var alone = comparison.Run(Parameters).Inputs;
        var more = comparison.Run(Parameters with { VendorStop = new(0.5m, 10), PriceDrift = new(0, 0.1m, 1), Effort = new Dictionary<string, EffortSpread> { ["std"] = new PertEffort(null) } }).Inputs;

        Assert.Equal(alone.OutcomeMultiplier, more.OutcomeMultiplier);
        Assert.Equal(alone.Kpis, more.Kpis);
    }

    [Fact]
    public void Progress_ends_at_one()
    {
        var seen = new List<double>();

        Simulation.Run(SmallEngagement.Of().Compared(), Parameters with { Threads = 1 }, new Watch(seen.Add), TestContext.Current.CancellationToken);

        Assert.Equal(seen.Order(), seen);
        Assert.Equal(1, seen[^1]);
        Assert.InRange(seen[0], 0.01, 0.2);
    }

    [Fact]
    public void It_stops_where_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var reports = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => Simulation.Run(
            SmallEngagement.Of().Compared(), Parameters with { Trials = 10_000_000, Threads = 1 }, new Watch(_ => Stop()), source.Token));

        Assert.Equal(3, reports);

        void Stop()
        {
            if (++reports == 3)
                source.Cancel();
        }
    }

    [Fact]
    public async Task Being_cancelled_again_and_again_while_memory_is_collected_leaves_the_process_whole()
    {
        // An exception that leaves a parallel loop takes the loop's last step with it, and that step once met memory which was gone: the process died.
        using var end = new CancellationTokenSource();
        var collector = Task.Run(() => Collect(end.Token), TestContext.Current.CancellationToken);
        var compared = SmallEngagement.Of().Compared();
        for (var i = 0; i < 100; i++)
        {
            using var source = new CancellationTokenSource();
            var reports = 1 + i % 7;

            Assert.ThrowsAny<OperationCanceledException>(() => Simulation.Run(compared, Parameters with { Trials = 10_000_000 }, new Watch(_ => Stop()), source.Token));

            void Stop()
            {
                if (Interlocked.Decrement(ref reports) == 0)
                    source.Cancel();
            }
        }

        await end.CancelAsync();
        await collector;

        static void Collect(CancellationToken end)
        {
            while (!end.WaitHandle.WaitOne(1))
                GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
    }

    [Fact]
    public void The_same_amount_in_all_trials_is_one_bin()
    {
        var side = (SmallEngagement.FeesOnly(SmallEngagement.Price(12_345.67m)) with { TailProbability = 0.000001m }).Run(new() { Trials = 1_000 }).Structures[0].Agency!;

        Assert.Equal([12_345.67, 12_345.67], side.Histogram.Edges);
        Assert.Equal([1_000], side.Histogram.Counts);
        Assert.Equal((12_345.67, 12_345.67, 12_345.67), (side.ValueAtRisk, side.ConditionalValueAtRisk, side.CertaintyEquivalentExponential));
        Assert.Equal(0, side.Statistics.StandardDeviation);
    }

    [Fact]
    public void A_coin_flip_has_the_certainty_equivalents_of_the_contract()
    {
        var side = Coin(90_000, -10_000, 500_000).Run(new() { Trials = 100_000 }).Structures[0].Agency!;

        var error = 50_000 / Math.Sqrt(100_000);
        AssertWithin(37_500, side.CertaintyEquivalent, error);
        AssertWithin(37_504.16, side.CertaintyEquivalentExponential, error);
        var won = (side.Statistics.Mean + 10_000) / 100_000;
        Assert.Equal(-500_000 * Math.Log(won * Math.Exp(-0.18) + (1 - won) * Math.Exp(0.02)), side.CertaintyEquivalentExponential, 1e-6);
        Assert.Equal(-10_000, side.Percentiles[0], 1e-6);
        Assert.Equal(90_000, side.Percentiles[4], 1e-6);
        Assert.Equal(100_000, side.Histogram.Counts[0] + side.Histogram.Counts[^1]);
    }

    [Fact]
    public void The_mean_of_the_worst_cases_is_never_above_the_value_at_risk_nor_above_the_mean()
    {
        var result = SmallEngagement.Of(AllStructures).Run(new() { Trials = 2_000, Effort = new Dictionary<string, EffortSpread> { ["std"] = new LognormalEffort(null, 0.3m) } });

        var sides = result.Structures.Where(structure => structure.Feasible).SelectMany(structure => new[] { structure.Agency!, structure.Client! });
        Assert.All(sides, side =>
        {
            Assert.True(side.ConditionalValueAtRisk <= side.ValueAtRisk + 1e-6);
            Assert.True(side.ConditionalValueAtRisk <= side.Statistics.Mean + 1e-6);
        });
    }

    public static TheoryData<SimulationParameters> Excesses() =>
    [
        new SimulationParameters { Trials = 1_000, Effort = new Dictionary<string, EffortSpread> { ["std"] = new LognormalEffort(1e12m, 0) } },
        new SimulationParameters { Trials = 1_000, ClientRiskTolerance = 1e-9m },
    ];

    [Theory]
    [MemberData(nameof(Excesses))]
    public void What_is_beyond_bounds_is_refused_at_the_parameters(SimulationParameters parameters)
    {
        var refusal = Assert.Throws<BeyondBoundsException>(() => SmallEngagement.Of().Run(parameters));

        Assert.Equal("/parameters", Assert.Single(refusal.Faults).Pointer);
    }

    private static string Text(SimulationResult result) => JsonSerializer.Serialize(new { result.Inputs, result.Pairs, Sides = result.Structures.Select(structure => new { structure.Fee, structure.Agency, structure.Client }) });

    private sealed class Watch(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
