using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>
/// A key with which a program calls the service. The secret is shown once; only its hash is kept. The owner is the user who answers for it.
/// </summary>
public sealed class ApiKey : Record
{
    /// <summary>What the key is for.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How the key starts: it finds the key, and is no secret.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the whole key. The secret has 256 random bits, so a slow hash would add nothing.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>SHA-256 of the key before the last rotation; null for none.</summary>
    public byte[]? FormerHash { get; private set; }

    /// <summary>Until when the former key still opens.</summary>
    public DateTimeOffset? FormerUntil { get; private set; }

    /// <summary>What its holder may do.</summary>
    public UserRole Role { get; private set; }

    /// <summary>What it is narrowed to, as names with commas between; null for all that the role may do.</summary>
    public string? Scopes { get; private set; }

    /// <summary>Whether it tries things out: its documents are marked, and its events stay inside.</summary>
    public bool IsSandbox { get; private set; }

    /// <summary>When it stops to open; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When it was revoked; null while it opens.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When it was last used, to the minute; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>States what a new key is for, and gives it its secret.</summary>
    /// <returns>The key, which nobody can read again.</returns>
    internal string State(ApiKeyTerms terms)
    {
        Name = terms.Name;
        Role = terms.Role;
        Scopes = terms.Scopes is null ? null : string.Join(',', terms.Scopes.Distinct().Order());
        IsSandbox = terms.Sandbox;
        ExpiresAt = terms.ExpiresAt;
        Prefix = ApiKeySecret.NewPrefix(terms.Sandbox);
        return NewSecret();
    }

    /// <summary>Gives the key a new secret; the old one opens for a while longer.</summary>
    internal string Rotate(DateTimeOffset formerUntil)
    {
        (FormerHash, FormerUntil) = (Hash, formerUntil);
        return NewSecret();
    }

    internal void Revoke(DateTimeOffset now)
    {
        RevokedAt ??= now;
        (FormerHash, FormerUntil) = (null, null);
    }

    /// <summary>Whether a secret opens now.</summary>
    internal bool Opens(string key, DateTimeOffset now)
    {
        if (RevokedAt is not null || ExpiresAt <= now)
            return false;
        var hash = ApiKeySecret.HashOf(key);
        var isCurrent = CryptographicOperations.FixedTimeEquals(hash, Hash);
        var isFormer = FormerHash is not null && now < FormerUntil && CryptographicOperations.FixedTimeEquals(hash, FormerHash);
        return isCurrent || isFormer;
    }

    /// <summary>Whether it lets do nothing that a role does not; its owner answers for it, and cannot for more than the owner may.</summary>
    internal bool IsWithin(UserRole role) => Rights.Of(Role).IsSubsetOf(Rights.Of(role));

    internal IReadOnlyList<Right>? ScopeList => Scopes?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Right>).ToList();

    private string NewSecret()
    {
        var key = $"{Prefix}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";
        Hash = ApiKeySecret.HashOf(key);
        return key;
    }
}

/// <summary>How keys look: <c>pk_live_</c> or <c>pk_test_</c>, eight letters that find it, and 43 that open.</summary>
public static class ApiKeySecret
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789", Live = "pk_live_", Sandbox = "pk_test_";
    private const int PrefixLength = 16, Length = 60;

    /// <summary>Whether a text looks like one of our keys.</summary>
    public static bool IsKey(string text) => text.Length == Length && text[PrefixLength] == '_'
        && (text.StartsWith(Live, StringComparison.Ordinal) || text.StartsWith(Sandbox, StringComparison.Ordinal));

    internal static string PrefixOf(string key) => key[..PrefixLength];

    internal static string NewPrefix(bool isSandbox) => (isSandbox ? Sandbox : Live) + RandomNumberGenerator.GetString(Letters, 8);

    internal static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.MapRecord("ApiKeys");
        builder.Property(key => key.Name).HasMaxLength(300);
        builder.Property(key => key.Prefix).HasMaxLength(20);
        builder.Property(key => key.Hash).HasMaxLength(32);
        builder.Property(key => key.FormerHash).HasMaxLength(32);
        builder.Property(key => key.Scopes).HasMaxLength(1000);
        builder.Ignore(key => key.ScopeList);
        builder.HasIndex(key => key.Prefix).IsUnique();
    }
}
