using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.RateCards;

/// <summary>One rate card, with salaries for those with the right readSalaries only; not found where the agency has none of this id.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetRateCard(Guid Id) : IRequest<RateCardView>;

internal sealed class GetRateCardHandler(PricingDb db, Actor actor) : IRequestHandler<GetRateCard, RateCardView>
{
    public async Task<RateCardView> Handle(GetRateCard request, CancellationToken cancellationToken)
    {
        var card = await db.RateCards.AsNoTracking().SingleOrDefaultAsync(card => card.Id == request.Id, cancellationToken);
        return RateCardView.Of(card ?? throw new NotFoundException("rate card", request.Id), RateCardView.ShowsSalariesTo(actor));
    }
}
