using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Scenarios;

/// <summary>Takes a scenario out of lists and comparisons; it stays readable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record ArchiveScenario(Guid Id, int? ReadVersion) : IRequest<ScenarioView>;

internal sealed class ArchiveScenarioHandler(PricingDb db, TimeProvider time, Actor actor) : IRequestHandler<ArchiveScenario, ScenarioView>
{
    public async Task<ScenarioView> Handle(ArchiveScenario request, CancellationToken cancellationToken)
    {
        var scenario = await db.ForChange<ScenarioRecord>("scenario", request.Id, request.ReadVersion, cancellationToken);
        scenario.Archive();
        scenario.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return ScenarioView.Of(scenario, actor);
    }
}
