using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.ExchangeRates;
using Pricing.Application.Persistence;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Repricing;

/// <summary>Rate cards, profiles, prices and exchange rates as of a day, read once for any number of documents.</summary>
internal sealed class PricesOfADay
{
    private readonly StoredReferences references;
    private readonly IReadOnlyList<ExchangeRateRecord> rates;

    private PricesOfADay(DateOnly day, StoredReferences references, IReadOnlyList<ExchangeRateRecord> rates) =>
        (Day, this.references, this.rates) = (day, references, rates);

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>Reads what holds on a day.</summary>
    public static async Task<PricesOfADay> Load(PricingDb db, DateOnly day, CancellationToken cancellationToken) => new(
        day, await StoredReferences.Load(db, day, cancellationToken), await db.ExchangeRates.AsNoTracking().HoldingOn(day).ToListAsync(cancellationToken));

    /// <summary>Prices a document with what holds on the day. Of a stored exchange rate and the document's own the later one counts, unless it is after the day.</summary>
    /// <exception cref="Errors.InvalidRequestException">The document cannot be priced on the day.</exception>
    public PricedDocument Price(string sent) => EngagementPricing.Price(WithRates(sent), offer: null, Day, references);

    /// <summary>Prices a document that keeps its own exchange rates.</summary>
    /// <exception cref="Errors.InvalidRequestException">The document cannot be priced on the day, or closes a structure of the offer.</exception>
    public PricedDocument PriceAsItIs(JsonObject document, OfferTerms? offer) => EngagementPricing.Price(Raw(document), offer, Day, references);

    /// <summary>Gives a document the stored rate of a currency that it has none of, where there is one.</summary>
    public void AddRate(JsonObject document, string currency)
    {
        var pricedIn = (string)document["currency"]!;
        var listed = document["exchangeRates"]?.AsArray();
        if (currency == pricedIn || listed?.Any(entry => (string)entry!["currency"]! == currency) == true || RateOf(currency, pricedIn) is not { } rate)
            return;
        if (listed is null)
            document["exchangeRates"] = listed = [];
        var entry = new JsonObject { ["currency"] = currency };
        State(entry, rate);
        listed.Add(entry);
    }

    private RawJson WithRates(string sent)
    {
        var document = JsonNode.Parse(sent)!.AsObject();
        foreach (var entry in document["exchangeRates"]?.AsArray().Select(entry => entry!.AsObject()) ?? [])
        {
            if (RateOf((string)entry["currency"]!, (string)document["currency"]!) is { } rate && !IsLater(DayOf(entry), rate))
                State(entry, rate);
        }

        return Raw(document);
    }

    private bool IsLater(DateOnly own, ExchangeRateRecord rate) => own <= Day && own > rate.AsOf;

    private static DateOnly DayOf(JsonObject entry) => DateOnly.ParseExact((string)entry["asOf"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private ExchangeRateRecord? RateOf(string currency, string pricedIn) => rates.FirstOrDefault(rate => rate.Currency == currency && rate.PricedIn == pricedIn);

    private static void State(JsonObject entry, ExchangeRateRecord rate)
    {
        entry["rate"] = rate.Rate;
        entry["asOf"] = rate.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static RawJson Raw(JsonObject document) => new(Encoding.UTF8.GetBytes(document.ToJsonString()));
}
