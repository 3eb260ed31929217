using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Api.OpenApi.Contract;

/// <summary>Work that is done once.</summary>
public sealed record WorkPackageAsSent
{
    /// <summary>Id of the caller's own, once among the work packages; changes no figure. Default: none.</summary>
    /// <example>wp-1</example>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    /// <example>Kick-off workshop</example>
    public required string Name { get; init; }

    /// <summary>What is done, at most 10,000 characters; proposals print it. Default: none.</summary>
    /// <example>One day with the client: task, value drivers, who measures what.</example>
    [LongText]
    public string? Description { get; init; }

    /// <summary>Phase that the work belongs to.</summary>
    /// <example>strategy</example>
    public required Phase Phase { get; init; }

    /// <summary>Code of the effort profile that spreads its hours.</summary>
    /// <example>strategy</example>
    public required string EffortProfile { get; init; }

    /// <summary>How it is made; without one it counts as not made by AI. Default: none.</summary>
    /// <example>classic</example>
    public ProductionMethod? Method { get; init; }

    /// <summary>Planned hours by role code, at most 20 roles.</summary>
    /// <example>{"STRD": 6, "STRS": 12}</example>
    [Items(0, 20), Amount]
    public required IReadOnlyDictionary<string, decimal> Hours { get; init; }

    /// <summary>First day; changes no figure. Default: none.</summary>
    /// <example>2027-01-11</example>
    public DateOnly? Start { get; init; }

    /// <summary>Last day, not before the first; changes no figure. Default: none.</summary>
    /// <example>2027-01-22</example>
    public DateOnly? End { get; init; }
}

/// <summary>What every asset has.</summary>
public abstract record AssetMembers
{
    /// <summary>Id of the caller's own, once among the assets; changes no figure. Default: none.</summary>
    /// <example>clips</example>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    /// <example>Short video, AI</example>
    public required string Name { get; init; }

    /// <summary>What is made, at most 10,000 characters; proposals print it. Default: none.</summary>
    /// <example>Vertical video of 15 seconds with sound.</example>
    [LongText]
    public string? Description { get; init; }

    /// <summary>Phase that the production belongs to.</summary>
    /// <example>production</example>
    public required Phase Phase { get; init; }

    /// <summary>How many are made.</summary>
    /// <example>96</example>
    [Amount]
    public required decimal Quantity { get; init; }

    /// <summary>How it is made; changes no figure. Default: none.</summary>
    /// <example>ai</example>
    public ProductionMethod? Method { get; init; }

    /// <summary>Code of the effort profile that spreads its hours, review included.</summary>
    /// <example>ai</example>
    public required string EffortProfile { get; init; }

    /// <summary>Planned hours of one asset by role code, at most 20 roles. Default: none.</summary>
    /// <example>{"CRS": 1.5, "ED": 2}</example>
    [Items(0, 20), Amount]
    public IReadOnlyDictionary<string, decimal>? HoursPerAsset { get; init; }

    /// <summary>Costs of one asset. Default: none.</summary>
    public IReadOnlyList<CostPerAssetAsSent>? CostsPerAsset { get; init; }

    /// <summary>First day; changes no figure. Default: none.</summary>
    /// <example>2027-02-01</example>
    public DateOnly? Start { get; init; }

    /// <summary>Last day, not before the first; changes no figure. Default: none.</summary>
    /// <example>2027-03-31</example>
    public DateOnly? End { get; init; }
}

/// <summary>Repeatable production whose generations spell their prices out.</summary>
public sealed record AssetAsSent : AssetMembers
{
    /// <summary>What AI models make for one asset, at most 20. Default: none.</summary>
    [Items(0, 20)]
    public IReadOnlyList<GenerationAsSent>? Generations { get; init; }
}

/// <summary>Repeatable production whose generations may name entries of the price book.</summary>
public sealed record StoredAsset : AssetMembers
{
    /// <summary>What AI models make for one asset, at most 20. Default: none.</summary>
    [Items(0, 20)]
    public IReadOnlyList<AnyGeneration>? Generations { get; init; }
}

/// <summary>A generation, with its price spelled out or from the price book.</summary>
[OneOf(typeof(GenerationAsSent), typeof(GenerationByEntry))]
public abstract record AnyGeneration;

/// <summary>What every generation has: attempts are the accepted results divided by the acceptance probability.</summary>
public abstract record GenerationMembers
{
    /// <summary>Model that makes it.</summary>
    /// <example>House video model</example>
    public required string Model { get; init; }

    /// <summary>Accepted results that one asset needs.</summary>
    /// <example>3</example>
    [Amount]
    public required decimal AcceptedPerAsset { get; init; }

    /// <summary>Size of one attempt in the unit of the price, such as seconds of a clip.</summary>
    /// <example>8</example>
    [Amount]
    public required decimal SizePerAttempt { get; init; }

    /// <summary>Probability that an attempt is accepted, a fraction from 0.000001 to 1.</summary>
    /// <example>0.2</example>
    [PositiveFraction]
    public required decimal AcceptanceProbability { get; init; }

