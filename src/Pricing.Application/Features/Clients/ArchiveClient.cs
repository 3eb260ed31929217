using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>Takes a client out of the lists; its engagements stay.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record ArchiveClient(Guid Id, int? ReadVersion) : IRequest<ClientView>;

internal sealed class ArchiveClientHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<ArchiveClient, ClientView>
{
    public async Task<ClientView> Handle(ArchiveClient request, CancellationToken cancellationToken)
    {
        var client = await db.ForChange<Client>("client", request.Id, request.ReadVersion, cancellationToken);
        client.Archive();
        var now = time.GetUtcNow();
        client.Touch(now);
        db.Events.Add(client.Event(EventTypes.ClientArchived, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return ClientView.Of(client, actor);
    }
}
