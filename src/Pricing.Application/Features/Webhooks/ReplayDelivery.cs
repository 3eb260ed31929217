using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>Sends the event of a delivery once more, whatever became of it: a new delivery with the same <c>webhook-id</c>, behind what waits already.</summary>
/// <param name="Id">The delivery.</param>
public sealed record ReplayDelivery(Guid Id) : IRequest<WebhookDelivery>;

internal sealed class ReplayDeliveryHandler(PricingDb db, TimeProvider time) : IRequestHandler<ReplayDelivery, WebhookDelivery>
{
    public async Task<WebhookDelivery> Handle(ReplayDelivery request, CancellationToken cancellationToken)
    {
        var former = await db.Deliveries.Include(delivery => delivery.Event).SingleOrDefaultAsync(delivery => delivery.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("webhook delivery", request.Id);
        var endpoint = await db.ReadActiveEndpoint(former.EndpointId, cancellationToken);
        var again = Delivery.Of(endpoint.Id, former.Event!, time.GetUtcNow(), replayOf: former.Id);
        db.Add(again);
        await db.SaveChangesAsync(CancellationToken.None);
        return WebhookDelivery.Of(again);
    }
}
