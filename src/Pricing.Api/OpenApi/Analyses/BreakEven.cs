using Pricing.Api.OpenApi.Contract;
using Pricing.Model.Analyses;

namespace Pricing.Api.OpenApi.Analyses;

internal static class BreakEvenOperation
{
    public static readonly AnalysisOperation Value = new(
        "break-even", "Break-even: where a figure reaches a target",
        "Finds every value of one lever, between two bounds, at which a figure of a structure reaches a target.",
        typeof(BreakEvenParametersAsSent), typeof(BreakEvenResult),
        ("How many more hours the fixed price bears", """{ "figure": "expectedProfit", "target": 0, "structure": 1, "lever": "hours", "minimum": 0.5, "maximum": 3 }"""),
        ("The discount at which nothing is left", """{ "figure": "expectedProfit", "target": 0, "structure": 1, "lever": "/feeStructures/1/discount", "minimum": 0, "maximum": 0.5 }"""));
}

/// <summary>Parameters of a break-even.</summary>
public sealed record BreakEvenParametersAsSent
{
    /// <summary>The figure.</summary>
    /// <example>expectedProfit</example>
    public required ComparisonFigure Figure { get; init; }

    /// <summary>The value it shall have.</summary>
    /// <example>0</example>
    [AnyNumber]
    public required decimal Target { get; init; }

    /// <summary>Place of its fee structure, from 0. Default: 0.</summary>
    /// <example>1</example>
    [Bounds("0", "49")]
    public int? Structure { get; init; }

    /// <summary>What to move: a JSON pointer to a number of the engagement, or a name such as hours.</summary>
    /// <example>hours</example>
    [LongText]
    public required string Lever { get; init; }

    /// <summary>Lowest value of the number at a pointer, or of the factor of a name.</summary>
    /// <example>0.5</example>
    [AnyNumber]
    public required decimal Minimum { get; init; }

    /// <summary>Highest value, above the lowest.</summary>
    /// <example>3</example>
    [AnyNumber]
    public required decimal Maximum { get; init; }

    /// <summary>How fees answer to a change: agreed, where only those that follow cost move, or quoted, where all are priced anew. Default: agreed.</summary>
    /// <example>agreed</example>
    public FeeTermsAsSent? Fees { get; init; }
}

/// <summary>Where a figure reaches a target.</summary>
public sealed record BreakEvenResult : AnalysisResult
{
    /// <summary>The figure.</summary>
    /// <example>expectedProfit</example>
    public required ComparisonFigure Figure { get; init; }

    /// <summary>Place of its structure; null for a figure of the bargaining range.</summary>
    /// <example>1</example>
    public required int? Structure { get; init; }

    /// <summary>The lever.</summary>
    /// <example>hours</example>
    public required string Lever { get; init; }

    /// <summary>The target.</summary>
    /// <example>0.00</example>
    public required decimal Target { get; init; }

    /// <summary>Where the lever stands: the number at a pointer, 1 for a name.</summary>
    /// <example>1</example>
    public required decimal CurrentValue { get; init; }

    /// <summary>The figure there; null where there is none.</summary>
    /// <example>23203.60</example>
    public required decimal? CurrentFigure { get; init; }

    /// <summary>The values found, ascending; empty where there is none.</summary>
    public required IReadOnlyList<BreakEvenSolutionResult> Solutions { get; init; }
}

/// <summary>A value of the lever.</summary>
public sealed record BreakEvenSolutionResult
{
    /// <summary>The value.</summary>
    /// <example>1.278547240012</example>
    public required decimal Value { get; init; }

    /// <summary>The figure there; null where it has none.</summary>
    /// <example>0.00</example>
    public required decimal? Figure { get; init; }

    /// <summary>Whether the figure is the target there; false where it jumps over it.</summary>
    /// <example>true</example>
    public required bool Reached { get; init; }
}
