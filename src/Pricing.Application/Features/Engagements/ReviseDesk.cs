using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>What the desk knows, stated anew: stage, chances, notes, template, offer. The document and its prices stay as they are.</summary>
public sealed record ReviseDesk : DeskTerms, IRequest<EngagementView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ReviseDeskValidator : DeskTermsValidator<ReviseDesk>;

internal sealed class ReviseDeskHandler(PricingDb db, EngagementPricing pricing, TimeProvider time, Actor actor) : IRequestHandler<ReviseDesk, EngagementView>
{
    public async Task<EngagementView> Handle(ReviseDesk request, CancellationToken cancellationToken)
    {
        var engagement = await db.ForChange<EngagementRecord>("engagement", request.Id, request.ReadVersion, cancellationToken);
        if (request.Stage != EngagementStage.Lost)
            await db.RequireInUse(engagement.ClientId, cancellationToken);   // what nobody works with any more can be brought to an end
        var before = EngagementMark.Of(engagement);
        var former = engagement.ClientId;
        var client = await pricing.ClientOf(request.ClientId, former, cancellationToken);
        var comparison = engagement.Compare();
        if (EngagementPricing.Closed(request.Offer, comparison) is { Count: > 0 } closed)
            throw new InvalidRequestException(closed);

        engagement.StateDesk(request, comparison, client?.Name);
        var now = time.GetUtcNow();
        engagement.Touch(now);
        await db.GoToClient(engagement, former, client, now, cancellationToken);
        db.Events.AddRange(engagement.Revised(before, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return EngagementView.Of(engagement, actor);
    }
}
