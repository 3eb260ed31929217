using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>A link that opens a proposal to whoever has it. Only the hash of its token is stored.</summary>
public sealed class ShareLink : Record
{
    /// <summary>Days for which a link still shows a proposal that is over.</summary>
    internal const int DaysAfterExpiry = 90;

    private const int TokenBytes = 32;

    /// <summary>The proposal; it shows the version that was sent last.</summary>
    public Guid ProposalId { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>For whom it is.</summary>
    public string Name { get; private set; } = "";

    /// <summary>When it stops opening anything, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was revoked; null while it opens.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Makes its token, which nobody can read again.</summary>
    internal string Open(Guid proposalId, string name, DateTimeOffset expiresAt)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        (ProposalId, Name, ExpiresAt, TokenHash) = (proposalId, name, expiresAt, HashOf(token));
        return token;
    }

    internal void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>Takes out for whom it was, and opens nothing more to anybody.</summary>
    internal void Forget(DateTimeOffset now)
    {
        Name = "Erased";
        Revoke(now);
    }
}

/// <summary>That a link was opened: when, and by what kind of program. Never changed.</summary>
internal sealed class LinkOpening
{
    public long Id { get; private init; }

    public Guid TenantId { get; init; }

    public Guid LinkId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>browser, scanner or other; no address and no full user agent.</summary>
    public string Agent { get; init; } = "";
}

internal sealed class ShareLinkMapping : IEntityTypeConfiguration<ShareLink>, IEntityTypeConfiguration<LinkOpening>
{
    public void Configure(EntityTypeBuilder<ShareLink> builder)
    {
        builder.MapRecord("ShareLinks");
        builder.Property(link => link.Name).HasMaxLength(300);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => link.ProposalId);
        builder.HasOne<ProposalRecord>().WithMany().HasForeignKey(link => link.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LinkOpening> builder)
    {
        builder.ToTable("LinkOpenings");
        builder.Property(opening => opening.Agent).HasMaxLength(10);
        builder.HasIndex(opening => new { opening.LinkId, opening.At });
        builder.HasOne<ShareLink>().WithMany().HasForeignKey(opening => opening.LinkId).OnDelete(DeleteBehavior.Restrict);
    }
}
