using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PriceBook;

/// <summary>One entry of the price book; not found where the agency has none of this id.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetPrice(Guid Id) : IRequest<PriceView>;

internal sealed class GetPriceHandler(PricingDb db) : IRequestHandler<GetPrice, PriceView>
{
    public async Task<PriceView> Handle(GetPrice request, CancellationToken cancellationToken)
    {
        var entry = await db.PriceBook.AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == request.Id, cancellationToken);
        return PriceView.Of(entry ?? throw new NotFoundException("price", request.Id));
    }
}
