using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using Pricing.Model.Analyses;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Repricing;

/// <summary>
/// Prices an engagement as of a day and takes the difference apart by cause: scope, rate, AI price, currency, terms, discount. Nothing is stored.
/// </summary>
public sealed record RepriceEngagement : IRequest<RepricingBridges>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Day as of which rate cards, profiles, prices and exchange rates are taken. Default: today.</summary>
    /// <example>2026-12-01</example>
    public DateOnly? AsOf { get; init; }

    /// <summary>What it is compared to. Default: the engagement with the prices that it keeps.</summary>
    public RepriceAgainst? Against { get; init; }

    /// <summary>Position of the fee structure, counted from 0. Default: the recommended one, else the first.</summary>
    /// <example>1</example>
    public int? Structure { get; init; }

    /// <summary>In which form it is answered. From query and <c>Accept</c>, never from the body; bounded also where figures are asked for, as the document says.</summary>
    [JsonIgnore]
    public AnswerForm Form { get; init; } = new(AnswerFormat.Json);
}

/// <summary>What a repriced engagement is compared to: one of the three.</summary>
public sealed record RepriceAgainst
{
    /// <summary>The same engagement, priced as of this day.</summary>
    /// <example>2026-11-25</example>
    public DateOnly? AsOf { get; init; }

    /// <summary>Another stored engagement, such as last year's, with the prices that it keeps.</summary>
    public Guid? Engagement { get; init; }

    /// <summary>A scenario, with the prices that it keeps.</summary>
    public Guid? Scenario { get; init; }
}

internal sealed class RepriceEngagementValidator : AbstractValidator<RepriceEngagement>
{
    public RepriceEngagementValidator()
    {
        RuleFor(request => request.Against)
            .Must(against => against is null || new[] { against.AsOf is not null, against.Engagement is not null, against.Scenario is not null }.Count(given => given) == 1)
            .WithMessage("against names one of asOf, engagement and scenario.");
        this.BoundPicture(request => request.Form);
    }
}

internal sealed class RepriceEngagementHandler(PricingDb db, TimeProvider time) : IRequestHandler<RepriceEngagement, RepricingBridges>
{
    public async Task<RepricingBridges> Handle(RepriceEngagement request, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        var day = request.AsOf ?? time.Today();
        var now = (await PricesOfADay.Load(db, day, cancellationToken)).Price(engagement.SentDocument);
        var (against, before) = await Against(request.Against, engagement, cancellationToken);
        if (before.Engagement.Currency != now.Engagement.Currency)
            throw new InvalidRequestException([new("/against", $"It is in {before.Engagement.Currency}, the engagement in {now.Engagement.Currency}; amounts of two currencies have no bridge.")]);

        var position = request.Structure ?? engagement.OfferTerms?.Recommended ?? Offer.Suggested(now.Comparison)?.Recommended ?? 0;
        var earlier = PositionIn(before.Engagement, now.Engagement, position);
        try
        {
            var stages = RepricingBridge.Of(before.Engagement, earlier, now.Engagement, position);
            return RepricingBridges.Of(engagement, day, position, against, stages, before.ChangesTo(new(now.Engagement, now.Provenance)));
        }
        catch (BeyondBoundsException e)
        {
            throw new InvalidRequestException([.. e.Faults.Select(fault => new Fault("/against", $"On the way between the two: {fault.Detail}"))]);
        }
    }

    private async Task<(RepricedAgainst, SourcedDocument)> Against(RepriceAgainst? against, EngagementRecord engagement, CancellationToken cancellationToken)
    {
        switch (against)
        {
            case { AsOf: { } day }:
                var priced = (await PricesOfADay.Load(db, day, cancellationToken)).Price(engagement.SentDocument);
                return (new(engagement.Id, null, engagement.Name, day), new(priced.Engagement, priced.Provenance));
            case { Engagement: { } id }:
                var other = await db.Engagements.AsNoTracking().SingleOrDefaultAsync(record => record.Id == id, cancellationToken)
                    ?? throw new InvalidRequestException([new("/against/engagement", "There is no such engagement.")]);
                return (new(other.Id, null, other.Name, other.PricingDate), new(other.Restore(), other.Sources));
            case { Scenario: { } id }:
                var scenario = await db.Scenarios.AsNoTracking().SingleOrDefaultAsync(record => record.Id == id, cancellationToken)
                    ?? throw new InvalidRequestException([new("/against/scenario", "There is no such scenario.")]);
                return (new(scenario.EngagementId, scenario.Id, scenario.Name, scenario.PricingDate), new(scenario.Restore(), scenario.Sources));
            default:
                return (new(engagement.Id, null, engagement.Name, engagement.PricingDate), new(engagement.Restore(), engagement.Sources));
        }
    }

    // The same structure is the one of the same type and name, else one of the same type at the same place.
    private static int PositionIn(Pricing.Model.Engagements.Engagement before, Pricing.Model.Engagements.Engagement now, int position)
    {
        if (position < 0 || position >= now.FeeStructures.Count)
            throw new InvalidRequestException([new("/structure", $"The document has {now.FeeStructures.Count} fee structures, counted from 0; there is none at {position}.")]);
        var structure = now.FeeStructures[position];
        var same = before.FeeStructures.ToList().FindIndex(other => other.Type == structure.Type && other.Name == structure.Name);
        if (same < 0 && position < before.FeeStructures.Count && before.FeeStructures[position].Type == structure.Type)
            same = position;
        return same >= 0 ? same : throw new InvalidRequestException([new("/structure", $"What it is compared to has no such structure: {JsonText.Quote(structure.Name ?? structure.Type)}.")]);
    }
}
