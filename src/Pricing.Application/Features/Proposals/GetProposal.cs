using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>One proposal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="VersionNumber">Which version; null for the newest.</param>
public sealed record GetProposal(Guid Id, int? VersionNumber) : IRequest<ProposalView>;

/// <summary>The proposals, in the order of creation.</summary>
/// <param name="Search">Part of number, title or client, in any case; null for all.</param>
/// <param name="State">Where the newest version stands; null for anywhere.</param>
/// <param name="EngagementId">Only those of an engagement; null for all.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListProposals(string? Search, ProposalState? State, Guid? EngagementId, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<ProposalSummary>>;

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

/// <summary>Who did what to a proposal, when and why; the first step first.</summary>
/// <param name="Id">The proposal.</param>
public sealed record GetProposalHistory(Guid Id) : IRequest<IReadOnlyList<HistoryEntryView>>;

/// <summary>A step of a proposal.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="VersionNumber">Which version.</param>
/// <param name="Step">What happened.</param>
/// <param name="From">Where the version stood before; null for a new one.</param>
/// <param name="To">Where it stands since.</param>
/// <param name="UserId">Who did it; null for the client and for time passing.</param>
/// <param name="ClientPerson">The client's person; null where nobody is named.</param>
/// <param name="Why">Why, as given; null where nobody said.</param>
public sealed record HistoryEntryView(DateTimeOffset At, int VersionNumber, ProposalStep Step, ProposalState? From, ProposalState To, Guid? UserId, string? ClientPerson, string? Why);

internal sealed class ListProposalsValidator : PagedRequestValidator<ListProposals>
{
    public ListProposalsValidator() => RuleFor(request => request.Search).IsOptionalText(300);
}

internal sealed class GetProposalHandler(PricingDb db, Pages pages, ProposalViews views, Actor actor)
    : IRequestHandler<GetProposal, ProposalView>, IRequestHandler<ListProposals, Page<ProposalSummary>>,
      IRequestHandler<ListProposalVersions, IReadOnlyList<ProposalVersionSummary>>, IRequestHandler<GetProposalHistory, IReadOnlyList<HistoryEntryView>>
{
    public async Task<ProposalView> Handle(GetProposal request, CancellationToken cancellationToken) =>
        await views.Of(await db.ReadProposal(request.Id, request.VersionNumber, cancellationToken), cancellationToken);

    public Task<Page<ProposalSummary>> Handle(ListProposals request, CancellationToken cancellationToken)
    {
        IQueryable<ProposalRecord> proposals = db.Proposals;
        if (request.Search?.ToLowerInvariant() is { } part)
            proposals = proposals.Where(proposal => proposal.SearchText.Contains(part));
        if (request.State is { } state)
            proposals = proposals.Where(proposal => proposal.State == state);
        if (request.EngagementId is { } engagement)
            proposals = proposals.Where(proposal => proposal.EngagementId == engagement);
        return pages.Of(proposals, request, ProposalSummary.Of, proposal => proposal.Title, cancellationToken);
    }

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

    // A reason may speak of margins; who may not see them sees that a step was taken, and no words.
    public async Task<IReadOnlyList<HistoryEntryView>> Handle(GetProposalHistory request, CancellationToken cancellationToken)
    {
        await db.ReadProposal(request.Id, null, cancellationToken);
        var entries = await db.ProposalHistory.AsNoTracking().Where(entry => entry.ProposalId == request.Id).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        return
        [
            .. entries.Select(entry => new HistoryEntryView(
                entry.At, entry.VersionNumber, entry.Step, entry.From, entry.To, entry.UserId, entry.ClientPerson,
                entry.UserId is null || actor.May(Right.ReadFigures) ? entry.Why : null)),
        ];
    }
}
