using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>What a caller may hand to others: no more than the caller holds. Else a key that is narrowed, a test, or about to expire would make itself one that is not.</summary>
internal static class Reach
{
    /// <summary>Refuses a new key that reaches further than whoever makes it.</summary>
    /// <exception cref="InvalidRequestException">It may more, is no test where its maker is one, or outlives its maker.</exception>
    public static async Task RefuseBeyond(this PricingDb db, Actor maker, ApiKeyTerms terms, CancellationToken cancellationToken)
    {
        var faults = Beyond(maker, await db.EndOf(maker, cancellationToken), terms.Role, terms.Scopes, terms.Sandbox, terms.ExpiresAt).ToList();
        if (faults.Count > 0)
            throw new InvalidRequestException(faults);
    }

    /// <summary>Refuses to give out a new secret of a key that reaches further than whoever asks for it.</summary>
    /// <exception cref="NotAllowedException">The key may more, is no test where the caller is one, or outlives the caller.</exception>
    public static async Task RefuseBeyond(this PricingDb db, Actor caller, ApiKey key, CancellationToken cancellationToken)
    {
        if (Beyond(caller, await db.EndOf(caller, cancellationToken), key.Role, key.ScopeList, key.IsSandbox, key.ExpiresAt).Any())
            throw new NotAllowedException("This key reaches further than the one that asks for its new secret. Rotate it as an administrator, or with a key that holds as much.");
    }

    /// <summary>Refuses a role, or whom it opens to, where it holds more than whoever gives it.</summary>
    /// <param name="giver">Who gives it.</param>
    /// <param name="terms">What is stated of the person.</param>
    /// <param name="before">The person as it was; null for a new one.</param>
    /// <exception cref="InvalidRequestException">The role or the identity is new, and the role holds more than the giver.</exception>
    public static void RefuseBeyond(Actor giver, UserTerms terms, User? before)
    {
        var raises = before is null || before.Role != terms.Role;
        var opens = terms.Identity is not null && terms.Identity != before?.Identity;
        if (raises && !giver.MayAll(Rights.Of(terms.Role)))
            throw new InvalidRequestException([new("/role", $"The role may {Missing(giver, Rights.Of(terms.Role))}, and this key may not; nobody gives more than they have.")]);
        if (opens && !giver.MayAll(Rights.Of(terms.Role)))
            throw new InvalidRequestException([new("/identity", $"Whoever signs in with it may {Missing(giver, Rights.Of(terms.Role))}, and this key may not; nobody gives more than they have.")]);
        if (giver.IsSandbox && before is not null && raises)
            throw new InvalidRequestException([new("/role", "A sandbox key changes nobody's role: people do not act in tests only.")]);
        if (giver.IsSandbox && opens)
            throw new InvalidRequestException([new("/identity", "A sandbox key lets nobody in: people do not act in tests only.")]);
    }

    /// <summary>Refuses an owner who cannot answer for what a key may.</summary>
    /// <exception cref="InvalidRequestException">The owner is no active user of the agency, or may less than the role.</exception>
    public static async Task RequireOwner(this PricingDb db, Guid ownerId, UserRole role, CancellationToken cancellationToken)
    {
        var owner = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == ownerId && user.DeactivatedAt == null, cancellationToken)
            ?? throw new InvalidRequestException([new("/ownerId", "The owner is an active user of the agency.")]);
        if (!Rights.Of(role).IsSubsetOf(Rights.Of(owner.Role)))
            throw new InvalidRequestException([new("/ownerId", $"The owner's role is {EnumCode.Of(owner.Role)}, which may not all that {EnumCode.Of(role)} may; a key never may more than its owner.")]);
    }

    private static IEnumerable<Fault> Beyond(Actor maker, DateTimeOffset? end, UserRole role, IReadOnlyList<Right>? scopes, bool isSandbox, DateTimeOffset? expiresAt)
    {
        if (scopes is null && !maker.MayAll(Rights.Of(role)))
            yield return new("/role", $"The role may {Missing(maker, Rights.Of(role))}, and the key that asks may not. Narrow the new key by scopes.");
        for (var i = 0; i < (scopes?.Count ?? 0); i++)
        {
            if (!maker.May(scopes![i]))
                yield return new(JsonPointer.Append("/scopes", i), "The key that asks lacks this right; nobody gives more than they have.");
        }

        if (maker.IsSandbox && !isSandbox)
            yield return new("/sandbox", "A sandbox key makes sandbox keys only.");
        if (end is not null && !(expiresAt <= end))
            yield return new("/expiresAt", string.Create(CultureInfo.InvariantCulture, $"The new key stops to open when the key that asks does, {end.Value.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}, or before."));
    }

    private static bool MayAll(this Actor actor, IEnumerable<Right> rights) => rights.All(actor.May);

    private static string Missing(Actor actor, IEnumerable<Right> rights) => string.Join(", ", rights.Where(right => !actor.May(right)).Order().Select(right => EnumCode.Of(right)));

    private static async Task<DateTimeOffset?> EndOf(this PricingDb db, Actor actor, CancellationToken cancellationToken) =>
        actor.KeyId is { } id ? await db.ApiKeys.Where(key => key.Id == id).Select(key => key.ExpiresAt).SingleOrDefaultAsync(cancellationToken) : null;
}
