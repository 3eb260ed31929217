using Pricing.Api.OpenApi.Contract;
using Pricing.Model.Analyses;

namespace Pricing.Api.OpenApi.Analyses;

internal static class TornadoOperation
{
    public static readonly AnalysisOperation Value = new(
        "tornado", "Tornado: what moves a figure most",
        "Each lever is moved alone, once down and once up; the widest swing stands first.",
        typeof(TornadoParametersAsSent), typeof(TornadoResult),
        ("Profit of the first structure, ten per cent either way", "{}"),
        ("The client's return, salaries and attempts twenty per cent either way", """{ "figure": "clientRoi", "structure": 2, "levers": ["value", "salaries", "acceptanceProbability"], "low": -0.2, "high": 0.2, "fees": "quoted" }"""));
}

/// <summary>Parameters of a tornado.</summary>
public sealed record TornadoParametersAsSent
{
    /// <summary>The figure to watch. Default: expectedProfit.</summary>
    /// <example>expectedProfit</example>
    public ComparisonFigure? Figure { get; init; }

    /// <summary>Place of its fee structure, from 0. Default: 0.</summary>
    /// <example>0</example>
    [Bounds("0", "49")]
    public int? Structure { get; init; }

    /// <summary>What to move, 1 to 20 levers, each once: JSON pointers to numbers of the engagement, or names such as hours and salaries. Default: twelve usual ones.</summary>
    /// <example>["hours", "salaries", "/tailProbability"]</example>
    [Items(1, 20)]
    public IReadOnlyList<string>? Levers { get; init; }

    /// <summary>Relative change downwards, above -1 and below 0. Default: -0.1.</summary>
    /// <example>-0.1</example>
    [Bounds("-1", "0")]
    public decimal? Low { get; init; }

    /// <summary>Relative change upwards, above 0, up to 10. Default: 0.1.</summary>
    /// <example>0.1</example>
    [Bounds("0", "10")]
    public decimal? High { get; init; }

    /// <summary>How fees answer to a change: agreed, where only those that follow cost move, or quoted, where all are priced anew. Default: agreed.</summary>
    /// <example>agreed</example>
    public FeeTermsAsSent? Fees { get; init; }
}

/// <summary>How fees answer to a change.</summary>
public enum FeeTermsAsSent
{
    /// <summary>Only fees that follow cost are priced anew.</summary>
    Agreed,

    /// <summary>Every fee is priced anew on the changed engagement.</summary>
    Quoted,
}

/// <summary>What moves a figure most.</summary>
public sealed record TornadoResult : AnalysisResult
{
    /// <summary>The figure watched.</summary>
    /// <example>expectedProfit</example>
    public required ComparisonFigure Figure { get; init; }

    /// <summary>Place of its structure; null for a figure of the bargaining range.</summary>
    /// <example>0</example>
    public required int? Structure { get; init; }

    /// <summary>Relative change downwards.</summary>
    /// <example>-0.1</example>
    public required decimal LowChange { get; init; }

    /// <summary>Relative change upwards.</summary>
    /// <example>0.1</example>
    public required decimal HighChange { get; init; }

    /// <summary>The figure with nothing moved.</summary>
    /// <example>23203.60</example>
    public required decimal? Base { get; init; }

    /// <summary>One row per lever, the widest swing first.</summary>
    public required IReadOnlyList<TornadoRowResult> Rows { get; init; }
}

/// <summary>One lever of a tornado.</summary>
public sealed record TornadoRowResult
{
    /// <summary>The lever.</summary>
    /// <example>salaries</example>
    public required string Lever { get; init; }

    /// <summary>The figure with the lever down; null where the changed engagement has none.</summary>
    /// <example>31783.67</example>
    public required decimal? Low { get; init; }

    /// <summary>The figure with the lever up; null where the changed engagement has none.</summary>
    /// <example>14623.53</example>
    public required decimal? High { get; init; }

    /// <summary>Greatest less smallest of low, high and base.</summary>
    /// <example>17160.14</example>
    public required decimal Swing { get; init; }
}
