using System.Text.Json.Serialization;
using Pricing.Api.OpenApi.Contract;
using Pricing.Model.Fees;

namespace Pricing.Api.OpenApi.Analyses;

internal static class PriceErosionOperation
{
    public static readonly AnalysisOperation Value = new(
        "price-erosion", "Price erosion: how long an asset's price holds",
        "Compute gets cheaper, wages rise and competition takes the profit: price, marginal cost and floor by year, when the price meets the floor, and when a value-based fee should be talked about again.",
        typeof(PriceErosionParametersAsSent), typeof(PriceErosionResult),
        ("An AI video at 900 over seven years", """
            { "asset": "AI video", "initialPrice": 900, "computeDecline": 0.35, "wageGrowth": 0.03, "competition": 0.45, "years": 7, "reopen": { "maximumSplit": 0.5, "startDate": "2026-01-31" } }
            """),
        ("Three phases at their own pace", """
            {
              "asset": "AI video", "initialPrice": 900, "computeDecline": 0.35, "wageGrowth": 0.03, "competition": 0.45, "limitPrice": 350, "structure": 1,
              "phases": {
                "strategy": { "computeDecline": 0, "wageGrowth": 0.03, "competition": 0.05 },
                "ideation": { "computeDecline": 0, "wageGrowth": 0.03, "competition": 0.1, "initialPrice": 30000 },
                "production": { "computeDecline": 0.35, "wageGrowth": 0.03, "competition": 0.45 }
              }
            }
            """));
}

/// <summary>Yearly rates of change.</summary>
public abstract record ErosionRatesAsSent
{
    /// <summary>Yearly fall of AI cost, from 0 to 0.999999.</summary>
    /// <example>0.35</example>
    [Margin]
    public required decimal ComputeDecline { get; init; }

    /// <summary>Yearly rise of every other cost, above -1, up to 1.</summary>
    /// <example>0.03</example>
    [Bounds("-1", "1")]
    public required decimal WageGrowth { get; init; }

    /// <summary>Share of the profit per asset that competition takes each year.</summary>
    /// <example>0.45</example>
    [Fraction]
    public required decimal Competition { get; init; }
}

/// <summary>Parameters of price erosion.</summary>
public sealed record PriceErosionParametersAsSent : ErosionRatesAsSent
{
    /// <summary>Id of the asset, else the name that only it has.</summary>
    /// <example>AI video</example>
    public required string Asset { get; init; }

    /// <summary>Price per asset today, above 0.</summary>
    /// <example>900</example>
    [Amount]
    public required decimal InitialPrice { get; init; }

    /// <summary>Years looked at, a whole number from 1 to 50. Default: 5.</summary>
    /// <example>7</example>
    [Bounds("1", "50")]
    public int? Years { get; init; }

    /// <summary>Margin below which the agency walks away. Default: that of the bargaining range's floor.</summary>
    /// <example>0.05</example>
    [Margin]
    public decimal? MinimumMargin { get; init; }

    /// <summary>A price whose time is asked for, above 0. Default: none.</summary>
    /// <example>350</example>
    [Amount]
    public decimal? LimitPrice { get; init; }

    /// <summary>Phases to follow, each with its own rates. Default: none.</summary>
    public PhasesOfErosionAsSent? Phases { get; init; }

    /// <summary>Place of the structure whose fee over cost prices a phase without an own price. Default: 0.</summary>
    /// <example>1</example>
    [Bounds("0", "49")]
    public int? Structure { get; init; }

    /// <summary>When to talk about a value-based fee again. Default: not asked.</summary>
    public ReopeningAsSent? Reopen { get; init; }
}

/// <summary>Phases to follow, each with its own rates.</summary>
public sealed record PhasesOfErosionAsSent
{
    /// <summary>Strategy. Default: not followed.</summary>
    public PhaseErosionAsSent? Strategy { get; init; }

    /// <summary>Ideation. Default: not followed.</summary>
    public PhaseErosionAsSent? Ideation { get; init; }

    /// <summary>Production. Default: not followed.</summary>
    public PhaseErosionAsSent? Production { get; init; }
}

/// <summary>A phase with its own rates.</summary>
public sealed record PhaseErosionAsSent : ErosionRatesAsSent
{
    /// <summary>Price of the phase today. Default: its cost times fee over cost of the structure.</summary>
    /// <example>30000</example>
    [Amount]
    public decimal? InitialPrice { get; init; }
}

/// <summary>When to talk about a value-based fee again.</summary>
public sealed record ReopeningAsSent
{
    /// <summary>Place of the value-based structure. Default: the first.</summary>
    /// <example>3</example>
    [Bounds("0", "49")]
    public int? Structure { get; init; }

