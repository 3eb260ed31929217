namespace Pricing.Api.OpenApi.Contract;

/// <summary>What the work is worth to the client.</summary>
public sealed record ValueAsSent
{
    /// <summary>Discount rate a year, a fraction from 0 to 1; a month counts a twelfth of it.</summary>
    /// <example>0.09</example>
    [Fraction]
    public required decimal DiscountRate { get; init; }

    /// <summary>Whether the client deducts input tax. Default true; false for banks, insurers and public bodies, which bear the VAT.</summary>
    /// <example>true</example>
    public bool? InputTaxDeductible { get; init; }

    /// <summary>Where the value comes from, at most 100; may be empty.</summary>
    [Items(0, 100)]
    public required IReadOnlyList<DriverAsSent> Drivers { get; init; }

    /// <summary>Price of the next best alternative, net.</summary>
    /// <example>395000</example>
    [Amount]
    public required decimal ReferencePrice { get; init; }

    /// <summary>Share of the value that the alternative would bring too, a fraction from 0 to 1.</summary>
    /// <example>0.9</example>
    [Fraction]
    public required decimal ReferenceValueShare { get; init; }
}

/// <summary>A source of value: a monthly benefit that starts after a delay and fades.</summary>
public sealed record DriverAsSent
{
    /// <summary>Id of the caller's own, once among the drivers; changes no figure. Default: none.</summary>
    /// <example>margin</example>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    /// <example>Contribution margin of additional sales</example>
    public required string Name { get; init; }

    /// <summary>Benefit of the first month; negative where it costs the client something, such as switching.</summary>
    /// <example>60000</example>
    [AnyNumber]
    public required decimal FirstMonth { get; init; }

    /// <summary>What is left of the benefit from one month to the next, 0 to 1.1 (1.1 grows by a tenth).</summary>
    /// <example>0.95</example>
    [Bounds("0", "1.1")]
    public required decimal MonthlyRetention { get; init; }

    /// <summary>Months that it lasts, a whole number from 1 to 240.</summary>
    /// <example>12</example>
    [Bounds("1", "240")]
    public required int Months { get; init; }

    /// <summary>Months before it starts, a whole number from 0 to 240.</summary>
    /// <example>2</example>
    [Bounds("0", "240")]
    public required int DelayMonths { get; init; }

    /// <summary>Share of the benefit that this work brings about, a fraction from 0 to 1.</summary>
    /// <example>0.5</example>
    [Fraction]
    public required decimal Attribution { get; init; }

    /// <summary>How far the figure is trusted, a fraction from 0 to 1; it counts by this share.</summary>
    /// <example>0.8</example>
    [Fraction]
    public required decimal Confidence { get; init; }

    /// <summary>How the benefit is worked out, in words; changes no figure. Default: none.</summary>
    /// <example>Additional orders times contribution margin</example>
    public string? Formula { get; init; }

    /// <summary>How the share of this work is found; changes no figure. Default: none.</summary>
    /// <example>Regions with and without the campaign</example>
    public string? AttributionMethod { get; init; }

    /// <summary>Who holds the figures; changes no figure. Default: none.</summary>
    /// <example>Client's controlling</example>
    public string? DataOwner { get; init; }

    /// <summary>Where the figures come from; changes no figure. Default: none.</summary>
    /// <example>Sales report 2025</example>
    public string? Source { get; init; }
}

/// <summary>What may happen; cost and outcome are independent of each other.</summary>
public sealed record ScenariosAsSent
{
    /// <summary>States of cost, 1 to 60: probabilities add to 1, and the mean of factor is 1.</summary>
    [Items(1, 60)]
    public required IReadOnlyList<CostState> Cost { get; init; }

    /// <summary>States of outcome, 1 to 60: probabilities add to 1, and the mean of valueMultiplier is 1.</summary>
    [Items(1, 60)]
    public required IReadOnlyList<OutcomeState> Outcome { get; init; }
}

/// <summary>A state of cost.</summary>
public sealed record CostState
{
    /// <summary>Factor on labour: 1.25 is a quarter more than expected.</summary>
    /// <example>1.25</example>
    [Amount]
    public required decimal Factor { get; init; }

