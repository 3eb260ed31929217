using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Scenarios;

/// <summary>One scenario with its document.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetScenario(Guid Id) : IRequest<ScenarioView>;

/// <summary>Compares a scenario under every fee structure.</summary>
/// <param name="Id">Its id.</param>
public sealed record CompareScenario(Guid Id) : IRequest<ReadOnlyMemory<byte>>;

internal sealed class GetScenarioHandler(PricingDb db, Actor actor) : IRequestHandler<GetScenario, ScenarioView>, IRequestHandler<CompareScenario, ReadOnlyMemory<byte>>
{
    public async Task<ScenarioView> Handle(GetScenario request, CancellationToken cancellationToken) => ScenarioView.Of(await Read(request.Id, cancellationToken), actor);

    public async Task<ReadOnlyMemory<byte>> Handle(CompareScenario request, CancellationToken cancellationToken) =>
        ComparisonWriter.Write((await Read(request.Id, cancellationToken)).Compare(), withRoleCosts: actor.May(Right.ReadSalaries));

    private async Task<ScenarioRecord> Read(Guid id, CancellationToken cancellationToken) =>
        await db.Scenarios.AsNoTracking().SingleOrDefaultAsync(scenario => scenario.Id == id, cancellationToken) ?? throw new NotFoundException("scenario", id);
}
