using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>New details of a client; they replace the old ones.</summary>
public sealed record ReviseClient : ClientTerms, IRequest<ClientView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ReviseClientValidator : ClientTermsValidator<ReviseClient>;

internal sealed class ReviseClientHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<ReviseClient, ClientView>
{
    public async Task<ClientView> Handle(ReviseClient request, CancellationToken cancellationToken)
    {
        var client = await db.ForChange<Client>("client", request.Id, request.ReadVersion, cancellationToken);
        await db.RequireInUse(client, cancellationToken);
        // Who cannot see the notes cannot drop them either.
        client.State(actor.May(Right.ReadFigures) ? request : request with { InternalNotes = client.InternalNotes });
        var now = time.GetUtcNow();
        client.Touch(now);
        db.Events.Add(client.Event(EventTypes.ClientRevised, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return ClientView.Of(client, actor);
    }
}
