using System.Globalization;
using Pricing.Model.Engagements;

namespace Pricing.Application.Features.Repricing;

/// <summary>A price, rate card, profile or exchange rate that is another one than before.</summary>
/// <param name="Place">JSON pointer in the resolved document.</param>
/// <param name="Before">Which it was, with version, date and source; null where it stood in the document itself, or not at all.</param>
/// <param name="After">Which it is; null where it stands in the document itself, or not at all.</param>
public sealed record PriceChange(string Place, string? Before, string? After);

/// <summary>A document and where its spelled-out figures come from.</summary>
internal sealed record SourcedDocument(Engagement Engagement, IReadOnlyDictionary<string, string> Sources)
{
    /// <summary>What has changed on the way to another document.</summary>
    public IReadOnlyList<PriceChange> ChangesTo(SourcedDocument after)
    {
        var (old, now) = (All(), after.All());
        return [.. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Select(place => new PriceChange(place, old.GetValueOrDefault(place), now.GetValueOrDefault(place)))
            .Where(change => change.Before != change.After)];
    }

    private Dictionary<string, string> All()
    {
        var all = new Dictionary<string, string>(Sources, StringComparer.Ordinal);
        foreach (var rate in Engagement.ExchangeRates)
            all[$"/exchangeRates/{rate.Currency}"] = string.Create(CultureInfo.InvariantCulture, $"{rate.Rate:0.############} {Engagement.Currency} per {rate.Currency}, as of {rate.AsOf:yyyy-MM-dd}");
        return all;
    }
}
