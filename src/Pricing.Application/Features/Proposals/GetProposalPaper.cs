using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;
using Pricing.Documents;

namespace Pricing.Application.Features.Proposals;

/// <summary>A document of a version: as it was rendered when it was sent, or of a draft as things stand, marked as one.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="VersionNumber">Which version; null for the newest.</param>
/// <param name="Kind">Which document.</param>
public sealed record GetProposalPaper(Guid Id, int? VersionNumber, PaperKind Kind) : IRequest<DocumentResponse>;

/// <summary>Says what a hash printed on a document stands for. Whoever has the document may ask; nobody learns of another one.</summary>
/// <param name="Hash">The content hash, whole or its first 16 digits as the footer prints them, or the SHA-256 of a document; spaces do not count.</param>
public sealed record VerifyHash(string Hash) : IRequest<HashVerification>;

/// <summary>What a hash stands for.</summary>
public enum HashStatus
{
    /// <summary>The version in force.</summary>
    Current,

    /// <summary>A later version was sent in its place.</summary>
    Superseded,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>The agency has taken it back.</summary>
    Withdrawn,

    /// <summary>Nothing that was sent from here.</summary>
    Unknown,
}

/// <summary>What a hash stands for.</summary>
/// <param name="Status">current, superseded, expired, withdrawn or unknown.</param>
/// <param name="Number">Number of the proposal; null for an unknown hash.</param>
/// <param name="Version">Version; null likewise.</param>
/// <param name="Date">Its date; null likewise.</param>
/// <param name="ValidUntil">Last day on which it can be accepted; null likewise.</param>
/// <param name="IsAccepted">Whether it was accepted.</param>
/// <param name="ContentHash">The whole content hash; null likewise.</param>
public sealed record HashVerification(HashStatus Status, string? Number, int? Version, DateOnly? Date, DateOnly? ValidUntil, bool IsAccepted, string? ContentHash)
{
    internal static HashVerification Unknown { get; } = new(HashStatus.Unknown, null, null, null, null, false, null);
}

internal sealed class GetProposalPaperHandler(PricingDb db, ProposalDesk desk, ProposalPapers papers, KeptPapers kept, Actor actor, TimeProvider time)
    : IRequestHandler<GetProposalPaper, DocumentResponse>, IRequestHandler<VerifyHash, HashVerification>
{
    private const int Printed = ProposalVersion.PrintedDigits, Whole = 64;

    public async Task<DocumentResponse> Handle(GetProposalPaper request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await db.ReadProposal(request.Id, request.VersionNumber, cancellationToken);
        if (await kept.Find(version, request.Kind, cancellationToken) is { } paper)
            return paper;
        var drawn = await desk.DrawUp(proposal, version, cancellationToken);
        return ProposalFileNames.Response(drawn, request.Kind, papers.Render(drawn, request.Kind, actor.IsSandbox ? ProposalStatus.Test : ProposalStatus.Draft));
    }

    public async Task<HashVerification> Handle(VerifyHash request, CancellationToken cancellationToken)
    {
        var hash = string.Concat(request.Hash.Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
        if (hash.Length is not (Printed or Whole) || !hash.All(char.IsAsciiHexDigitLower))
            return HashVerification.Unknown;

        // Across agencies: whoever holds the document is no user of any.
        var paper = await db.ProposalPapers.IgnoreQueryFilters().AsNoTracking().Where(paper => paper.Sha256 == hash).Select(paper => new { paper.ProposalId, paper.VersionNumber }).FirstOrDefaultAsync(cancellationToken);
        var versions = db.ProposalVersions.IgnoreQueryFilters().AsNoTracking();
        var version = paper is null
            ? await versions.FirstOrDefaultAsync(version => hash.Length == Printed ? version.PrintedHash == hash : version.ContentHash == hash, cancellationToken)
            : await versions.SingleAsync(version => version.ProposalId == paper.ProposalId && version.Number == paper.VersionNumber, cancellationToken);
        if (version is null)
            return HashVerification.Unknown;
        var number = await db.Proposals.IgnoreQueryFilters().Where(proposal => proposal.Id == version.ProposalId).Select(proposal => proposal.Number).SingleAsync(cancellationToken);
        return new(StatusOf(version), number, version.Number, version.Date, version.ValidUntil, version.State == ProposalState.Accepted, version.ContentHash);
    }

    private HashStatus StatusOf(ProposalVersion version) => version switch
    {
        { IsSuperseded: true } => HashStatus.Superseded,
        { State: ProposalState.Withdrawn } => HashStatus.Withdrawn,
        { State: ProposalState.Expired } => HashStatus.Expired,
        { State: ProposalState.Sent or ProposalState.Viewed } when version.ExpiresAt <= time.GetUtcNow() => HashStatus.Expired,
        _ => HashStatus.Current,
    };
}

/// <summary>Finds documents as they were rendered when they were sent.</summary>
internal sealed class KeptPapers(PricingDb db, ProposalPapers papers)
{
    /// <summary>A document of a version; null where the version is not sent.</summary>
    /// <exception cref="Errors.NotFoundException">It is the certificate of a version that is not accepted.</exception>
    public async Task<DocumentResponse?> Find(ProposalVersion version, PaperKind kind, CancellationToken cancellationToken)
    {
        var stored = kind == PaperKind.Certificate ? PaperKind.Proposal : kind;
        var paper = await db.ProposalPapers.AsNoTracking().SingleOrDefaultAsync(paper => paper.ProposalId == version.ProposalId && paper.VersionNumber == version.Number && paper.Kind == stored, cancellationToken);
        if (paper is null || kind != PaperKind.Certificate)
            return paper is null ? null : ProposalFileNames.Response(version, kind, paper.Content);
        var drawn = DrawnUpProposal.Of(version.Frozen!, version.Date!.Value);
        var history = await db.ProposalHistory.AsNoTracking().Where(entry => entry.ProposalId == version.ProposalId && entry.VersionNumber == version.Number).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        return ProposalFileNames.Response(version, kind, papers.Certified(paper.Content, drawn, version, history, ProposalFileNames.Response(version, stored, []).FileName));
    }
}

/// <summary>Names of files that say what they are.</summary>
internal static class ProposalFileNames
{
    public static DocumentResponse Response(ProposalVersion version, PaperKind kind, byte[] content)
    {
        var statement = version.Frozen!;
        return new(Name(statement, version.Date!.Value, kind), content, statement.DocumentLanguage);
    }

    public static DocumentResponse Response(DrawnUpProposal drawn, PaperKind kind, byte[] content) => new(Name(drawn.Statement, drawn.Date, kind), content, drawn.Language);

    private static string Name(ProposalStatement statement, DateOnly date, PaperKind kind) => string.Create(
        CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}_{statement.Number}_v{statement.Version}_{(kind == PaperKind.Certificate ? "accepted" : "proposal")}.{Ending(kind)}");

    private static string Ending(PaperKind kind) => kind switch
    {
        PaperKind.Data => "json",
        PaperKind.Workbook => "xlsx",
        _ => "pdf",
    };
}
