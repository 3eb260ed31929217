using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>All ids under which other systems know a client: adds, takes away and changes them in one step.</summary>
public sealed record ReviseClientExternalIds : IRequest<ClientView>, IStatesExternalIds
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>All of them, at most 20; several of one system where it has duplicates.</summary>
    public required IReadOnlyList<ExternalId> ExternalIds { get; init; }
}

internal sealed class ReviseClientExternalIdsHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<ReviseClientExternalIds, ClientView>
{
    public async Task<ClientView> Handle(ReviseClientExternalIds request, CancellationToken cancellationToken)
    {
        var client = await db.ForChange<Client>("client", request.Id, request.ReadVersion, cancellationToken);
        await db.RequireInUse(client, cancellationToken);
        await db.RefuseTaken<Client>(client.Id, request.ExternalIds, cancellationToken);
        client.KnowAs(request.ExternalIds);
        client.Touch(time.GetUtcNow());
        db.Events.Add(client.Event(EventTypes.ClientRevised, actor, time.GetUtcNow()));
        await db.SaveChangesAsync(CancellationToken.None);
        return ClientView.Of(client, actor);
    }
}
