using Pricing.Api.OpenApi.Contract;

namespace Pricing.Api.OpenApi;

/// <summary>
/// An engagement under every fee structure, seen from both sides of the table. Amounts are in the minor unit's decimals of the currency, net of VAT where
/// nothing else is said; ratios are fractions. A total is the rounding of the unrounded sum.
/// </summary>
public sealed record ComparisonResult
{
    /// <summary>ISO 4217 code of every amount.</summary>
    /// <example>EUR</example>
    [CurrencyCode]
    public required string Currency { get; init; }

    /// <summary>What the work costs the agency.</summary>
    public required CostResult Cost { get; init; }

    /// <summary>What the work is worth to the client.</summary>
    public required ValueResult Value { get; init; }

    /// <summary>Between which fees both sides gain.</summary>
    public required BargainingRangeResult BargainingRange { get; init; }

    /// <summary>One column per fee structure, in the order sent.</summary>
    public required IReadOnlyList<StructureResult> Structures { get; init; }
}
