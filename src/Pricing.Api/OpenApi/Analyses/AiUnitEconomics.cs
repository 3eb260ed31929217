using Pricing.Api.OpenApi.Contract;

namespace Pricing.Api.OpenApi.Analyses;

internal static class AiUnitEconomicsOperation
{
    public static readonly AnalysisOperation Value = new(
        "ai-unit-economics", "Unit economics of AI work: what one asset costs, and when that beats classic work",
        "Takes one asset apart: compute, review, people, rights, labelling, third parties and its share of the set-up; then how attempts, clips, own machines, an own model or the vendor's decisions move it.",
        typeof(AiUnitEconomicsParametersAsSent), typeof(AiUnitEconomicsResult),
        ("An AI video against the classic one", """
            {
              "asset": "AI video",
              "alternatives": [{ "asset": "AI video", "classic": { "sameAs": "Classic video" } }],
              "setUpPackages": ["Pipeline and brand model data"],
              "costClasses": { "labelling and provenance": "labelling", "rights clearance": "rights" },
              "acceptances": [0.1, 0.2, 0.4],
              "acceptanceBeta": { "a": 4, "b": 16 },
              "attemptCap": { "cap": 8, "fallbackCost": 60 },
              "clips": { "length": 20, "maximumLength": 5 }
            }
            """),
        ("An own model, own machines, and a vendor who may stop", """
            {
              "asset": "AI video",
              "selfHosted": { "gpuHourPrice": 2.5, "currency": "USD", "secondsPerAttempt": 90, "utilisation": 0.6 },
              "brandModel": { "dataCost": 2500, "trainingCost": 400, "acceptanceProbability": 0.35, "assetsPerMonth": 40, "months": 4, "monthlyRetention": 0.9 },
              "vendor": { "stopProbability": 0.1, "migrationCost": 5000, "priceChange": 0.5, "remainingShare": 0.5, "replacementAcceptanceProbability": 0.15 }
            }
            """));
}

/// <summary>Parameters of unit economics; what follows generation looks at that generation and is answered where it is sent.</summary>
public sealed record AiUnitEconomicsParametersAsSent
{
    /// <summary>Id of the asset, else the name that only it has.</summary>
    /// <example>AI video</example>
    public required string Asset { get; init; }

    /// <summary>Method whose work is examined. Default: ai.</summary>
    /// <example>ai</example>
    public ExaminedMethodAsSent? Method { get; init; }

    /// <summary>How else assets could be made; needed where the engagement makes the asset by another method. Default: none.</summary>
    [Items(1, 1000)]
    public IReadOnlyList<AlternativeAsSent>? Alternatives { get; init; }

    /// <summary>Ids or names of work packages that exist only for AI delivery, each once. Default: none.</summary>
    /// <example>["Pipeline and brand model data"]</example>
    public IReadOnlyList<string>? SetUpPackages { get; init; }

    /// <summary>Pieces that share the set-up, above 0. Default: the asset's quantity.</summary>
    /// <example>96</example>
    [Amount]
    public decimal? Volume { get; init; }

    /// <summary>What AI costs of the work are for, by their name. Default: other.</summary>
    /// <example>{"rights clearance": "rights"}</example>
    public IReadOnlyDictionary<string, CostClassAsSent>? CostClasses { get; init; }

    /// <summary>Place of the generation to look at, from 0. Default: 0.</summary>
    /// <example>0</example>
    [Bounds("0", "19")]
    public int? Generation { get; init; }

    /// <summary>Acceptance probabilities to try, 1 to 50, from 0.000001 to 1. Default: none.</summary>
    /// <example>[0.1, 0.2]</example>
    [Items(1, 50)]
    public IReadOnlyList<decimal>? Acceptances { get; init; }

    /// <summary>Acceptance that is itself uncertain. Default: none.</summary>
    public AcceptanceBetaAsSent? AcceptanceBeta { get; init; }

    /// <summary>Attempts that end after a number. Default: none.</summary>
    public AttemptCapAsSent? AttemptCap { get; init; }

    /// <summary>An asset put together of clips. Default: none.</summary>
    public ClipsAsSent? Clips { get; init; }

    /// <summary>The same model on own machines. Default: none.</summary>
    public SelfHostingAsSent? SelfHosted { get; init; }

    /// <summary>A model trained for the brand. Default: none.</summary>
    public BrandModelAsSent? BrandModel { get; init; }

    /// <summary>A vendor who raises prices or stops; only for the method by which the engagement makes the asset. Default: none.</summary>
    public VendorRiskAsSent? Vendor { get; init; }
}

/// <summary>Methods whose work can be examined.</summary>
public enum ExaminedMethodAsSent
{
    /// <summary>By a model.</summary>
    Ai,

