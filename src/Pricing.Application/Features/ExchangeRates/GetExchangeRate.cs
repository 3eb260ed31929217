using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.ExchangeRates;

/// <summary>One exchange rate.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetExchangeRate(Guid Id) : IRequest<ExchangeRateView>;

internal sealed class GetExchangeRateHandler(PricingDb db) : IRequestHandler<GetExchangeRate, ExchangeRateView>
{
    public async Task<ExchangeRateView> Handle(GetExchangeRate request, CancellationToken cancellationToken)
    {
        var rate = await db.ExchangeRates.AsNoTracking().SingleOrDefaultAsync(rate => rate.Id == request.Id, cancellationToken);
        return ExchangeRateView.Of(rate ?? throw new NotFoundException("exchange rate", request.Id));
    }
}
