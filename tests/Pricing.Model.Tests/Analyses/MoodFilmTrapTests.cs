using Pricing.Model.Analyses;
using static Pricing.Model.Tests.Analyses.CaseAnalyses;

namespace Pricing.Model.Tests.Analyses;

public sealed class MoodFilmTrapTests
{
    private static readonly MoodFilmTrapParameters Film = new(
        AvoidedCost: new(12_000), new(null, [PositionOfAsset("Mood film")], [PositionOfPackage("AI mood film")]), new ContinuationCurve.Linear(0.35m, 0.75m),
        IncludedRounds: 2, Concreteness: 0.8m, ReferenceConcreteness: 0, Points: [0, 0.25m, 0.5m, 0.75m, 1]);

    [Fact]
    public void A_finished_look_provokes_rounds_that_eat_the_saving()
    {
        var trap = MoodFilmTrapAnalysis.Of(B, Film);

        Assert.Equal((5_865.43m, 8_350.29m), (trap.MoodFilmCost.Cents(), trap.CostPerRound.Cents()));
        Assert.Equal((0.67m, 0.91140303m, 7_059.68m, -925.12m), (trap.At.Continuation.Value, trap.At.ExcessRounds.Shown(), trap.At.TrapCost.Cents(), trap.At.NetEffect.Cents()));
        Assert.Equal([0, 832.69m, 2_536.49m, 6_001.20m, 13_540.32m], trap.Points.Select(point => point.TrapCost.Cents()));
        Assert.Equal([6_134.57m, 5_301.87m, 3_598.08m, 133.37m, -7_405.75m], trap.Points.Select(point => point.NetEffect.Cents()));
        Assert.Equal([(0, 0.7567403m)], trap.PayingRanges.Select(range => (range.From.Value, range.To.Shown())));
        Assert.Equal((0.7567403m, 0), (trap.BreakEvenConcreteness.Shown(), trap.BestConcreteness.Value));
    }

    [Fact]
    public void At_the_reference_a_film_costs_what_it_costs()
    {
        var trap = MoodFilmTrapAnalysis.Of(B, Film with { MoodFilm = new(new(500), [], []), Concreteness = 0.5m, ReferenceConcreteness = 0.5m });

        Assert.Equal((500, 0, 11_500), (trap.MoodFilmCost.Amount, trap.At.TrapCost.Amount, trap.At.NetEffect.Amount));
    }

    [Fact]
    public void Where_vague_and_finished_both_provoke_rounds_the_film_pays_in_between()
    {
        var curve = new ContinuationCurve.UShaped(0.3m, Optimum: 0.4m, Below: 1, Above: 0.9m);

        var trap = MoodFilmTrapAnalysis.Of(B, Film with { Curve = curve, IncludedRounds = 0, ReferenceConcreteness = 0.4m });

        // net = 0 where q / (1 − q) is 0.3 / 0.7 + (12,000 − film) / round; q rises by 1 below and by 0.9 above the optimum.
        var odds = 3m / 7 + (12_000 - trap.MoodFilmCost.Amount) / trap.CostPerRound.Amount;
        var rise = odds / (1 + odds) - 0.3m;
        var range = Assert.Single(trap.PayingRanges);
        Assert.InRange(range.From.Value - (0.4m - rise), -1e-11m, 1e-11m);
        Assert.InRange(range.To.Value - (0.4m + rise / 0.9m), -1e-11m, 1e-11m);
        Assert.Equal((range.To, 0.4m), (trap.BreakEvenConcreteness!.Value, trap.BestConcreteness.Value));
    }

    [Fact]
    public void A_film_that_always_pays_has_no_break_even_and_one_that_never_does_has_no_range()
    {
        var always = MoodFilmTrapAnalysis.Of(B, Film with { AvoidedCost = new(1_000_000) });
        var never = MoodFilmTrapAnalysis.Of(B, Film with { AvoidedCost = default });

        Assert.Equal([(0m, 1m)], always.PayingRanges.Select(range => (range.From.Value, range.To.Value)));
        Assert.Null(always.BreakEvenConcreteness);
        Assert.Empty(never.PayingRanges);
        Assert.Null(never.BreakEvenConcreteness);
    }

    private static int PositionOfAsset(string name) => B.Engagement.Document.Assets.ToList().FindIndex(asset => asset.Name == name);

    private static int PositionOfPackage(string name) => B.Engagement.Document.WorkPackages.ToList().FindIndex(package => package.Name == name);
}
