using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Risk;
using Pricing.Model.Simulations;
using static Pricing.Model.Tests.Simulations.Simulated;

namespace Pricing.Model.Tests.Simulations;

/// <summary>Single trials, against the exact fee structures, and statistics against the trials written out.</summary>
public sealed class TrialTests
{
    private static readonly Engagement Engagement = SmallEngagement.Of(AllStructures) with
    {
        Revisions = new(Phase.Strategy, 0, 0.8m, 0.35m, 0.75m, [new("ED", 10)], 500),
    };

    private static readonly SimulationParameters Drawn = new()
    {
        Trials = 30_000,
        Seed = 3,
        Revisions = RoundSpread.Geometric,
        OutcomeVariation = 0.6m,
        Kpis = [new("Sales", 1, 0.3m, 0.5m)],
        VendorStop = new(0.3m, 700),
    };

    [Fact]
    public void Every_fee_of_a_trial_is_the_structures_on_what_the_trial_drew()
    {
        var comparison = Engagement.Compared();
        var plan = new SimulationPlan(comparison, Drawn);
        var block = new TrialBlock(plan.Columns);
        plan.Fill(block, Drawn.Seed, 2);

        for (var trial = 0; trial < 200; trial++)
        {
            decimal Of(Linear? form) => (decimal)block.Numbers(form!.Single.Column)[trial];
            var (factor, rounds, stop) = (Of(plan.Draws.CostFactor), Of(plan.Draws.ExcessRounds), Of(plan.Draws.VendorStop));
            var state = new OutcomeState("drawn", Of(plan.Draws.OutcomeMultiplier), 1, Of(plan.Draws.Payout));
            var actual = new Dictionary<Phase, Work>
            {
                [Phase.Ideation] = new() { Labour = new(9_900 * factor), CardValue = new(13_200 * factor), ExpectedHours = new(110 * factor) },
                [Phase.Production] = new() { Ai = new(1_000 + stop), ThirdParty = new(5_000), ArtistSocialLevy = new(100) },
                [Phase.Strategy] = new()
                {
                    Labour = new(900 * factor * rounds),
                    CardValue = new(1_200 * factor * rounds),
                    ExpectedHours = new(10 * factor * rounds),
                    ThirdParty = new(500 * rounds),
                },
            };

            for (var i = 0; i < AllStructures.Length; i++)
            {
                var fee = FeeOf(comparison, comparison.Structures[i], actual, state);
                Assert.Equal((double)fee, block.Numbers(plan.Fees[i])[trial], 1e-6);
            }
        }
    }

    // By the exact structures, each given the work that it may see.
    private static decimal FeeOf(Comparison comparison, StructureComparison column, Dictionary<Phase, Work> actual, OutcomeState state)
    {
        var whole = actual.Values.Aggregate((left, right) => left + right);
        if (column.Structure is not Combined combined)
            return Fee(column.Structure, column.Price.Fee, comparison.Cost.Work, whole, column.Structure.Discount);
        return combined.Parts.Zip(column.Price.Parts).Sum(part => Fee(
            part.First.Structure, part.Second.Fee, part.Second.Work,
            part.First.Phases.Select(phase => actual[phase]).Aggregate(Work.None, (left, right) => left + right), combined.Discount));

        decimal Fee(FeeStructure structure, FeeSchedule agreed, Work expected, Work of, decimal discount)
        {
            if (structure is Fixed or ValueBased)
                return ((FeeSchedule.Feasible)agreed).Fee.Constant.Amount;
            if (structure is Retainer { Rate: null } retainer)
                structure = retainer with { Rate = expected.CardValue.Amount / expected.ExpectedHours.Value * 0.9m };
            var follows = structure is Hourly or Retainer or CostPlus or GainShare;
            var basis = comparison.Basis with
            {
                Work = follows ? of : expected with { ThirdParty = of.ThirdParty },
                States = new([new(1, 1)], [state]),
            };
            return ((FeeSchedule.Feasible)(structure with { Discount = discount }).Price(basis).Fee).Fee.Expected(basis.States).Amount;
        }
    }

