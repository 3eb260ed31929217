using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;
using Pricing.Model.Value;

namespace Pricing.Model.Analyses;

/// <summary>By what a fee structure is recommended.</summary>
/// <param name="Criterion">The figure by which structures are ranked, higher being better.</param>
/// <param name="Limits">What a structure must keep, in the order in which violations and reasons are told.</param>
/// <param name="InsideRange">Whether the expected fee must lie within the bargaining range.</param>
public sealed record RecommendationRule(ComparisonFigure Criterion, IReadOnlyList<FigureLimit> Limits, bool InsideRange);

/// <summary>A limit on a figure.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Value">The limit.</param>
/// <param name="IsMinimum">Whether the figure must be at least this, and not at most.</param>
public sealed record FigureLimit(ComparisonFigure Figure, decimal Value, bool IsMinimum)
{
    /// <summary>Whether a figure keeps the limit, both as printed; one that is not known does not.</summary>
    internal bool IsKept(decimal? figure, Currency currency)
    {
        if (figure is not { } known)
            return false;
        var (value, limit) = (Figure.Compared(known, currency), Figure.Compared(Value, currency));
        return IsMinimum ? value >= limit : value <= limit;
    }
}

/// <summary>The structures of an engagement in the order of a rule, and why the first is recommended.</summary>
/// <remarks>
/// Eligible ones first, then feasible, then infeasible; within each by criterion and expected profit descending, by standard
/// deviation ascending, by place. Source: docs/formulas/analyses-negotiation.md, "Recommendation".
/// </remarks>
public sealed record Recommendation
{
    private Recommendation(RecommendationRule rule, IReadOnlyList<RankedStructure> ranking, IReadOnlyList<RecommendationReason> reasons) =>
        (Rule, Ranking, Reasons) = (rule, ranking, reasons);

    /// <summary>The rule.</summary>
    public RecommendationRule Rule { get; }

    /// <summary>All structures, the best first.</summary>
    public IReadOnlyList<RankedStructure> Ranking { get; }

    /// <summary>Why the recommended structure is; empty where none is.</summary>
    public IReadOnlyList<RecommendationReason> Reasons { get; }

    /// <summary>Place of the recommended structure; null where none is eligible.</summary>
    public int? Recommended => Ranking[0].Eligible ? Ranking[0].Structure : null;

    /// <summary>Place of the structure that would be recommended; null for none. Limits are looked at only until one keeps them all.</summary>
    public static int? ChoiceOf(Comparison comparison, RecommendationRule rule) =>
        InOrder(comparison, rule).Where(place => RankedStructure.IsEligible(comparison, rule, place)).Select(place => (int?)place).FirstOrDefault();

    /// <summary>Ranks the structures of a comparison.</summary>
    public static Recommendation Of(Comparison comparison, RecommendationRule rule)
    {
        RankedStructure[] ranking =
        [
            .. InOrder(comparison, rule)
                .Select(place => RankedStructure.Of(comparison, rule, place))
                .OrderBy(structure => structure.Eligible ? 0 : structure.Feasible ? 1 : 2),
        ];
        return new(rule, ranking, ranking[0].Eligible ? [FirstReason(), .. LimitsKept()] : []);

        RecommendationReason FirstReason()
        {
            var best = ranking[0];
            if (ranking.Length == 1 || !ranking[1].Eligible)
                return new(ReasonCode.OnlyEligible, rule.Criterion, best.Value, null, null);
            var second = ranking[1];
            var isTied = Printed(rule.Criterion, comparison, best.Structure) == Printed(rule.Criterion, comparison, second.Structure);
            return new(isTied ? ReasonCode.TieBroken : ReasonCode.HighestCriterion, rule.Criterion, best.Value, second.Value, second.Structure);
        }

        IEnumerable<RecommendationReason> LimitsKept() => rule.Limits.Select(limit => new RecommendationReason(
            limit.IsMinimum ? ReasonCode.AtLeastMinimum : ReasonCode.AtMostMaximum, limit.Figure, limit.Figure.Of(comparison, ranking[0].Structure), limit.Value, null));
    }

    private static IEnumerable<int> InOrder(Comparison comparison, RecommendationRule rule) => Enumerable.Range(0, comparison.Structures.Count)
        .OrderByDescending(place => Printed(rule.Criterion, comparison, place))
        .ThenByDescending(place => Printed(ComparisonFigure.ExpectedProfit, comparison, place))
        .ThenBy(place => Printed(ComparisonFigure.ProfitStandardDeviation, comparison, place))
        .ThenBy(place => place);

