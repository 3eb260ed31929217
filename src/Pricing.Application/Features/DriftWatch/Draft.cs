using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.Repricing;
using Pricing.Model.Comparisons;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.DriftWatch;

/// <summary>An open engagement with the successor in it, or why it cannot have it.</summary>
internal sealed class Draft
{
    private readonly EngagementRecord engagement;
    private readonly int version;
    private readonly PricedDocument? priced;
    private readonly Comparison before;
    private readonly IReadOnlyList<string> places;
    private readonly List<string> warnings;
    private readonly IReadOnlyList<Fault> faults;

    private Draft(EngagementRecord engagement, PricedDocument? priced, IReadOnlyList<string> places, List<string> warnings, IReadOnlyList<Fault> faults)
    {
        (this.engagement, this.priced, this.places, this.warnings, this.faults) = (engagement, priced, places, warnings, faults);
        (version, before) = (engagement.Version, engagement.Compare());
    }

    /// <summary>The engagement where it cannot have the successor; else null.</summary>
    public UnpricedEngagement? Unpriced => priced is null ? UnpricedEngagement.Of(engagement, faults) : null;

    /// <summary>The difference; null where it cannot have the successor.</summary>
    public SwappedEngagement? Swapped => priced is null ? null : new(
        engagement.Id, engagement.Name, engagement.Stage, version, engagement.Currency, places, [.. OfferedStructures.Of(engagement, before).Positions.Select(Difference)], warnings);

    public static Draft Of(EngagementRecord engagement, Successorship swap, PricesOfADay prices)
    {
        var document = JsonNode.Parse(engagement.SentDocument)!.AsObject();
        var warnings = new List<string>();
        var places = swap.PutInto(document, warnings);
        prices.AddRate(document, swap.Entry.Currency);
        try
        {
            return new(engagement, prices.PriceAsItIs(document, engagement.OfferTerms), places, warnings, []);
        }
        catch (InvalidRequestException e)
        {
            return new(engagement, null, places, warnings, e.Faults);   // the others can have it nevertheless
        }
    }

    /// <summary>What names the difference: the engagements, their versions and what becomes of them.</summary>
    public static string ConfirmationOf(IReadOnlyList<Draft> drafts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var draft in drafts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{draft.engagement.Id} {draft.version} ")));
            hash.AppendData(draft.priced is { } priced ? priced.Resolved.Span : "-"u8);
        }

        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>Changes the engagement.</summary>
    /// <returns>What happened to it; nothing where it stays as it is.</returns>
    public async Task<IEnumerable<EventRecord>> Apply(EngagementPricing pricing, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (priced is null)
            return [];
        var was = EngagementMark.Of(engagement);
        engagement.Price(priced, await pricing.ClientName(engagement.ClientId, cancellationToken));
        engagement.Touch(now);
        return engagement.Revised(was, actor, now);
    }

    private SwappedStructure Difference(int position)
    {
        var structure = before.Structures[position].Structure;
        return new(position, structure.Type, structure.Name, EarnedFigures.Of(before, position), EarnedFigures.Of(priced!.Comparison, position));
    }
}