    [Fact]
    public void Statistics_are_those_of_the_trials_written_out()
    {
        var comparison = (Engagement with { TailProbability = 0.0333m }).Compared();
        var plan = new SimulationPlan(comparison, Drawn);
        var samples = Samples(plan, Drawn);

        var result = comparison.Run(Drawn with { Bins = 7, ClientRiskTolerance = 40_000 });

        for (var s = 0; s < samples.Length; s++)
        {
            var structure = result.Structures[plan.Feasible[s / 2]];
            AssertSide(samples[s], s % 2 == 0 ? structure.Agency! : structure.Client!, 0.0333m, s % 2 == 0 ? 100_000 : 40_000);
        }

        var pair = 0;
        for (var i = 0; i < plan.Feasible.Length; i++)
        {
            for (var j = i + 1; j < plan.Feasible.Length; j++, pair++)
            {
                Assert.Equal((plan.Feasible[i], plan.Feasible[j]), (result.Pairs[pair].First, result.Pairs[pair].Second));
                Assert.Equal(Beats(samples[2 * i], samples[2 * j]), result.Pairs[pair].Agency);
                Assert.Equal(Beats(samples[2 * i + 1], samples[2 * j + 1]), result.Pairs[pair].Client);
            }
        }

        Assert.Equal(pair, result.Pairs.Count);
    }

    [Fact]
    public void A_client_that_bears_the_tax_pays_it_on_every_trial()
    {
        var comparison = (Engagement with { Value = Engagement.Value with { InputTaxDeductible = false } }).Compared();
        var parameters = Drawn with { Trials = 5_000 };
        var plan = new SimulationPlan(comparison, parameters);
        var samples = Samples(plan, parameters);

        var result = comparison.Run(parameters);

        AssertSide(samples[1], result.Structures[0].Client!, 0.1m, 100_000);
        Assert.Equal(Beats(samples[1], samples[5]), result.Pairs[1].Client);
        Assert.Equal(result.Structures[6].Client!.Statistics.Mean, 100_000 * result.Inputs.OutcomeMultiplier.Mean - 1.19 * result.Structures[6].Fee!.Mean, 1e-6);
    }

    private static void AssertSide(double[] sample, SimulatedSide side, decimal tail, double tolerance)
    {
        var n = sample.Length;
        var sorted = sample.Order().ToArray();
        var mean = sample.Average();
        var variance = sample.Sum(x => (x - mean) * (x - mean)) / (n - 1);

        Near(mean, side.Statistics.Mean);
        Near(Math.Sqrt(variance), side.Statistics.StandardDeviation);
        Assert.Equal(new[] { 0.05m, 0.25m, 0.5m, 0.75m, 0.95m }.Select(AtShare), side.Percentiles);
        Assert.Equal(AtShare(tail), side.ValueAtRisk);
        var (whole, rest) = ((int)(tail * n), (double)(tail * n % 1));
        Near((sorted.Take(whole).Sum() + rest * sorted[whole]) / (double)(tail * n), side.ConditionalValueAtRisk);
        Near((double)sample.Count(x => x < -1e-6) / n, side.LossProbability);
        Near(mean - variance / (2 * tolerance), side.CertaintyEquivalent);
        Near(-tolerance * Math.Log(sample.Average(x => Math.Exp(-x / tolerance))), side.CertaintyEquivalentExponential);
        Assert.Equal((sorted[0], sorted[^1]), (side.Histogram.Edges[0], side.Histogram.Edges[^1]));
        Assert.Equal(n, side.Histogram.Counts.Sum());
        if (sorted[0] == sorted[^1])
        {
            Assert.Equal([n], side.Histogram.Counts);
            return;
        }

        var width = (sorted[^1] - sorted[0]) / 7;
        if (side.Histogram.Counts.Count == 7)
            Assert.Equal(Enumerable.Range(0, 7).Select(bin => sample.Count(x => Math.Min(6, (int)((x - sorted[0]) / width * (1 + 1e-12))) == bin)), side.Histogram.Counts);

        double AtShare(decimal share) => sorted[(int)decimal.Ceiling(share * n) - 1];

        static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Max(1, Math.Abs(expected)) + 1e-7);
    }

    private static BeatShares Beats(double[] first, double[] second) => new(
        (double)first.Zip(second).Count(pair => pair.First - pair.Second > 0.005 + 1e-9) / first.Length,
        (double)first.Zip(second).Count(pair => pair.Second - pair.First > 0.005 + 1e-9) / first.Length);

    private static double[][] Samples(SimulationPlan plan, SimulationParameters parameters)
    {
        var block = new TrialBlock(plan.Columns);
        var samples = plan.Series.Select(_ => new List<double>()).ToArray();
        for (var first = 0; first < parameters.Trials; first += TrialBlock.Trials)
        {
            plan.Fill(block, parameters.Seed, first / TrialBlock.Trials);
            for (var trial = 0; trial < Math.Min(TrialBlock.Trials, parameters.Trials - first); trial++)
            {
                for (var s = 0; s < samples.Length; s++)
                    samples[s].Add(plan.Series[s].Of(block, trial / 8)[trial % 8]);
            }
        }

        return [.. samples.Select(sample => sample.ToArray())];
    }
}
