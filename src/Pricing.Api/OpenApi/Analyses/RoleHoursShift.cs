using Pricing.Api.OpenApi.Contract;

namespace Pricing.Api.OpenApi.Analyses;

internal static class RoleHoursShiftOperation
{
    public static readonly AnalysisOperation Value = new(
        "role-hours-shift", "Shift of hours: whom AI delivery frees and whom it needs",
        "Expected hours of the listed assets by role, as delivered against all classic, in people and money.",
        typeof(RoleHoursShiftParametersAsSent), typeof(RoleHoursShiftResult),
        ("The engagement as it is, against all classic", """
            {
              "alternatives": [
                { "asset": "AI video", "classic": { "sameAs": "Classic video" } },
                { "asset": "Hybrid video", "classic": { "sameAs": "Classic video" } }
              ],
              "setUpPackages": ["Pipeline and brand model data"],
              "utilisation": 0.82
            }
            """),
        ("Every video by AI, against all classic", """
            {
              "alternatives": [
                { "asset": "AI video", "classic": { "sameAs": "Classic video" } },
                { "asset": "Classic video", "ai": { "sameAs": "AI video" } }
              ],
              "delivery": "ai"
            }
            """));
}

/// <summary>Parameters of the shift of hours; every listed asset needs classic work, and work by the delivery.</summary>
public sealed record RoleHoursShiftParametersAsSent : AlternativeParameters
{
    /// <summary>How the listed assets are delivered: current is each asset's own method. Default: current.</summary>
    /// <example>current</example>
    public DeliveryAsSent? Delivery { get; init; }

    /// <summary>Billable share of the available hours, to turn hours into people. Default: each role's own.</summary>
    /// <example>0.82</example>
    [PositiveFraction]
    public decimal? Utilisation { get; init; }
}

/// <summary>How assets are delivered.</summary>
public enum DeliveryAsSent
{
    /// <summary>Each by its own method.</summary>
    Current,

    /// <summary>All by AI.</summary>
    Ai,

    /// <summary>All by people and AI together.</summary>
    Hybrid,
}

/// <summary>Whom a delivery frees and whom it needs.</summary>
public sealed record RoleHoursShiftResult : AnalysisResult
{
    /// <summary>How the listed assets are delivered.</summary>
    /// <example>current</example>
    public required DeliveryAsSent Delivery { get; init; }

    /// <summary>Roles with hours in either, in the order of the rate card.</summary>
    public required IReadOnlyList<RoleShiftResult> Roles { get; init; }

    /// <summary>Sum of the shifts in hours.</summary>
    /// <example>-1452.56</example>
    public required decimal Shift { get; init; }

    /// <summary>Sum of the people that are known.</summary>
    /// <example>-1.04200861</example>
    public required decimal FullTimeEquivalents { get; init; }

    /// <summary>Sum of the shifts in money.</summary>
    /// <example>-110416.40</example>
    public required decimal CostShift { get; init; }
}

/// <summary>The shift of a role.</summary>
public sealed record RoleShiftResult
{
    /// <summary>Code of the role.</summary>
    /// <example>ED</example>
    public required string Role { get; init; }

    /// <summary>Expected hours with all listed assets made classic.</summary>
    /// <example>1134</example>
    public required decimal ClassicHours { get; init; }

    /// <summary>Expected hours as delivered, set-up included.</summary>
    /// <example>314.1</example>
    public required decimal Hours { get; init; }

    /// <summary>Hours less classic hours.</summary>
    /// <example>-819.9</example>
    public required decimal Shift { get; init; }

    /// <summary>The shift in full-time people; null for a freelancer without a given utilisation.</summary>
    /// <example>-0.58816356</example>
    public required decimal? FullTimeEquivalents { get; init; }

    /// <summary>The shift at the loaded rate; null for who may not see salaries, of which it would tell one.</summary>
    /// <example>-55336.72</example>
    public required decimal? CostShift { get; init; }
}
