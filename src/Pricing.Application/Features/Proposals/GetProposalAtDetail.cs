using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;
using Pricing.Documents;
using Pricing.Documents.Pdf.Proposal;

namespace Pricing.Application.Features.Proposals;

/// <summary>The client's PDF with prices taken apart as far as asked for. What was sent stays as it is; of this nothing is kept.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="VersionNumber">Which version; null for the newest.</param>
/// <param name="Detail">How far; to open the books needs finance's permission.</param>
public sealed record GetProposalAtDetail(Guid Id, int? VersionNumber, ProposalDetail Detail) : IRequest<DocumentResponse>;

internal sealed class GetProposalAtDetailHandler(PricingDb db, ProposalDesk desk, ProposalPapers papers, Actor actor) : IRequestHandler<GetProposalAtDetail, DocumentResponse>
{
    public async Task<DocumentResponse> Handle(GetProposalAtDetail request, CancellationToken cancellationToken)
    {
        if (request.Detail == ProposalDetail.OpenBook && !actor.May(Right.OpenBooks))
            throw new NotAllowedException("To open the books to a client needs the right openBooks, which finance has.");
        var (proposal, version) = await db.ReadProposal(request.Id, request.VersionNumber, cancellationToken);
        var drawn = await desk.DrawUp(proposal, version, cancellationToken);
        ProposalStatus? status = actor.IsSandbox || version.IsTest ? ProposalStatus.Test : version.SentAt is null ? ProposalStatus.Draft : null;
        return ProposalFileNames.Response(drawn, PaperKind.Proposal, papers.Pdf(drawn, status, request.Detail));
    }
}
