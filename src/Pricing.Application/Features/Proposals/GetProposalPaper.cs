using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;
using Pricing.Documents;

namespace Pricing.Application.Features.Proposals;

/// <summary>A document of a version: as it was rendered when it was sent, or of a draft as things stand, marked as one.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="VersionNumber">Which version; null for the newest.</param>
/// <param name="Kind">Which document.</param>
public sealed record GetProposalPaper(Guid Id, int? VersionNumber, PaperKind Kind) : IRequest<DocumentResponse>;

internal sealed class GetProposalPaperHandler(PricingDb db, ProposalDesk desk, ProposalPapers papers, KeptPapers kept, Actor actor) : IRequestHandler<GetProposalPaper, DocumentResponse>
{
    public async Task<DocumentResponse> Handle(GetProposalPaper request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await db.ReadProposal(request.Id, request.VersionNumber, cancellationToken);
        if (await kept.Find(version, request.Kind, cancellationToken) is { } paper)
            return paper;
        var drawn = await desk.DrawUp(proposal, version, cancellationToken);
        return ProposalFileNames.Response(drawn, request.Kind, papers.Render(drawn, request.Kind, actor.IsSandbox ? ProposalStatus.Test : ProposalStatus.Draft));
    }
}
