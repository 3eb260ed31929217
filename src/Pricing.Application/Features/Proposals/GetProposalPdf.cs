using System.Globalization;
using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using Pricing.Documents;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Model.Comparisons;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

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
        var proposal = letterhead.Addressed(ProposalDraft.From(comparison, engagement.OfferOf(comparison, actor)));
        return new(letterhead.FileName("preview", "pdf"), ProposalPdf.Render(proposal, letterhead.ProposalIdentity, letterhead.Language), letterhead.Language);
    }
}

internal static class Offers
{
    /// <summary>What goes to the client: what the desk has chosen, or what suits.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="comparison">Its comparison.</param>
    /// <param name="reader">Who asks: the reasons of a refusal tell figures, and so only who may see them reads any.</param>
    /// <exception cref="UnprocessableException">No structure may go to a client, or one that was chosen no longer may.</exception>
    public static Offer OfferOf(this EngagementRecord engagement, Comparison comparison, Actor reader)
    {
        var offer = engagement.OfferTerms is { } chosen ? new(chosen.Structures, chosen.Recommended) : Offer.Suggested(comparison);
        var wanted = offer?.Structures ?? [.. Enumerable.Range(0, comparison.Structures.Count)];
        return offer is not null && wanted.All(i => Offer.MayBeOffered(comparison, i)) ? offer : throw new UnprocessableException("nothing-to-offer", Why(comparison, wanted, reader));
    }

    /// <summary>Why a structure or an option may not go to a client, in words without a figure.</summary>
    public const string Closed = "This structure may not go to a client: it is infeasible, opens the books by nature, or tells an amount that is a cost or a floor of the agency.";

    /// <summary>Why a structure may not go to a client; null where it may.</summary>
    public static string? WhyClosed(Comparison comparison, int structure)
    {
        if (Offer.MayBeOffered(comparison, structure))
            return null;
        if (!comparison.Structures[structure].Feasible)
            return "it is infeasible";
        return Offer.IsOpenToClients(comparison, structure) ? Words(Offer.GivesAway(comparison, structure)!, comparison.Currency) : "it opens the books by nature";
    }

    /// <summary>What an offer would give away, for who may see figures.</summary>
    public static string Words(Giveaway found, Currency currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{found.Told} is {found.Inside}, {found.Amount} {currency.Code}");

    private static string Why(Comparison comparison, IReadOnlyList<int> wanted, Actor reader) => reader.May(Right.ReadFigures)
        ? $"Of this engagement, no offer may go to a client. {string.Concat(wanted.Select(i => WhyClosed(comparison, i) is { } why ? $"Structure {i}: {why}. " : ""))}Add or choose another structure."
        : "Nothing of this engagement is on offer.";
}
