using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
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

    /// <summary>Day of the decision. Default: today.</summary>
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
        var closeDate = request.CloseDate ?? time.Today();
        _ = CrmDeal.Of(offer, closeDate, files.MappingOf(connection.Kind));   // what can never be sent is refused at once

        var now = time.GetUtcNow();
        var push = Record.New<CrmPush>(actor, now);
        push.Ask(connection.Id, offer.Id, closeDate, now);
        db.Add(push);
        await db.SaveChangesAsync(CancellationToken.None);
        signal.Pushes.Raise();
        return CrmPushView.Of(push);
    }
}
