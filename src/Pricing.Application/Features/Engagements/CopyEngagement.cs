using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Engagements;

/// <summary>A new lead that starts from another engagement or a template: same work, prices of the new pricing date, no dates and no history.</summary>
public sealed record CopyEngagement : IRequest<EngagementView>
{
    /// <summary>The engagement to start from; from the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Name of the copy, 1 to 300 characters; leave out to keep the name.</summary>
    /// <example>Social content campaign, spring wave</example>
    public string? Name { get; init; }

    /// <summary>Client of the copy; leave out for none.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>Day as of which references are resolved. Default: today.</summary>
    public DateOnly? PricingDate { get; init; }
}

internal sealed class CopyEngagementValidator : AbstractValidator<CopyEngagement>
{
    public CopyEngagementValidator() => RuleFor(copy => copy.Name).IsOptionalText(300);
}

internal sealed class CopyEngagementHandler(PricingDb db, EngagementPricing pricing, Actor actor, TimeProvider time)
    : IRequestHandler<CopyEngagement, EngagementView>
{
    public async Task<EngagementView> Handle(CopyEngagement request, CancellationToken cancellationToken)
    {
        var source = await db.ReadEngagement(request.Id, cancellationToken);
        var clientName = await pricing.ClientName(request.ClientId, cancellationToken);
        var document = CopyOf(source, request.Name, clientName);
        var priced = await pricing.Price(document, null, request.PricingDate ?? time.Today(), cancellationToken);

        // At the prices of another day a structure may be closed; then the copy has the suggested offer.
        var offer = EngagementPricing.Closed(source.OfferTerms, priced.Comparison).Count == 0 ? source.OfferTerms : null;
        var terms = new CreateEngagement { ClientId = request.ClientId, Offer = offer, Document = document };

        var now = time.GetUtcNow();
        var copy = Record.New<EngagementRecord>(actor, now);
        copy.State(terms, priced, clientName);
        copy.CopyOf(source);
        db.Add(copy);
        db.Events.Add(copy.Event(EventTypes.EngagementCreated, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return EngagementView.Of(copy, actor);
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
