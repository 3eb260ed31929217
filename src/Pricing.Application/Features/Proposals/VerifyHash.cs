using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

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

internal sealed class VerifyHashHandler(PricingDb db, TimeProvider time) : IRequestHandler<VerifyHash, HashVerification>
{
    private const int Printed = ProposalVersion.PrintedDigits, Whole = 64;

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
