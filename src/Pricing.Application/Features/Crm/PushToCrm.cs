using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Features.Crm;

/// <summary>Sends an engagement's offer to a CRM: a deal, made or brought up to date, with one line for each of the offer's.</summary>
public sealed record PushToCrm : IRequest<CrmPushView>
{
    /// <summary>The engagement; from the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The connection.</summary>
    public required Guid ConnectionId { get; init; }

    /// <summary>Day of the decision. Default: the day on which the client accepted; else the day on which the engagement expects it; else today.</summary>
    /// <example>2026-12-18</example>
    public DateOnly? CloseDate { get; init; }
}

internal sealed class PushToCrmHandler(PricingDb db, IMediator mediator, SeedFiles files, Actor actor, CrmSignal signal, TimeProvider time) : IRequestHandler<PushToCrm, CrmPushView>
{
    public async Task<CrmPushView> Handle(PushToCrm request, CancellationToken cancellationToken)
    {
        if (actor.IsSandbox)
            throw new NotAllowedException("What a sandbox key does stays inside: it sends nothing to a CRM.");
        var offer = await mediator.Send(new GetOffer(request.Id), cancellationToken);
        var connection = await db.CrmConnections.AsNoTracking().SingleOrDefaultAsync(connection => connection.Id == request.ConnectionId, cancellationToken)
            ?? throw new NotFoundException("CRM connection", request.ConnectionId);
        if (!connection.IsActive)
            throw new ConflictException("connection-inactive", "The connection is switched off; switch it on first.");
        await db.RequireInUse(offer.ClientId, cancellationToken);
        var closeDate = request.CloseDate ?? await Decided(offer.Id, cancellationToken) ?? await Today(cancellationToken);
        _ = CrmDeal.Of(offer, closeDate, files.MappingOf(connection.Kind));   // what can never be sent is refused at once

        var now = time.GetUtcNow();
        var push = Record.New<CrmPush>(actor, now);
        push.Ask(connection.Id, offer.Id, closeDate, now);
        db.Add(push);
        await db.SaveChangesAsync(CancellationToken.None);
        signal.Pushes.Raise();
        return CrmPushView.Of(push);
    }

    private async Task<DateOnly> Today(CancellationToken cancellationToken) =>
        TimeZones.DayOf(time.GetUtcNow(), await db.Agencies.Where(agency => agency.Id == actor.TenantId).Select(agency => agency.TimeZone).SingleAsync(cancellationToken));

    private async Task<DateOnly?> Decided(Guid engagementId, CancellationToken cancellationToken)
    {
        var accepted = await db.ProposalVersions.AsNoTracking()
            .Where(version => version.State == ProposalState.Accepted && !version.IsTest && db.Proposals.Any(proposal => proposal.Id == version.ProposalId && proposal.EngagementId == engagementId && proposal.ChangesId == null))
            .OrderByDescending(version => version.UpdatedAt).FirstOrDefaultAsync(cancellationToken);
        return accepted?.Decided is { } decision
            ? accepted.Frozen!.Issuer.DayOf(decision.At)   // as acceptance itself sends it
            : await db.Engagements.Where(engagement => engagement.Id == engagementId).Select(engagement => engagement.ExpectedDecision).SingleAsync(cancellationToken);
    }
}
