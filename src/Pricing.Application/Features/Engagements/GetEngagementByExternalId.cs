using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>The engagement that another system knows under an id, without a figure of the inside.</summary>
/// <param name="System">Code of the system.</param>
/// <param name="ExternalId">The id there.</param>
public sealed record GetEngagementByExternalId(string System, string ExternalId) : IRequest<EngagementDraftView>;

internal sealed class GetEngagementByExternalIdHandler(PricingDb db) : IRequestHandler<GetEngagementByExternalId, EngagementDraftView>
{
    public async Task<EngagementDraftView> Handle(GetEngagementByExternalId request, CancellationToken cancellationToken)
    {
        var engagement = await db.Engagements.AsNoTracking().KnownAs(request.System, request.ExternalId).SingleOrDefaultAsync(cancellationToken);
        return EngagementDraftView.Of(engagement ?? throw new NotFoundException("engagement known as", $"{request.System}/{request.ExternalId}"));
    }
}
