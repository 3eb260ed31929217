using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Simulations;
using Pricing.Model.Tests.Cases;
using Pricing.Model.Tests.Properties;
using static Pricing.Model.Tests.Simulations.Simulated;

namespace Pricing.Model.Tests.Simulations;

/// <summary>What a simulation says agrees with the exact comparison, with the worked case and with itself.</summary>
public sealed class ResultTests
{
    public static TheoryData<string> Discrete() => ["case-a.json", "case-b.json", "simulation.json", "small"];

    [Theory]
    [MemberData(nameof(Discrete))]
    public void Where_only_states_are_drawn_it_agrees_with_the_comparison(string document)
    {
        var engagement = document switch
        {
            "small" => SmallEngagement.Of(AllStructures) with { Revisions = new(Phase.Strategy, 1, 0.8m, 0.35m, 0.75m, [new("ED", 10)], 500) },
            "simulation.json" => CaseDocument.Parse(SimulationCase()["engagement"]!.ToJsonString()),
            _ => CaseDocument.Read(document),
        };
        var comparison = engagement.Compared();
        var parameters = new SimulationParameters { Trials = 200_000, Seed = 11, ClientRiskTolerance = engagement.Agency.RiskTolerance * 3 };

        var result = comparison.Run(parameters);

        Assert.All(result.Structures.Zip(comparison.Structures), pair =>
        {
            var (simulated, exact) = pair;
            Assert.Same(exact.Structure, simulated.Structure);
            Assert.Equal(exact.Feasible, simulated.Feasible);
            if (!exact.Feasible)
                return;
            var (agency, client) = (simulated.Agency!, simulated.Client!);
            AssertWithin(Number(exact.ExpectedFee), simulated.Fee!.Mean, simulated.Fee.StandardError, 3.5);
            AssertWithin(Number(exact.ExpectedProfit), agency.Statistics.Mean, agency.Statistics.StandardError, 3.5);
            AssertWithin(Number(exact.ProfitStandardDeviation), agency.Statistics.StandardDeviation, 1.5 * agency.Statistics.StandardError, 3.5);
            AssertWithin(Number(exact.CertaintyEquivalent), agency.CertaintyEquivalent, 1.2 * agency.Statistics.StandardError, 3.5);
            AssertWithin(Number(exact.ClientSurplus), client.Statistics.Mean, client.Statistics.StandardError, 3.5);
            AssertShare((double)exact.LossProbability!.Value.Value, agency.LossProbability);
            AssertShare((double)exact.ClientLossProbability!.Value.Value, client.LossProbability);

            // The mean of a tenth strays about three times as far as that of all; where the tail is one state, not at all.
            AssertWithin(Number(exact.ProfitCvar), agency.ConditionalValueAtRisk, 3.5 * agency.Statistics.StandardError, 3.5);
            AssertWithin(Number(exact.ClientCvar), client.ConditionalValueAtRisk, 3.5 * client.Statistics.StandardError, 3.5);
            var variance = client.Statistics.StandardDeviation * client.Statistics.StandardDeviation;
            Assert.Equal(client.Statistics.Mean - variance / (6 * (double)engagement.Agency.RiskTolerance), client.CertaintyEquivalent, 1e-6);
        });

        void AssertShare(double exact, double simulated) => AssertWithin(exact, simulated, Math.Sqrt(exact * (1 - exact) / parameters.Trials), 3.5);
    }

    [Fact]
    public void Every_figure_of_the_worked_case_lies_in_its_interval()
    {
        var engagement = CaseDocument.Parse(SimulationCase()["engagement"]!.ToJsonString());
        var result = engagement.Run(new() { Trials = 20_000, Seed = 7, Revisions = RoundSpread.Geometric, Bins = 20 });

        var checks = CaseDocument.Expected("simulation.intervals.json")["checks"]!.AsArray();
        var outside = checks.Where(check => !IsWithin(check!, FigureAt(result, check!["pointer"]!.GetValue<string>()))).Select(check => check!.ToJsonString());

        Assert.Equal(522, checks.Count);
        Assert.Empty(outside);

        static bool IsWithin(JsonNode check, double figure) => figure >= check["low"]!.GetValue<double>() && figure <= check["high"]!.GetValue<double>();
    }

    [Fact]
    public void Without_spread_it_is_the_comparison_to_the_cent() => SoundEngagement.Phased.Sample(
        engagement =>
        {
            var certain = engagement with
            {
                Scenarios = new([new(1, 1)], [engagement.Scenarios.Outcome[0] with { ValueMultiplier = 1, Probability = 1 }]),
            };
            var comparison = certain.Compared();

            var result = comparison.Run(new() { Trials = 1_000, Bins = 3 });

            AssertMoney(comparison.Cost.Total, result.Inputs.Cost.Mean);
            Assert.Equal((double)comparison.Cost.ExpectedHours.Value, result.Inputs.Hours.Mean, 1e-6);
            foreach (var (simulated, exact) in result.Structures.Zip(comparison.Structures).Where(pair => pair.Second.Feasible))
            {
                AssertMoney(exact.ExpectedFee!.Value, simulated.Fee!.Mean);
                AssertMoney(exact.ExpectedProfit!.Value, simulated.Agency!.Statistics.Mean);
                AssertMoney(exact.ClientSurplus!.Value, simulated.Client!.Statistics.Mean);
                AssertMoney(exact.ProfitCvar!.Value, simulated.Agency!.ConditionalValueAtRisk);
                AssertMoney(exact.CertaintyEquivalent!.Value, simulated.Agency!.CertaintyEquivalent);
                AssertMoney(exact.CertaintyEquivalent!.Value, simulated.Agency!.CertaintyEquivalentExponential);
                Assert.Equal(exact.LossProbability!.Value.Value, (decimal)simulated.Agency.LossProbability);
                Assert.All(simulated.Agency.Percentiles, percentile => AssertMoney(exact.ExpectedProfit!.Value, percentile));
            }
        },
        iter: 60);

