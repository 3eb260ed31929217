using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>
/// Gives a key a new secret; the old one opens for a while longer, so that nothing stands still. Of the old ones only the last opens: rotated again meanwhile,
/// the one before it ends at once.
/// </summary>
public sealed record RotateApiKey : IRequest<ApiKeySecretView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>Hours for which the old secret opens, 0 to 168. Default 24; 0 where it has leaked.</summary>
    /// <example>24</example>
    public int OverlapHours { get; init; } = 24;
}

internal sealed class RotateApiKeyValidator : AbstractValidator<RotateApiKey>
{
    public RotateApiKeyValidator() =>
        RuleFor(request => request.OverlapHours).InclusiveBetween(0, 168).WithMessage("overlapHours is a whole number from 0 to 168.");
}

internal sealed class RotateApiKeyHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<RotateApiKey, ApiKeySecretView>
{
    public async Task<ApiKeySecretView> Handle(RotateApiKey request, CancellationToken cancellationToken)
    {
        var key = await db.ForChange<ApiKey>("API key", request.Id, request.ReadVersion, cancellationToken);
        if (key.RevokedAt is not null)
            throw new ConflictException("key-revoked", "The key is revoked; make a new one.");
        await db.RefuseBeyond(actor, key, cancellationToken);
        var now = time.GetUtcNow();
        var secret = key.Rotate(now.AddHours(request.OverlapHours));
        key.Touch(now);
        await db.SaveChangesAsync(CancellationToken.None);
        return new(secret, ApiKeyView.Of(key));
    }
}
