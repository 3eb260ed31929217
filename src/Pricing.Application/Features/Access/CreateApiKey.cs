using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>A new key; the answer shows its secret, once.</summary>
public sealed record CreateApiKey : ApiKeyTerms, IRequest<ApiKeySecretView>
{
    /// <summary>The user who answers for the key, and as whom it acts: an active one, who may all that the role may. Left out, it is whoever makes it.</summary>
    /// <example>null</example>
    public Guid? OwnerId { get; init; }
}

internal sealed class CreateApiKeyHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<CreateApiKey, ApiKeySecretView>
{
    public async Task<ApiKeySecretView> Handle(CreateApiKey request, CancellationToken cancellationToken)
    {
        await db.RefuseBeyond(actor, request, cancellationToken);
        if (request.OwnerId is { } ownerId)
            await db.RequireOwner(ownerId, request.Role, cancellationToken);
        var key = Record.New<ApiKey>(actor with { UserId = request.OwnerId ?? actor.UserId }, time.GetUtcNow());
        var secret = key.State(request);
        db.Add(key);
        await db.SaveChangesAsync(CancellationToken.None);
        return new(secret, ApiKeyView.Of(key));
    }
}
