using System.Runtime.Intrinsics;
using Pricing.Model.Simulations;
using Pricing.Model.Tests.Simulations;
using Answers = System.Collections.Generic.Dictionary<string, decimal?>;

namespace Pricing.Model.Tests.Formulas;

/// <summary>How the simulation answers a row of each kind of worked table that no draw makes uncertain.</summary>
internal static class WorkedSpread
{
    public static readonly IReadOnlyDictionary<string, Func<WorkedRow, Answers>> ByKind = new Dictionary<string, Func<WorkedRow, Answers>>(StringComparer.Ordinal)
    {
        ["pert distribution"] = Pert,
        ["lognormal distribution"] = LognormalPlace,
        ["fair coin"] = FairCoin,
    };

    private static Answers Pert(WorkedRow row)
    {
        var (low, high) = ((double)row["optimistic"], (double)row["pessimistic"]);
        var quantiles = PertQuantiles.Of(low, (double)row["mostLikely"], high);

        // Uniform between two quantiles.
        var steps = quantiles.Zip(quantiles.Skip(1)).ToList();
        var mean = steps.Average(step => (step.First + step.Second) / 2);
        var variance = steps.Average(step => (step.First * step.First + step.First * step.Second + step.Second * step.Second) / 3) - mean * mean;

        // Mean and variance are those of one beta distribution only.
        var place = (mean - low) / (high - low);
        var shapes = (mean - low) * (high - mean) / variance - 1;
        return Said(("mean", mean), ("variance", variance), ("α", place * shapes), ("β", (1 - place) * shapes));
    }

    private static Answers LognormalPlace(WorkedRow row)
    {
        var logVariance = Lognormal.LogVariance(row["coefficient of variation"]);
        Span<Vector512<double>> numbers = [Vector512.Create((double)row["share below"])];
        Lognormal.Quantiles(numbers, numbers, (double)row["mean"], logVariance);
        return Said(("s", Math.Sqrt(logVariance)), ("value", numbers[0][0]));
    }

    // Of a thousand flips exactly half are won under one seed in forty.
    private static Answers FairCoin(WorkedRow row)
    {
        var (won, lost) = (row["won"], row["lost"]);
        var coin = Simulated.Coin(won, lost, row["riskTolerance"]).Compared();
        var side = Enumerable.Range(1, 1_000)
            .Select(seed => Simulation.Run(coin, new() { Trials = 1_000, Seed = (ulong)seed }).Structures[0].Agency!)
            .First(side => Math.Abs(side.Statistics.Mean - (double)(won + lost) / 2) < 1e-6);
        return Said(("mean", side.Statistics.Mean), ("certainty equivalent", side.CertaintyEquivalentExponential));
    }

    private static Answers Said(params (string Name, double Value)[] answers) => answers.ToDictionary(answer => answer.Name, answer => (decimal?)answer.Value);
}
