using Pricing.Model.Costs;
using Pricing.Model.Fees;

namespace Pricing.Api.OpenApi.Contract;

/// <summary>What the work costs the agency, in sum and line by line.</summary>
public sealed record CostResult
{
    /// <summary>L: expected hours at loaded rates, salaries with on-costs and overhead.</summary>
    /// <example>117520.35</example>
    public required decimal Labour { get; init; }

    /// <summary>Expected hours at direct rates, without overhead.</summary>
    /// <example>75819.58</example>
    public required decimal DirectLabour { get; init; }

    /// <summary>Planned hours at loaded rates.</summary>
    /// <example>110000.00</example>
    public required decimal PlannedLabour { get; init; }

    /// <summary>A: compute and other costs of AI.</summary>
    /// <example>12000.00</example>
    public required decimal Ai { get; init; }

    /// <summary>T: third parties, artistic and other, further rounds of changes included.</summary>
    /// <example>38500.00</example>
    public required decimal ThirdParty { get; init; }

    /// <summary>K: artists' social levy on artistic third parties.</summary>
    /// <example>980.00</example>
    public required decimal ArtistSocialLevy { get; init; }

    /// <summary>Expected cost: L + A + T + K.</summary>
    /// <example>169000.35</example>
    public required decimal Total { get; init; }

    /// <summary>Expected hours at the card's rates, before its discount.</summary>
    /// <example>190000.00</example>
    public required decimal CardValue { get; init; }

    /// <summary>Planned hours, review included.</summary>
    /// <example>1400</example>
    public required decimal PlannedHours { get; init; }

    /// <summary>Expected hours: planned ones spread by the effort profiles, and further rounds of changes.</summary>
    /// <example>1510.5</example>
    public required decimal ExpectedHours { get; init; }

    /// <summary>The sums by phase: one row for each phase that a line names, and one without a phase where a cost has none.</summary>
    public required IReadOnlyList<PhaseCostResult> ByPhase { get; init; }

    /// <summary>Labour by role: a row for each role that a line names.</summary>
    public required IReadOnlyList<RoleCostResult> ByRole { get; init; }

    /// <summary>Every entry of the document in its order, the levy last; unrounded amounts add to the total.</summary>
    public required IReadOnlyList<CostLineResult> Lines { get; init; }
}

/// <summary>The cost of a phase.</summary>
public sealed record PhaseCostResult
{
    /// <summary>Phase; null for costs without one.</summary>
    /// <example>production</example>
    public required Phase? Phase { get; init; }

    /// <summary>Planned hours.</summary>
    /// <example>900</example>
    public required decimal PlannedHours { get; init; }

    /// <summary>Expected hours.</summary>
    /// <example>980.5</example>
    public required decimal ExpectedHours { get; init; }

    /// <summary>Labour.</summary>
    /// <example>70000.00</example>
    public required decimal Labour { get; init; }

    /// <summary>AI cost.</summary>
    /// <example>12000.00</example>
    public required decimal Ai { get; init; }

    /// <summary>Third parties.</summary>
    /// <example>38500.00</example>
    public required decimal ThirdParty { get; init; }

    /// <summary>Artists' social levy.</summary>
    /// <example>980.00</example>
    public required decimal ArtistSocialLevy { get; init; }

    /// <summary>Expected cost of the phase.</summary>
    /// <example>121480.00</example>
    public required decimal Total { get; init; }
}

/// <summary>The labour of a role.</summary>
public sealed record RoleCostResult
{
    /// <summary>Code of the role.</summary>
    /// <example>STRS</example>
    public required string Role { get; init; }

    /// <summary>Planned hours.</summary>
    /// <example>120</example>
    public required decimal PlannedHours { get; init; }

    /// <summary>Expected hours.</summary>
    /// <example>126</example>
    public required decimal ExpectedHours { get; init; }

    /// <summary>Labour at loaded rates; null for who may not see salaries.</summary>
    /// <example>14600.00</example>
    public required decimal? Labour { get; init; }

    /// <summary>Expected hours at the card's rate, before its discount.</summary>
    /// <example>18270.00</example>
    public required decimal CardValue { get; init; }
}

/// <summary>A line of the cost model.</summary>
public sealed record CostLineResult
{
    /// <summary>Name of the entry that it comes from.</summary>
    /// <example>Kick-off workshop</example>
    public required string Name { get; init; }

    /// <summary>Phase; null where the entry has none.</summary>
    /// <example>strategy</example>
    public required Phase? Phase { get; init; }

    /// <summary>Kind of cost.</summary>
    /// <example>labour</example>
    public required CostLineKind Kind { get; init; }

    /// <summary>Code of the role; null where it is not labour.</summary>
    /// <example>STRS</example>
    public required string? Role { get; init; }

    /// <summary>Planned hours; null where it is not labour.</summary>
    /// <example>12</example>
    public required decimal? PlannedHours { get; init; }

    /// <summary>Expected hours; null where it is not labour.</summary>
    /// <example>12.6</example>
    public required decimal? ExpectedHours { get; init; }

    /// <summary>Expected cost; null for labour, where the reader may not see salaries.</summary>
    /// <example>1460.25</example>
    public required decimal? Amount { get; init; }
}

/// <summary>What the work is worth to the client.</summary>
public sealed record ValueResult
{
    /// <summary>V: the sum of what the drivers count.</summary>
    /// <example>1250000.00</example>
    public required decimal Total { get; init; }

    /// <summary>The drivers, in the order sent.</summary>
    public required IReadOnlyList<DriverResult> Drivers { get; init; }
}

/// <summary>What a driver brings.</summary>
public sealed record DriverResult
{
    /// <summary>Name.</summary>
    /// <example>Contribution margin of additional sales</example>
    public required string Name { get; init; }

    /// <summary>Present value of the benefit, before attribution and confidence.</summary>
    /// <example>3100000.00</example>
    public required decimal PresentValue { get; init; }

    /// <summary>What counts of it: times attribution and confidence.</summary>
    /// <example>1250000.00</example>
    public required decimal Counted { get; init; }
}
