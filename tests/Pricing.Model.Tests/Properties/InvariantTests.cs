using CsCheck;
using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Risk;
using Pricing.Model.Tests.Fees;
using Pricing.Model.Value;

namespace Pricing.Model.Tests.Properties;

/// <summary>What holds for every engagement without faults.</summary>
public sealed class InvariantTests
{
    private const long Runs = 250;

    [Fact]
    public void Moments_are_those_of_all_joint_states_written_out() => Each(SoundEngagement.Any, comparison =>
    {
        foreach (var column in comparison.Structures.Where(column => column.Feasible))
        {
            var all = JointStatesOf(comparison, column);
            var tail = comparison.Engagement.Document.TailProbability;

            AssertNear(all.Sum(state => state.Probability * state.Fee), column.ExpectedFee!.Value.Amount);
            AssertNear(all.Sum(state => state.Probability * state.Cost), column.ExpectedCost.Amount);
            var mean = all.Sum(state => state.Probability * state.Profit);
            var variance = all.Sum(state => state.Probability * (state.Profit - mean) * (state.Profit - mean));
            AssertNear(mean, column.ExpectedProfit!.Value.Amount);
            AssertNear(variance, column.ProfitStandardDeviation!.Value.Amount * column.ProfitStandardDeviation!.Value.Amount);
            AssertNear(mean - variance / (2 * comparison.Engagement.Document.Agency.RiskTolerance), column.CertaintyEquivalent!.Value.Amount);
            AssertNear(all.Where(state => state.Profit < -1e-9m).Sum(state => state.Probability), column.LossProbability!.Value.Value);
            AssertNear(all.Where(state => state.Surplus < -1e-9m).Sum(state => state.Probability), column.ClientLossProbability!.Value.Value);
            AssertNear(MeanOfWorst(all.Select(state => (state.Profit, state.Probability)), tail), column.ProfitCvar!.Value.Amount);
            AssertNear(MeanOfWorst(all.Select(state => (state.Surplus, state.Probability)), tail), column.ClientCvar!.Value.Amount);
        }
    });

    [Fact]
    public void Tracing_changes_no_figure() => SoundEngagement.Any.Sample(
        engagement =>
        {
            var plain = FiguresOf(Comparison.Of(ResolvedEngagement.From(engagement))).ToList();
            var traced = FiguresOf(Comparison.Of(ResolvedEngagement.From(engagement, traced: true))).ToList();

            Assert.Equal(plain.Select(figure => figure.Path), traced.Select(figure => figure.Path));
            foreach (var (one, other) in plain.Zip(traced))
                AssertNear(one.Figure.Value, other.Figure.Value);
            Assert.All(plain, figure => Assert.Null(figure.Figure.Origin));
        },
        iter: Runs / 2);

    [Fact]
    public void Explanations_evaluate_to_the_figures_they_explain() => SoundEngagement.Any.Sample(
        engagement =>
        {
            var seen = new HashSet<Derivation>(ReferenceEqualityComparer.Instance);
            foreach (var (_, figure) in FiguresOf(Comparison.Of(ResolvedEngagement.From(engagement, traced: true))).Where(figure => figure.Figure.Origin is not null))
            {
                Assert.Equal(figure.Value, figure.Origin!.Value);
                Evaluate(figure.Origin, seen);
            }
        },
        iter: Runs / 2);

    [Fact]
    public void Unrounded_lines_and_phases_and_roles_add_to_the_totals() => Each(SoundEngagement.Any, comparison =>
    {
        var cost = comparison.Cost;

        AssertNear(cost.Total.Amount, cost.Lines.Sum(line => line.Amount.Amount));
        AssertNear(cost.Total.Amount, cost.ByPhase.Sum(row => row.Total.Amount));
        AssertNear(cost.Labour.Amount, cost.ByRole.Sum(row => row.Labour.Amount));
        AssertNear(cost.CardValue.Amount, cost.ByRole.Sum(row => row.CardValue.Amount));
        AssertNear(cost.ExpectedHours.Value, cost.Lines.Sum(line => line.ExpectedHours?.Value ?? 0));
        AssertNear(cost.PlannedHours.Value, cost.ByRole.Sum(row => row.PlannedHours.Value));
    });

    [Fact]
    public void Lines_stand_in_document_order() => Each(SoundEngagement.Any, comparison =>
    {
        var document = comparison.Engagement.Document;
        var entries = document.WorkPackages.Select((_, i) => $"/workPackages/{i}").Concat(document.Assets.Select((_, i) => $"/assets/{i}"))
            .Concat(document.Costs.Select((_, i) => $"/costs/{i}")).Append("/revisions").Append("").ToList();

        var places = comparison.Cost.Lines.Select(line => entries.IndexOf(line.Source)).ToList();

        Assert.Equal(places.Order(), places);
        Assert.Equal(document.Costs.Count, comparison.Cost.Lines.Count(line => line.Source.StartsWith("/costs/", StringComparison.Ordinal)));
        Assert.Equal(CostLineKind.ArtistSocialLevy, comparison.Cost.Lines[^1].Kind);
    });

