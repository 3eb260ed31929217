using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.ExchangeRates;

/// <summary>The exchange rates, in the order of creation.</summary>
/// <param name="AsOf">A day: of each pair the rate that holds on it; null for all rates.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListExchangeRates(DateOnly? AsOf, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<ExchangeRateView>>;

internal sealed class ListExchangeRatesValidator : PagedRequestValidator<ListExchangeRates>;

internal sealed class ListExchangeRatesHandler(PricingDb db, Pages pages) : IRequestHandler<ListExchangeRates, Page<ExchangeRateView>>
{
    public async Task<Page<ExchangeRateView>> Handle(ListExchangeRates request, CancellationToken cancellationToken)
    {
        var rates = request.AsOf is { } day ? db.ExchangeRates.HoldingOn(day) : db.ExchangeRates;
        return await pages.Of(rates, request, ExchangeRateView.Of, null, cancellationToken);
    }
}

internal static class HoldingRates
{
    /// <summary>Of each pair the latest rate that is not after the day.</summary>
    public static IQueryable<ExchangeRateRecord> HoldingOn(this IQueryable<ExchangeRateRecord> rates, DateOnly day) => rates.Where(rate =>
        rate.AsOf <= day
        && !rates.Any(later => later.Currency == rate.Currency && later.PricedIn == rate.PricedIn && later.AsOf > rate.AsOf && later.AsOf <= day));
}