    /// <summary>Code of the role that looks at each attempt; together with reviewMinutesPerAttempt or not at all. Default: nobody.</summary>
    /// <example>CRJ</example>
    public string? ReviewRole { get; init; }

    /// <summary>Minutes it takes to look at one attempt; together with reviewRole or not at all. Default: none.</summary>
    /// <example>2</example>
    [Amount]
    public decimal? ReviewMinutesPerAttempt { get; init; }
}

/// <summary>A generation with its price.</summary>
public sealed record GenerationAsSent : GenerationMembers
{
    /// <summary>What the price is for one of; a label, the arithmetic is the same.</summary>
    /// <example>second</example>
    public required GenerationUnit Unit { get; init; }

    /// <summary>Price of one unit.</summary>
    /// <example>0.4</example>
    [Amount]
    public required decimal UnitPrice { get; init; }

    /// <summary>ISO 4217 code of the price's currency; needs an exchange rate. Default: the document's.</summary>
    /// <example>USD</example>
    [CurrencyCode]
    public string? Currency { get; init; }
}

/// <summary>A generation at the price that the price book has on the pricing date.</summary>
public sealed record GenerationByEntry : GenerationMembers
{
    /// <summary>Code of the price-book entry; it gives unit, price and currency.</summary>
    /// <example>house-video-generation</example>
    public required string PriceBookEntry { get; init; }
}

/// <summary>What the price of a generation is for one of.</summary>
public enum GenerationUnit
{
    /// <summary>A second of video or sound.</summary>
    Second,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>A million pixels.</summary>
    Megapixel,

    /// <summary>A thousand characters of text or speech.</summary>
    ThousandCharacters,

    /// <summary>A million tokens; input, output and cached input are separate generations.</summary>
    MillionTokens,

    /// <summary>A minute of video or sound.</summary>
    Minute,

    /// <summary>A call of a service.</summary>
    Call,

    /// <summary>A run of a workflow or a training.</summary>
    Run,

    /// <summary>An hour of a graphics processor.</summary>
    GpuHour,

    /// <summary>A piece of music.</summary>
    Track,

    /// <summary>A credit of the vendor.</summary>
    Credit,

    /// <summary>A request that was resolved.</summary>
    Resolution,
}

/// <summary>What every cost has.</summary>
public abstract record CostMembers
{
    /// <summary>Id of the caller's own, once in its list; changes no figure. Default: none.</summary>
    /// <example>music</example>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    /// <example>Music rights</example>
    public required string Name { get; init; }

    /// <summary>What it pays for, at most 10,000 characters. Default: none.</summary>
    /// <example>Library music for all videos, one year, Europe.</example>
    [LongText]
    public string? Description { get; init; }

    /// <summary>Kind; it decides on mark-up and levy.</summary>
    /// <example>otherThirdParty</example>
    public required CostKind Kind { get; init; }

    /// <summary>Amount, net.</summary>
    /// <example>9000</example>
    [Amount]
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217 code of the amount's currency; needs an exchange rate. Default: the document's.</summary>
    /// <example>EUR</example>
    [CurrencyCode]
    public string? Currency { get; init; }
}

/// <summary>A cost of one asset.</summary>
public sealed record CostPerAssetAsSent : CostMembers;

/// <summary>A cost that falls due once.</summary>
public sealed record CostAsSent : CostMembers
{
    /// <summary>Phase that it belongs to; required where a structure is combined. Default: none.</summary>
    /// <example>production</example>
    public Phase? Phase { get; init; }

    /// <summary>Whether it sets something up that later work uses; changes no figure of the comparison. Default false.</summary>
    /// <example>false</example>
    public bool? SetUp { get; init; }
}

/// <summary>Rounds of changes beyond the included ones: each further round comes with the same probability.</summary>
public sealed record RevisionsAsSent
{
    /// <summary>Phase in which they happen.</summary>
    /// <example>ideation</example>
    public required Phase Phase { get; init; }

    /// <summary>Rounds that are included, a whole number from 0 to 1,000.</summary>
    /// <example>2</example>
    [Bounds("0", "1000")]
    public required int IncludedRounds { get; init; }

    /// <summary>How finished what the client saw first looked, a fraction from 0 to 1: the more finished, the more of it is discussed.</summary>
    /// <example>0.5</example>
    [Fraction]
    public required decimal Concreteness { get; init; }

    /// <summary>Probability of a further round at concreteness 0, from 0 to 0.999999.</summary>
    /// <example>0.3</example>
    [Margin]
    public required decimal MinimumContinuation { get; init; }

    /// <summary>Probability of a further round at concreteness 1, not below the minimum, at most 0.999999.</summary>
    /// <example>0.6</example>
    [Margin]
    public required decimal MaximumContinuation { get; init; }

    /// <summary>Hours of one round by role code, at most 20 roles.</summary>
    /// <example>{"CD": 4, "CRS": 12}</example>
    [Items(0, 20), Amount]
    public required IReadOnlyDictionary<string, decimal> HoursPerRound { get; init; }

    /// <summary>External cost of one round.</summary>
    /// <example>500</example>
    [Amount]
    public required decimal ExternalCostPerRound { get; init; }
}
