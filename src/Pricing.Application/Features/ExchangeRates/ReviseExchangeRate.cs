using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.ExchangeRates;

/// <summary>A correction of an exchange rate; what is sent replaces the old one. Engagements keep the rates of their documents.</summary>
/// <remarks>Refused as <c>exchange-rate-exists</c> where another rate of the pair is of this day.</remarks>
public sealed record ReviseExchangeRate : ExchangeRateTerms, IRequest<ExchangeRateView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ReviseExchangeRateValidator : ExchangeRateTermsValidator<ReviseExchangeRate>;

internal sealed class ReviseExchangeRateHandler(PricingDb db, TimeProvider time) : IRequestHandler<ReviseExchangeRate, ExchangeRateView>
{
    public async Task<ExchangeRateView> Handle(ReviseExchangeRate request, CancellationToken cancellationToken)
    {
        var rate = await db.ForChange<ExchangeRateRecord>("exchange rate", request.Id, request.ReadVersion, cancellationToken);
        await db.RefuseDouble(request, rate.Id, cancellationToken);
        rate.State(request);
        rate.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return ExchangeRateView.Of(rate);
    }
}
