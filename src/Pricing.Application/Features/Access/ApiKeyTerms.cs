using FluentValidation;

namespace Pricing.Application.Features.Access;

/// <summary>What a key is for and what it may do.</summary>
public abstract record ApiKeyTerms
{
    /// <summary>What the key is for, 1 to 300 characters.</summary>
    /// <example>HubSpot integration</example>
    public required string Name { get; init; }

    /// <summary>The role that its holder has.</summary>
    /// <example>crmIntegration</example>
    public required UserRole Role { get; init; }

    /// <summary>What of the role the key is narrowed to; null for all of it.</summary>
    /// <example>["readClients", "writeClients", "readOffers"]</example>
    public IReadOnlyList<Right>? Scopes { get; init; }

    /// <summary>Whether the key tries things out: its documents are marked as tests, and its webhooks stay inside. Default false.</summary>
    /// <example>false</example>
    public bool Sandbox { get; init; }

    /// <summary>When it stops to open, UTC; null for never.</summary>
    /// <example>2027-11-25T00:00:00Z</example>
    public DateTimeOffset? ExpiresAt { get; init; }
}

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKey>
{
    public CreateApiKeyValidator(TimeProvider time)
    {
        RuleFor(key => key.Name).IsText(300);
        RuleFor(key => key.Scopes).Holds(1, 100).WithMessage("scopes names at least one right, or is left out.");
        RuleForEach(key => key.Scopes).Must((key, scope) => Rights.Of(key.Role).Contains(scope)).WithMessage("The role does not have this right; a scope only narrows.");
        RuleFor(key => key.ExpiresAt).Must(expires => expires is null || expires > time.GetUtcNow()).WithMessage("expiresAt lies in the future.");
    }
}

/// <summary>A key as it is read; its secret is never.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">How the key starts.</param>
/// <param name="Role">The role that its holder has.</param>
/// <param name="Scopes">What of the role it is narrowed to; null for all of it.</param>
/// <param name="Sandbox">Whether it tries things out.</param>
/// <param name="OwnerId">The user who answers for it.</param>
/// <param name="ExpiresAt">When it stops to open, UTC; null for never.</param>
/// <param name="RevokedAt">When it was revoked, UTC; null while it opens.</param>
/// <param name="FormerUntil">Until when the secret before the last rotation opens, UTC; null where none does.</param>
/// <param name="LastUsedAt">When it was last used, UTC, to the minute; null for never.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record ApiKeyView(
    Guid Id, string Name, string Prefix, UserRole Role, IReadOnlyList<Right>? Scopes, bool Sandbox, Guid OwnerId, DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt, DateTimeOffset? FormerUntil, DateTimeOffset? LastUsedAt, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt) : IVersioned
{
    internal static ApiKeyView Of(ApiKey key) => new(
        key.Id, key.Name, key.Prefix, key.Role, key.ScopeList, key.IsSandbox, key.OwnerId, key.ExpiresAt, key.RevokedAt, key.FormerUntil, key.LastUsedAt,
        key.Version, key.CreatedAt, key.UpdatedAt);
}

/// <summary>A key and its secret, which is shown this once.</summary>
/// <param name="Key">The key to send as <c>X-API-Key</c>, or as bearer token.</param>
/// <param name="ApiKey">What is kept of it.</param>
public sealed record ApiKeySecretView(string Key, ApiKeyView ApiKey) : IVersioned
{
    Guid IVersioned.Id => ApiKey.Id;

    int IVersioned.Version => ApiKey.Version;
}
