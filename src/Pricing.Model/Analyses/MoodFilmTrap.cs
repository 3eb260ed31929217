using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What the trap of the mood film is asked; the engagement has revisions.</summary>
/// <param name="AvoidedCost">What the mood film saves elsewhere.</param>
/// <param name="MoodFilm">What the mood film takes.</param>
/// <param name="Curve">How the concreteness of what the client sees moves the wish for another round.</param>
/// <param name="IncludedRounds">R: rounds that the price includes, 0 to 1,000.</param>
/// <param name="Concreteness">g: how finished the mood film looks, a fraction.</param>
/// <param name="ReferenceConcreteness">g_0: how finished it would look without, a fraction.</param>
/// <param name="Points">Concreteness values to look at, fractions.</param>
public sealed record MoodFilmTrapParameters(
    Money AvoidedCost, MoodFilm MoodFilm, ContinuationCurve Curve, int IncludedRounds, decimal Concreteness, decimal ReferenceConcreteness,
    IReadOnlyList<decimal> Points);

/// <summary>The mood film's cost, or the assets and work packages that it consists of.</summary>
/// <param name="Cost">The cost; null where assets and packages say it.</param>
/// <param name="Assets">Positions of its assets.</param>
/// <param name="Packages">Positions of its work packages.</param>
public sealed record MoodFilm(Money? Cost, IReadOnlyList<int> Assets, IReadOnlyList<int> Packages);

/// <summary>Probability q of one more round by the concreteness g of what the client saw.</summary>
public abstract record ContinuationCurve
{
    private ContinuationCurve()
    {
    }

    /// <summary>q(g), below 1 for g in [0, 1].</summary>
    public abstract decimal At(decimal concreteness);

    /// <summary>The concreteness at which fewest rounds are asked for.</summary>
    public abstract decimal BestConcreteness { get; }

    /// <summary>The more finished it looks, the more is asked for: q(g) = q0 + g (q1 − q0).</summary>
    /// <param name="MinimumContinuation">q0, a fraction below 1.</param>
    /// <param name="MaximumContinuation">q1, not below q0.</param>
    public sealed record Linear(decimal MinimumContinuation, decimal MaximumContinuation) : ContinuationCurve
    {
        /// <inheritdoc/>
        public override decimal BestConcreteness => 0;

        /// <inheritdoc/>
        public override decimal At(decimal concreteness) => MinimumContinuation + concreteness * (MaximumContinuation - MinimumContinuation);
    }

    /// <summary>Too vague and too finished both cost rounds: q(g) = minimum + k1 max(0, g* − g) + k2 max(0, g − g*).</summary>
    /// <param name="MinimumContinuation">q at the optimum, a fraction below 1.</param>
    /// <param name="Optimum">g*, a fraction.</param>
    /// <param name="Below">k1: rise towards the vague side.</param>
    /// <param name="Above">k2: rise towards the finished side.</param>
    public sealed record UShaped(decimal MinimumContinuation, decimal Optimum, decimal Below, decimal Above) : ContinuationCurve
    {
        /// <inheritdoc/>
        public override decimal BestConcreteness => Optimum;

        /// <inheritdoc/>
        public override decimal At(decimal concreteness) =>
            MinimumContinuation + Below * Math.Max(0, Optimum - concreteness) + Above * Math.Max(0, concreteness - Optimum);
    }
}

/// <summary>Whether a mood film that looks finished saves more than the rounds it provokes cost.</summary>
/// <param name="CostPerRound">Hours of a round at loaded rates and its external cost.</param>
/// <param name="MoodFilmCost">What the mood film takes.</param>
/// <param name="AvoidedCost">What it saves elsewhere.</param>
/// <param name="At">The engagement's point.</param>
/// <param name="Points">The points asked for, in their order.</param>
/// <param name="PayingRanges">Stretches of concreteness with a net effect of at least 0, ascending.</param>
/// <param name="BestConcreteness">The concreteness at which fewest rounds are asked for.</param>
/// <param name="PointAt">The trap at any concreteness.</param>
public sealed record MoodFilmTrap(
    Money CostPerRound, Money MoodFilmCost, Money AvoidedCost, TrapPoint At, IReadOnlyList<TrapPoint> Points, IReadOnlyList<PayingRange> PayingRanges,
    Figure BestConcreteness, Func<decimal, TrapPoint> PointAt)
{
    /// <summary>Concreteness beyond which the film no longer pays; null where it pays nowhere, or up to 1.</summary>
    public Figure? BreakEvenConcreteness => PayingRanges is [.., { To: var to }] && to.Value < 1 - Figure.ZeroTolerance ? to : null;
}

/// <summary>The trap at a concreteness.</summary>
/// <param name="Concreteness">g, a fraction.</param>
/// <param name="Continuation">q(g): probability of one more round.</param>
/// <param name="ExcessRounds">Expected rounds beyond the included ones.</param>
/// <param name="TrapCost">Cost of the rounds beyond those at the reference.</param>
/// <param name="NetEffect">Avoided cost less mood film less trap.</param>
public sealed record TrapPoint(Figure Concreteness, Figure Continuation, Figure ExcessRounds, Money TrapCost, Money NetEffect);

/// <summary>A stretch of concreteness in which the mood film pays.</summary>
/// <param name="From">Its lower end.</param>
/// <param name="To">Its upper end.</param>
public sealed record PayingRange(Figure From, Figure To);
