using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pricing.Application.Features.Access;

/// <summary>A code with which, once, an agency and its first administrator are set up. Only its hash is kept.</summary>
public sealed class SetupCode
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 32;

    /// <summary>SHA-256 of the code.</summary>
    public required string Hash { get; init; }

    /// <summary>When it stops to open.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used; null while it opens.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Guards against two users of one code at once.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>A new code: 160 random bits in groups of four.</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(4).Select(group => new string(group)));

    internal static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant())));

    internal void Use(DateTimeOffset now)
    {
        UsedAt = now;
        Version++;
    }
}

internal sealed class SetupCodeMapping : IEntityTypeConfiguration<SetupCode>
{
    public void Configure(EntityTypeBuilder<SetupCode> builder)
    {
        builder.ToTable("SetupCodes");
        builder.HasKey(code => code.Hash);
        builder.Property(code => code.Hash).HasMaxLength(64);
        builder.Property(code => code.Version).IsConcurrencyToken();
    }
}
