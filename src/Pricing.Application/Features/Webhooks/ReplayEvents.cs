using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Events;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>Sends an endpoint once more what happened since a moment, or after a place in the feed: at most 1,000 events a call, in order.</summary>
public sealed record ReplayEvents : IRequest<ReplayEventsResponse>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The moment from which on events are replayed, UTC; leave out where after is given.</summary>
    /// <example>2026-11-25T09:00:00Z</example>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The place in the feed of events behind which they are replayed: a <c>next</c> of the feed or of the replay before.</summary>
    public string? After { get; init; }
}

/// <summary>What is replayed.</summary>
/// <param name="Queued">Deliveries put into the queue.</param>
/// <param name="Next">What to send as <c>after</c> to replay the rest; null where nothing is left.</param>
public sealed record ReplayEventsResponse(int Queued, string? Next);

internal sealed class ReplayEventsValidator : AbstractValidator<ReplayEvents>
{
    public ReplayEventsValidator() =>
        RuleFor(request => request.Since).Must((request, since) => since is null != request.After is null).WithMessage("Give since or after, one of them.");
}

internal sealed class ReplayEventsHandler(PricingDb db, TimeProvider time) : IRequestHandler<ReplayEvents, ReplayEventsResponse>
{
    private const int AtOnce = 1_000;

    public async Task<ReplayEventsResponse> Handle(ReplayEvents request, CancellationToken cancellationToken)
    {
        var endpoint = await db.ReadActiveEndpoint(request.Id, cancellationToken);
        var after = request.After is null ? 0 : FeedPlace.PlaceOf(request.After);
        if (request.After is not null)
            await db.RefuseGone(after, cancellationToken);
        var since = request.Since ?? DateTimeOffset.MinValue;
        var events = await db.Events.Where(one => one.Sequence > after && one.OccurredAt >= since && one.OnlyFor == null).OrderBy(one => one.Sequence).Take(AtOnce).ToListAsync(cancellationToken);

        var now = time.GetUtcNow();
        var deliveries = events.Where(one => endpoint.Wants(one.Type)).Select(one => Delivery.Of(endpoint.Id, one, now)).ToList();
        db.AddRange(deliveries);
        await db.SaveChangesAsync(CancellationToken.None);
        return new(deliveries.Count, events.Count == AtOnce ? FeedPlace.Of(events[^1].Sequence) : null);
    }
}
