using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>One endpoint.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetWebhookEndpoint(Guid Id) : IRequest<WebhookEndpointView>;

internal sealed class GetWebhookEndpointHandler(PricingDb db) : IRequestHandler<GetWebhookEndpoint, WebhookEndpointView>
{
    public async Task<WebhookEndpointView> Handle(GetWebhookEndpoint request, CancellationToken cancellationToken)
    {
        var endpoint = await db.WebhookEndpoints.AsNoTracking().SingleOrDefaultAsync(endpoint => endpoint.Id == request.Id, cancellationToken);
        return WebhookEndpointView.Of(endpoint ?? throw new NotFoundException("webhook endpoint", request.Id));
    }
}
