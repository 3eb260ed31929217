using System.Text.Json.Serialization;
using Pricing.Model.Value;

namespace Pricing.Api.OpenApi.Contract;

/// <summary>Between which fees both sides gain. The first value-based structure sets the margin of the floor.</summary>
public sealed record BargainingRangeResult
{
    /// <summary>Fee below which the agency should walk away, net.</summary>
    /// <example>190000.00</example>
    public required decimal Floor { get; init; }

    /// <summary>Fee above which the client should walk away, net.</summary>
    /// <example>520000.00</example>
    public required decimal Ceiling { get; init; }

    /// <summary>EVC: price of the alternative plus what this work is worth more.</summary>
    /// <example>520000.00</example>
    public required decimal EconomicValueToCustomer { get; init; }

    /// <summary>Price of the next best alternative, net.</summary>
    /// <example>395000.00</example>
    public required decimal ReferencePrice { get; init; }

    /// <summary>Zone of possible agreement: ceiling less floor; negative where there is none.</summary>
    /// <example>330000.00</example>
    public required decimal Zopa { get; init; }

    /// <summary>Whether the ceiling is not below the floor.</summary>
    /// <example>true</example>
    public required bool Feasible { get; init; }

    /// <summary>Share of the zone that the value-based fee leaves to the agency; null without a feasible value-based structure.</summary>
    /// <example>0.45</example>
    public required decimal? Split { get; init; }
}

/// <summary>A part of a combined structure.</summary>
public sealed record PartResult
{
    /// <summary>Type of the part's structure.</summary>
    /// <example>fixed</example>
    public required string Type { get; init; }

    /// <summary>Name; null where it was sent without one.</summary>
    /// <example>Strategy at a fixed price</example>
    public required string? Name { get; init; }

    /// <summary>Expected fee, after discount.</summary>
    /// <example>60000.00</example>
    public required decimal ExpectedFee { get; init; }

    /// <summary>Expected cost.</summary>
    /// <example>48000.00</example>
    public required decimal ExpectedCost { get; init; }

    /// <summary>Expected profit.</summary>
    /// <example>12000.00</example>
    public required decimal ExpectedProfit { get; init; }

    /// <summary>Profit as a share of the fee; null where there is no fee.</summary>
    /// <example>0.2</example>
    public required decimal? ProfitMargin { get; init; }
}

/// <summary>
/// A fee structure over all states: what the agency earns and risks, what the client gets and pays. An infeasible structure has null for all that hangs on
/// the fee.
/// </summary>
public sealed record StructureResult
{
    /// <summary>Type of the structure.</summary>
    /// <example>valueBased</example>
    public required string Type { get; init; }

    /// <summary>Name; null where it was sent without one.</summary>
    /// <example>Share of the value</example>
    public required string? Name { get; init; }

    /// <summary>Expected fee, net, after discount; null where infeasible.</summary>
    /// <example>240000.00</example>
    public required decimal? ExpectedFee { get; init; }

    /// <summary>Expected fee before discount; null where infeasible.</summary>
    /// <example>240000.00</example>
    public required decimal? ListFee { get; init; }

    /// <summary>Expected cost.</summary>
    /// <example>169000.35</example>
    public required decimal ExpectedCost { get; init; }

    /// <summary>Expected profit: fee less cost; null where infeasible.</summary>
    /// <example>70999.65</example>
    public required decimal? ExpectedProfit { get; init; }

    /// <summary>Profit as a share of the fee; null where there is no fee.</summary>
    /// <example>0.295832</example>
    public required decimal? ProfitMargin { get; init; }

    /// <summary>AGI: fee less third parties and levy; null where infeasible.</summary>
    /// <example>200520.00</example>
    public required decimal? AdjustedGrossIncome { get; init; }

    /// <summary>What is left of AGI after direct labour and AI, as a share of it; null where there is no AGI.</summary>
    /// <example>0.56</example>
    public required decimal? DeliveryMargin { get; init; }

    /// <summary>Standard deviation of profit; null where infeasible.</summary>
    /// <example>18000.00</example>
    public required decimal? ProfitStandardDeviation { get; init; }

    /// <summary>Probability that the agency loses money, a fraction; null where infeasible.</summary>
    /// <example>0.05</example>
    public required decimal? LossProbability { get; init; }

    /// <summary>Mean profit in the worst tail; null where infeasible.</summary>
    /// <example>30000.00</example>
    public required decimal? ProfitCvar { get; init; }

    /// <summary>Certain profit that is worth as much as the uncertain one; null where infeasible.</summary>
    /// <example>70675.65</example>
    public required decimal? CertaintyEquivalent { get; init; }

    /// <summary>V: what the work is worth to the client.</summary>
    /// <example>1250000.00</example>
    public required decimal ClientValue { get; init; }

    /// <summary>Value less fee; a client that bears the VAT pays it too. Null where infeasible.</summary>
    /// <example>1010000.00</example>
    public required decimal? ClientSurplus { get; init; }

    /// <summary>Surplus as a share of the fee; null where there is no fee.</summary>
    /// <example>4.208333</example>
    public required decimal? ClientRoi { get; init; }

    /// <summary>Probability that the client loses money, a fraction; null where infeasible.</summary>
    /// <example>0.1</example>
    public required decimal? ClientLossProbability { get; init; }

    /// <summary>Mean surplus of the client in the worst tail; null where infeasible.</summary>
    /// <example>-40000.00</example>
    public required decimal? ClientCvar { get; init; }

    /// <summary>Surplus against the next best alternative; null where infeasible.</summary>
    /// <example>155000.00</example>
    public required decimal? SurplusVersusAlternative { get; init; }

    /// <summary>First calendar month in which the benefit reaches the fee; null where that takes more than 120, or where infeasible.</summary>
    /// <example>7</example>
    public required int? PaybackMonth { get; init; }

    /// <summary>VAT on the rounded fee, rounded half away from zero; null where infeasible.</summary>
    /// <example>45600.00</example>
    public required decimal? Vat { get; init; }

    /// <summary>Rounded fee plus VAT; null where infeasible.</summary>
    /// <example>285600.00</example>
    public required decimal? Gross { get; init; }

    /// <summary>AGI of an expected hour; null where infeasible or without hours.</summary>
    /// <example>132.75</example>
    public required decimal? EffectiveHourlyRate { get; init; }

    /// <summary>Where the expected fee lies in the bargaining range; null where infeasible.</summary>
    /// <example>inside</example>
    public required RangePosition? RangePosition { get; init; }

    /// <summary>Whether there is a fee: false for a value-based structure whose floor lies above its ceiling.</summary>
    /// <example>true</example>
    public required bool Feasible { get; init; }

    /// <summary>Floor less ceiling of an infeasible structure; absent from a feasible one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Gap { get; init; }

    /// <summary>The parts of a combined structure in the order sent, null where it is infeasible; absent from other types.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PartResult>? Parts { get; init; }
}
