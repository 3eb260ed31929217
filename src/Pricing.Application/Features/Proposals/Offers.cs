using System.Globalization;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Model.Comparisons;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Proposals;

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
