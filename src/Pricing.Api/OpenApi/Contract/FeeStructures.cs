namespace Pricing.Api.OpenApi.Contract;

/// <summary>
/// A way to charge, told apart by <c>type</c>. Besides its own parameters each takes id, name, description, discount and discountReason.
/// </summary>
[OneOf(
    typeof(HourlyPart), typeof(RetainerPart), typeof(FixedPart), typeof(PerUnitPart), typeof(CostPlusPart), typeof(CommissionPart), typeof(ValueBasedPart),
    typeof(PerformancePart), typeof(HybridPart), typeof(LicencePart), typeof(SubscriptionPart), typeof(GainSharePart), typeof(CombinedPart))]
public abstract record FeeStructure;

/// <summary>A way to charge for a part of the work: any type but combined, with its own parameters and a name.</summary>
[OneOf(
    typeof(HourlyPart), typeof(RetainerPart), typeof(FixedPart), typeof(PerUnitPart), typeof(CostPlusPart), typeof(CommissionPart), typeof(ValueBasedPart),
    typeof(PerformancePart), typeof(HybridPart), typeof(LicencePart), typeof(SubscriptionPart), typeof(GainSharePart))]
public abstract record PartStructure;

/// <summary>What a structure takes that is no part of another.</summary>
public sealed record FeeStructureMembers
{
    /// <summary>Id of the caller's own, once among the structures; changes no figure. Default: none.</summary>
    /// <example>option-a</example>
    public string? Id { get; init; }

    /// <summary>What the option means, at most 10,000 characters; proposals print it. Default: none.</summary>
    /// <example>One price for the whole campaign.</example>
    [LongText]
    public string? Description { get; init; }

    /// <summary>Share of the fee without pass-through that is given away, from 0 to 0.999999; taken last. Default 0.</summary>
    /// <example>0.05</example>
    [Margin]
    public decimal? Discount { get; init; }

    /// <summary>Why there is a discount; changes no figure. Default: none.</summary>
    /// <example>Commitment for two years</example>
    public string? DiscountReason { get; init; }
}

/// <summary>What structures of every type have.</summary>
public abstract record PartMembers
{
    /// <summary>Type of the structure.</summary>
    public required string Type { get; init; }

    /// <summary>Name, as charts and proposals print it. Default: the type.</summary>
    /// <example>Option A</example>
    public string? Name { get; init; }
}

/// <summary>By the hour: expected hours at the card's rates, less its discount, times realisation; AI and third parties on top.</summary>
[FeeType("hourly")]
public sealed record HourlyPart : PartMembers
{
    /// <summary>Mark-up on AI cost, 0 to 1,000 (0.1 is 10 %). Default 0.</summary>
    /// <example>0.1</example>
    [Surcharge]
    public decimal? AiMarkup { get; init; }

    /// <summary>Mark-up on third parties, 0 to 1,000. Default 0.</summary>
    /// <example>0.1</example>
    [Surcharge]
    public decimal? ThirdPartyMarkup { get; init; }

    /// <summary>Most that labour is charged with, in each state of cost. Default: no cap.</summary>
    /// <example>120000</example>
    [Amount]
    public decimal? Cap { get; init; }
}

/// <summary>A retainer: included hours a month, and further ones beyond a tolerance.</summary>
[FeeType("retainer")]
public sealed record RetainerPart : PartMembers
{
    /// <summary>Term in months, a whole number from 1 to 240.</summary>
    /// <example>12</example>
    [Bounds("1", "240")]
    public required int Months { get; init; }

    /// <summary>Included hours a month.</summary>
    /// <example>80</example>
    [Amount]
    public required decimal IncludedHours { get; init; }

    /// <summary>Share of the included hours that may be exceeded without a charge, 0 to 1,000.</summary>
    /// <example>0.1</example>
    [Surcharge]
    public required decimal Tolerance { get; init; }

    /// <summary>Price of an hour. Default: the mean card rate of the expected hours less the card's discount; then there must be hours.</summary>
    /// <example>120</example>
    [Amount]
    public decimal? Rate { get; init; }

