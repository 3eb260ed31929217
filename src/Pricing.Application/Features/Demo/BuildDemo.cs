using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Seeding;

namespace Pricing.Application.Features.Demo;

/// <summary>Builds the demo engagement, 120 social videos, or puts it back as it was; its id is always the same.</summary>
public sealed record BuildDemo : IRequest<EngagementView>;

internal sealed class BuildDemoHandler(SeedData seed, Actor actor) : IRequestHandler<BuildDemo, EngagementView>
{
    public async Task<EngagementView> Handle(BuildDemo request, CancellationToken cancellationToken) =>
        EngagementView.Of(await seed.RestoreDemo(actor, cancellationToken));
}