    /// <summary>Largest share of the bargaining range that the fee may take. Default: 1.</summary>
    /// <example>0.5</example>
    [PositiveFraction]
    public decimal? MaximumSplit { get; init; }

    /// <summary>Day from which months count. Default: none, only the month is told.</summary>
    /// <example>2026-01-31</example>
    public DateOnly? StartDate { get; init; }

    /// <summary>Yearly fall of the alternative's price. Default: it falls as the asset's price does.</summary>
    /// <example>0.2</example>
    [Margin]
    public decimal? ReferenceDecline { get; init; }
}

/// <summary>How long an asset's price holds.</summary>
public sealed record PriceErosionResult : AnalysisResult
{
    /// <summary>Name of the asset.</summary>
    /// <example>AI video</example>
    public required string Asset { get; init; }

    /// <summary>The part of its unit cost that falls.</summary>
    /// <example>18.62</example>
    public required decimal AiCost { get; init; }

    /// <summary>The part of its unit cost that rises.</summary>
    /// <example>245.63</example>
    public required decimal OtherCost { get; init; }

    /// <summary>Year by year, from 0.</summary>
    public required IReadOnlyList<ErosionYearResult> Series { get; init; }

    /// <summary>First whole year in which the price is at the floor; null where none is.</summary>
    /// <example>7</example>
    public required int? FloorYear { get; init; }

    /// <summary>When the price meets the floor, in years; null where it does not.</summary>
    /// <example>6.20195124</example>
    public required decimal? FloorTime { get; init; }

    /// <summary>When the price falls to the limit at today's marginal cost, in years; null where it does not, or no limit was sent.</summary>
    /// <example>3.35102064</example>
    public required decimal? LimitTime { get; init; }

    /// <summary>The phases, where any were sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PhaseErosionResult>? Phases { get; init; }

    /// <summary>When to talk again, where that was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReopeningResult? Reopen { get; init; }
}

/// <summary>A year of price erosion.</summary>
public sealed record ErosionYearResult
{
    /// <summary>Year, from 0.</summary>
    /// <example>1</example>
    public required int Year { get; init; }

    /// <summary>Marginal cost.</summary>
    /// <example>265.10</example>
    public required decimal MarginalCost { get; init; }

    /// <summary>Price.</summary>
    /// <example>614.76</example>
    public required decimal Price { get; init; }

    /// <summary>Marginal cost at the minimum margin.</summary>
    /// <example>279.05</example>
    public required decimal Floor { get; init; }

    /// <summary>Profit over price; null over zero.</summary>
    /// <example>0.56877648</example>
    public required decimal? ProfitMargin { get; init; }

    /// <summary>Quantity times the fall of the price.</summary>
    /// <example>27382.74</example>
    public required decimal RevenueAtRisk { get; init; }
}

/// <summary>A phase year by year.</summary>
public sealed record PhaseErosionResult
{
    /// <summary>The phase.</summary>
    /// <example>production</example>
    public required Phase Phase { get; init; }

    /// <summary>From year 0.</summary>
    public required IReadOnlyList<PhaseYearResult> Series { get; init; }
}

/// <summary>A year of a phase.</summary>
public sealed record PhaseYearResult
{
    /// <summary>Year, from 0.</summary>
    /// <example>1</example>
    public required int Year { get; init; }

    /// <summary>Marginal cost.</summary>
    /// <example>78120.00</example>
    public required decimal Cost { get; init; }

    /// <summary>Price.</summary>
    /// <example>86300.00</example>
    public required decimal Price { get; init; }

    /// <summary>Price less cost.</summary>
    /// <example>8180.00</example>
    public required decimal Profit { get; init; }

    /// <summary>Share of the profit of the phases sent; null unless that is above 0.</summary>
    /// <example>0.42</example>
    public required decimal? ProfitShare { get; init; }
}

/// <summary>When to talk about a value-based fee again; nulls where never, or where there is no fee.</summary>
public sealed record ReopeningResult
{
    /// <summary>Place of the structure.</summary>
    /// <example>3</example>
    public required int Structure { get; init; }

    /// <summary>Its fee.</summary>
    /// <example>165893.92</example>
    public required decimal? Fee { get; init; }

    /// <summary>Month, from 1.</summary>
    /// <example>37</example>
    public required int? Month { get; init; }

    /// <summary>The day; null without a start.</summary>
    /// <example>2029-02-28</example>
    public required DateOnly? Date { get; init; }

    /// <summary>The alternative's price then.</summary>
    /// <example>164421.53</example>
    public required decimal? ReferencePrice { get; init; }

    /// <summary>The fee above which the client walks away then.</summary>
    /// <example>215900.58</example>
    public required decimal? Ceiling { get; init; }
}
