namespace Pricing.Api.OpenApi.Contract;

/// <summary>What a foreign currency is worth.</summary>
public sealed record ExchangeRateAsSent
{
    /// <summary>ISO 4217 code of the foreign currency.</summary>
    /// <example>USD</example>
    [CurrencyCode]
    public required string Currency { get; init; }

    /// <summary>Units of the document's currency for one unit of the foreign one, 0.000001 to 1,000,000.</summary>
    /// <example>0.92</example>
    [Bounds("0.000001", "1000000")]
    public required decimal Rate { get; init; }

    /// <summary>Day of the rate.</summary>
    /// <example>2026-01-15</example>
    public required DateOnly AsOf { get; init; }
}

/// <summary>The agency's own conditions.</summary>
public sealed record AgencyAsSent
{
    /// <summary>Hours that a full-time employee is there for in a year, at least 1.</summary>
    /// <example>1700</example>
    [Bounds("1", BoundsAttribute.Huge)]
    public required decimal AvailableHours { get; init; }

    /// <summary>Employer's on-costs as a share of salary, 0 to 1,000 (0.21 is 21 %).</summary>
    /// <example>0.21</example>
    [Surcharge]
    public required decimal OnCostRate { get; init; }

    /// <summary>Overhead as a share of direct labour cost, 0 to 1,000 (0.55 is 55 %).</summary>
    /// <example>0.55</example>
    [Surcharge]
    public required decimal OverheadRate { get; init; }

    /// <summary>Amount that says how well the agency bears risk, at least 1: the larger, the less it minds a spread of profit.</summary>
    /// <example>500000</example>
    [Bounds("1", BoundsAttribute.Huge)]
    public required decimal RiskTolerance { get; init; }

    /// <summary>VAT on fees, a fraction from 0 to 1.</summary>
    /// <example>0.19</example>
    [Fraction]
    public required decimal VatRate { get; init; }

    /// <summary>Artists' social levy on artistic fees, a fraction from 0 to 1.</summary>
    /// <example>0.049</example>
    [Fraction]
    public required decimal ArtistSocialLevyRate { get; init; }
}

/// <summary>A rate card that spells its roles out.</summary>
public sealed record RateCardAsSent
{
    /// <summary>Discount on the card, a fraction from 0 to 1.</summary>
    /// <example>0.05</example>
    [Fraction]
    public required decimal Discount { get; init; }

    /// <summary>Share of worked value that is billed, a fraction from 0 to 1.</summary>
    /// <example>0.93</example>
    [Fraction]
    public required decimal Realisation { get; init; }

    /// <summary>The roles, 1 to 200, each code once.</summary>
    [Items(1, 200)]
    public required IReadOnlyList<AnyRole> Roles { get; init; }
}

/// <summary>A stored rate card by its code; its roles are those in force on the pricing date.</summary>
public sealed record RateCardByCode
{
    /// <summary>Code of the stored rate card.</summary>
    /// <example>STANDARD-2026</example>
    public required string Code { get; init; }

    /// <summary>Discount on the card for this engagement, a fraction from 0 to 1.</summary>
    /// <example>0.05</example>
    [Fraction]
    public required decimal Discount { get; init; }

    /// <summary>Share of worked value that is billed, a fraction from 0 to 1.</summary>
    /// <example>0.93</example>
    [Fraction]
    public required decimal Realisation { get; init; }
}

/// <summary>A rate card, spelled out or by its code.</summary>
[OneOf(typeof(RateCardAsSent), typeof(RateCardByCode))]
public abstract record AnyRateCard;

/// <summary>A role: an employee's with <c>annualSalary</c>, or a freelancer's with <c>costPerHour</c>.</summary>
[OneOf(typeof(EmployeeAsSent), typeof(FreelancerAsSent))]
public abstract record AnyRole;

/// <summary>What every role has.</summary>
public abstract record RoleMembers
{
    /// <summary>Code by which hours name the role; once on the card.</summary>
    /// <example>STRS</example>
    public required string Code { get; init; }

    /// <summary>Title, as proposals print it.</summary>
    /// <example>Senior strategist</example>
    public required string Title { get; init; }

    /// <summary>Price of an hour on the card, before its discount.</summary>
    /// <example>145</example>
    [Amount]
    public required decimal HourlyRate { get; init; }
}

/// <summary>A role filled by an employee.</summary>
public sealed record EmployeeAsSent : RoleMembers
{
    /// <summary>Gross salary a year.</summary>
    /// <example>78000</example>
    [Amount]
    public required decimal AnnualSalary { get; init; }

    /// <summary>Billable share of the available hours, a fraction from 0.000001 to 1.</summary>
    /// <example>0.75</example>
    [PositiveFraction]
    public required decimal Utilisation { get; init; }

    /// <summary>Employer's on-costs as a share of this salary, 0 to 1,000. Default: the agency's rate.</summary>
    /// <example>0.21</example>
    [Surcharge]
    public decimal? OnCostRate { get; init; }
}

/// <summary>A role filled by a freelancer.</summary>
public sealed record FreelancerAsSent : RoleMembers
{
    /// <summary>What an hour costs the agency; no on-costs and no overhead come on top.</summary>
    /// <example>120</example>
    [Amount]
    public required decimal CostPerHour { get; init; }

    /// <summary>Whether the artists' social levy falls due on the payments. Default false.</summary>
    /// <example>true</example>
    public bool? Artistic { get; init; }
}

/// <summary>How far real hours spread around planned ones: PERT factors in order, weighted 1, 4, 1.</summary>
public sealed record EffortProfileAsSent
{
    /// <summary>Code by which work names the profile; once in the document.</summary>
    /// <example>ai</example>
    public required string Code { get; init; }

    /// <summary>Factor on planned hours if all goes well, 0 to 1,000.</summary>
    /// <example>0.8</example>
    [Surcharge]
    public required decimal Optimistic { get; init; }

    /// <summary>Most likely factor on planned hours, not below the optimistic one, at most 1,000.</summary>
    /// <example>1</example>
    [Surcharge]
    public required decimal MostLikely { get; init; }

    /// <summary>Factor on planned hours if all goes badly, not below the most likely one, at most 1,000.</summary>
    /// <example>1.8</example>
    [Surcharge]
    public required decimal Pessimistic { get; init; }
}
