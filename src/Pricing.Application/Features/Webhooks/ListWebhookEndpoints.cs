using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>The agency's endpoints, in the order of creation.</summary>
/// <param name="Archived">Whether to list the archived ones instead.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListWebhookEndpoints(bool Archived, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<WebhookEndpointView>>;

internal sealed class ListWebhookEndpointsValidator : PagedRequestValidator<ListWebhookEndpoints>;

internal sealed class ListWebhookEndpointsHandler(PricingDb db) : IRequestHandler<ListWebhookEndpoints, Page<WebhookEndpointView>>
{
    public Task<Page<WebhookEndpointView>> Handle(ListWebhookEndpoints request, CancellationToken cancellationToken) =>
        db.WebhookEndpoints.Where(endpoint => endpoint.IsArchived == request.Archived).Page(request, WebhookEndpointView.Of, cancellationToken);
}
