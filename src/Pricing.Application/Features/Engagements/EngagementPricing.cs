using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Persistence;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Engagements;

/// <summary>A document with its references spelled out, and the comparison it yields.</summary>
/// <param name="Sent">The document as sent.</param>
/// <param name="Engagement">What it says, everything spelled out.</param>
/// <param name="Resolved">The same as a document.</param>
/// <param name="Provenance">Where spelled-out figures come from, by JSON pointer.</param>
/// <param name="Comparison">Its comparison.</param>
/// <param name="PricingDate">Day as of which references were resolved.</param>
public sealed record PricedDocument(
    ReadOnlyMemory<byte> Sent, Engagement Engagement, ReadOnlyMemory<byte> Resolved, IReadOnlyDictionary<string, string> Provenance, Comparison Comparison,
    DateOnly PricingDate);

/// <summary>Reads documents that may refer to stored rate cards, profiles and prices, and prices them as of a day.</summary>
internal sealed class EngagementPricing(PricingDb db)
{
    // A change of the document may close the stored offer, which is none of the request's members.
    private const string Elsewhere = "Offer another structure: the offer of a stored engagement is changed with PUT /api/v1/engagements/{id}/desk.";

    /// <summary>Prices a document.</summary>
    /// <param name="document">The document as sent.</param>
    /// <param name="offer">The structures to offer; null for none chosen.</param>
    /// <param name="pricingDate">Day as of which references are resolved.</param>
    /// <param name="cancellationToken">Cancels the reading of references.</param>
    /// <exception cref="InvalidRequestException">The document breaks a rule of the contract, or the offer names what cannot be offered.</exception>
    public async Task<PricedDocument> Price(RawJson document, OfferTerms? offer, DateOnly pricingDate, CancellationToken cancellationToken) =>
        Price(document, offer, pricingDate, await StoredReferences.Load(db, pricingDate, cancellationToken));

    /// <summary>Prices a document with references that are loaded already.</summary>
    /// <inheritdoc cref="Price(RawJson, OfferTerms?, DateOnly, CancellationToken)" path="/exception"/>
    public static PricedDocument Price(RawJson document, OfferTerms? offer, DateOnly pricingDate, IReferenceBook references)
    {
        var read = EngagementReader.Read(document.Utf8, references);
        if (read.Engagement is not { } engagement)
            throw Refused(read.Faults.Select(fault => (fault.Pointer, fault.Detail)));

        try
        {
            var comparison = Comparison.Of(ResolvedEngagement.From(engagement));
            if (Closed(offer, comparison) is { Count: > 0 } closed)
                throw new InvalidRequestException(closed);
            return new(document.Utf8, engagement, EngagementWriter.Write(engagement), read.Provenance, comparison, pricingDate);
        }
        catch (BeyondBoundsException e)
        {
            throw Refused(e.Faults.Select(fault => (fault.Pointer, fault.Detail)));
        }
    }

    /// <summary>The name of a stored client.</summary>
    /// <exception cref="InvalidRequestException">There is no such client.</exception>
    public async Task<string?> ClientName(Guid? clientId, CancellationToken cancellationToken) => (await ClientOf(clientId, clientId, cancellationToken))?.Name;

    /// <summary>The client that a request names.</summary>
    /// <param name="clientId">Its id; null for none.</param>
    /// <param name="known">The client that the engagement has; null for none.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidRequestException">There is no such client, or the agency works with it no longer and the engagement has another one.</exception>
    public async Task<Client?> ClientOf(Guid? clientId, Guid? known, CancellationToken cancellationToken)
    {
        if (clientId is null)
            return null;
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.Id == clientId, cancellationToken) ?? throw Refused("There is no such client.");
        return clientId == known || await db.WhyOutOfUse(client, cancellationToken) is not { } why ? client : throw Refused(why);

        static InvalidRequestException Refused(string why) => new([new("/clientId", why)]);
    }

    /// <summary>What of an offer may not go to a client; nothing where no offer is chosen.</summary>
    public static IReadOnlyList<Fault> Closed(OfferTerms? offer, Comparison comparison)
    {
        var faults = new List<Fault>();
        for (var i = 0; i < offer?.Structures.Count; i++)
        {
            var position = offer.Structures[i];
            if (position < 0 || position >= comparison.Structures.Count)
                faults.Add(new($"/offer/structures/{i}", $"The document has {comparison.Structures.Count} fee structures, counted from 0; there is none at {position}. {Elsewhere}"));
            else if (!Offer.MayBeOffered(comparison, position))
                faults.Add(new($"/offer/structures/{i}", $"{Offers.Closed} {Elsewhere}"));
        }

        return faults;
    }

    private static InvalidRequestException Refused(IEnumerable<(string Pointer, string Detail)> faults) =>
        new([.. faults.Select(fault => new Fault($"/document{fault.Pointer}", fault.Detail))]);
}
