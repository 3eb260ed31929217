using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.LegalEntities;

/// <summary>One company of the agency.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetLegalEntity(Guid Id) : IRequest<LegalEntityView>;

internal sealed class GetLegalEntityHandler(PricingDb db) : IRequestHandler<GetLegalEntity, LegalEntityView>
{
    public async Task<LegalEntityView> Handle(GetLegalEntity request, CancellationToken cancellationToken) => LegalEntityView.Of(
        await db.LegalEntities.AsNoTracking().SingleOrDefaultAsync(entity => entity.Id == request.Id, cancellationToken) ?? throw new NotFoundException("legal entity", request.Id));
}
