namespace Pricing.Api.OpenApi.Analyses;

/// <summary>What the page says of a kind of analysis.</summary>
/// <param name="Kind">Its name in the route.</param>
/// <param name="Summary">What it answers, in one line.</param>
/// <param name="Description">What it does and what to look at.</param>
/// <param name="Parameters">Shape of its parameters.</param>
/// <param name="Result">Shape of its answer.</param>
/// <param name="Examples">Parameters to try, with what they show; they work on <see cref="Seed"/>.</param>
internal sealed record AnalysisOperation(
    string Kind, string Summary, string Description, Type Parameters, Type Result, params IReadOnlyList<(string Title, string Parameters)> Examples)
{
    /// <summary>Engagement of the seed on which the examples work.</summary>
    public ExampleEngagement Seed { get; init; } = ExampleEngagement.SocialVideos;

    /// <summary>Whether its answer may be fetched later.</summary>
    public bool MayRunLong { get; init; }

    /// <summary>The kind as part of an operation's id.</summary>
    public string Name { get; } = string.Concat(Kind.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}

/// <summary>All kinds of analyses as the page shows them, in the order of the documentation.</summary>
internal static class AnalysisOperations
{
    public static readonly IReadOnlyList<AnalysisOperation> All =
    [
        AutomationSweepOperation.Value,
        AiUnitEconomicsOperation.Value,
        PriceErosionOperation.Value,
        SavingsReinvestmentOperation.Value,
        RoleHoursShiftOperation.Value,
        MoodFilmTrapOperation.Value,
        UserGeneratedContentOperation.Value,
        OwnProductOperation.Value,
        IncentiveDesignOperation.Value,
        NegotiationOperation.Value,
        TornadoOperation.Value,
        RecommendationOperation.Value,
        BreakEvenOperation.Value,
        PricingTargetOperation.Value,
        SimulationOperation.Value,
    ];
}

/// <summary>A request to analyse a stored engagement.</summary>
/// <typeparam name="TParameters">Parameters of the kind.</typeparam>
public sealed record AnalysisOfEngagement<TParameters>
{
    /// <summary>Parameters of the analysis; empty for the usual ones where all have a default.</summary>
    public required TParameters Parameters { get; init; }
}

/// <summary>A request to analyse an engagement that comes with it.</summary>
/// <typeparam name="TParameters">Parameters of the kind.</typeparam>
public sealed record AnalysisOfDocument<TParameters>
{
    /// <summary>The engagement, spelled out.</summary>
    public required EngagementDocument Engagement { get; init; }

    /// <summary>Parameters of the analysis; empty for the usual ones where all have a default.</summary>
    public required TParameters Parameters { get; init; }
}
