using FluentValidation;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>The proposals, in the order of creation.</summary>
/// <param name="Search">Part of number, title or client, in any case; null for all.</param>
/// <param name="State">Where the newest version stands; null for anywhere.</param>
/// <param name="EngagementId">Only those of an engagement; null for all.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListProposals(string? Search, ProposalState? State, Guid? EngagementId, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<ProposalSummary>>;

internal sealed class ListProposalsValidator : PagedRequestValidator<ListProposals>
{
    public ListProposalsValidator() => RuleFor(request => request.Search).IsOptionalText(300);
}

internal sealed class ListProposalsHandler(PricingDb db, Pages pages) : IRequestHandler<ListProposals, Page<ProposalSummary>>
{
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
}