    /// <summary>By people and a model.</summary>
    Hybrid,
}

/// <summary>What an AI cost is for.</summary>
public enum CostClassAsSent
{
    /// <summary>Clearing rights.</summary>
    Rights,

    /// <summary>Labelling and proof of origin.</summary>
    Labelling,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A beta distribution of the acceptance probability.</summary>
public sealed record AcceptanceBetaAsSent
{
    /// <summary>First parameter, above 1.</summary>
    /// <example>4</example>
    [Bounds("1", BoundsAttribute.Huge)]
    public required decimal A { get; init; }

    /// <summary>Second parameter, above 0.</summary>
    /// <example>16</example>
    [Amount]
    public required decimal B { get; init; }
}

/// <summary>Attempts that end after a number.</summary>
public sealed record AttemptCapAsSent
{
    /// <summary>Attempts at most, a whole number from 1 to 10,000.</summary>
    /// <example>8</example>
    [Bounds("1", "10000")]
    public required int Cap { get; init; }

    /// <summary>Cost of a piece that no attempt brought.</summary>
    /// <example>60</example>
    [Amount]
    public required decimal FallbackCost { get; init; }
}

/// <summary>Lengths of asset and clip in one unit.</summary>
public sealed record ClipsAsSent
{
    /// <summary>Length of the asset, above 0.</summary>
    /// <example>20</example>
    [Amount]
    public required decimal Length { get; init; }

    /// <summary>Length of the longest clip, above 0.</summary>
    /// <example>5</example>
    [Amount]
    public required decimal MaximumLength { get; init; }
}

/// <summary>Compute on own or rented machines.</summary>
public sealed record SelfHostingAsSent
{
    /// <summary>Price of an hour of a graphics processor.</summary>
    /// <example>2.5</example>
    [Amount]
    public required decimal GpuHourPrice { get; init; }

    /// <summary>ISO 4217 code of the price's currency; needs an exchange rate. Default: the document's.</summary>
    /// <example>USD</example>
    [CurrencyCode]
    public string? Currency { get; init; }

    /// <summary>Seconds of one attempt.</summary>
    /// <example>90</example>
    [Amount]
    public required decimal SecondsPerAttempt { get; init; }

    /// <summary>Share of the paid hours that is used. Default: 1.</summary>
    /// <example>0.6</example>
    [PositiveFraction]
    public decimal? Utilisation { get; init; }
}

/// <summary>A model trained for the brand and how it ages.</summary>
public sealed record BrandModelAsSent
{
    /// <summary>Cost of the data, once.</summary>
    /// <example>2500</example>
    [Amount]
    public required decimal DataCost { get; init; }

    /// <summary>Cost of each training.</summary>
    /// <example>400</example>
    [Amount]
    public required decimal TrainingCost { get; init; }

    /// <summary>Acceptance of the freshly trained model, a fraction from 0.000001 to 1.</summary>
    /// <example>0.35</example>
    [PositiveFraction]
    public required decimal AcceptanceProbability { get; init; }

    /// <summary>Assets made each month, above 0.</summary>
    /// <example>40</example>
    [Amount]
    public required decimal AssetsPerMonth { get; init; }

    /// <summary>Months looked at, a whole number from 1 to 60.</summary>
    /// <example>4</example>
    [Bounds("1", "60")]
    public required int Months { get; init; }

    /// <summary>Share of its acceptance that the model keeps each month. Default: 1.</summary>
    /// <example>0.9</example>
    [PositiveFraction]
    public decimal? MonthlyRetention { get; init; }
}

/// <summary>What the model's vendor may do after the agreement.</summary>
public sealed record VendorRiskAsSent
{
    /// <summary>Probability that the model is withdrawn.</summary>
    /// <example>0.1</example>
    [Fraction]
    public required decimal StopProbability { get; init; }

    /// <summary>Cost of moving to another model.</summary>
    /// <example>5000</example>
    [Amount]
    public required decimal MigrationCost { get; init; }

    /// <summary>Relative change of the unit price, at least -1.</summary>
    /// <example>0.5</example>
    [Bounds("-1", BoundsAttribute.Huge)]
    public required decimal PriceChange { get; init; }

    /// <summary>Share of the quantity that is still to be made.</summary>
    /// <example>0.5</example>
    [Fraction]
    public required decimal RemainingShare { get; init; }

    /// <summary>Unit price of the other model, in the document's currency. Default: the generation's own price.</summary>
    /// <example>0.2</example>
    [Amount]
    public decimal? ReplacementUnitPrice { get; init; }

    /// <summary>Acceptance of the other model. Default: the generation's own.</summary>
    /// <example>0.15</example>
    [PositiveFraction]
    public decimal? ReplacementAcceptanceProbability { get; init; }
}
