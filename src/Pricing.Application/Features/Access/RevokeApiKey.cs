using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>Revokes a key: the next request with it is refused. It stays in the list of revoked ones.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record RevokeApiKey(Guid Id, int? ReadVersion) : IRequest<ApiKeyView>;

internal sealed class RevokeApiKeyHandler(PricingDb db, TimeProvider time) : IRequestHandler<RevokeApiKey, ApiKeyView>
{
    public async Task<ApiKeyView> Handle(RevokeApiKey request, CancellationToken cancellationToken)
    {
        var key = await db.ForChange<ApiKey>("API key", request.Id, request.ReadVersion, cancellationToken);
        if (key.RevokedAt is null)   // asked for again, it is revoked as it was
        {
            key.Revoke(time.GetUtcNow());
            key.Touch(time.GetUtcNow());
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return ApiKeyView.Of(key);
    }
}

internal static class KeysOfPeople
{
    /// <summary>Revokes keys of a person that are not revoked yet; the caller saves.</summary>
    /// <returns>Those that are revoked now.</returns>
    public static async Task<IReadOnlyList<ApiKey>> RevokeKeys(this PricingDb db, Guid ownerId, Func<ApiKey, bool> which, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = await db.ApiKeys.Where(key => key.OwnerId == ownerId && key.RevokedAt == null).OrderBy(key => key.Id).ToListAsync(cancellationToken);
        var revoked = keys.Where(which).ToList();
        foreach (var key in revoked)
        {
            key.Revoke(now);
            key.Touch(now);
        }

        return revoked;
    }
}
