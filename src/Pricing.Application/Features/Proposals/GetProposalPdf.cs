using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using Pricing.Documents;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Model.Comparisons;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Proposals;

/// <summary>What the engagement could offer, as PDF: no cost, margin, profit or floor, and no structure that opens the books.</summary>
/// <remarks>A preview: marked as a draft, without a number and without a place to sign, since only a proposal goes through approval.</remarks>
/// <param name="Id">Id of the engagement.</param>
/// <param name="Language">Language; null for the client's.</param>
public sealed record GetProposalPdf(Guid Id, DocumentLanguage? Language) : IRequest<DocumentResponse>;

/// <summary>A document to download.</summary>
/// <param name="FileName">File name that says what it is.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Language">Its language.</param>
public sealed record DocumentResponse(string FileName, byte[] Content, DocumentLanguage Language);

internal sealed class GetProposalPdfHandler(PricingDb db, Actor actor) : IRequestHandler<GetProposalPdf, DocumentResponse>
{
    public async Task<DocumentResponse> Handle(GetProposalPdf request, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        var letterhead = await Letterhead.Of(db, actor, engagement, request.Language, cancellationToken);
        var comparison = engagement.Compare();
        var proposal = letterhead.Addressed(ProposalDraft.From(comparison, engagement.OfferOf(comparison)));
        return new(letterhead.FileName("preview", "pdf"), ProposalPdf.Render(proposal, letterhead.ProposalIdentity, letterhead.Language), letterhead.Language);
    }
}

internal static class Offers
{
    /// <summary>What goes to the client: what the desk has chosen, or what suits.</summary>
    /// <exception cref="UnprocessableException">No structure may go to a client.</exception>
    public static Offer OfferOf(this EngagementRecord engagement, Comparison comparison)
    {
        if (engagement.OfferTerms is { } chosen)
            return new(chosen.Structures, chosen.Recommended);
        return Offer.Suggested(comparison) ?? throw new UnprocessableException(
            "nothing-to-offer", "No fee structure of this engagement may go to a client: each is infeasible, opens the books by nature, or equals cost or floor. Add another structure.");
    }
}
