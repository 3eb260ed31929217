using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Events;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>A delivery as the log shows it.</summary>
/// <param name="Id">Id.</param>
/// <param name="EndpointId">Where it goes.</param>
/// <param name="EventId">Id of the event; the receiver sees it as <c>webhook-id</c>.</param>
/// <param name="Type">What happened.</param>
/// <param name="Subject">Path of the resource it happened to.</param>
/// <param name="State">What became of it.</param>
/// <param name="Attempts">Attempts begun.</param>
/// <param name="LastStatus">HTTP status of the last answer; null where none came.</param>
/// <param name="NextAttemptAt">When it is attempted next at the earliest, UTC; null where it has ended.</param>
/// <param name="CreatedAt">When it was put into the queue, UTC.</param>
/// <param name="EndedAt">When it was accepted or given up, UTC; null while it waits.</param>
/// <param name="ReplayOf">The delivery that it repeats; null for a first one.</param>
public sealed record WebhookDelivery(
    Guid Id, Guid EndpointId, Guid EventId, string Type, string Subject, DeliveryState State, int Attempts, int? LastStatus, DateTimeOffset? NextAttemptAt,
    DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, Guid? ReplayOf)
{
    internal static WebhookDelivery Of(Delivery delivery) => new(
        delivery.Id, delivery.EndpointId, delivery.Event!.Id, delivery.Event.Type, delivery.Subject, delivery.State, delivery.Attempts, delivery.LastStatus,
        delivery.State == DeliveryState.Waiting ? delivery.DueAt : null, delivery.CreatedAt, delivery.EndedAt, delivery.ReplayOf);
}

/// <summary>A delivery with what was sent and what was answered.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Body">The event that is sent.</param>
/// <param name="Attempts">Every attempt, in order.</param>
public sealed record WebhookDeliveryDetail(WebhookDelivery Delivery, CloudEvent Body, IReadOnlyList<WebhookAttempt> Attempts);

/// <summary>One attempt.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="At">When it began, UTC; the receiver sees it as <c>webhook-timestamp</c>.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">HTTP status of the answer; null where none came.</param>
/// <param name="Fault">Why no answer came; null where one did.</param>
/// <param name="Answer">How the answer began, at most 4,000 characters; null where none came.</param>
public sealed record WebhookAttempt(int Number, DateTimeOffset At, int Milliseconds, int? Status, string? Fault, string? Answer);

internal static class WebhookQueries
{
    /// <summary>An endpoint to which something may be sent.</summary>
    /// <exception cref="NotFoundException">There is none in this agency.</exception>
    /// <exception cref="ConflictException">It is switched off.</exception>
    public static async Task<WebhookEndpoint> ReadActiveEndpoint(this PricingDb db, Guid id, CancellationToken cancellationToken)
    {
        var endpoint = await db.WebhookEndpoints.AsNoTracking().SingleOrDefaultAsync(endpoint => endpoint.Id == id, cancellationToken)
            ?? throw new NotFoundException("webhook endpoint", id);
        return endpoint.IsActive ? endpoint : throw new ConflictException("endpoint-inactive", "The endpoint is switched off; switch it on first.");
    }
}
