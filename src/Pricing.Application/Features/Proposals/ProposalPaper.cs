using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Contract;
using Pricing.Documents;
using Pricing.Documents.Pdf.Proposal;

namespace Pricing.Application.Features.Proposals;

/// <summary>A document of a version.</summary>
public enum PaperKind
{
    /// <summary>The client's PDF.</summary>
    Proposal,

    /// <summary>The client's proposal for machines (JSON).</summary>
    Data,
}

/// <summary>A document of a version as it was rendered when it was sent; never rendered again.</summary>
internal sealed class ProposalPaper
{
    public Guid TenantId { get; private init; }

    public Guid ProposalId { get; private init; }

    public int VersionNumber { get; private init; }

    public PaperKind Kind { get; private init; }

    public byte[] Content { get; private init; } = [];

    /// <summary>SHA-256 of the bytes in hex.</summary>
    public string Sha256 { get; private init; } = "";

    public static ProposalPaper Of(ProposalVersion version, PaperKind kind, byte[] content) => new()
    {
        TenantId = version.TenantId,
        ProposalId = version.ProposalId,
        VersionNumber = version.Number,
        Kind = kind,
        Content = content,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
    };
}

/// <summary>Renders the documents of versions.</summary>
internal sealed class ProposalPapers(ProposalSettings settings)
{
    /// <summary>All documents of a version that is being sent.</summary>
    public IEnumerable<ProposalPaper> Render(DrawnUpProposal drawn, ProposalVersion version)
    {
        yield return ProposalPaper.Of(version, PaperKind.Proposal, Pdf(drawn, version.IsTest ? ProposalStatus.Test : null));
        yield return ProposalPaper.Of(version, PaperKind.Data, Data(drawn));
    }

    /// <summary>The client's PDF.</summary>
    public byte[] Pdf(DrawnUpProposal drawn, ProposalStatus? status) => ProposalPdf.Render(drawn.Client, drawn.Identity(status, settings.CheckAddress(drawn.Statement.Hash)), drawn.Language);

    /// <summary>The client's proposal for machines.</summary>
    public static byte[] Data(DrawnUpProposal drawn) => JsonSerializer.SerializeToUtf8Bytes(ProposalData.Of(drawn), ProposalJson.Options);
}

/// <summary>Where clients reach the service.</summary>
/// <param name="PublicAddress">Scheme and host, such as https://offers.example.com; empty where nobody outside reaches it.</param>
public sealed record ProposalSettings(string PublicAddress)
{
    /// <summary>Where the version of a hash can be checked; null where nobody outside reaches it.</summary>
    internal string? CheckAddress(string hash) => PublicAddress.Length == 0 ? null : $"{PublicAddress}/v/{hash[..ProposalVersion.PrintedDigits]}";
}

internal sealed class ProposalPaperMapping : IEntityTypeConfiguration<ProposalPaper>
{
    public void Configure(EntityTypeBuilder<ProposalPaper> builder)
    {
        builder.ToTable("ProposalPapers");
        builder.HasKey(paper => new { paper.ProposalId, paper.VersionNumber, paper.Kind });
        builder.Property(paper => paper.Sha256).HasMaxLength(64);
        builder.HasIndex(paper => paper.Sha256);
        builder.HasOne<ProposalRecord>().WithMany().HasForeignKey(paper => paper.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}
