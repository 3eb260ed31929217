using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What a campaign of user-generated content is asked.</summary>
public sealed record UserGeneratedContentParameters
{
    /// <summary>N: pieces published, 1 to 1e7.</summary>
    public required int Published { get; init; }

    /// <summary>p: probability that a generation is fit to publish, a fraction above 0.</summary>
    public required decimal AcceptanceProbability { get; init; }

    /// <summary>Price of a unit.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>Its currency; null for the document's.</summary>
    public string? Currency { get; init; }

    /// <summary>Units of one generation.</summary>
    public decimal SizePerGeneration { get; init; } = 1;

    /// <summary>Share of the generations that people look at, a fraction.</summary>
    public required decimal ModerationShare { get; init; }

    /// <summary>Minutes for each of them.</summary>
    public required decimal ModerationMinutes { get; init; }

    /// <summary>Code of the role that moderates.</summary>
    public required string ModeratorRole { get; init; }

    /// <summary>Code of the effort profile of moderation; null for none, so that planned minutes are expected ones.</summary>
    public string? EffortProfile { get; init; }

    /// <summary>Cost of each published piece beside compute and moderation.</summary>
    public Money CostPerPublished { get; init; }

    /// <summary>Cost that arises once.</summary>
    public Money SetUpCost { get; init; }

    /// <summary>v: worth of a single piece in its first month.</summary>
    public required Money ValuePerPiece { get; init; }

    /// <summary>h: months in which a piece's worth halves, above 0.</summary>
    public required decimal HalfLifeMonths { get; init; }

    /// <summary>n: months counted, 1 to 240.</summary>
    public required int Months { get; init; }

    /// <summary>e: elasticity of worth to volume, a fraction above 0; at 1 every piece is worth as much as the first.</summary>
    public decimal Elasticity { get; init; } = 1;

    /// <summary>Largest volume to look at, at least <see cref="Published"/>.</summary>
    public required int MaximumPublished { get; init; }
}

/// <summary>What pieces that customers generate cost and bring, and how many of them bring most.</summary>
/// <param name="Published">Pieces published.</param>
/// <param name="Generations">Attempts by the customers.</param>
/// <param name="ModeratedGenerations">Those that people look at.</param>
/// <param name="ModerationHours">Expected hours of moderation.</param>
/// <param name="Cost">Cost by kind.</param>
/// <param name="CostPerPublished">Total cost per published piece.</param>
/// <param name="MarginalCost">c: cost of one more piece.</param>
/// <param name="MonthlyRetention">d: share of its worth that a piece keeps each month.</param>
/// <param name="AnnuityFactor">a: discounted months of full worth.</param>
/// <param name="Value">Discounted worth of all pieces.</param>
/// <param name="Net">Value less set-up less running cost.</param>
/// <param name="ValueByMonth">Undiscounted worth of all pieces, month by month.</param>
/// <param name="BestVolume">Volume with the greatest net, the smallest where equal.</param>
/// <param name="BestNet">Its net.</param>
/// <param name="NetAt">Net at a volume.</param>
public sealed record UserGeneratedContent(
    int Published, Figure Generations, Figure ModeratedGenerations, Hours ModerationHours, ContentCost Cost, Money CostPerPublished, Money MarginalCost,
    Figure MonthlyRetention, Figure AnnuityFactor, Money Value, Money Net, IReadOnlyList<Money> ValueByMonth, int BestVolume, Money BestNet,
    Func<int, Money> NetAt);

/// <summary>Cost of user-generated content.</summary>
/// <param name="Compute">All generations.</param>
/// <param name="Moderation">Hours of moderation at the loaded rate.</param>
/// <param name="Other">Costs of the published pieces.</param>
/// <param name="SetUp">Once.</param>
public sealed record ContentCost(Money Compute, Money Moderation, Money Other, Money SetUp)
{
    /// <summary>What grows with the volume.</summary>
    public Money Running => Compute + Moderation + Other;

    /// <summary>Sum.</summary>
    public Money Total => Running + SetUp;
}
