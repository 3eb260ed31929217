using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>The agency's endpoints, in the order of creation.</summary>
/// <param name="Archived">Whether to list the archived ones instead; null for no, or for both with <c>UpdatedSince</c>.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListWebhookEndpoints(bool? Archived, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<WebhookEndpointView>>;

internal sealed class ListWebhookEndpointsValidator : PagedRequestValidator<ListWebhookEndpoints>;

internal sealed class ListWebhookEndpointsHandler(PricingDb db, Pages pages) : IRequestHandler<ListWebhookEndpoints, Page<WebhookEndpointView>>
{
    public Task<Page<WebhookEndpointView>> Handle(ListWebhookEndpoints request, CancellationToken cancellationToken)
    {
        var archived = request.Wanted(request.Archived);
        var endpoints = db.WebhookEndpoints.Where(endpoint => archived == null || endpoint.IsArchived == archived);
        return pages.Of(endpoints, request, WebhookEndpointView.Of, name: null, cancellationToken);
    }
}
