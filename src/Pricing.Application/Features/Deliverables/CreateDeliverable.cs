using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Deliverables;

/// <summary>A new deliverable of the library.</summary>
public sealed record CreateDeliverable : DeliverableTerms, IRequest<DeliverableView>;

internal sealed class CreateDeliverableValidator : DeliverableTermsValidator<CreateDeliverable>;

internal sealed class CreateDeliverableHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<CreateDeliverable, DeliverableView>
{
    public async Task<DeliverableView> Handle(CreateDeliverable request, CancellationToken cancellationToken)
    {
        var deliverable = Record.New<DeliverableRecord>(actor, time.GetUtcNow());
        deliverable.State(request);
        db.Add(deliverable);
        await db.SaveChangesAsync(CancellationToken.None);
        return DeliverableView.Of(deliverable);
    }
}