    [Fact]
    public void Combined_with_one_part_over_all_phases_is_that_structure() => Gen.Select(SoundEngagement.Phased, SoundEngagement.Simple).Sample(
        (engagement, structure) =>
        {
            var whole = new CombinedPart([Phase.Strategy, Phase.Ideation, Phase.Production], SoundEngagement.Bare(structure));
            var comparison = (engagement with { FeeStructures = [structure, new Combined([whole]) { Discount = structure.Discount }] }).Compared();

            var (alone, combined) = (comparison.Structures[0], comparison.Structures[1]);

            Assert.Equal(alone.Feasible, combined.Feasible);
            var figures = FiguresIn(alone).Zip(FiguresIn(combined with { Parts = null }));
            Assert.All(figures, pair =>
            {
                Assert.Equal(pair.First.Path, pair.Second.Path);
                AssertNear(pair.First.Figure.Value, pair.Second.Figure.Value);
            });
        },
        iter: Runs);

    [Fact]
    public void Client_surplus_profit_and_cost_share_the_value_out() => Each(SoundEngagement.Any, comparison =>
    {
        if (comparison.Engagement.Document.Value.InputTaxDeductible == false)
            return;
        foreach (var column in comparison.Structures.Where(column => column.Feasible))
            AssertNear(comparison.Value.Total.Amount, column.ClientSurplus!.Value.Amount + column.ExpectedProfit!.Value.Amount + column.ExpectedCost.Amount);
    });

    [Fact]
    public void A_fixed_fee_is_the_same_in_every_state() => Each(SoundEngagement.Any, comparison =>
    {
        foreach (var fee in FeesOfType<Fixed>(comparison))
            Assert.Equal(fee.Lowest, fee.Highest);
    }, new Fixed(0.1m, 0.2m, 0, 0.1m));

    [Fact]
    public void Cost_plus_earns_its_markup_on_what_is_spent_and_more_of_it_where_more_is_spent() => Each(SoundEngagement.Any, comparison =>
    {
        var scenarios = comparison.Engagement.Document.Scenarios.Cost;
        var fee = FeesOfType<CostPlus>(comparison).Last();
        var work = comparison.Cost.Work;
        var profits = scenarios.Select((state, i) => (state.Factor, Profit: fee.In(i, 0) - work.Labour.Amount * state.Factor - work.Ai.Amount - work.PassThrough.Amount)).ToList();

        Assert.All(profits, state => AssertNear(0.18m * (work.Labour.Amount * state.Factor + work.Ai.Amount), state.Profit));
        Assert.Equal(profits.OrderBy(state => state.Factor).Select(state => state.Factor), profits.OrderBy(state => state.Profit).ThenBy(state => state.Factor).Select(state => state.Factor));
    }, new CostPlus(0.18m));

    [Fact]
    public void A_value_fee_before_discount_lies_in_the_bargaining_range() => Each(SoundEngagement.Any, comparison =>
    {
        foreach (var column in comparison.Structures)
        {
            if (column is not { Feasible: true, Structure: ValueBased valueBased })
                continue;
            var listed = column.ListFee!.Value.Amount;
            Assert.InRange(listed, comparison.Cost.Work.Floor(valueBased.MinimumMargin).Amount - 1e-6m, comparison.BargainingRange.Ceiling.Amount + 1e-6m);
        }
    }, new ValueBased(0.3m, 0.05m));

    [Fact]
    public void A_hybrid_without_pool_is_its_base() => Each(SoundEngagement.Any, comparison =>
    {
        var fee = FeesOfType<Hybrid>(comparison).Last();

        AssertNear((comparison.Cost.Work.OwnCost / 0.8m + comparison.Cost.Work.PassThrough).Amount, fee.Lowest.Amount);
        Assert.Equal(fee.Lowest, fee.Highest);
    }, new Hybrid(0.2m, 0));

    [Fact]
    public void The_payout_never_falls_with_achievement() =>
        Gen.Select(Gen.Int[0, 3_000], Gen.Int[0, 3_000], Gen.Int[0, 999], Gen.Int[1_001, 3_000], Gen.Int[1_000, 4_000]).Sample(
            (a, b, threshold, stretch, cap) =>
            {
                var lower = RiskMeasures.Payout(Math.Min(a, b) / 1_000m, threshold / 1_000m, stretch / 1_000m, cap / 1_000m);
                var higher = RiskMeasures.Payout(Math.Max(a, b) / 1_000m, threshold / 1_000m, stretch / 1_000m, cap / 1_000m);
                return lower <= higher && lower >= 0 && higher <= cap / 1_000m;
            },
            iter: 2_000);

