using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>Finds out who stands behind a key, an identity or a link. The only place, with setting up, that looks across agencies.</summary>
public sealed class SignIn(PricingDb db, TimeProvider time)
{
    private static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The holder of a key; null where it does not open, or its owner is no longer active or may less than the key. Every request asks anew, so that a revoked key
    /// is refused at once.
    /// </summary>
    public async Task<Actor?> WithKey(string secret, CancellationToken cancellationToken)
    {
        if (!ApiKeySecret.IsKey(secret))
            return null;
        var prefix = ApiKeySecret.PrefixOf(secret);
        var now = time.GetUtcNow();
        var found = await db.ApiKeys.IgnoreQueryFilters().AsNoTracking().Where(key => key.Prefix == prefix)
            .Join(db.Users.Where(user => user.DeactivatedAt == null), key => key.OwnerId, user => user.Id, (key, user) => new { Key = key, user.Role }).SingleOrDefaultAsync(cancellationToken);
        if (found is not { Key: var key, Role: var role } || !key.Opens(secret, now) || !key.IsWithin(role))
            return null;
        await NoteUse(key, now, cancellationToken);
        return new(key.TenantId, key.OwnerId, key.Role) { KeyId = key.Id, Scopes = key.ScopeList is { } scopes ? Rights.NarrowedTo(scopes) : null, IsSandbox = key.IsSandbox };
    }

    /// <summary>Somebody who is known already; null where that person is no longer active.</summary>
    public async Task<Actor?> As(Actor person, CancellationToken cancellationToken) =>
        await db.Users.IgnoreQueryFilters().AnyAsync(user => user.Id == person.UserId && user.DeactivatedAt == null, cancellationToken) ? person : null;

    /// <summary>The person whom the identity provider names; null where the service knows none, or none that is active.</summary>
    public async Task<Actor?> WithIdentity(string identity, CancellationToken cancellationToken)
    {
        var user = await db.Users.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(user => user.Identity == identity && user.DeactivatedAt == null, cancellationToken);
        return user is null ? null : new(user.TenantId, user.Id, user.Role);
    }

    /// <summary>The client who has a link; null where it opens nothing. A client has no right but to what the link opens, and is known to the audit trail by the link.</summary>
    public async Task<Actor?> WithLink(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (ShareLink.HashOf(token), time.GetUtcNow());
        var link = await db.ShareLinks.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(link => link.TokenHash == hash && link.RevokedAt == null && link.ExpiresAt > now, cancellationToken);
        return link is null ? null : Actor.Nobody with { TenantId = link.TenantId, KeyId = link.Id };
    }

    // Once a minute, and past the version: being used is no change that anybody made. A database that is busy or full must not keep anybody from reading.
    private async Task NoteUse(ApiKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now - UseIsNoted;
        if (key.LastUsedAt > before)
            return;
        try
        {
            await using var writing = await db.BeginWriting(cancellationToken, patience: TimeSpan.Zero);
            await db.ApiKeys.IgnoreQueryFilters().Where(other => other.Id == key.Id && (other.LastUsedAt == null || other.LastUsedAt <= before))
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.LastUsedAt, now), cancellationToken);
            await writing.Commit();
        }
        catch (Exception e) when (e is BusyException or DbException)
        {
            // Noted with another call.
        }
    }
}
