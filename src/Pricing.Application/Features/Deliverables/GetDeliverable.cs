using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Deliverables;

/// <summary>One deliverable; not found where the agency has none of this id.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetDeliverable(Guid Id) : IRequest<DeliverableView>;

internal sealed class GetDeliverableHandler(PricingDb db) : IRequestHandler<GetDeliverable, DeliverableView>
{
    public async Task<DeliverableView> Handle(GetDeliverable request, CancellationToken cancellationToken)
    {
        var deliverable = await db.Deliverables.AsNoTracking().SingleOrDefaultAsync(deliverable => deliverable.Id == request.Id, cancellationToken);
        return DeliverableView.Of(deliverable ?? throw new NotFoundException("deliverable", request.Id));
    }
}