    [Fact]
    public void Attempts_times_their_probability_are_what_is_accepted() =>
        Gen.Select(Gen.Int[1, 1_000], Gen.Int[1, 1_000]).Sample(
            (accepted, probability) =>
            {
                var generation = new Generation
                {
                    Model = "model",
                    AcceptedPerAsset = accepted,
                    SizePerAttempt = 1,
                    Unit = "call",
                    UnitPrice = 1,
                    AcceptanceProbability = probability / 1_000m,
                };
                var asset = new Asset { Name = "Asset", Phase = Phase.Production, Quantity = 1, EffortProfile = "std", Generations = [generation] };
                var cost = CostModel.Of(ResolvedEngagement.From(SmallEngagement.FeesOnly() with { Assets = [asset] }));
                AssertNear(accepted, cost.Ai.Amount * probability / 1_000m);
            },
            iter: Runs);

    [Fact]
    public void Present_value_falls_with_the_discount_rate_and_rises_with_retention() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[0, 1_000], Gen.Int[1, 60], Gen.Int[0, 24], Gen.Int[0, 900], Gen.Int[1, 100]).Sample(
            (first, retention, months, delay, rate, more) =>
            {
                var driver = SmallEngagement.Once(first) with { MonthlyRetention = retention / 1_000m, Months = months, DelayMonths = delay };
                var value = PresentValueOf(driver, rate / 1_000m);
                Assert.True(PresentValueOf(driver, (rate + more) / 1_000m) < value);
                Assert.True(PresentValueOf(driver with { MonthlyRetention = (retention + more) / 1_000m }, rate / 1_000m) >= value);
            },
            iter: Runs);

    [Fact]
    public void Without_artistic_third_parties_there_is_no_levy() => Each(
        SoundEngagement.Any.Select(engagement => engagement with
        {
            Assets = [.. engagement.Assets.Select(asset => asset with { CostsPerAsset = [.. asset.CostsPerAsset.Where(cost => cost.Kind != CostKind.ArtisticThirdParty)] })],
            Costs = [.. engagement.Costs.Where(cost => cost.Kind != CostKind.ArtisticThirdParty)],
        }),
        comparison => Assert.Equal(0, comparison.Cost.ArtistSocialLevy.Amount));

    [Fact]
    public void Twice_the_hours_and_twice_the_cost_are_twice_the_floor() => SoundEngagement.Any.Sample(
        engagement =>
        {
            var once = engagement.Compared().BargainingRange.Floor.Amount;

            var twice = Doubled(engagement).Compared().BargainingRange.Floor.Amount;

            AssertNear(2 * once, twice);
        },
        iter: Runs);

    [Fact]
    public void The_mean_of_the_worst_cases_is_never_above_the_mean() => Each(SoundEngagement.Any, comparison =>
    {
        foreach (var column in comparison.Structures.Where(column => column.Feasible))
        {
            Assert.True(column.ProfitCvar!.Value.Amount <= column.ExpectedProfit!.Value.Amount + 1e-6m);
            Assert.True(column.ClientCvar!.Value.Amount <= column.ClientSurplus!.Value.Amount + 1e-6m);
        }
    });

    [Fact]
    public void Gross_is_the_rounded_net_and_the_vat_on_it() => Each(SoundEngagement.Any, comparison =>
    {
        foreach (var column in comparison.Structures.Where(column => column.Feasible))
        {
            var net = column.ExpectedFee!.Value.ToMinorUnit(comparison.Currency);
            var vat = decimal.Round(comparison.Engagement.Document.Agency.VatRate * net, comparison.Currency.Decimals, MidpointRounding.AwayFromZero);
            Assert.Equal(vat, column.Vat!.Value.Amount);
            Assert.Equal(net + vat, column.Gross!.Value.Amount);
        }
    });

    private static void Each(Gen<Engagement> engagements, Action<Comparison> holds, params FeeStructure[] more) => engagements.Sample(
        engagement => holds((engagement with { FeeStructures = [.. engagement.FeeStructures, .. more] }).Compared()),
        iter: Runs);

    private static List<(decimal Probability, decimal Fee, decimal Cost, decimal Profit, decimal Surplus)> JointStatesOf(Comparison comparison, StructureComparison column)
    {
        var document = comparison.Engagement.Document;
        var u = document.Value.InputTaxDeductible == false ? 1 + document.Agency.VatRate : 1;
        var fees = ((FeeSchedule.Feasible)column.Price.Fee).Fee;
        var states = new List<(decimal, decimal, decimal, decimal, decimal)>();
        for (var i = 0; i < document.Scenarios.Cost.Count; i++)
        {
            for (var j = 0; j < document.Scenarios.Outcome.Count; j++)
            {
                var fee = fees.In(i, j);
                var cost = comparison.Cost.Labour.Amount * document.Scenarios.Cost[i].Factor + comparison.Cost.Ai.Amount + comparison.Cost.ThirdParty.Amount + comparison.Cost.ArtistSocialLevy.Amount;
                var value = comparison.Value.Total.Amount * document.Scenarios.Outcome[j].ValueMultiplier;
                states.Add((document.Scenarios.Cost[i].Probability * document.Scenarios.Outcome[j].Probability, fee, cost, fee - cost, value - u * fee));
            }
        }

        return states;
    }

    private static decimal MeanOfWorst(IEnumerable<(decimal Amount, decimal Probability)> states, decimal tail)
    {
        decimal left = tail, sum = 0;
        foreach (var (amount, probability) in states.OrderBy(state => state.Amount))
        {
            var taken = Math.Min(left, probability);
            sum += taken * amount;
            left -= taken;
        }

        return sum / tail;
    }

    private static IEnumerable<StateAmounts> FeesOfType<T>(Comparison comparison)
        where T : FeeStructure =>
        comparison.Structures.Where(column => column.Structure is T && column.Feasible).Select(column => ((FeeSchedule.Feasible)column.Price.Fee).Fee);

    private static decimal PresentValueOf(ValueDriver driver, decimal rate)
    {
        var engagement = SmallEngagement.FeesOnly();
        return ValueModel.Of(ResolvedEngagement.From(engagement with { Value = engagement.Value with { DiscountRate = rate, Drivers = [driver] } })).Total.Amount;
    }

    private static Engagement Doubled(Engagement engagement) => engagement with
    {
        WorkPackages = [.. engagement.WorkPackages.Select(package => package with { Hours = Doubled(package.Hours) })],
        Assets = [.. engagement.Assets.Select(asset => asset with { Quantity = 2 * asset.Quantity })],
        Costs = [.. engagement.Costs.Select(cost => cost with { Amount = 2 * cost.Amount })],
        Revisions = engagement.Revisions is { } revisions
            ? revisions with { HoursPerRound = Doubled(revisions.HoursPerRound), ExternalCostPerRound = 2 * revisions.ExternalCostPerRound }
            : null,
    };

    private static RoleHours[] Doubled(IReadOnlyList<RoleHours> hours) => [.. hours.Select(line => line with { Planned = 2 * line.Planned })];

    // Every figure that a comparison shows, with its path.
    private static IEnumerable<(string Path, Figure Figure)> FiguresOf(Comparison comparison) =>
        FiguresIn(comparison.Cost).Concat(FiguresIn(comparison.Value)).Concat(FiguresIn(comparison.BargainingRange)).Concat(comparison.Structures.SelectMany(FiguresIn));

    private static IEnumerable<(string Path, Figure Figure)> FiguresIn(object root)
    {
        foreach (var property in root.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            var value = property.GetValue(root);
            if (FigureOf(value) is { } figure)
            {
                yield return (property.Name, figure);
            }
            else if (value is System.Collections.IEnumerable list and not string)
            {
                foreach (var item in list)
                {
                    foreach (var (path, part) in FigureOf(item) is { } single ? new[] { ("", single) } : FiguresIn(item))
                        yield return ($"{property.Name}/{path}", part);
                }
            }
        }
    }

    private static Figure? FigureOf(object? value) => value switch
    {
        Money money => money.Figure,
        Hours hours => hours.Figure,
        Figure figure => figure,
        _ => null,
    };

    private static void Evaluate(Derivation step, HashSet<Derivation> seen)
    {
        if (!seen.Add(step))
            return;
        foreach (var part in step.Parts)
            Evaluate(part, seen);

        var parts = step.Parts.Select(part => part.Value).ToList();
        decimal? value = step.Operation switch
        {
            "+" => parts.Sum(),
            "−" => parts[0] - parts[1],
            "×" => parts.OrderBy(Math.Abs).Aggregate(1m, (product, part) => product * part),
            "÷" => parts[0] / parts[1],
            "min" => parts.Min(),
            "max" => parts.Max(),
            "=" => parts.Single(),
            null => step.Parts.Count == 0 ? step.Value : null,
            _ => step.Value,
        };
        AssertNear(value!.Value, step.Value);
    }

    // The routes differ in the order of steps, so the last digits of a decimal may.
    private static void AssertNear(decimal expected, decimal actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-14m * Math.Max(1, Math.Max(Math.Abs(expected), Math.Abs(actual))), $"{expected} expected, {actual} found");
}
