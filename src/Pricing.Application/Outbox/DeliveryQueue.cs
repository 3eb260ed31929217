using Microsoft.EntityFrameworkCore;
using Pricing.Application.Persistence;

namespace Pricing.Application.Outbox;

/// <summary>A delivery that a dispatcher may attempt now.</summary>
/// <param name="Delivery">The delivery as claimed.</param>
/// <param name="EventId">Id of the event.</param>
/// <param name="Body">The bytes to send.</param>
/// <param name="Address">Where to.</param>
/// <param name="Secrets">The encrypted secrets that sign, the current one first.</param>
internal sealed record Claim(Delivery Delivery, Guid EventId, byte[] Body, string Address, IReadOnlyList<byte[]> Secrets);

/// <summary>
/// The queue of deliveries. A claim is a lease: it ends by itself, so that what a killed process held is attempted again. Whoever acknowledges must still
/// hold it, by owner and attempt; hence the updates past the versions, which know no such condition.
/// </summary>
internal sealed class DeliveryQueue(PricingDb db, TimeProvider time)
{
    /// <summary>Longer than an attempt takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>Attempts before a delivery is given up.</summary>
    public const int MostAttempts = 25;

    /// <summary>Claims what may be attempted, as far as there are slots.</summary>
    public async Task<IReadOnlyList<Claim>> Claim(Guid owner, Slots slots, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = await Due(now).GroupBy(delivery => delivery.EndpointId).OrderBy(group => group.Min(delivery => delivery.DueAt)).Select(group => group.Key).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return [];

        await using var writing = await db.BeginWriting(cancellationToken);
        await db.WaitForTurn("deliveries", cancellationToken);
        var (heads, chosen) = (new List<long>(), new List<Guid>());
        foreach (var endpoint in slots.InOrder(waiting))
        {
            var free = slots.FreeFor(endpoint, chosen);
            if (free == 0)
                continue;
            var own = await Heads(endpoint, now).Take(free).ToListAsync(cancellationToken);
            heads.AddRange(own);
            chosen.AddRange(own.Select(_ => endpoint));
        }

        if (heads.Count > 0)
        {
            await db.Deliveries.IgnoreQueryFilters().Where(delivery => heads.Contains(delivery.Position)).ExecuteUpdateAsync(
                set => set.SetProperty(delivery => delivery.Owner, owner).SetProperty(delivery => delivery.Attempts, delivery => delivery.Attempts + 1)
                    .SetProperty(delivery => delivery.DueAt, now + Lease), cancellationToken);
        }

        var claims = await Load(heads, now, cancellationToken);
        await writing.Commit();
        return claims;
    }

    /// <summary>Records what came of an attempt, unless the claim was lost meanwhile.</summary>
    public async Task<bool> Acknowledge(Claim claim, Outcome outcome)
    {
        var (delivery, now) = (claim.Delivery, time.GetUtcNow());
        var state = outcome.IsAccepted ? DeliveryState.Delivered : delivery.Attempts >= MostAttempts ? DeliveryState.Dead : DeliveryState.Waiting;
        var dueAt = state == DeliveryState.Waiting ? now + Backoff.After(delivery.Attempts, outcome.RetryAfter) : now;
        DateTimeOffset? endedAt = state == DeliveryState.Waiting ? null : now;

        await using var writing = await db.BeginWriting(CancellationToken.None);
        var held = await db.Deliveries.IgnoreQueryFilters()
            .Where(other => other.Position == delivery.Position && other.Owner == delivery.Owner && other.Attempts == delivery.Attempts && other.State == DeliveryState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.State, state).SetProperty(other => other.DueAt, dueAt).SetProperty(other => other.EndedAt, endedAt)
                .SetProperty(other => other.LastStatus, outcome.Status).SetProperty(other => other.Owner, (Guid?)null));
        if (held == 0)
            return false;

        db.Add(outcome.AttemptOf(delivery));
        if (outcome.IsGone)
            await Disable(delivery.EndpointId, now);
        await db.SaveChangesAsync(CancellationToken.None);
        await writing.Commit();
        return true;
    }

    /// <summary>Ends what waits for endpoints that are archived.</summary>
    public async Task DropArchived(CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        var homeless = db.Deliveries.IgnoreQueryFilters().Where(delivery =>
            delivery.State == DeliveryState.Waiting && db.WebhookEndpoints.Any(endpoint => endpoint.Id == delivery.EndpointId && endpoint.IsArchived));
        if (!await homeless.AnyAsync(cancellationToken))
            return;
        await using var writing = await db.BeginWriting(cancellationToken);
        await homeless.ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Dropped).SetProperty(delivery => delivery.EndedAt, now), cancellationToken);
        await writing.Commit();
    }

    private IQueryable<Delivery> Due(DateTimeOffset now) => db.Deliveries.IgnoreQueryFilters().AsNoTracking().Where(delivery =>
        delivery.State == DeliveryState.Waiting && delivery.DueAt <= now && db.WebhookEndpoints.Any(endpoint => endpoint.Id == delivery.EndpointId && endpoint.IsActive));

    // The next one of a resource waits until the one before is accepted or given up.
    private IQueryable<long> Heads(Guid endpoint, DateTimeOffset now) => Due(now)
        .Where(delivery => delivery.EndpointId == endpoint && !db.Deliveries.Any(before =>
            before.EndpointId == endpoint && before.Subject == delivery.Subject && before.State == DeliveryState.Waiting && before.Position < delivery.Position))
        .OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Position).Select(delivery => delivery.Position);

    private async Task<IReadOnlyList<Claim>> Load(List<long> heads, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deliveries = await db.Deliveries.IgnoreQueryFilters().AsNoTracking().Include(delivery => delivery.Event).Where(delivery => heads.Contains(delivery.Position)).ToListAsync(cancellationToken);
        var ids = deliveries.Select(delivery => delivery.EndpointId).Distinct().ToList();
        var endpoints = await db.WebhookEndpoints.IgnoreQueryFilters().AsNoTracking().Where(endpoint => ids.Contains(endpoint.Id)).ToDictionaryAsync(endpoint => endpoint.Id, cancellationToken);
        return
        [
            .. from delivery in deliveries
               let endpoint = endpoints[delivery.EndpointId]
               select new Claim(delivery, delivery.Event!.Id, delivery.Event.Body, endpoint.Address, endpoint.SecretsAt(now)),
        ];
    }

    private async Task Disable(Guid endpointId, DateTimeOffset now)
    {
        var endpoint = await db.WebhookEndpoints.IgnoreQueryFilters().SingleAsync(endpoint => endpoint.Id == endpointId);
        if (!endpoint.IsActive)
            return;
        endpoint.Disable("The receiver answered 410 Gone.");
        endpoint.Touch(now);
    }
}
