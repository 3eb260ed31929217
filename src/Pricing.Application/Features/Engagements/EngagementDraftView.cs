using Pricing.Application.Features.ExternalIds;

namespace Pricing.Application.Features.Engagements;

/// <summary>An engagement as a CRM may see it: no figure of the inside.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="ClientId">The client; null where none is stored.</param>
/// <param name="Stage">Where it stands on its way to a contract.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="IsArchived">Whether it is out of the lists.</param>
/// <param name="ExternalIds">Under which ids other systems know it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="Links">Where it is.</param>
public sealed record EngagementDraftView(
    Guid Id, string Name, Guid? ClientId, EngagementStage Stage, string Currency, bool IsArchived, IReadOnlyList<ExternalId> ExternalIds, int Version, DraftLinks Links) : IVersioned
{
    internal static EngagementDraftView Of(EngagementRecord engagement) => new(
        engagement.Id, engagement.Name, engagement.ClientId, engagement.Stage, engagement.Currency, engagement.IsArchived, engagement.ExternalIds, engagement.Version,
        DraftLinks.Of(engagement));
}

/// <summary>Where a draft is.</summary>
/// <param name="Self">The engagement, for those who work on it.</param>
/// <param name="ByExternalId">The same under its first external id; null where it has none.</param>
public sealed record DraftLinks(string Self, string? ByExternalId)
{
    internal static DraftLinks Of(EngagementRecord engagement) => new(
        $"/api/v1/engagements/{engagement.Id}",
        engagement.ExternalIds is [var first, ..] ? $"/api/v1/engagements/by-external-id/{first.System}/{Uri.EscapeDataString(first.Id)}" : null);
}
