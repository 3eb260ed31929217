using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Scenarios;

/// <summary>Changes a scenario's document as it stands: shifts production, changes the scope or single members. All takes effect, or nothing.</summary>
public sealed record ChangeScenario : ScenarioStart, IRequest<ScenarioView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ChangeScenarioValidator : ScenarioStartValidator<ChangeScenario>
{
    public ChangeScenarioValidator() => RuleFor(change => change)
        .Must(change => change.Production is { Count: > 0 } || change.Changes is { Count: > 0 } || change.Scope is not null)
        .WithMessage("There is nothing to change: name production, scope or changes.");
}

internal sealed class ChangeScenarioHandler(PricingDb db, EngagementPricing pricing, TimeProvider time, Actor actor) : IRequestHandler<ChangeScenario, ScenarioView>
{
    public async Task<ScenarioView> Handle(ChangeScenario request, CancellationToken cancellationToken)
    {
        var scenario = await db.ForChange<ScenarioRecord>("scenario", request.Id, request.ReadVersion, cancellationToken);
        var engagement = await db.ReadEngagement(scenario.EngagementId, cancellationToken);
        await db.RequireInUse(engagement.ClientId, cancellationToken);
        var document = ScenarioDocument.From(scenario.SentDocument, request, actor);
        scenario.Price(await pricing.PriceScenario(document, engagement, scenario.PricingDate, cancellationToken));
        scenario.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return ScenarioView.Of(scenario, actor);
    }
}
