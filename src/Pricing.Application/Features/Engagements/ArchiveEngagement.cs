using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>Takes an engagement out of the lists; it stays readable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record ArchiveEngagement(Guid Id, int? ReadVersion) : IRequest<EngagementView>;

internal sealed class ArchiveEngagementHandler(PricingDb db, TimeProvider time, Actor actor) : IRequestHandler<ArchiveEngagement, EngagementView>
{
    public async Task<EngagementView> Handle(ArchiveEngagement request, CancellationToken cancellationToken)
    {
        var engagement = await db.ForChange<EngagementRecord>("engagement", request.Id, request.ReadVersion, cancellationToken);
        engagement.Archive();
        var now = time.GetUtcNow();
        engagement.Touch(now);
        db.Events.Add(engagement.Event(EventTypes.EngagementArchived, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return EngagementView.Of(engagement, actor);
    }
}
