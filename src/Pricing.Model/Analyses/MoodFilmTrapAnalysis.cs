using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Sets what a mood film saves against the revision rounds that a finished look provokes.</summary>
/// <remarks>
/// excess(g) = q(g)^(R + 1) / (1 − q(g)), trap(g) = (excess(g) − excess(g_0)) × cost per round, net(g) = avoided − mood film − trap(g).
/// Source: docs/formulas/analyses-market.md, "Trap of the mood film".
/// </remarks>
public static class MoodFilmTrapAnalysis
{
    private const int GridSteps = 1_000;

    /// <summary>Works the trap out.</summary>
    /// <exception cref="ArgumentException">The engagement has no revisions.</exception>
    /// <exception cref="BeyondBoundsException">A line or sum exceeds 1e13.</exception>
    public static MoodFilmTrap Of(Comparison comparison, MoodFilmTrapParameters parameters)
    {
        var engagement = comparison.Engagement;
        var revisions = engagement.Document.Revisions ?? throw new ArgumentException("The engagement has no revisions.", nameof(comparison));
        var trap = new Trap(parameters, CostPerRound(engagement, revisions), CostOf(parameters.MoodFilm, engagement));
        return new(
            trap.CostPerRound, trap.MoodFilmCost, parameters.AvoidedCost, trap.At(parameters.Concreteness), [.. parameters.Points.Select(trap.At)],
            PayingRanges(trap), parameters.Curve.BestConcreteness, trap.At);
    }

    private static Money CostPerRound(ResolvedEngagement engagement, Revisions revisions) => Money.Sum(
    [
        .. revisions.HoursPerRound.Select(hours => new Hours(hours.Planned) * RoleRates.Of(engagement, hours.Role).Loaded),
        new(revisions.ExternalCostPerRound),
    ]);

    private static Money CostOf(MoodFilm film, ResolvedEngagement engagement) =>
        film.Cost ?? engagement.CostOf([.. film.Assets.Select(position => engagement.Document.Assets[position])], engagement.Packages(film.Packages)).Total;

    private static List<PayingRange> PayingRanges(Trap trap)
    {
        var ranges = new List<PayingRange>();
        decimal? from = null;
        for (var k = 0; k <= GridSteps; k++)
        {
            var (here, before) = ((decimal)k / GridSteps, (decimal)(k - 1) / GridSteps);
            if (trap.Pays(here))
            {
                from ??= k == 0 ? 0 : Bisection.Beginning(before, here, trap.Pays);
            }
            else if (from is { } start)
            {
                ranges.Add(new(start, Bisection.Beginning(before, here, place => !trap.Pays(place))));
                from = null;
            }
        }

        if (from is { } open)
            ranges.Add(new(open, 1));
        return ranges;
    }

    private sealed class Trap
    {
        private readonly MoodFilmTrapParameters parameters;
        private readonly decimal referenceRounds;

        public Trap(MoodFilmTrapParameters parameters, Money costPerRound, Money moodFilmCost)
        {
            (this.parameters, CostPerRound, MoodFilmCost) = (parameters, costPerRound, moodFilmCost);
            referenceRounds = ExcessAt(parameters.ReferenceConcreteness);
        }

        public Money CostPerRound { get; }

        public Money MoodFilmCost { get; }

        public TrapPoint At(decimal concreteness)
        {
            var excess = ExcessAt(concreteness);
            var trap = (excess - referenceRounds) * CostPerRound;
            return new(concreteness, parameters.Curve.At(concreteness), excess, trap, parameters.AvoidedCost - MoodFilmCost - trap);
        }

        public bool Pays(decimal concreteness) => At(concreteness).NetEffect.Amount >= -Figure.ZeroTolerance;

        private decimal ExcessAt(decimal concreteness) => Effort.ExcessRounds(parameters.Curve.At(concreteness), parameters.IncludedRounds);
    }
}
