using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>All versions of a proposal, the first one first.</summary>
/// <param name="Id">The proposal.</param>
public sealed record ListProposalVersions(Guid Id) : IRequest<IReadOnlyList<ProposalVersionSummary>>;

/// <summary>A version in a list.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsSuperseded">Whether a later version was sent in its place.</param>
/// <param name="ContentHash">Hash of its content; null while it is not sent.</param>
/// <param name="SentAt">When it was sent, UTC; null while it is not.</param>
/// <param name="ValidUntil">Last day on which it can be accepted; null while it is not sent.</param>
/// <param name="Papers">Its documents and their SHA-256.</param>
/// <param name="Decision">What the client decided; null while nothing is.</param>
public sealed record ProposalVersionSummary(
    int Number, ProposalState State, bool IsSuperseded, string? ContentHash, DateTimeOffset? SentAt, DateOnly? ValidUntil, IReadOnlyList<PaperView> Papers, ProposalDecision? Decision);

/// <summary>A document of a version.</summary>
/// <param name="Kind">proposal or data.</param>
/// <param name="Sha256">SHA-256 of its bytes in hex.</param>
/// <param name="Bytes">Its length.</param>
public sealed record PaperView(PaperKind Kind, string Sha256, int Bytes);

internal sealed class ListProposalVersionsHandler(PricingDb db) : IRequestHandler<ListProposalVersions, IReadOnlyList<ProposalVersionSummary>>
{
    public async Task<IReadOnlyList<ProposalVersionSummary>> Handle(ListProposalVersions request, CancellationToken cancellationToken)
    {
        await db.ReadProposal(request.Id, null, cancellationToken);
        var papers = await db.ProposalPapers.AsNoTracking().Where(paper => paper.ProposalId == request.Id).Select(paper => new { paper.VersionNumber, View = new PaperView(paper.Kind, paper.Sha256, paper.Content.Length) }).ToListAsync(cancellationToken);
        var versions = await db.ProposalVersions.AsNoTracking().Where(version => version.ProposalId == request.Id).OrderBy(version => version.Number).ToListAsync(cancellationToken);
        return
        [
            .. versions.Select(version => new ProposalVersionSummary(
                version.Number, version.State, version.IsSuperseded, version.ContentHash, version.SentAt, version.ValidUntil,
                [.. papers.Where(paper => paper.VersionNumber == version.Number).Select(paper => paper.View)], version.Decided)),
        ];
    }
}