    /// <summary>Probability, a fraction from 0 to 1.</summary>
    /// <example>0.2</example>
    [Fraction]
    public required decimal Probability { get; init; }
}

/// <summary>A state of outcome.</summary>
public sealed record OutcomeState
{
    /// <summary>Name.</summary>
    /// <example>As planned</example>
    public required string Name { get; init; }

    /// <summary>Factor on the client's value.</summary>
    /// <example>1</example>
    [Amount]
    public required decimal ValueMultiplier { get; init; }

    /// <summary>Probability, a fraction from 0 to 1.</summary>
    /// <example>0.5</example>
    [Fraction]
    public required decimal Probability { get; init; }

    /// <summary>
    /// Achievement by KPI name, 1 is the target. Holds exactly the scorecard's KPIs where there is a scorecard; without one it may be left out or hold
    /// numbers under any names.
    /// </summary>
    /// <example>{"Completed views": 1}</example>
    [Items(0, 100_000), Amount]
    public IReadOnlyDictionary<string, decimal>? KpiAchievement { get; init; }
}

/// <summary>How success is measured and paid.</summary>
public sealed record ScorecardAsSent
{
    /// <summary>Achievement below which nothing is paid, from 0 to 0.999999.</summary>
    /// <example>0.8</example>
    [Margin]
    public required decimal Threshold { get; init; }

    /// <summary>Achievement at which the most is paid, 1.000001 to 1,000.</summary>
    /// <example>1.2</example>
    [Bounds("1.000001", "1000")]
    public required decimal Stretch { get; init; }

    /// <summary>Most that is paid, as a multiple of the payment at target, 1 to 1,000.</summary>
    /// <example>1.5</example>
    [Bounds("1", "1000")]
    public required decimal Cap { get; init; }

    /// <summary>The KPIs, 1 to 50, each name once; their weights add to 1.</summary>
    [Items(1, 50)]
    public required IReadOnlyList<KpiAsSent> Kpis { get; init; }
}

/// <summary>A measure of success.</summary>
public sealed record KpiAsSent
{
    /// <summary>Id of the caller's own, once among the KPIs; changes no figure. Default: none.</summary>
    /// <example>views</example>
    public string? Id { get; init; }

    /// <summary>Name; once on the scorecard.</summary>
    /// <example>Completed views</example>
    public required string Name { get; init; }

    /// <summary>Weight, a fraction from 0 to 1; all weights add to 1.</summary>
    /// <example>0.4</example>
    [Fraction]
    public required decimal Weight { get; init; }

    /// <summary>What it is counted in; changes no figure. Default: none.</summary>
    /// <example>views a month</example>
    public string? Unit { get; init; }

    /// <summary>What exactly is measured; changes no figure. Default: none.</summary>
    /// <example>Views of at least 95 % of a video, paid and organic</example>
    public string? Definition { get; init; }

    /// <summary>Value before the work, which may be negative; changes no figure. Default: none.</summary>
    /// <example>100000</example>
    [AnyNumber]
    public decimal? Baseline { get; init; }

    /// <summary>Value to be reached, which may be negative; changes no figure. Default: none.</summary>
    /// <example>140000</example>
    [AnyNumber]
    public decimal? Target { get; init; }

    /// <summary>Whether more or less is better; changes no figure. Default: none.</summary>
    /// <example>up</example>
    public KpiDirection? Direction { get; init; }

    /// <summary>When it is measured; changes no figure. Default: none.</summary>
    /// <example>First six months</example>
    public string? Window { get; init; }

    /// <summary>Who measures it; changes no figure. Default: none.</summary>
    /// <example>Client's media agency</example>
    public string? DataOwner { get; init; }

    /// <summary>Where the value is read; changes no figure. Default: none.</summary>
    /// <example>Platform report</example>
    public string? Source { get; init; }
}

/// <summary>Which way a KPI should go.</summary>
public enum KpiDirection
{
    /// <summary>More is better.</summary>
    Up,

    /// <summary>Less is better.</summary>
    Down,
}