    private static decimal? Printed(ComparisonFigure figure, Comparison comparison, int place) =>
        figure.Of(comparison, place) is { } value ? figure.Compared(value, comparison.Currency) : null;
}

/// <summary>A structure in a ranking.</summary>
/// <param name="Structure">Its place.</param>
/// <param name="Feasible">Whether it has a fee.</param>
/// <param name="Eligible">Whether it may be recommended.</param>
/// <param name="Value">The criterion; null where it is not known.</param>
/// <param name="Violations">What it breaks.</param>
public sealed record RankedStructure(int Structure, bool Feasible, bool Eligible, decimal? Value, IReadOnlyList<RuleViolation> Violations)
{
    internal static RankedStructure Of(Comparison comparison, RecommendationRule rule, int place)
    {
        var column = comparison.Structures[place];
        if (column.Gap is { } gap)
            return new(place, false, false, rule.Criterion.Of(comparison, place), [new(ViolationCode.Infeasible, null, gap.Amount, 0)]);

        RuleViolation[] violations = [.. LimitsBroken(comparison, rule, place), .. RangeLeft(comparison, rule, column)];
        var value = rule.Criterion.Of(comparison, place);
        return new(place, true, value is not null && violations.Length == 0, value, violations);
    }

    /// <summary>Whether a structure may be recommended; the first violation settles it.</summary>
    internal static bool IsEligible(Comparison comparison, RecommendationRule rule, int place)
    {
        var column = comparison.Structures[place];
        return column.Feasible && rule.Criterion.Of(comparison, place) is not null
            && !RangeLeft(comparison, rule, column).Any() && !LimitsBroken(comparison, rule, place).Any();
    }

    private static IEnumerable<RuleViolation> LimitsBroken(Comparison comparison, RecommendationRule rule, int place) =>
        from limit in rule.Limits
        let value = limit.Figure.Of(comparison, place)
        where !limit.IsKept(value, comparison.Currency)
        select new RuleViolation(limit.IsMinimum ? ViolationCode.BelowMinimum : ViolationCode.AboveMaximum, limit.Figure, value, limit.Value);

    private static IEnumerable<RuleViolation> RangeLeft(Comparison comparison, RecommendationRule rule, StructureComparison column)
    {
        var (fee, range) = (column.ExpectedFee?.Amount, comparison.BargainingRange);
        if (rule.InsideRange && column.RangePosition == RangePosition.Below)
            yield return new(ViolationCode.BelowRange, ComparisonFigure.ExpectedFee, fee, range.Floor.Amount);
        if (rule.InsideRange && column.RangePosition == RangePosition.Above)
            yield return new(ViolationCode.AboveRange, ComparisonFigure.ExpectedFee, fee, range.Ceiling.Amount);
    }
}

/// <summary>What a structure breaks.</summary>
/// <param name="Code">How.</param>
/// <param name="Figure">The figure at fault; null for the gap of an infeasible structure.</param>
/// <param name="Value">Its value; null where it is not known.</param>
/// <param name="Limit">The limit.</param>
public sealed record RuleViolation(ViolationCode Code, ComparisonFigure? Figure, decimal? Value, decimal Limit);

/// <summary>How a structure breaks a rule.</summary>
public enum ViolationCode
{
    /// <summary>A figure is below its least value.</summary>
    BelowMinimum,

    /// <summary>A figure is above its greatest value.</summary>
    AboveMaximum,

    /// <summary>The fee is below the floor.</summary>
    BelowRange,

    /// <summary>The fee is above the ceiling.</summary>
    AboveRange,

    /// <summary>There is no fee.</summary>
    Infeasible,
}

/// <summary>Why a structure is recommended.</summary>
/// <param name="Code">The kind of reason.</param>
/// <param name="Figure">The figure it is about.</param>
/// <param name="Value">Its value.</param>
/// <param name="Limit">What it is held against; null where there is nothing.</param>
/// <param name="Structure">Place of the runner-up it is held against; null for a limit of the rule.</param>
public sealed record RecommendationReason(ReasonCode Code, ComparisonFigure Figure, decimal? Value, decimal? Limit, int? Structure);

/// <summary>Kinds of reasons.</summary>
public enum ReasonCode
{
    /// <summary>Its criterion is higher than the runner-up's.</summary>
    HighestCriterion,

    /// <summary>The runner-up's criterion is equal; profit, spread or place decided.</summary>
    TieBroken,

    /// <summary>No other is eligible.</summary>
    OnlyEligible,

    /// <summary>A figure keeps its least value.</summary>
    AtLeastMinimum,

    /// <summary>A figure keeps its greatest value.</summary>
    AtMostMaximum,
}
