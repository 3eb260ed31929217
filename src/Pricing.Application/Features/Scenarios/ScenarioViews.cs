using Pricing.Application.Contract;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Features.Scenarios;

/// <summary>A scenario in a list.</summary>
/// <param name="Id">Id.</param>
/// <param name="EngagementId">The engagement to which it is an alternative.</param>
/// <param name="Name">Name.</param>
/// <param name="Note">What it is about; null where nothing is said.</param>
/// <param name="StartedFromVersion">Version of the engagement from which it started.</param>
/// <param name="PricingDate">Day as of which its prices were resolved.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="IsArchived">Whether it is out of lists and comparisons.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record ScenarioSummary(
    Guid Id, Guid EngagementId, string Name, string? Note, int StartedFromVersion, DateOnly PricingDate, string Currency, bool IsArchived, Guid OwnerId,
    int Version, DateTimeOffset UpdatedAt)
{
    internal static ScenarioSummary Of(ScenarioRecord scenario) => new(
        scenario.Id, scenario.EngagementId, scenario.Name, scenario.Note, scenario.StartedFromVersion, scenario.PricingDate, scenario.Currency,
        scenario.IsArchived, scenario.OwnerId, scenario.Version, scenario.UpdatedAt);
}

/// <summary>A scenario as it is read.</summary>
/// <param name="Id">Id.</param>
/// <param name="EngagementId">The engagement to which it is an alternative.</param>
/// <param name="Name">Name.</param>
/// <param name="Note">What it is about; null where nothing is said.</param>
/// <param name="StartedFromVersion">Version of the engagement from which it started.</param>
/// <param name="PricingDate">Day as of which its prices were resolved.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="IsArchived">Whether it is out of lists and comparisons.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
/// <param name="Links">Where its results are.</param>
/// <param name="Document">Its document.</param>
public sealed record ScenarioView(
    Guid Id, Guid EngagementId, string Name, string? Note, int StartedFromVersion, DateOnly PricingDate, string Currency, bool IsArchived, Guid OwnerId,
    int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, ScenarioLinks Links, RawJson Document) : IVersioned
{
    internal static ScenarioView Of(ScenarioRecord scenario, Actor reader) => new(
        scenario.Id, scenario.EngagementId, scenario.Name, scenario.Note, scenario.StartedFromVersion, scenario.PricingDate, scenario.Currency,
        scenario.IsArchived, scenario.OwnerId, scenario.Version, scenario.CreatedAt, scenario.UpdatedAt, ScenarioLinks.Of(scenario),
        SalaryVeil.Document(scenario.SentDocument, reader));
}

/// <summary>Where the scenario's results are.</summary>
/// <param name="Self">The scenario itself.</param>
/// <param name="Comparison">Its comparison under every fee structure.</param>
/// <param name="Engagement">The engagement to which it is an alternative.</param>
/// <param name="SideBySide">All scenarios of the engagement side by side.</param>
/// <param name="Chart">The same as a chart.</param>
public sealed record ScenarioLinks(string Self, string Comparison, string Engagement, string SideBySide, string Chart)
{
    internal static ScenarioLinks Of(ScenarioRecord scenario)
    {
        var (self, engagement) = ($"/api/v1/scenarios/{scenario.Id}", $"/api/v1/engagements/{scenario.EngagementId}");
        return new(self, $"{self}/comparison", engagement, $"{engagement}/scenarios/comparison", $"{engagement}/scenarios/comparison/chart");
    }
}
