using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>New details of an endpoint; they replace the old ones. Switched on again, it goes on with what waits for it.</summary>
public sealed record ReviseWebhookEndpoint : WebhookEndpointTerms, IRequest<WebhookEndpointView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ReviseWebhookEndpointValidator(AddressGuard guard) : WebhookEndpointTermsValidator<ReviseWebhookEndpoint>(guard);

internal sealed class ReviseWebhookEndpointHandler(PricingDb db, TimeProvider time) : IRequestHandler<ReviseWebhookEndpoint, WebhookEndpointView>
{
    public async Task<WebhookEndpointView> Handle(ReviseWebhookEndpoint request, CancellationToken cancellationToken)
    {
        var endpoint = await db.ForChange<WebhookEndpoint>("webhook endpoint", request.Id, request.ReadVersion, cancellationToken);
        if (endpoint.IsArchived)
            throw new ConflictException("endpoint-inactive", "The endpoint is archived; make a new one.");
        endpoint.State(request);
        endpoint.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return WebhookEndpointView.Of(endpoint);
    }
}
