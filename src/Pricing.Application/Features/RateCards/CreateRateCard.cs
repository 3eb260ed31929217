using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.RateCards;

/// <summary>A new rate card, or the next one of a code: it wins over earlier cards of its code from its first day on.</summary>
/// <remarks>
/// Refused as <c>rate-card-exists</c> where the code already has a card with this <c>validFrom</c>; an unknown client is a fault of
/// <c>clientId</c>.
/// </remarks>
public sealed record CreateRateCard : RateCardTerms, IRequest<RateCardView>;

internal sealed class CreateRateCardValidator : RateCardTermsValidator<CreateRateCard>;

internal sealed class CreateRateCardHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<CreateRateCard, RateCardView>
{
    public async Task<RateCardView> Handle(CreateRateCard request, CancellationToken cancellationToken)
    {
        var card = Record.New<RateCardRecord>(actor, time.GetUtcNow());
        await db.RefuseUnknownClient(request, cancellationToken);
        await db.RefuseDouble(request, card.Id, cancellationToken);
        card.State(request);
        db.Add(card);
        await db.SaveChangesAsync(CancellationToken.None);
        return RateCardView.Of(card, RateCardView.ShowsSalariesTo(actor));
    }
}
