using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>Sends a test to an endpoint, in the same way as events; the delivery log shows what came of it.</summary>
/// <param name="Id">The endpoint.</param>
public sealed record PingWebhookEndpoint(Guid Id) : IRequest<WebhookDelivery>;

/// <summary>What a test tells.</summary>
/// <param name="EndpointId">The endpoint that is tested.</param>
public sealed record PingFacts(Guid EndpointId);

internal sealed class PingWebhookEndpointHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<PingWebhookEndpoint, WebhookDelivery>
{
    public async Task<WebhookDelivery> Handle(PingWebhookEndpoint request, CancellationToken cancellationToken)
    {
        var endpoint = await db.ReadActiveEndpoint(request.Id, cancellationToken);
        var now = time.GetUtcNow();
        var ping = EventRecord.Of(actor, now, EventTypes.Ping, $"/api/v1/webhook-endpoints/{endpoint.Id}", new PingFacts(endpoint.Id), onlyFor: endpoint.Id);
        var delivery = Delivery.Of(endpoint.Id, ping, now);
        db.Add(delivery);
        await db.SaveChangesAsync(CancellationToken.None);
        return WebhookDelivery.Of(delivery);
    }
}
