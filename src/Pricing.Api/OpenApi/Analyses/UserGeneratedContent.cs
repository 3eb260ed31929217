using Pricing.Api.OpenApi.Contract;

namespace Pricing.Api.OpenApi.Analyses;

internal static class UserGeneratedContentOperation
{
    public static readonly AnalysisOperation Value = new(
        "user-generated-content", "User-generated content: how many pieces are worth it",
        "Customers generate, some of it is published: compute and moderation are paid for all of it, worth fades by half-lives. Answers cost, value and the volume with the greatest net.",
        typeof(UserGeneratedContentParametersAsSent), typeof(UserGeneratedContentResult),
        ("Five hundred pieces whose worth halves in three weeks", """
            {
              "published": 500, "acceptanceProbability": 0.25, "unitPrice": 0.04, "currency": "USD", "moderationShare": 0.3, "moderationMinutes": 1.5,
              "moderatorRole": "CUR", "effortProfile": "ai", "costPerPublished": 0.8, "setUpCost": 3000, "valuePerPiece": 300, "halfLifeMonths": 0.75,
              "months": 4, "elasticity": 0.5, "maximumPublished": 20000
            }
            """));
}

/// <summary>Parameters of user-generated content.</summary>
public sealed record UserGeneratedContentParametersAsSent
{
    /// <summary>Pieces published, a whole number from 1 to 10,000,000.</summary>
    /// <example>500</example>
    [Bounds("1", "10000000")]
    public required int Published { get; init; }

    /// <summary>Probability that a generation is fit to publish, a fraction from 0.000001 to 1.</summary>
    /// <example>0.25</example>
    [PositiveFraction]
    public required decimal AcceptanceProbability { get; init; }

    /// <summary>Price of a unit of generation.</summary>
    /// <example>0.04</example>
    [Amount]
    public required decimal UnitPrice { get; init; }

    /// <summary>ISO 4217 code of the price's currency; needs an exchange rate. Default: the document's.</summary>
    /// <example>USD</example>
    [CurrencyCode]
    public string? Currency { get; init; }

    /// <summary>Units of one generation. Default: 1.</summary>
    /// <example>1</example>
    [Amount]
    public decimal? SizePerGeneration { get; init; }

    /// <summary>Share of the generations that people look at.</summary>
    /// <example>0.3</example>
    [Fraction]
    public required decimal ModerationShare { get; init; }

    /// <summary>Minutes for each of them.</summary>
    /// <example>1.5</example>
    [Amount]
    public required decimal ModerationMinutes { get; init; }

    /// <summary>Code of the role that moderates.</summary>
    /// <example>CUR</example>
    public required string ModeratorRole { get; init; }

    /// <summary>Code of the effort profile that spreads moderation. Default: none, minutes are as planned.</summary>
    /// <example>ai</example>
    public string? EffortProfile { get; init; }

    /// <summary>Other cost of each published piece. Default: 0.</summary>
    /// <example>0.8</example>
    [Amount]
    public decimal? CostPerPublished { get; init; }

    /// <summary>Cost that arises once. Default: 0.</summary>
    /// <example>3000</example>
    [Amount]
    public decimal? SetUpCost { get; init; }

    /// <summary>Worth of a single piece in its first month.</summary>
    /// <example>300</example>
    [Amount]
    public required decimal ValuePerPiece { get; init; }

    /// <summary>Months in which a piece's worth halves, above 0.</summary>
    /// <example>0.75</example>
    [Amount]
    public required decimal HalfLifeMonths { get; init; }

    /// <summary>Months counted, a whole number from 1 to 240.</summary>
    /// <example>4</example>
    [Bounds("1", "240")]
    public required int Months { get; init; }

    /// <summary>Elasticity of worth to volume; at 1 every piece is worth as much as the first. Default: 1.</summary>
    /// <example>0.5</example>
    [PositiveFraction]
    public decimal? Elasticity { get; init; }

    /// <summary>Largest volume to look at, not below published, at most 10,000,000. Default: ten times published.</summary>
    /// <example>20000</example>
    [Bounds("1", "10000000")]
    public int? MaximumPublished { get; init; }
}

/// <summary>How many pieces are worth it.</summary>
public sealed record UserGeneratedContentResult : AnalysisResult
{
    /// <summary>Attempts by the customers.</summary>
    /// <example>2000</example>
    public required decimal Generations { get; init; }

    /// <summary>Those that people look at.</summary>
    /// <example>600</example>
    public required decimal ModeratedGenerations { get; init; }

    /// <summary>Expected hours of moderation.</summary>
    /// <example>16.5</example>
    public required decimal ModerationHours { get; init; }

    /// <summary>Cost by kind.</summary>
    public required ContentCostResult Cost { get; init; }

    /// <summary>Total cost per published piece.</summary>
    /// <example>9.09</example>
    public required decimal CostPerPublished { get; init; }

    /// <summary>Cost of one more piece.</summary>
    /// <example>3.09</example>
    public required decimal MarginalCost { get; init; }

    /// <summary>Share of its worth that a piece keeps each month.</summary>
    /// <example>0.39685026</example>
    public required decimal MonthlyRetention { get; init; }

    /// <summary>Discounted months of full worth.</summary>
    /// <example>1.59817838</example>
    public required decimal AnnuityFactor { get; init; }

    /// <summary>Discounted worth of all pieces.</summary>
    /// <example>10720.91</example>
    public required decimal Value { get; init; }

    /// <summary>Value less cost.</summary>
    /// <example>6176.52</example>
    public required decimal Net { get; init; }

    /// <summary>Undiscounted worth of all pieces, month by month.</summary>
    /// <example>[6708.20, 2662.15, 1056.48, 419.26]</example>
    public required IReadOnlyList<decimal> ValueByMonth { get; init; }

    /// <summary>Volume with the greatest net, the smallest where equal.</summary>
    /// <example>6023</example>
    public required int BestVolume { get; init; }

    /// <summary>Its net.</summary>
    /// <example>15605.74</example>
    public required decimal BestNet { get; init; }
}

/// <summary>Cost of user-generated content.</summary>
public sealed record ContentCostResult
{
    /// <summary>All generations.</summary>
    /// <example>73.60</example>
    public required decimal Compute { get; init; }

    /// <summary>Hours of moderation at the loaded rate.</summary>
    /// <example>1070.79</example>
    public required decimal Moderation { get; init; }

    /// <summary>Other cost of the published pieces.</summary>
    /// <example>400.00</example>
    public required decimal Other { get; init; }

    /// <summary>Once.</summary>
    /// <example>3000.00</example>
    public required decimal SetUp { get; init; }

    /// <summary>Sum.</summary>
    /// <example>4544.39</example>
    public required decimal Total { get; init; }
}
