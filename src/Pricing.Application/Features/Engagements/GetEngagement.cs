using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>One engagement with its document as sent.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetEngagement(Guid Id) : IRequest<EngagementView>;

internal sealed class GetEngagementHandler(PricingDb db, Actor actor) : IRequestHandler<GetEngagement, EngagementView>
{
    public async Task<EngagementView> Handle(GetEngagement request, CancellationToken cancellationToken) =>
        EngagementView.Of(await db.ReadEngagement(request.Id, cancellationToken), actor);
}

internal static class EngagementReading
{
    /// <summary>An engagement that only is read.</summary>
    /// <exception cref="NotFoundException">There is none in this agency.</exception>
    public static async Task<EngagementRecord> ReadEngagement(this PricingDb db, Guid id, CancellationToken cancellationToken) =>
        await db.Engagements.AsNoTracking().SingleOrDefaultAsync(engagement => engagement.Id == id, cancellationToken)
        ?? throw new NotFoundException("engagement", id);
}
