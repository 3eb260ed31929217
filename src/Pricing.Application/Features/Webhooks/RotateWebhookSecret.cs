using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>Gives an endpoint a new secret; the old one signs too for a while longer, so that the receiver can be changed over without losing an event.</summary>
public sealed record RotateWebhookSecret : IRequest<WebhookSecretView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>Hours for which the old secret signs too, 0 to 168. Default 24; 0 where it has leaked.</summary>
    /// <example>24</example>
    public int OverlapHours { get; init; } = 24;
}

internal sealed class RotateWebhookSecretValidator : AbstractValidator<RotateWebhookSecret>
{
    public RotateWebhookSecretValidator() =>
        RuleFor(request => request.OverlapHours).InclusiveBetween(0, 168).WithMessage("overlapHours is a whole number from 0 to 168.");
}

internal sealed class RotateWebhookSecretHandler(PricingDb db, SecretBox box, TimeProvider time) : IRequestHandler<RotateWebhookSecret, WebhookSecretView>
{
    public async Task<WebhookSecretView> Handle(RotateWebhookSecret request, CancellationToken cancellationToken)
    {
        var endpoint = await db.ForChange<WebhookEndpoint>("webhook endpoint", request.Id, request.ReadVersion, cancellationToken);
        var now = time.GetUtcNow();
        var secret = WebhookSecret.New();
        endpoint.Rotate(box.Close(secret), now.AddHours(request.OverlapHours));
        endpoint.Touch(now);
        await db.SaveChangesAsync(CancellationToken.None);
        return new(WebhookSecret.TextOf(secret), WebhookEndpointView.Of(endpoint));
    }
}
