using Pricing.Model.Fees;

namespace Pricing.Api.OpenApi.Contract;

/// <summary>A commission on the gross media volume; third parties at cost.</summary>
[FeeType("commission")]
public sealed record CommissionPart : PartMembers
{
    /// <summary>Share of the media volume, a fraction from 0 to 1.</summary>
    /// <example>0.08</example>
    [Fraction]
    public required decimal Rate { get; init; }

    /// <summary>Gross media volume.</summary>
    /// <example>900000</example>
    [Amount]
    public required decimal GrossMedia { get; init; }
}

/// <summary>A share of the client's value, inside the bargaining range; no fee where the floor lies above the ceiling.</summary>
[FeeType("valueBased")]
public sealed record ValueBasedPart : PartMembers
{
    /// <summary>Share of the value, a fraction from 0 to 1.</summary>
    /// <example>0.3</example>
    [Fraction]
    public required decimal ValueShare { get; init; }

    /// <summary>Margin on labour and AI that the floor keeps, from 0 to 0.999999.</summary>
    /// <example>0.15</example>
    [Margin]
    public required decimal MinimumMargin { get; init; }
}

/// <summary>A base fee and a share of the value that comes about, within limits; third parties at cost.</summary>
[FeeType("performance")]
public sealed record PerformancePart : PartMembers
{
    /// <summary>Fee that is due in any case.</summary>
    /// <example>150000</example>
    [Amount]
    public required decimal BaseFee { get; init; }

    /// <summary>Share of the value, a fraction from 0 to 1.</summary>
    /// <example>0.1</example>
    [Fraction]
    public required decimal ValueShare { get; init; }

    /// <summary>Least that is due, third parties apart. Default: no limit.</summary>
    /// <example>150000</example>
    [Amount]
    public decimal? MinimumFee { get; init; }

    /// <summary>Most that is due, not below the least, third parties apart. Default: no limit.</summary>
    /// <example>300000</example>
    [Amount]
    public decimal? MaximumFee { get; init; }
}

/// <summary>A base with a margin, and a bonus by scorecard; needs a scorecard.</summary>
[FeeType("hybrid")]
public sealed record HybridPart : PartMembers
{
    /// <summary>Margin on labour and AI in the base, from 0 to 0.999999.</summary>
    /// <example>0.1</example>
    [Margin]
    public required decimal BaseMargin { get; init; }

    /// <summary>Bonus at target as a share of the base, a fraction from 0 to 1.</summary>
    /// <example>0.2</example>
    [Fraction]
    public required decimal BonusPool { get; init; }
}

/// <summary>A licence: a base for the work, and the idea's value at card rates times usage factors.</summary>
[FeeType("licence")]
public sealed record LicencePart : PartMembers
{
    /// <summary>Margin on labour and AI in the base, from 0 to 0.999999.</summary>
    /// <example>0.1</example>
    [Margin]
    public required decimal BaseMargin { get; init; }

    /// <summary>Codes of the roles whose planned hours make the idea, 1 to 200.</summary>
    /// <example>["CD", "CRS"]</example>
    [Items(1, 200)]
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Phase whose work packages make the idea, those made by AI left out.</summary>
    /// <example>ideation</example>
    public required Phase Phase { get; init; }

    /// <summary>What the idea may be used for.</summary>
    public required LicenceUsageAsSent Usage { get; init; }
}

/// <summary>Factors on the idea's value; they add up.</summary>
public sealed record LicenceUsageAsSent
{
    /// <summary>Factor for the kind of use, 0 to 1,000.</summary>
    /// <example>0.5</example>
    [Surcharge]
    public required decimal Type { get; init; }

    /// <summary>Factor for the territory, 0 to 1,000.</summary>
    /// <example>0.4</example>
    [Surcharge]
    public required decimal Territory { get; init; }

    /// <summary>Factor for the term, 0 to 1,000.</summary>
    /// <example>0.3</example>
    [Surcharge]
    public required decimal Term { get; init; }

    /// <summary>Factor for the scope, 0 to 1,000.</summary>
    /// <example>0.2</example>
    [Surcharge]
    public required decimal Scope { get; init; }
}

/// <summary>A set-up fee and a monthly fee over a term; third parties at cost.</summary>
[FeeType("subscription")]
public sealed record SubscriptionPart : PartMembers
{
    /// <summary>Fee at the start.</summary>
    /// <example>40000</example>
    [Amount]
    public required decimal SetUpFee { get; init; }

    /// <summary>Fee of a month.</summary>
    /// <example>15000</example>
    [Amount]
    public required decimal MonthlyFee { get; init; }

    /// <summary>Term in months, a whole number from 1 to 240.</summary>
    /// <example>12</example>
    [Bounds("1", "240")]
    public required int Months { get; init; }
}

/// <summary>Cost, and a share of what is saved against a baseline.</summary>
[FeeType("gainShare")]
public sealed record GainSharePart : PartMembers
{
    /// <summary>What the work cost before.</summary>
    /// <example>320000</example>
    [Amount]
    public required decimal BaselineCost { get; init; }

    /// <summary>The agency's share of what is saved, a fraction from 0 to 1.</summary>
    /// <example>0.4</example>
    [Fraction]
    public required decimal AgencyShare { get; init; }
}

/// <summary>Each phase its own way: the sum of its parts.</summary>
[FeeType("combined")]
public sealed record CombinedPart : PartMembers
{
    /// <summary>
    /// The parts, 1 to 20. Every phase with work or costs is in exactly one of them, and at most one is value-based; every entry of costs then has a phase.
    /// </summary>
    [Items(1, 20)]
    public required IReadOnlyList<PartAsSent> Parts { get; init; }
}

/// <summary>A part of a combined structure.</summary>
public sealed record PartAsSent
{
    /// <summary>Phases whose work it prices; empty for a bonus on top.</summary>
    /// <example>["strategy"]</example>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>How the part is charged.</summary>
    public required PartStructure Structure { get; init; }
}
