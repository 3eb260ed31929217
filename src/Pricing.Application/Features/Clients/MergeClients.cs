using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Features.RateCards;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>Makes one client of two: engagements, rate cards and external ids of the duplicate move, and it is archived.</summary>
public sealed record MergeClients : IRequest<MergeClientsResponse>
{
    /// <summary>The client that stays; from the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>The client that is archived.</summary>
    public required Guid DuplicateId { get; init; }
}

/// <summary>What moved.</summary>
/// <param name="Client">The client that stays.</param>
/// <param name="DuplicateId">The client that is archived.</param>
/// <param name="Moved">Engagements and rate cards, archived ones included.</param>
/// <param name="ExternalIds">External ids that the duplicate had.</param>
public sealed record MergeClientsResponse(ClientView Client, Guid DuplicateId, IReadOnlyList<OwnedItem> Moved, IReadOnlyList<ExternalId> ExternalIds) : IVersioned
{
    Guid IVersioned.Id => Client.Id;

    int IVersioned.Version => Client.Version;
}

internal sealed class MergeClientsHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<MergeClients, MergeClientsResponse>
{
    public async Task<MergeClientsResponse> Handle(MergeClients request, CancellationToken cancellationToken)
    {
        var client = await db.ForChange<Client>("client", request.Id, request.ReadVersion, cancellationToken);
        var duplicate = await Duplicate(request, cancellationToken);
        var engagements = await db.Engagements.Where(engagement => engagement.ClientId == duplicate.Id).OrderBy(engagement => engagement.Id).ToListAsync(cancellationToken);
        var cards = await db.RateCards.Where(card => card.ClientId == duplicate.Id).OrderBy(card => card.Id).ToListAsync(cancellationToken);
        var moved = engagements.Select(engagement => new OwnedItem("engagement", engagement.Id, engagement.Name)).Concat(cards.Select(card => new OwnedItem("rateCard", card.Id, card.Code))).ToList();
        var ids = duplicate.ExternalIds;
        var now = time.GetUtcNow();
        Move(client, duplicate, engagements, cards, now);
        db.Events.AddRange(client.Event(EventTypes.ClientRevised, actor, now), duplicate.Event(EventTypes.ClientArchived, actor, now));
        db.Events.AddRange(engagements.Select(engagement => engagement.Event(EventTypes.EngagementRevised, actor, now)));
        await db.SaveChangesAsync(CancellationToken.None);
        return new(ClientView.Of(client, actor), duplicate.Id, moved, ids);
    }

    private async Task<Client> Duplicate(MergeClients request, CancellationToken cancellationToken) =>
        (request.DuplicateId == request.Id ? null : await db.Clients.SingleOrDefaultAsync(client => client.Id == request.DuplicateId, cancellationToken))
        ?? throw new InvalidRequestException([new("/duplicateId", "The duplicate is another client of the agency.")]);

    private static void Move(Client client, Client duplicate, IReadOnlyList<EngagementRecord> engagements, IReadOnlyList<RateCardRecord> cards, DateTimeOffset now)
    {
        foreach (var engagement in engagements)
        {
            engagement.MoveTo(client);
            engagement.Touch(now);
        }

        foreach (var card in cards)
        {
            card.MoveTo(client.Id);
            card.Touch(now);
        }

        IReadOnlyList<ExternalId> ids = [.. client.ExternalIds, .. duplicate.ExternalIds];
        duplicate.KnowAs([]);
        client.KnowAs(ids);
        duplicate.Archive();
        duplicate.Touch(now);
        client.Touch(now);
    }
}
