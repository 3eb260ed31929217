using Pricing.Api.OpenApi.Contract;
using Pricing.Model.Value;

namespace Pricing.Api.OpenApi.Analyses;

internal static class PricingTargetOperation
{
    public static readonly AnalysisOperation Value = new(
        "pricing-target", "Pricing to a budget or a wanted margin",
        "What it takes to meet the client's budget, or the agency's margin: the discount, the structure's own parameter, or the part of the scope that fits.",
        typeof(PricingTargetParametersAsSent), typeof(PricingTargetResult),
        ("The client has 120,000", """{ "budget": 120000, "structure": 4 }"""),
        ("A quarter of the fixed price shall be left", """{ "margin": 0.25, "structure": 1 }"""));
}

/// <summary>Parameters of a pricing to a target; exactly one of budget and margin.</summary>
public sealed record PricingTargetParametersAsSent
{
    /// <summary>The client's budget, net, above 0.</summary>
    /// <example>120000</example>
    [Amount]
    public decimal? Budget { get; init; }

    /// <summary>Wanted profit / fee, a fraction from 0 to 0.999999.</summary>
    /// <example>0.25</example>
    [Margin]
    public decimal? Margin { get; init; }

    /// <summary>Place of the fee structure, from 0. Default: 0.</summary>
    /// <example>4</example>
    [Bounds("0", "49")]
    public int? Structure { get; init; }

    /// <summary>Most that the scope may be multiplied by, above 0, up to 10. Default: 2.</summary>
    /// <example>2</example>
    [Bounds("0", "10")]
    public decimal? MaximumScope { get; init; }
}

/// <summary>What it takes to meet the target.</summary>
public sealed record PricingTargetResult : AnalysisResult
{
    /// <summary>Place of the structure.</summary>
    /// <example>4</example>
    public required int Structure { get; init; }

    /// <summary>Its type.</summary>
    /// <example>hybrid</example>
    public required string Type { get; init; }

    /// <summary>Its name; null where it has none.</summary>
    /// <example>Base and bonus</example>
    public required string? Name { get; init; }

    /// <summary>The budget, or cost / (1 − margin).</summary>
    /// <example>120000.00</example>
    public required decimal Price { get; init; }

    /// <summary>Expected cost.</summary>
    /// <example>110326.46</example>
    public required decimal ExpectedCost { get; init; }

    /// <summary>Price less cost.</summary>
    /// <example>9673.54</example>
    public required decimal Profit { get; init; }

    /// <summary>Profit / price; null over zero.</summary>
    /// <example>0.080612827</example>
    public required decimal? ProfitMargin { get; init; }

    /// <summary>The client's value less what the price costs it.</summary>
    /// <example>394790.54</example>
    public required decimal ClientSurplus { get; init; }

    /// <summary>Where the price lies against floor and ceiling.</summary>
    /// <example>inside</example>
    public required RangePosition RangePosition { get; init; }

    /// <summary>Expected fee before discount; null where the structure is infeasible.</summary>
    /// <example>141575.47</example>
    public required decimal? ListFee { get; init; }

    /// <summary>Discount from the list fee to the price, negative for a surcharge; null where there is nothing to discount.</summary>
    /// <example>0.17231607</example>
    public required decimal? Discount { get; init; }

    /// <summary>The parameter of the structure that brings its fee to the price.</summary>
    public required TargetShareResult Share { get; init; }

    /// <summary>The part of the scope that fits; null where none does.</summary>
    public required TargetScopeResult? Scope { get; init; }
}

/// <summary>The parameter that scales the fee.</summary>
public sealed record TargetShareResult
{
    /// <summary>Its name in the structure; null for types without one.</summary>
    /// <example>bonusPool</example>
    public required string? Member { get; init; }

    /// <summary>Its smallest value at which the fee is the price; null where there is none.</summary>
    /// <example>0.05392721</example>
    public required decimal? Value { get; init; }
}

/// <summary>A part, or a multiple, of the scope.</summary>
public sealed record TargetScopeResult
{
    /// <summary>Factor on hours, quantities and costs but set-up.</summary>
    /// <example>0.83826208</example>
    public required decimal Factor { get; init; }

    /// <summary>Expected fee there.</summary>
    /// <example>120000.00</example>
    public required decimal? ExpectedFee { get; init; }

    /// <summary>Expected cost there.</summary>
    /// <example>93475.04</example>
    public required decimal ExpectedCost { get; init; }

    /// <summary>Profit / fee there; null over zero.</summary>
    /// <example>0.22104132</example>
    public required decimal? ProfitMargin { get; init; }
}
