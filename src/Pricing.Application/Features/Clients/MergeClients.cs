using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Features.PersonalData;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>Makes one client of two: engagements with their proposals, rate cards, external ids and a hold of the duplicate move, and it is archived.</summary>
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
/// <param name="Moved">Engagements, their proposals and rate cards, archived ones included.</param>
/// <param name="ExternalIds">External ids that the duplicate had.</param>
public sealed record MergeClientsResponse(ClientView Client, Guid DuplicateId, IReadOnlyList<OwnedItem> Moved, IReadOnlyList<ExternalId> ExternalIds) : IVersioned
{
    Guid IVersioned.Id => Client.Id;

    int IVersioned.Version => Client.Version;
}

internal sealed class MergeClientsHandler(PricingDb db, Subjects subjects, Actor actor, TimeProvider time) : IRequestHandler<MergeClients, MergeClientsResponse>
{
    public async Task<MergeClientsResponse> Handle(MergeClients request, CancellationToken cancellationToken)
    {
        var client = await db.ForChange<Client>("client", request.Id, request.ReadVersion, cancellationToken);
        var duplicate = await Duplicate(request, cancellationToken);
        await RequireTwoInUse(client, duplicate, cancellationToken);
        var ids = duplicate.ExternalIds;
        var now = time.GetUtcNow();
        var moved = await Move(client, duplicate, now, cancellationToken);
        client.KnowAs([.. client.ExternalIds, .. ids]);
        duplicate.MergeInto(client);
        await subjects.MoveHold(duplicate.Id, client.Id, now, cancellationToken);
        duplicate.Touch(now);
        client.Touch(now);
        db.Events.AddRange(client.Event(EventTypes.ClientRevised, actor, now), duplicate.Event(EventTypes.ClientArchived, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return new(ClientView.Of(client, actor), duplicate.Id, moved, ids);
    }

    private async Task<Client> Duplicate(MergeClients request, CancellationToken cancellationToken) =>
        (request.DuplicateId == request.Id ? null : await db.Clients.SingleOrDefaultAsync(client => client.Id == request.DuplicateId, cancellationToken))
        ?? throw new InvalidRequestException([new("/duplicateId", "The duplicate is another client of the agency.")]);

    // Whose data are erased or only kept is archived too.
    private async Task RequireTwoInUse(Client client, Client duplicate, CancellationToken cancellationToken)
    {
        foreach (var one in new[] { client, duplicate }.Where(one => one.IsArchived))
            throw ClientsInUse.OutOfUse(await db.WhyOutOfUse(one, cancellationToken) ?? $"The client {one.Id} is archived. Only clients in use are merged.");
        if (client.ExternalIds.Count + duplicate.ExternalIds.Count is > ExternalIds.ExternalIds.Most and var together)
            throw new InvalidRequestException([new("/duplicateId", $"Together the two have {together} external ids; a client has at most {ExternalIds.ExternalIds.Most}. Take some away first.")]);
    }

    private async Task<IReadOnlyList<OwnedItem>> Move(Client client, Client duplicate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var engagements = await db.Engagements.Where(engagement => engagement.ClientId == duplicate.Id).OrderBy(engagement => engagement.Id).ToListAsync(cancellationToken);
        var proposals = new List<ProposalRecord>();
        foreach (var engagement in engagements)
        {
            engagement.MoveTo(client);
            engagement.Touch(now);
            db.Events.Add(engagement.Event(EventTypes.EngagementRevised, actor, now));
            proposals.AddRange(await db.TakeProposalsAlong(engagement, proposal => proposal.MoveTo(client), now, cancellationToken));
        }

        var cards = await db.RateCards.Where(card => card.ClientId == duplicate.Id).OrderBy(card => card.Id).ToListAsync(cancellationToken);
        foreach (var card in cards)
        {
            card.MoveTo(client.Id);
            card.Touch(now);
        }

        return
        [
            .. engagements.Select(engagement => new OwnedItem("engagement", engagement.Id, engagement.Name)),
            .. proposals.Select(proposal => new OwnedItem("proposal", proposal.Id, $"{proposal.Number} {proposal.Title}")),
            .. cards.Select(card => new OwnedItem("rateCard", card.Id, card.Code)),
        ];
    }
}
