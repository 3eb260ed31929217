using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Engagements;

/// <summary>Starts engagements from others: same work, prices of another day, no dates and no history.</summary>
internal sealed class EngagementCopies(EngagementPricing pricing, TimeProvider time)
{
    /// <summary>A copy that is not stored yet.</summary>
    /// <exception cref="InvalidRequestException">There is no such client, or the work cannot be priced on that day.</exception>
    public async Task<EngagementRecord> Start(EngagementRecord source, string? name, Guid? clientId, DateOnly pricingDate, Actor actor, CancellationToken cancellationToken)
    {
        var clientName = (await pricing.ClientOf(clientId, known: null, cancellationToken))?.Name;
        var document = CopyOf(source, name, clientName);
        var priced = await pricing.Price(document, null, pricingDate, cancellationToken);

        // At the prices of another day a structure may be closed; then the copy has the suggested offer.
        var offer = EngagementPricing.Closed(source.OfferTerms, priced.Comparison).Count == 0 ? source.OfferTerms : null;
        var terms = new CreateEngagement { ClientId = clientId, Offer = offer, Document = document };

        var copy = Record.New<EngagementRecord>(actor, time.GetUtcNow());
        copy.State(terms, priced, clientName);
        copy.CopyOf(source);
        return copy;
    }

    // Last year's plan has last year's days; they would be wrong without a word.
    private static RawJson CopyOf(EngagementRecord source, string? name, string? clientName)
    {
        var document = JsonNode.Parse(source.SentDocument)!.AsObject();
        if (name is not null)
            document["name"] = name;
        document.Remove("client");
        if (clientName is not null)
            document["client"] = clientName;
        foreach (var work in Entries(document, "workPackages").Concat(Entries(document, "assets")))
        {
            work.Remove("start");
            work.Remove("end");
        }

        return RawJson.Of(document);
    }

    private static IEnumerable<JsonObject> Entries(JsonObject document, string list) => document[list]?.AsArray().Select(entry => entry!.AsObject()) ?? [];
}
