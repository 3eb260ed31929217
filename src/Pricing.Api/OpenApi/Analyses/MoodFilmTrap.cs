using Pricing.Api.OpenApi.Contract;

namespace Pricing.Api.OpenApi.Analyses;

internal static class MoodFilmTrapOperation
{
    public static readonly AnalysisOperation Value = new(
        "mood-film-trap", "Trap of the mood film: when a finished look costs more than it saves",
        "A mood film made by AI saves preparation, but the more finished it looks, the more rounds of changes it provokes. The engagement needs revisions.",
        typeof(MoodFilmTrapParametersAsSent), typeof(MoodFilmTrapResult),
        ("The engagement's own mood film, which saves 12,000", """{ "avoidedCost": 12000, "moodFilmAssets": ["Mood film"], "moodFilmPackages": ["AI mood film"] }"""),
        ("A film for 5,000 where both vague and finished provoke rounds", """
            {
              "avoidedCost": 9000, "moodFilmCost": 5000, "concreteness": 0.6, "points": [0, 0.3, 0.6, 0.9],
              "curve": { "type": "uShaped", "minimumContinuation": 0.3, "optimum": 0.4, "below": 0.5, "above": 0.6 }
            }
            """))
    {
        Seed = ExampleEngagement.BrandPlatform,
    };
}

/// <summary>Parameters of the trap of the mood film; what the film takes is said by moodFilmCost, or by its assets and packages.</summary>
public sealed record MoodFilmTrapParametersAsSent
{
    /// <summary>What the mood film saves elsewhere.</summary>
    /// <example>12000</example>
    [Amount]
    public required decimal AvoidedCost { get; init; }

    /// <summary>What the mood film costs. Default: its assets and work packages say it.</summary>
    /// <example>5000</example>
    [Amount]
    public decimal? MoodFilmCost { get; init; }

    /// <summary>Ids or names of its assets, each once. Default: none.</summary>
    /// <example>["Mood film"]</example>
    [Items(1, 1000)]
    public IReadOnlyList<string>? MoodFilmAssets { get; init; }

    /// <summary>Ids or names of its work packages, each once. Default: none.</summary>
    /// <example>["AI mood film"]</example>
    [Items(1, 1000)]
    public IReadOnlyList<string>? MoodFilmPackages { get; init; }

    /// <summary>How concreteness moves the probability of another round. Default: linear, as the engagement's revisions say.</summary>
    public ContinuationCurveAsSent? Curve { get; init; }

    /// <summary>Rounds that the price includes. Default: the engagement's.</summary>
    /// <example>2</example>
    [Bounds("0", "1000")]
    public int? IncludedRounds { get; init; }

    /// <summary>How finished the mood film looks. Default: the engagement's.</summary>
    /// <example>0.8</example>
    [Fraction]
    public decimal? Concreteness { get; init; }

    /// <summary>How finished what the client would see without it looks. Default: 0.</summary>
    /// <example>0</example>
    [Fraction]
    public decimal? ReferenceConcreteness { get; init; }

    /// <summary>Further values of concreteness to look at, 1 to 101. Default: 0, 0.25, 0.5, 0.75, 1.</summary>
    /// <example>[0, 0.5, 1]</example>
    [Items(1, 101)]
    public IReadOnlyList<decimal>? Points { get; init; }
}

/// <summary>How concreteness moves the probability of another round; it must stay below 1.</summary>
public sealed record ContinuationCurveAsSent
{
    /// <summary>Shape of the curve.</summary>
    /// <example>linear</example>
    public required CurveTypeAsSent Type { get; init; }

    /// <summary>Lowest probability: at concreteness 0 (linear; default: the engagement's) or at the optimum (U-shaped; required).</summary>
    /// <example>0.35</example>
    [Margin]
    public decimal? MinimumContinuation { get; init; }

    /// <summary>Probability at concreteness 1, not below the minimum; linear only. Default: the engagement's.</summary>
    /// <example>0.75</example>
    [Margin]
    public decimal? MaximumContinuation { get; init; }

    /// <summary>Concreteness with the fewest rounds; required where U-shaped.</summary>
    /// <example>0.4</example>
    [Fraction]
    public decimal? Optimum { get; init; }

    /// <summary>Rise of the probability towards the vague side; required where U-shaped.</summary>
    /// <example>0.5</example>
    [Amount]
    public decimal? Below { get; init; }

    /// <summary>Rise of the probability towards the finished side; required where U-shaped.</summary>
    /// <example>0.6</example>
    [Amount]
    public decimal? Above { get; init; }
}

/// <summary>Shapes of the probability of another round over concreteness.</summary>
public enum CurveTypeAsSent
{
    /// <summary>The more finished, the more rounds.</summary>
    Linear,

    /// <summary>Vague and finished both cost rounds.</summary>
    UShaped,
}

/// <summary>When a finished look costs more than it saves.</summary>
public sealed record MoodFilmTrapResult : AnalysisResult
{
    /// <summary>Cost of one round of changes.</summary>
    /// <example>8350.29</example>
    public required decimal CostPerRound { get; init; }

    /// <summary>What the mood film takes.</summary>
    /// <example>5865.43</example>
    public required decimal MoodFilmCost { get; init; }

    /// <summary>What it saves elsewhere.</summary>
    /// <example>12000.00</example>
    public required decimal AvoidedCost { get; init; }

    /// <summary>At the concreteness asked for.</summary>
    public required TrapPointResult At { get; init; }

    /// <summary>At the further values.</summary>
    public required IReadOnlyList<TrapPointResult> Points { get; init; }

    /// <summary>Stretches of concreteness in which the film pays.</summary>
    public required IReadOnlyList<PayingRangeResult> PayingRanges { get; init; }

    /// <summary>Concreteness beyond which it no longer pays; null where it never does or always.</summary>
    /// <example>0.7567403</example>
    public required decimal? BreakEvenConcreteness { get; init; }

    /// <summary>Concreteness with the fewest rounds.</summary>
    /// <example>0</example>
    public required decimal BestConcreteness { get; init; }
}

/// <summary>The trap at a concreteness.</summary>
public sealed record TrapPointResult
{
    /// <summary>How finished it looks.</summary>
    /// <example>0.8</example>
    public required decimal Concreteness { get; init; }

    /// <summary>Probability of another round.</summary>
    /// <example>0.67</example>
    public required decimal Continuation { get; init; }

    /// <summary>Expected rounds beyond the included ones.</summary>
    /// <example>0.91140303</example>
    public required decimal ExcessRounds { get; init; }

    /// <summary>Cost of the rounds beyond those without the film.</summary>
    /// <example>7059.68</example>
    public required decimal TrapCost { get; init; }

    /// <summary>Avoided cost less mood film less trap.</summary>
    /// <example>-925.12</example>
    public required decimal NetEffect { get; init; }
}

/// <summary>A stretch of concreteness in which the film pays.</summary>
public sealed record PayingRangeResult
{
    /// <summary>Its lower end.</summary>
    /// <example>0</example>
    public required decimal From { get; init; }

    /// <summary>Its upper end.</summary>
    /// <example>0.7567403</example>
    public required decimal To { get; init; }
}
