using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PriceBook;

/// <summary>
/// A new price of a vendor, or the next one of a code: it wins over earlier entries of its code from its first day on.
/// </summary>
/// <remarks>Refused as <c>price-exists</c> where the code already has an entry with this <c>validFrom</c>.</remarks>
public sealed record AddPrice : PriceTerms, IRequest<PriceView>;

internal sealed class AddPriceValidator : PriceTermsValidator<AddPrice>;

internal sealed class AddPriceHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<AddPrice, PriceView>
{
    public async Task<PriceView> Handle(AddPrice request, CancellationToken cancellationToken)
    {
        var entry = Record.New<PriceBookEntry>(actor, time.GetUtcNow());
        await db.RefuseDouble(request, entry.Id, cancellationToken);
        entry.State(request);
        db.Add(entry);
        await db.SaveChangesAsync(CancellationToken.None);
        return PriceView.Of(entry);
    }
}
