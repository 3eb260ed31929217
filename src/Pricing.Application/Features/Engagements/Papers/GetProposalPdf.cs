using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Persistence;
using Pricing.Documents;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Engagements.Papers;

/// <summary>What the engagement could offer, as PDF: no cost, margin, profit or floor, and no structure that opens the books.</summary>
/// <remarks>A preview: marked as a draft, without a number and without a place to sign, since only a proposal goes through approval.</remarks>
/// <param name="Id">Id of the engagement.</param>
/// <param name="Language">Language; null for the client's.</param>
public sealed record GetProposalPdf(Guid Id, DocumentLanguage? Language) : IRequest<DocumentResponse>;

internal sealed class GetProposalPdfHandler(PricingDb db, Actor actor) : IRequestHandler<GetProposalPdf, DocumentResponse>
{
    public async Task<DocumentResponse> Handle(GetProposalPdf request, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        var letterhead = await Letterhead.Of(db, actor, engagement, request.Language, cancellationToken);
        var comparison = engagement.Compare();
        var proposal = letterhead.Addressed(ProposalDraft.From(comparison, engagement.OfferOf(comparison, actor)));
        return new(letterhead.FileName("preview", "pdf"), ProposalPdf.Render(proposal, letterhead.ProposalIdentity, letterhead.Language), letterhead.Language);
    }
}
