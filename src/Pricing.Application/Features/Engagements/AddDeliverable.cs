using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Deliverables;
using Pricing.Application.Persistence;
using DeliverableKind = Pricing.Application.Features.Deliverables.DeliverableKind;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Engagements;

/// <summary>Adds a work package or asset of the library to an engagement; a copy, that later changes of the library do not touch.</summary>
public sealed record AddDeliverable : IRequest<EngagementView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>The deliverable of the library.</summary>
    public required Guid DeliverableId { get; init; }

    /// <summary>How many of an asset, above 0 to 1,000,000,000,000; leave out for the library's number. Refused for a work package.</summary>
    /// <example>12</example>
    public decimal? Quantity { get; init; }
}

internal sealed class AddDeliverableValidator : AbstractValidator<AddDeliverable>
{
    public AddDeliverableValidator() =>
        RuleFor(request => request.Quantity).InclusiveBetween(1e-9m, 1e12m).WithMessage("quantity is above 0, at most 1,000,000,000,000.");
}

internal sealed class AddDeliverableHandler(PricingDb db, EngagementPricing pricing, TimeProvider time, Actor actor) : IRequestHandler<AddDeliverable, EngagementView>
{
    public async Task<EngagementView> Handle(AddDeliverable request, CancellationToken cancellationToken)
    {
        var engagement = await db.ForWork(request.Id, request.ReadVersion, cancellationToken);
        var before = EngagementMark.Of(engagement);
        var deliverable = await db.Deliverables.AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == request.DeliverableId, cancellationToken)
            ?? throw new InvalidRequestException([new("/deliverableId", "The library has no such deliverable.")]);
        if (request.Quantity is not null && deliverable.Kind == DeliverableKind.WorkPackage)
            throw new InvalidRequestException([new("/quantity", "A work package is done once and has no quantity.")]);

        var clientName = await pricing.ClientName(engagement.ClientId, cancellationToken);
        var document = With(engagement.SentDocument, deliverable, request.Quantity);
        engagement.Price(await pricing.Price(document, engagement.OfferTerms, engagement.PricingDate, cancellationToken), clientName);
        var now = time.GetUtcNow();
        engagement.Touch(now);
        db.Events.AddRange(engagement.Revised(before, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return EngagementView.Of(engagement, actor);
    }

    private static RawJson With(string sent, DeliverableRecord deliverable, decimal? quantity)
    {
        var document = JsonNode.Parse(sent)!.AsObject();
        var entry = JsonNode.Parse(deliverable.Document)!.AsObject();
        entry.Remove("id");   // ids are unique within their array, and the same deliverable may be added twice
        if (quantity is { } number)
            entry["quantity"] = number;

        var list = deliverable.Kind == DeliverableKind.Asset ? "assets" : "workPackages";
        if (document[list] is not JsonArray entries)
            document[list] = entries = [];
        entries.Add(entry);
        return RawJson.Of(document);
    }
}
