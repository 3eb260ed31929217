using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;

namespace Pricing.Application.Features.Engagements;

/// <summary>What is told of an engagement: what a client may know of it, and nothing of the inside.</summary>
/// <param name="Id">Id.</param>
/// <param name="Version">Version after the change.</param>
/// <param name="Name">Name.</param>
/// <param name="ClientId">The client; null where none is stored.</param>
/// <param name="Stage">Where it stands on its way to a contract.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="HeadlineFee">Expected fee of the structure recommended to the client, of a won engagement the net price that was accepted; null where there is none.</param>
/// <param name="IsTemplate">Whether others are started from it.</param>
/// <param name="IsArchived">Whether it is out of the lists.</param>
public sealed record EngagementFacts(
    Guid Id, int Version, string Name, Guid? ClientId, EngagementStage Stage, string Currency, decimal? HeadlineFee, bool IsTemplate, bool IsArchived);

/// <summary>What of an engagement is told by an event of its own when it becomes another.</summary>
internal sealed record EngagementMark(EngagementStage Stage, string? Offer, string Currency, long? HeadlineFeeMinor)
{
    public static EngagementMark Of(EngagementRecord engagement) => new(engagement.Stage, engagement.Offer, engagement.Currency, engagement.HeadlineFeeMinor);
}

/// <summary>The events of engagements.</summary>
internal static class EngagementEvents
{
    public static EventRecord Event(this EngagementRecord engagement, string type, Actor actor, DateTimeOffset now) => EventRecord.Of(
        actor, now, type, $"/api/v1/engagements/{engagement.Id}",
        new EngagementFacts(
            engagement.Id, engagement.Version, engagement.Name, engagement.ClientId, engagement.Stage, engagement.Currency, EngagementSummary.HeadlineOf(engagement),
            engagement.IsTemplate, engagement.IsArchived));

    /// <summary>That it was changed, and what of it became another one.</summary>
    /// <param name="engagement">The engagement after the change.</param>
    /// <param name="before">What it was before.</param>
    /// <param name="actor">Who changed it.</param>
    /// <param name="now">When.</param>
    public static IEnumerable<EventRecord> Revised(this EngagementRecord engagement, EngagementMark before, Actor actor, DateTimeOffset now)
    {
        var after = EngagementMark.Of(engagement);
        yield return engagement.Event(EventTypes.EngagementRevised, actor, now);
        if (after.Stage != before.Stage)
            yield return engagement.Event(EventTypes.EngagementStageChanged, actor, now);
        if (after with { Stage = before.Stage } != before)
            yield return engagement.Event(EventTypes.EngagementOfferChanged, actor, now);
    }
}
