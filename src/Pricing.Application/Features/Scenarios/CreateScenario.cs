using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Scenarios;

/// <summary>
/// A new scenario of an engagement: its document with changes, or a whole document. References are resolved as of the engagement's pricing date.
/// </summary>
/// <remarks>Refused as <c>too-many-scenarios</c> where the engagement has 50 that are not archived.</remarks>
public sealed record CreateScenario : ScenarioStart, IRequest<ScenarioView>
{
    /// <summary>The engagement; from the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Name, 1 to 300 characters.</summary>
    /// <example>All classic</example>
    public required string Name { get; init; }

    /// <summary>What it is about, at most 10,000 characters.</summary>
    /// <example>What the same videos would take without generative models.</example>
    public string? Note { get; init; }

    /// <summary>A whole document in the place of the engagement's; then production, scope and changes are left out. Its currency is the engagement's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RawJson? Document { get; init; }
}

internal sealed class CreateScenarioValidator : ScenarioStartValidator<CreateScenario>
{
    public CreateScenarioValidator()
    {
        RuleFor(scenario => scenario.Name).IsText(300);
        RuleFor(scenario => scenario.Note).IsOptionalText(10_000);
        When(scenario => scenario.Document is not null, () =>
        {
            const string Beside = "It may not stand beside document, which says everything.";
            RuleFor(scenario => scenario.Production).Null().WithMessage(Beside);
            RuleFor(scenario => scenario.Scope).Null().WithMessage(Beside);
            RuleFor(scenario => scenario.Changes).Null().WithMessage(Beside);
        });
    }
}

internal sealed class CreateScenarioHandler(PricingDb db, EngagementPricing pricing, Actor actor, TimeProvider time) : IRequestHandler<CreateScenario, ScenarioView>
{
    public async Task<ScenarioView> Handle(CreateScenario request, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        await db.RequireInUse(engagement.ClientId, cancellationToken);
        if (await db.Scenarios.CountAsync(other => other.EngagementId == request.Id && !other.IsArchived, cancellationToken) >= ScenarioRules.Most)
            throw new ConflictException("too-many-scenarios", $"The engagement has {ScenarioRules.Most} scenarios. Archive one first.");

        var document = request.Document is { } whole
            ? SalaryVeil.Restored(whole, engagement.SentDocument, actor)
            : ScenarioDocument.From(engagement.SentDocument, request, actor);
        var priced = await pricing.PriceScenario(document, engagement, engagement.PricingDate, cancellationToken);
        var scenario = Record.New<ScenarioRecord>(actor, time.GetUtcNow());
        scenario.StartFrom(engagement);
        scenario.State(request.Name, request.Note);
        scenario.Price(priced);
        db.Add(scenario);
        await db.SaveChangesAsync(CancellationToken.None);
        return ScenarioView.Of(scenario, actor);
    }
}

internal static class ScenarioRules
{
    /// <summary>Most scenarios of an engagement that are not archived: a comparison shows all of them.</summary>
    public const int Most = 50;

    /// <summary>Prices the document of a scenario; its figures stand beside the engagement's, so they are in one currency.</summary>
    /// <exception cref="InvalidRequestException">The document breaks a rule, or is in another currency.</exception>
    public static async Task<PricedDocument> PriceScenario(
        this EngagementPricing pricing, RawJson document, EngagementRecord engagement, DateOnly day, CancellationToken cancellationToken)
    {
        var priced = await pricing.Price(document, offer: null, day, cancellationToken);
        return priced.Engagement.Currency == engagement.Currency
            ? priced
            : throw new InvalidRequestException([new("/document/currency", $"A scenario is in the currency of its engagement, {engagement.Currency}.")]);
    }
}
