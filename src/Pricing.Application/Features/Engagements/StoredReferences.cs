using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Features.EffortProfiles;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Features.RateCards;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>The agency's rate cards, effort profiles and price book as of a day.</summary>
internal sealed class StoredReferences : IReferenceBook
{
    private readonly DateOnly day;
    private readonly ILookup<string, RateCardRecord> rateCards;
    private readonly Dictionary<string, EffortProfileRecord> profiles;
    private readonly ILookup<string, PriceBookEntry> prices;

    private StoredReferences(
        DateOnly day, IEnumerable<RateCardRecord> rateCards, IEnumerable<EffortProfileRecord> profiles, IEnumerable<PriceBookEntry> prices)
    {
        this.day = day;
        this.rateCards = rateCards.ToLookup(card => card.Code, StringComparer.Ordinal);
        this.profiles = profiles.ToDictionary(profile => profile.Code, StringComparer.Ordinal);
        this.prices = prices.ToLookup(price => price.Code, StringComparer.Ordinal);
    }

    /// <summary>Reads what may be referred to.</summary>
    public static async Task<StoredReferences> Load(PricingDb db, DateOnly day, CancellationToken cancellationToken) => new(
        day,
        await db.RateCards.AsNoTracking().ToListAsync(cancellationToken),
        await db.EffortProfiles.AsNoTracking().ToListAsync(cancellationToken),
        await db.PriceBook.AsNoTracking().ToListAsync(cancellationToken));

    public Lookup<RateCardVersion> RateCard(string code)
    {
        if (RateCardRecord.Effective(rateCards[code], day) is { } card)
            return new(new(card.Currency, [.. CardRole.Read(card.Roles).Select(role => role.ToModel())], card.InOneLine));
        return new(null, rateCards.Contains(code) ? NotOn($"The rate card \"{code}\"") : null);
    }

    public Lookup<StoredProfile> Profile(string code) => profiles.TryGetValue(code, out var profile)
        ? new(new StoredProfile(profile.ToModel(), profile.InOneLine))
        : default;

    public Lookup<PriceEntry> Price(string code)
    {
        if (PriceBookEntry.Effective(prices[code], day) is { } entry)
            return new(new(entry.Model, entry.Unit, entry.Price, entry.Currency, entry.InOneLine));
        var last = prices[code].MaxBy(entry => entry.ValidFrom);
        if (last is null)
            return default;
        var successor = last.Successor is null ? "" : $" Its successor is \"{last.Successor}\".";
        return new(null, NotOn($"The price book's \"{code}\"") + successor);
    }

    private string NotOn(string what) => string.Create(CultureInfo.InvariantCulture, $"{what} is not in force on {day:yyyy-MM-dd}.");
}
