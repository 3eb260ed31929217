using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>A new engagement; its references are resolved as of its pricing date and kept.</summary>
public sealed record CreateEngagement : EngagementTerms, IRequest<EngagementView>;

internal sealed class CreateEngagementValidator : DeskTermsValidator<CreateEngagement>;

internal sealed class CreateEngagementHandler(PricingDb db, EngagementPricing pricing, Actor actor, TimeProvider time)
    : IRequestHandler<CreateEngagement, EngagementView>
{
    public async Task<EngagementView> Handle(CreateEngagement request, CancellationToken cancellationToken)
    {
        var client = await pricing.ClientOf(request.ClientId, known: null, cancellationToken);
        var priced = await pricing.Price(request.Document, request.Offer, request.PricingDate ?? time.Today(), cancellationToken);

        var now = time.GetUtcNow();
        var engagement = Record.New<EngagementRecord>(actor, now);
        engagement.State(request, priced, client?.Name);
        db.Add(engagement);
        db.Events.Add(engagement.Event(EventTypes.EngagementCreated, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return EngagementView.Of(engagement, actor);
    }
}
