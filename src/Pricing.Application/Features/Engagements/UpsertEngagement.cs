using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>A CRM's deal as an engagement: drafted from a template where there is none under its id, else kept up to date. No figure of the inside goes in or out.</summary>
public sealed record UpsertEngagement : IUpsert<EngagementDraftView>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string System { get; init; } = "";

    /// <inheritdoc/>
    [JsonIgnore]
    public string ExternalId { get; init; } = "";

    /// <inheritdoc/>
    [JsonIgnore]
    public UpsertCondition Condition { get; init; } = UpsertCondition.None;

    /// <summary>Name, as proposals print it; 1 to 300 characters.</summary>
    /// <example>Spring campaign</example>
    public required string Name { get; init; }

    /// <summary>The client; leave out where it is named by its external id, or where the engagement keeps the one it has.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>The client, by its id in another system; leave out where clientId names it.</summary>
    public ExternalId? Client { get; init; }

    /// <summary>lead, qualified, proposal, negotiation, won or lost; leave out to keep what it has, lead for a new one.</summary>
    /// <example>qualified</example>
    public EngagementStage? Stage { get; init; }

    /// <summary>Day on which a decision is expected; leave out to keep what it has.</summary>
    /// <example>2026-12-18</example>
    public DateOnly? ExpectedDecision { get; init; }

    /// <summary>Probability of winning it, a fraction from 0 to 1; leave out to keep what it has.</summary>
    /// <example>0.6</example>
    public decimal? WinProbability { get; init; }

    /// <summary>Id or name of the template from which a new one is drafted, at today's prices; required for a new one, without effect on one that is there.</summary>
    /// <example>120 short videos</example>
    public string? Template { get; init; }
}

internal sealed class UpsertEngagementValidator : AbstractValidator<UpsertEngagement>
{
    public UpsertEngagementValidator()
    {
        this.RuleForPlace<UpsertEngagement, EngagementDraftView>();
        RuleFor(deal => deal.Name).IsText(300);
        RuleFor(deal => deal.Stage).IsInEnum().WithMessage("stage is lead, qualified, proposal, negotiation, won or lost.");
        RuleFor(deal => deal.WinProbability).InclusiveBetween(0, 1).WithMessage("winProbability is a fraction from 0 to 1 (0.6 is 60 %).");
        RuleFor(deal => deal.Template).IsOptionalText(300);
        RuleFor(deal => deal.Client).Null().When(deal => deal.ClientId is not null).WithMessage("The client is named by clientId or by client, not by both.");
        RuleFor(deal => deal.Client!).SetValidator(new ExternalIdValidator()).When(deal => deal.Client is not null);
    }
}

internal sealed class UpsertEngagementHandler(PricingDb db, EngagementPricing pricing, EngagementCopies copies, Actor actor, TimeProvider time) : IRequestHandler<UpsertEngagement, Upserted<EngagementDraftView>>
{
    public async Task<Upserted<EngagementDraftView>> Handle(UpsertEngagement request, CancellationToken cancellationToken)
    {
        var known = await db.ForUpsert<EngagementRecord>(request.System, request.ExternalId, request.Condition, cancellationToken);
        var former = known?.ClientId;
        await db.RequireInUse(former, cancellationToken);
        var client = await ClientOf(request, former, cancellationToken);
        var before = known is null ? null : EngagementMark.Of(known);
        var engagement = known ?? await Drafted(request, client, cancellationToken);
        known?.Rename(request.Name, client);
        engagement.StateDeal(request.Stage ?? engagement.Stage, request.ExpectedDecision ?? engagement.ExpectedDecision, request.WinProbability ?? engagement.WinProbability);
        if (before is null)
        {
            db.Events.Add(engagement.Event(EventTypes.EngagementCreated, actor, time.GetUtcNow()));
        }
        else if (!db.LeavesAsItIs(engagement))
        {
            engagement.Touch(time.GetUtcNow());
            await db.GoToClient(engagement, former, client, time.GetUtcNow(), cancellationToken);
            db.Events.AddRange(engagement.Revised(before, actor, time.GetUtcNow()));
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return new(EngagementDraftView.Of(engagement), known is null);
    }

    private async Task<EngagementRecord> Drafted(UpsertEngagement request, Client? client, CancellationToken cancellationToken)
    {
        var draft = await copies.Start(await Template(request.Template, cancellationToken), request.Name, client?.Id, time.Today(), actor, cancellationToken);
        draft.KnowAs([new(request.System, request.ExternalId)]);
        db.Add(draft);
        return draft;
    }

    private async Task<EngagementRecord> Template(string? template, CancellationToken cancellationToken)
    {
        var id = Guid.TryParse(template, out var parsed) ? parsed : (Guid?)null;
        var found = await db.Engagements.AsNoTracking().Where(engagement => engagement.IsTemplate && !engagement.IsArchived && (engagement.Id == id || engagement.Name == template))
            .OrderBy(engagement => engagement.Id).Take(2).ToListAsync(cancellationToken);
        return found.Count == 1 ? found[0] : throw new InvalidRequestException([new("/template", found.Count == 0
            ? "template is the id or the name of an engagement that is marked as template."
            : "Several templates have this name; name one by its id.")]);
    }

    private async Task<Client?> ClientOf(UpsertEngagement request, Guid? kept, CancellationToken cancellationToken)
    {
        if (request.Client is { } external)
        {
            var found = await db.Clients.AsNoTracking().KnownAs(external.System, external.Id).SingleOrDefaultAsync(cancellationToken)
                ?? throw new InvalidRequestException([new("/client", "No client is known under this id; send the client first.")]);
            return found.Id == kept || await db.WhyOutOfUse(found, cancellationToken) is not { } why ? found : throw new InvalidRequestException([new("/client", why)]);
        }

        return await pricing.ClientOf(request.ClientId ?? kept, kept, cancellationToken);
    }
}
