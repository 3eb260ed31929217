using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>A new endpoint; the answer shows its secret, once.</summary>
/// <remarks>Refused as <c>too-many-endpoints</c> where the agency has 100 that are not archived.</remarks>
public sealed record CreateWebhookEndpoint : WebhookEndpointTerms, IRequest<WebhookSecretView>;

internal sealed class CreateWebhookEndpointValidator(AddressGuard guard) : WebhookEndpointTermsValidator<CreateWebhookEndpoint>(guard);

internal sealed class CreateWebhookEndpointHandler(PricingDb db, SecretBox box, Actor actor, TimeProvider time) : IRequestHandler<CreateWebhookEndpoint, WebhookSecretView>
{
    private const int Most = 100;   // every event becomes a delivery to each

    public async Task<WebhookSecretView> Handle(CreateWebhookEndpoint request, CancellationToken cancellationToken)
    {
        if (await db.WebhookEndpoints.CountAsync(other => !other.IsArchived, cancellationToken) >= Most)
            throw new ConflictException("too-many-endpoints", $"The agency has {Most} webhook endpoints. Archive one first.");
        var endpoint = Record.New<WebhookEndpoint>(actor, time.GetUtcNow());
        var secret = WebhookSecret.New();
        endpoint.State(request);
        endpoint.Keep(box.Close(secret));
        db.Add(endpoint);
        await db.SaveChangesAsync(CancellationToken.None);
        return new(WebhookSecret.TextOf(secret), WebhookEndpointView.Of(endpoint));
    }
}
