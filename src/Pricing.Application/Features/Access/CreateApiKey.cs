using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>A new key; the answer shows its secret, once.</summary>
public sealed record CreateApiKey : ApiKeyTerms, IRequest<ApiKeySecretView>;

internal sealed class CreateApiKeyHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<CreateApiKey, ApiKeySecretView>
{
    public async Task<ApiKeySecretView> Handle(CreateApiKey request, CancellationToken cancellationToken)
    {
        var key = Record.New<ApiKey>(actor, time.GetUtcNow());
        var secret = key.State(request);
        db.Add(key);
        await db.SaveChangesAsync(CancellationToken.None);
        return new(secret, ApiKeyView.Of(key));
    }
}
