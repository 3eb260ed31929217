using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>One proposal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="VersionNumber">Which version; null for the newest.</param>
public sealed record GetProposal(Guid Id, int? VersionNumber) : IRequest<ProposalView>;

internal sealed class GetProposalHandler(PricingDb db, ProposalViews views) : IRequestHandler<GetProposal, ProposalView>
{
    public async Task<ProposalView> Handle(GetProposal request, CancellationToken cancellationToken) =>
        await views.Of(await db.ReadProposal(request.Id, request.VersionNumber, cancellationToken), cancellationToken);
}
