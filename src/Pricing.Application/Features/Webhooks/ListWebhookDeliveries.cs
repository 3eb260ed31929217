using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>The log of deliveries, the newest first.</summary>
/// <param name="EndpointId">Only those to an endpoint.</param>
/// <param name="State">Only those of a state.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListWebhookDeliveries(Guid? EndpointId, DeliveryState? State, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<WebhookDelivery>>;

internal sealed class ListWebhookDeliveriesValidator : PagedRequestValidator<ListWebhookDeliveries>;

internal sealed class ListWebhookDeliveriesHandler(PricingDb db) : IRequestHandler<ListWebhookDeliveries, Page<WebhookDelivery>>
{
    public async Task<Page<WebhookDelivery>> Handle(ListWebhookDeliveries request, CancellationToken cancellationToken)
    {
        var deliveries = db.Deliveries.AsNoTracking().Include(delivery => delivery.Event).AsQueryable();
        if (request.EndpointId is { } endpoint)
            deliveries = deliveries.Where(delivery => delivery.EndpointId == endpoint);
        if (request.State is { } state)
            deliveries = deliveries.Where(delivery => delivery.State == state);
        if (request.After is not null)
        {
            var last = FeedPlace.PlaceOf(request.After);
            deliveries = deliveries.Where(delivery => delivery.Position < last);
        }

        var limit = request.Limit ?? Pages.DefaultLimit;
        var rows = await deliveries.OrderByDescending(delivery => delivery.Position).Take(limit + 1).ToListAsync(cancellationToken);
        return new([.. rows.Take(limit).Select(WebhookDelivery.Of)], rows.Count > limit ? FeedPlace.Of(rows[limit - 1].Position) : null);
    }
}
