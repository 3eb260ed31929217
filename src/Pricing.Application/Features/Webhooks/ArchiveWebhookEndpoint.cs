using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>Takes an endpoint out of the list; it is told nothing more, and what waits for it is dropped. Its deliveries stay readable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record ArchiveWebhookEndpoint(Guid Id, int? ReadVersion) : IRequest<WebhookEndpointView>;

internal sealed class ArchiveWebhookEndpointHandler(PricingDb db, TimeProvider time) : IRequestHandler<ArchiveWebhookEndpoint, WebhookEndpointView>
{
    public async Task<WebhookEndpointView> Handle(ArchiveWebhookEndpoint request, CancellationToken cancellationToken)
    {
        var endpoint = await db.ForChange<WebhookEndpoint>("webhook endpoint", request.Id, request.ReadVersion, cancellationToken);
        endpoint.Archive();
        endpoint.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return WebhookEndpointView.Of(endpoint);
    }
}
