using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PriceBook;

/// <summary>
/// A correction of a price; what is sent replaces the old entry. Engagements keep the price they were saved with. Where the vendor
/// changes its price, add the next entry of the code instead.
/// </summary>
/// <remarks>Refused as <c>price-exists</c> where another entry of the code has this <c>validFrom</c>.</remarks>
public sealed record RevisePrice : PriceTerms, IRequest<PriceView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class RevisePriceValidator : PriceTermsValidator<RevisePrice>;

internal sealed class RevisePriceHandler(PricingDb db, TimeProvider time) : IRequestHandler<RevisePrice, PriceView>
{
    public async Task<PriceView> Handle(RevisePrice request, CancellationToken cancellationToken)
    {
        var entry = await db.ForChange<PriceBookEntry>("price", request.Id, request.ReadVersion, cancellationToken);
        await db.RefuseDouble(request, entry.Id, cancellationToken);
        entry.State(request);
        entry.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return PriceView.Of(entry);
    }
}
