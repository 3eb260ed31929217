using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.ExchangeRates;

/// <summary>A new exchange rate, which holds from its day on.</summary>
/// <remarks>Refused as <c>exchange-rate-exists</c> where the pair already has a rate of this day.</remarks>
public sealed record AddExchangeRate : ExchangeRateTerms, IRequest<ExchangeRateView>;

internal sealed class AddExchangeRateValidator : ExchangeRateTermsValidator<AddExchangeRate>;

internal sealed class AddExchangeRateHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<AddExchangeRate, ExchangeRateView>
{
    public async Task<ExchangeRateView> Handle(AddExchangeRate request, CancellationToken cancellationToken)
    {
        var rate = Record.New<ExchangeRateRecord>(actor, time.GetUtcNow());
        await db.RefuseDouble(request, rate.Id, cancellationToken);
        rate.State(request);
        db.Add(rate);
        await db.SaveChangesAsync(CancellationToken.None);
        return ExchangeRateView.Of(rate);
    }
}
