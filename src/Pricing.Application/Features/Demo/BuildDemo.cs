using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Features.Demo;

/// <summary>Builds the demo engagement, 120 social videos, or puts it back as it was; its id is always the same.</summary>
public sealed record BuildDemo : IRequest<EngagementView>;

internal sealed class BuildDemoHandler(SeedData seed, PricingDb db, Actor actor) : IRequestHandler<BuildDemo, EngagementView>
{
    private const int MostAttempts = 5;

    // Whoever restores the demo wants it as it was, whatever somebody else does to it at the same moment.
    public async Task<EngagementView> Handle(BuildDemo request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return EngagementView.Of(await seed.RestoreDemo(actor, cancellationToken), actor);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
