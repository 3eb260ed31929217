using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>One delivery, with what was sent and every answer.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetWebhookDelivery(Guid Id) : IRequest<WebhookDeliveryDetail>;

internal sealed class GetWebhookDeliveryHandler(PricingDb db) : IRequestHandler<GetWebhookDelivery, WebhookDeliveryDetail>
{
    public async Task<WebhookDeliveryDetail> Handle(GetWebhookDelivery request, CancellationToken cancellationToken)
    {
        var delivery = await db.Deliveries.AsNoTracking().Include(delivery => delivery.Event).SingleOrDefaultAsync(delivery => delivery.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("webhook delivery", request.Id);
        var attempts = await db.DeliveryAttempts.AsNoTracking().Where(attempt => attempt.DeliveryPosition == delivery.Position).OrderBy(attempt => attempt.Number)
            .Select(attempt => new WebhookAttempt(attempt.Number, attempt.At, attempt.Milliseconds, attempt.Status, attempt.Fault, attempt.Answer)).ToListAsync(cancellationToken);
        return new(WebhookDelivery.Of(delivery), CloudEvent.Read(delivery.Event!.Body), attempts);
    }
}
