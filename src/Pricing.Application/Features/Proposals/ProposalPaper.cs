using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Errors;
using Pricing.Documents;
using Pricing.Documents.Pdf.Certificate;
using Pricing.Documents.Pdf.Internal;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Workbook.Client;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Proposals;

/// <summary>A document of a version.</summary>
public enum PaperKind
{
    /// <summary>The client's PDF.</summary>
    Proposal,

    /// <summary>The client's workbook (Excel).</summary>
    Workbook,

    /// <summary>The client's proposal for machines (JSON).</summary>
    Data,

    /// <summary>The client's PDF with the certificate of its acceptance behind it; made from what was sent, and not kept.</summary>
    Certificate,
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
    // What a certificate tells of the history.
    private static readonly FrozenDictionary<ProposalStep, AcceptanceStepKind> Told = new Dictionary<ProposalStep, AcceptanceStepKind>
    {
        [ProposalStep.Send] = AcceptanceStepKind.Sent,
        [ProposalStep.View] = AcceptanceStepKind.Viewed,
        [ProposalStep.Accept] = AcceptanceStepKind.Accepted,
        [ProposalStep.RecordAcceptance] = AcceptanceStepKind.Recorded,
    }.ToFrozenDictionary();

    /// <summary>All documents of a version that is being sent.</summary>
    public IEnumerable<ProposalPaper> Render(DrawnUpProposal drawn, ProposalVersion version)
    {
        var identity = Identity(drawn, version.IsTest ? ProposalStatus.Test : null);
        var (workbook, data) = (Workbook(drawn, identity), Data(drawn));
        yield return ProposalPaper.Of(version, PaperKind.Proposal, Pdf(drawn, identity, workbook, data));
        yield return ProposalPaper.Of(version, PaperKind.Workbook, workbook);
        yield return ProposalPaper.Of(version, PaperKind.Data, data);
    }

    /// <summary>A document of a version that is not sent, as things stand.</summary>
    /// <exception cref="NotFoundException">Nothing is accepted, so there is no certificate.</exception>
    public byte[] Render(DrawnUpProposal drawn, PaperKind kind, ProposalStatus status)
    {
        var identity = Identity(drawn, status);
        return kind switch
        {
            PaperKind.Proposal => Pdf(drawn, identity, Workbook(drawn, identity), Data(drawn)),
            PaperKind.Workbook => Workbook(drawn, identity),
            PaperKind.Data => Data(drawn),
            PaperKind.Certificate => throw NoCertificate(drawn.Statement.Number),
        };
    }

    /// <summary>The client's PDF with prices taken apart as far as asked for; nothing is kept of it.</summary>
    public byte[] Pdf(DrawnUpProposal drawn, ProposalStatus? status, ProposalDetail detail) => ProposalPdf.Render(
        drawn.Client, Identity(drawn, status), drawn.Language, detail, openBook: detail == ProposalDetail.OpenBook ? OpenBook.Of(drawn.Options) : null);

    /// <summary>The agency's own edition, with cost, margin, risk and bargaining range.</summary>
    public byte[] Internal(DrawnUpProposal drawn)
    {
        var terms = drawn.Client.Terms;
        var edition = InternalProposal.Of(drawn.Options, terms);
        return InternalProposalPdf.Render(edition with { Offer = drawn.Client }, Identity(drawn, status: null), drawn.Language);
    }

    /// <summary>The PDF that was sent, with the certificate of its acceptance behind it.</summary>
    /// <param name="sent">The PDF.</param>
    /// <param name="drawn">The version.</param>
    /// <param name="version">The same as stored.</param>
    /// <param name="history">What happened to it, in order.</param>
    /// <param name="fileName">Name of the PDF.</param>
    /// <exception cref="NotFoundException">The version is not accepted.</exception>
    public byte[] Certified(byte[] sent, DrawnUpProposal drawn, ProposalVersion version, IReadOnlyList<HistoryEntry> history, string fileName)
    {
        if (version is not { State: ProposalState.Accepted, Decided: { Option: { } option, Name: { } name } decision })
            throw NoCertificate(drawn.Statement.Number);
        var acceptance = new Acceptance
        {
            Option = option,
            Extras = decision.Extras,
            Name = name,
            Function = decision.Function,
            At = decision.At,
            OrderNumber = decision.OrderNumber,
            Evidence = decision.Record?.Evidence,
            FileName = fileName,
            History = [.. history.Where(entry => entry.From != entry.To && Told.ContainsKey(entry.Step)).Select(entry => new AcceptanceStep(entry.At, Told[entry.Step], entry.ClientPerson ?? (entry.UserId is null ? null : drawn.Statement.Issuer.ShortName)))],
        };
        return CertificatePdf.Append(sent, acceptance, drawn.Client, Identity(drawn, version.IsTest ? ProposalStatus.Test : null), drawn.Language);
    }

    private static NotFoundException NoCertificate(string number) => new("certificate of", number);

    private ProposalIdentity Identity(DrawnUpProposal drawn, ProposalStatus? status) => drawn.Identity(status, settings.CheckAddress(drawn.Statement.Hash));

    private static byte[] Workbook(DrawnUpProposal drawn, ProposalIdentity identity) => ClientWorkbook.Render(drawn.Client, identity, drawn.Language);

    private static byte[] Pdf(DrawnUpProposal drawn, ProposalIdentity identity, byte[] workbook, byte[] data) => ProposalPdf.Render(
        drawn.Client, identity, drawn.Language, attachments: new() { Workbook = workbook, Json = data, BaseName = $"{drawn.Statement.Number}-v{drawn.Statement.Version}" });

    /// <summary>The client's proposal for machines.</summary>
    private static byte[] Data(DrawnUpProposal drawn) => JsonSerializer.SerializeToUtf8Bytes(ProposalData.Of(drawn), ProposalJson.Told);
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
