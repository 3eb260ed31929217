using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>The agency's own edition of a proposal: cost, margin, risk and bargaining range, marked on every page.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="VersionNumber">Which version; null for the newest.</param>
public sealed record GetInternalProposal(Guid Id, int? VersionNumber) : IRequest<DocumentResponse>;

internal sealed class GetInternalProposalHandler(PricingDb db, ProposalDesk desk, ProposalPapers papers) : IRequestHandler<GetInternalProposal, DocumentResponse>
{
    public async Task<DocumentResponse> Handle(GetInternalProposal request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await db.ReadProposal(request.Id, request.VersionNumber, cancellationToken);
        var drawn = await desk.DrawUp(proposal, version, cancellationToken);
        var named = ProposalFileNames.Response(drawn, PaperKind.Proposal, papers.Internal(drawn));
        return named with { FileName = named.FileName.Replace("_proposal", "_internal", StringComparison.Ordinal) };
    }
}
