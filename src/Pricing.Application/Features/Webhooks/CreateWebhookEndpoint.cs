using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>A new endpoint; the answer shows its secret, once.</summary>
public sealed record CreateWebhookEndpoint : WebhookEndpointTerms, IRequest<WebhookSecretView>;

internal sealed class CreateWebhookEndpointValidator(AddressGuard guard) : WebhookEndpointTermsValidator<CreateWebhookEndpoint>(guard);

internal sealed class CreateWebhookEndpointHandler(PricingDb db, SecretBox box, Actor actor, TimeProvider time) : IRequestHandler<CreateWebhookEndpoint, WebhookSecretView>
{
    public async Task<WebhookSecretView> Handle(CreateWebhookEndpoint request, CancellationToken cancellationToken)
    {
        var endpoint = Record.New<WebhookEndpoint>(actor, time.GetUtcNow());
        var secret = WebhookSecret.New();
        endpoint.State(request);
        endpoint.Keep(box.Close(secret));
        db.Add(endpoint);
        await db.SaveChangesAsync(CancellationToken.None);
        return new(WebhookSecret.TextOf(secret), WebhookEndpointView.Of(endpoint));
    }
}
