using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>All ids under which other systems know an engagement: adds, takes away and changes them in one step.</summary>
public sealed record ReviseEngagementExternalIds : IRequest<EngagementView>, IStatesExternalIds
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>All of them, at most 20; several of one system where it has duplicates.</summary>
    public required IReadOnlyList<ExternalId> ExternalIds { get; init; }
}

internal sealed class ReviseEngagementExternalIdsHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<ReviseEngagementExternalIds, EngagementView>
{
    public async Task<EngagementView> Handle(ReviseEngagementExternalIds request, CancellationToken cancellationToken)
    {
        var engagement = await db.ForWork(request.Id, request.ReadVersion, cancellationToken);
        await db.RefuseTaken<EngagementRecord>(engagement.Id, request.ExternalIds, cancellationToken);
        engagement.KnowAs(request.ExternalIds);
        engagement.Touch(time.GetUtcNow());
        db.Events.Add(engagement.Event(EventTypes.EngagementRevised, actor, time.GetUtcNow()));
        await db.SaveChangesAsync(CancellationToken.None);
        return EngagementView.Of(engagement, actor);
    }
}