    /// <summary>Mark-up on AI cost, 0 to 1,000. Default 0.</summary>
    /// <example>0.1</example>
    [Surcharge]
    public decimal? AiMarkup { get; init; }

    /// <summary>Mark-up on third parties, 0 to 1,000. Default 0.</summary>
    /// <example>0.1</example>
    [Surcharge]
    public decimal? ThirdPartyMarkup { get; init; }
}

/// <summary>A fixed price: planned labour with a contingency and a margin; AI and third parties on top.</summary>
[FeeType("fixed")]
public sealed record FixedPart : PartMembers
{
    /// <summary>Surcharge on planned labour for what may go wrong, 0 to 1,000 (0.15 is 15 %).</summary>
    /// <example>0.15</example>
    [Surcharge]
    public required decimal Contingency { get; init; }

    /// <summary>Margin on labour, from 0 to 0.999999.</summary>
    /// <example>0.2</example>
    [Margin]
    public required decimal Margin { get; init; }

    /// <summary>Mark-up on AI cost, 0 to 1,000. Default 0.</summary>
    /// <example>0.1</example>
    [Surcharge]
    public decimal? AiMarkup { get; init; }

    /// <summary>Mark-up on third parties, 0 to 1,000. Default 0.</summary>
    /// <example>0.1</example>
    [Surcharge]
    public decimal? ThirdPartyMarkup { get; init; }
}

/// <summary>A price list: so many units at such prices; third parties on top.</summary>
[FeeType("perUnit")]
public sealed record PerUnitPart : PartMembers
{
    /// <summary>What is sold, 1 to 200 entries.</summary>
    [Items(1, 200)]
    public required IReadOnlyList<PricedUnitAsSent> Units { get; init; }

    /// <summary>Mark-up on third parties, 0 to 1,000. Default 0.</summary>
    /// <example>0.1</example>
    [Surcharge]
    public decimal? ThirdPartyMarkup { get; init; }
}

/// <summary>An entry of a price list.</summary>
public sealed record PricedUnitAsSent
{
    /// <summary>What one is.</summary>
    /// <example>Short video</example>
    public required string Name { get; init; }

    /// <summary>How many are sold.</summary>
    /// <example>120</example>
    [Amount]
    public required decimal Quantity { get; init; }

    /// <summary>Price of one.</summary>
    /// <example>1950</example>
    [Amount]
    public required decimal UnitPrice { get; init; }
}

/// <summary>Cost plus: labour and AI at cost, with a mark-up, a fixed fee, or a fixed fee and a shared target cost; in exactly one of these forms.</summary>
[FeeType("costPlus"), OneOf(typeof(CostPlusMarkup), typeof(CostPlusFixedFee), typeof(CostPlusTargetCost))]
public abstract record CostPlusPart;

/// <summary>Cost plus a mark-up.</summary>
[FeeType("costPlus")]
public sealed record CostPlusMarkup : PartMembers
{
    /// <summary>Mark-up on labour and AI cost, 0 to 1,000 (0.25 is 25 %).</summary>
    /// <example>0.25</example>
    [Surcharge]
    public required decimal Markup { get; init; }
}

/// <summary>Cost plus a fixed fee.</summary>
[FeeType("costPlus")]
public sealed record CostPlusFixedFee : PartMembers
{
    /// <summary>Fee on top of cost.</summary>
    /// <example>30000</example>
    [Amount]
    public required decimal FixedFee { get; init; }
}

/// <summary>Cost plus a fixed fee and a share of what lies between target and cost.</summary>
[FeeType("costPlus")]
public sealed record CostPlusTargetCost : PartMembers
{
    /// <summary>Fee on top of cost.</summary>
    /// <example>30000</example>
    [Amount]
    public required decimal FixedFee { get; init; }

    /// <summary>Cost of labour and AI that is aimed at.</summary>
    /// <example>140000</example>
    [Amount]
    public required decimal TargetCost { get; init; }

    /// <summary>The agency's share of what is saved, or exceeded, a fraction from 0 to 1.</summary>
    /// <example>0.5</example>
    [Fraction]
    public required decimal SharingRatio { get; init; }
}
