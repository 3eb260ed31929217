using Pricing.Api.OpenApi.Contract;
using Pricing.Model.Analyses;

namespace Pricing.Api.OpenApi.Analyses;

internal static class RecommendationOperation
{
    public static readonly AnalysisOperation Value = new(
        "recommendation", "Recommendation: which fee structure, why, and what would change it",
        "Ranks the structures by a criterion within limits for both sides, gives the reasons, and says how far each lever must move before another structure is recommended.",
        typeof(RecommendationParametersAsSent), typeof(RecommendationResult),
        ("The usual rule", "{}"),
        ("The client's return first, and a margin of at least fifteen per cent", """{ "criterion": "clientRoi", "minimumProfitMargin": 0.15, "levers": ["value", "salaries", "hours"] }"""));
}

/// <summary>Parameters of a recommendation.</summary>
public sealed record RecommendationParametersAsSent
{
    /// <summary>Figure by which structures are ranked: certaintyEquivalent, expectedProfit, profitMargin, profitCvar, clientSurplus, clientRoi or surplusVersusAlternative. Default: certaintyEquivalent.</summary>
    /// <example>certaintyEquivalent</example>
    public ComparisonFigure? Criterion { get; init; }

    /// <summary>Least surplus of the client beyond its next best alternative. Default: 0.</summary>
    /// <example>0</example>
    [AnyNumber]
    public decimal? MinimumSurplusVersusAlternative { get; init; }

    /// <summary>Least surplus of the client. Default: 0.</summary>
    /// <example>0</example>
    [AnyNumber]
    public decimal? MinimumClientSurplus { get; init; }

    /// <summary>Greatest probability of a loss of the agency. Default: 0.1.</summary>
    /// <example>0.1</example>
    [Fraction]
    public decimal? MaximumLossProbability { get; init; }

    /// <summary>Greatest probability of a loss of the client. Default: 0.25.</summary>
    /// <example>0.25</example>
    [Fraction]
    public decimal? MaximumClientLossProbability { get; init; }

    /// <summary>Least profit / fee, from -1 to 0.999999. Default: no limit.</summary>
    /// <example>0.15</example>
    [Bounds("-1", "0.999999")]
    public decimal? MinimumProfitMargin { get; init; }

    /// <summary>Whether the fee must lie between floor and ceiling. Default: true.</summary>
    /// <example>true</example>
    public bool? InsideRange { get; init; }

    /// <summary>What to move to see whether the recommendation holds, 1 to 20 levers, each once. Default: twelve usual ones.</summary>
    /// <example>["value", "salaries", "hours"]</example>
    [Items(1, 20)]
    public IReadOnlyList<string>? Levers { get; init; }

    /// <summary>Step of the search, a relative change from 0.01 to 0.5, at most maximumChange. Default: 0.05.</summary>
    /// <example>0.05</example>
    [Bounds("0.01", "0.5")]
    public decimal? Step { get; init; }

    /// <summary>Largest relative change looked at, from 0 to 0.999999. Default: 0.5.</summary>
    /// <example>0.5</example>
    [Margin]
    public decimal? MaximumChange { get; init; }

    /// <summary>How fees answer to a change. Default: quoted.</summary>
    /// <example>quoted</example>
    public FeeTermsAsSent? Fees { get; init; }
}

/// <summary>Which fee structure to take, why, and what would change it.</summary>
public sealed record RecommendationResult : AnalysisResult
{
    /// <summary>Figure by which structures are ranked.</summary>
    /// <example>certaintyEquivalent</example>
    public required ComparisonFigure Criterion { get; init; }

    /// <summary>Place of the recommended structure; null where none is eligible.</summary>
    /// <example>10</example>
    public required int? Recommended { get; init; }

    /// <summary>All structures, the best first.</summary>
    public required IReadOnlyList<RankedStructureResult> Ranking { get; init; }

    /// <summary>Why the first is recommended; empty where none is.</summary>
    public required IReadOnlyList<RecommendationReasonResult> Reasons { get; init; }

    /// <summary>What would change the recommendation, the nearest first.</summary>
    public required IReadOnlyList<RecommendationFlipResult> Flips { get; init; }
}

/// <summary>A structure in the ranking.</summary>
public sealed record RankedStructureResult
{
    /// <summary>Place of the structure.</summary>
    /// <example>10</example>
    public required int Structure { get; init; }

    /// <summary>Its type.</summary>
    /// <example>combined</example>
    public required string Type { get; init; }

    /// <summary>Its name; null where it has none.</summary>
    /// <example>Thinking by value, making by the piece</example>
    public required string? Name { get; init; }

    /// <summary>Rank, from 1.</summary>
    /// <example>1</example>
    public required int Rank { get; init; }

    /// <summary>Whether it may be recommended.</summary>
    /// <example>true</example>
    public required bool Eligible { get; init; }

    /// <summary>The criterion; null where it is not known.</summary>
    /// <example>86938.84</example>
    public required decimal? Value { get; init; }

    /// <summary>What it breaks.</summary>
    public required IReadOnlyList<RuleViolationResult> Violations { get; init; }
}

/// <summary>What a structure breaks.</summary>
public sealed record RuleViolationResult
{
    /// <summary>How.</summary>
    /// <example>belowMinimum</example>
    public required ViolationCode Code { get; init; }

    /// <summary>The figure at fault, or gap for an infeasible structure.</summary>
    /// <example>clientSurplus</example>
    public required string Figure { get; init; }

    /// <summary>Its value; null where it is not known.</summary>
    /// <example>-1200.00</example>
    public required decimal? Value { get; init; }

    /// <summary>The limit.</summary>
    /// <example>0.00</example>
    public required decimal Limit { get; init; }
}

/// <summary>Why a structure is recommended.</summary>
public sealed record RecommendationReasonResult
{
    /// <summary>The kind of reason.</summary>
    /// <example>highestCriterion</example>
    public required ReasonCode Code { get; init; }

    /// <summary>The figure it is about.</summary>
    /// <example>certaintyEquivalent</example>
    public required ComparisonFigure Figure { get; init; }

    /// <summary>Its value.</summary>
    /// <example>86938.84</example>
    public required decimal? Value { get; init; }

    /// <summary>What it is held against; null where there is nothing.</summary>
    /// <example>55499.73</example>
    public required decimal? Limit { get; init; }

    /// <summary>Place of the runner-up; null for a limit of the rule.</summary>
    /// <example>3</example>
    public required int? Structure { get; init; }
}

/// <summary>How far a lever must move.</summary>
public sealed record RecommendationFlipResult
{
    /// <summary>The lever.</summary>
    /// <example>value</example>
    public required string Lever { get; init; }

    /// <summary>Smallest relative change that changes the recommendation; null where none within reach does.</summary>
    /// <example>0.41715603</example>
    public required decimal? Change { get; init; }

    /// <summary>Place of the structure then recommended; null for none.</summary>
    /// <example>3</example>
    public required int? Structure { get; init; }
}
