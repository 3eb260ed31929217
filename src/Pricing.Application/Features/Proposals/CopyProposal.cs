using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Starts a new proposal with the terms of another one; it takes a number of its own and no approval with it.</summary>
/// <param name="Id">The proposal to copy.</param>
public sealed record CopyProposal(Guid Id) : IRequest<ProposalView>;

internal sealed class CopyProposalHandler(PricingDb db, NewProposals proposals, ProposalViews views, TimeProvider time) : IRequestHandler<CopyProposal, ProposalView>
{
    public async Task<ProposalView> Handle(CopyProposal request, CancellationToken cancellationToken)
    {
        var (source, newest) = await db.ReadProposal(request.Id, null, cancellationToken);
        var terms = newest.StatedTerms;
        // A last day that has come is none for the copy.
        if (terms.ValidUntil <= time.Today())
            terms = terms with { ValidUntil = null };
        return views.Of(await proposals.Create(source.EngagementId, terms, changes: null, copiedFrom: newest, cancellationToken));
    }
}
