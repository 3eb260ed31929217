using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>The links of a proposal, in the order of creation.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListShareLinks(Guid Id, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<ShareLinkView>>;

internal sealed class ListShareLinksValidator : PagedRequestValidator<ListShareLinks>;

internal sealed class ListShareLinksHandler(PricingDb db, Pages pages) : IRequestHandler<ListShareLinks, Page<ShareLinkView>>
{
    public async Task<Page<ShareLinkView>> Handle(ListShareLinks request, CancellationToken cancellationToken)
    {
        if (!await db.Proposals.AnyAsync(proposal => proposal.Id == request.Id, cancellationToken))
            throw new NotFoundException("proposal", request.Id);
        return await pages.Of(db.ShareLinks.Where(link => link.ProposalId == request.Id), request, ShareLinkView.Of, link => link.Name, cancellationToken);
    }
}
