using Pricing.Application.Errors;
using Pricing.Application.Features.Clients;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

internal static class EngagementsInUse
{
    /// <summary>An engagement that is worked on, at the version the caller has read.</summary>
    /// <exception cref="NotFoundException">There is none in this agency.</exception>
    /// <exception cref="StaleVersionException">It has another version by now.</exception>
    /// <exception cref="ConflictException">The data of its client are erased or only kept.</exception>
    public static async Task<EngagementRecord> ForWork(this PricingDb db, Guid id, int? version, CancellationToken cancellationToken)
    {
        var engagement = await db.ForChange<EngagementRecord>("engagement", id, version, cancellationToken);
        await db.RequireInUse(engagement.ClientId, cancellationToken);
        return engagement;
    }
}
