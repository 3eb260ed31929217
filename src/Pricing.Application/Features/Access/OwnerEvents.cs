using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>What is told when a record changes hands.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Version">Version after the change.</param>
/// <param name="OwnerId">The user who owns it now.</param>
/// <param name="FormerOwnerId">The user who owned it before.</param>
public sealed record OwnerFacts(Guid Id, int Version, Guid OwnerId, Guid FormerOwnerId);

/// <summary>The events of records that change hands.</summary>
internal static class OwnerEvents
{
    /// <summary>Hands records to a successor, and tells of those that others follow.</summary>
    public static void HandOver(this PricingDb db, IReadOnlyList<(Record Record, OwnedItem Item)> owned, Guid successorId, Actor actor, DateTimeOffset now)
    {
        foreach (var (record, _) in owned)
        {
            var former = record.OwnerId;
            record.HandTo(successorId, now);
            db.Events.AddRange(Told(record, former, actor, now));
        }
    }

    private static IEnumerable<EventRecord> Told(Record record, Guid former, Actor actor, DateTimeOffset now) => record switch
    {
        Client client => [client.Event(EventTypes.ClientRevised, actor, now), Changed(EventTypes.ClientOwnerChanged, "clients", client, former, actor, now)],
        EngagementRecord engagement => [engagement.Event(EventTypes.EngagementRevised, actor, now), Changed(EventTypes.EngagementOwnerChanged, "engagements", engagement, former, actor, now)],
        ProposalRecord proposal => [Changed(EventTypes.ProposalOwnerChanged, "proposals", proposal, former, actor, now)],
        _ => [],
    };

    private static EventRecord Changed(string type, string place, Record record, Guid former, Actor actor, DateTimeOffset now) =>
        EventRecord.Of(actor, now, type, $"/api/v1/{place}/{record.Id}", new OwnerFacts(record.Id, record.Version, record.OwnerId, former));
}