    [Fact]
    public void Draws_without_spread_are_the_comparison_to_the_cent()
    {
        var engagement = SmallEngagement.Of(AllStructures) with
        {
            Scenarios = new([new(1, 1)], [new("sure", 1, 1, [new("Sales", 1.1m)])]),
            Revisions = new(Phase.Strategy, 1, 0.8m, 0, 0, [new("ED", 10)], 500),
            Assets = [new() { Name = "A", Phase = Phase.Production, Quantity = 10, EffortProfile = "std", Generations = [Sure()] }],
        };
        var comparison = engagement.Compared();

        var result = comparison.Run(new()
        {
            Trials = 1_000,
            Effort = new Dictionary<string, EffortSpread> { ["std"] = new LognormalEffort(null, 0), ["sure"] = new PertEffort(null) },
            Attempts = [new(0, 0)],
            Revisions = RoundSpread.Geometric,
            OutcomeVariation = 0,
            Kpis = [new("Sales", 1.1m, 0, 0.4m)],
            PriceDrift = new(0, 0, 3),
            VendorStop = new(0, 1_000),
        });

        AssertMoney(comparison.Cost.Total, result.Inputs.Cost.Mean);
        Assert.All(result.Structures.Zip(comparison.Structures), pair =>
        {
            AssertMoney(pair.Second.ExpectedFee!.Value, pair.First.Fee!.Mean);
            AssertMoney(pair.Second.ExpectedProfit!.Value, pair.First.Agency!.Statistics.Mean);
            AssertMoney(pair.Second.ClientSurplus!.Value, pair.First.Client!.ValueAtRisk);
        });

        static Generation Sure() => new()
        {
            Model = "M",
            AcceptedPerAsset = 2,
            SizePerAttempt = 3,
            Unit = "second",
            UnitPrice = 0.7m,
            AcceptanceProbability = 1,
            ReviewRole = "ED",
            ReviewMinutesPerAttempt = 6,
        };
    }

    private static void AssertMoney(Money exact, double simulated) => Assert.InRange(simulated, (double)exact.Amount - 0.004, (double)exact.Amount + 0.004);

    private static double Number(Money? money) => (double)money!.Value.Amount;

    private static JsonObject SimulationCase() => CaseDocument.Expected("simulation.json");

    private static int Place(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double FigureAt(SimulationResult result, string pointer)
    {
        var parts = pointer.Split('/')[1..];
        return parts switch
        {
            ["inputs", var name, var figure] => Of(StatisticsOf(result.Inputs, name), figure),
            ["structures", var i, "fee", var figure] => Of(result.Structures[Place(i)].Fee!, figure),
            ["structures", var i, var side, .. var rest] => OfSide(side == "agency" ? result.Structures[Place(i)].Agency! : result.Structures[Place(i)].Client!, rest),
            ["pairs", var i, var side, var figure] => OfPair(side == "agency" ? result.Pairs[Place(i)].Agency : result.Pairs[Place(i)].Client, figure),
            _ => throw new ArgumentException(pointer),
        };

        static double Of(SampleStatistics statistics, string figure) => figure switch
        {
            "mean" => statistics.Mean,
            "standardDeviation" => statistics.StandardDeviation,
            _ => throw new ArgumentException(figure),
        };

        static SampleStatistics StatisticsOf(SimulatedInputs inputs, string name) => name switch
        {
            "cost" => inputs.Cost,
            "hours" => inputs.Hours,
            "costFactor" => inputs.CostFactor!,
            "excessRounds" => inputs.ExcessRounds!,
            "outcomeMultiplier" => inputs.OutcomeMultiplier,
            "payout" => inputs.Payout!,
            "priceFactor" => inputs.PriceFactor,
            "vendorStop" => inputs.VendorStop,
            _ => throw new ArgumentException(name),
        };

        static double OfSide(SimulatedSide side, string[] rest) => rest switch
        {
            ["percentiles", var percentile] => side.Percentiles[Array.IndexOf(["p5", "p25", "p50", "p75", "p95"], percentile)],
            ["valueAtRisk"] => side.ValueAtRisk,
            ["conditionalValueAtRisk"] => side.ConditionalValueAtRisk,
            ["lossProbability"] => side.LossProbability,
            ["certaintyEquivalent"] => side.CertaintyEquivalent,
            ["certaintyEquivalentExponential"] => side.CertaintyEquivalentExponential,
            [var figure] => Of(side.Statistics, figure),
            _ => throw new ArgumentException(string.Join('/', rest)),
        };

        static double OfPair(BeatShares shares, string figure) => figure == "firstBeats" ? shares.FirstBeats : shares.SecondBeats;
    }
}
