using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Contract;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Scenarios;

/// <summary>A new statement of a scenario; it replaces the old one and is resolved anew as of the scenario's pricing date.</summary>
public sealed record ReviseScenario : IRequest<ScenarioView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>Name, 1 to 300 characters.</summary>
    /// <example>All classic</example>
    public required string Name { get; init; }

    /// <summary>What it is about, at most 10,000 characters.</summary>
    /// <example>What the same videos would take without generative models.</example>
    public string? Note { get; init; }

    /// <summary>The whole document, in the engagement's currency.</summary>
    public required RawJson Document { get; init; }
}

internal sealed class ReviseScenarioValidator : AbstractValidator<ReviseScenario>
{
    public ReviseScenarioValidator()
    {
        RuleFor(scenario => scenario.Name).IsText(300);
        RuleFor(scenario => scenario.Note).IsOptionalText(10_000);
    }
}

internal sealed class ReviseScenarioHandler(PricingDb db, EngagementPricing pricing, TimeProvider time, Actor actor) : IRequestHandler<ReviseScenario, ScenarioView>
{
    public async Task<ScenarioView> Handle(ReviseScenario request, CancellationToken cancellationToken)
    {
        var scenario = await db.ForChange<ScenarioRecord>("scenario", request.Id, request.ReadVersion, cancellationToken);
        var engagement = await db.ReadEngagement(scenario.EngagementId, cancellationToken);
        await db.RequireInUse(engagement.ClientId, cancellationToken);
        var priced = await pricing.PriceScenario(SalaryVeil.Restored(request.Document, scenario.SentDocument, actor), engagement, scenario.PricingDate, cancellationToken);
        scenario.State(request.Name, request.Note);
        scenario.Price(priced);
        scenario.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return ScenarioView.Of(scenario, actor);
    }
}
