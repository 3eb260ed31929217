using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Deliverables;

/// <summary>Takes a deliverable out of the lists; engagements that took it stay as they are.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record ArchiveDeliverable(Guid Id, int? ReadVersion) : IRequest<DeliverableView>;

internal sealed class ArchiveDeliverableHandler(PricingDb db, TimeProvider time) : IRequestHandler<ArchiveDeliverable, DeliverableView>
{
    public async Task<DeliverableView> Handle(ArchiveDeliverable request, CancellationToken cancellationToken)
    {
        var deliverable = await db.ForChange<DeliverableRecord>("deliverable", request.Id, request.ReadVersion, cancellationToken);
        deliverable.Archive();
        deliverable.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return DeliverableView.Of(deliverable);
    }
}
