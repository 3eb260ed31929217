using Microsoft.EntityFrameworkCore;
using Pricing.Application.Persistence;

namespace Pricing.Application.Outbox;

/// <summary>Makes deliveries of events: one for each endpoint that wants to be told. It looks across agencies, as the dispatcher is nobody's.</summary>
internal sealed class Spreader(PricingDb db, TimeProvider time)
{
    private const int AtOnce = 200, MostDeliveries = 2_000;   // so that no writer waits long

    /// <summary>Makes the deliveries of the next events, in order.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> SpreadNext(CancellationToken cancellationToken)
    {
        if (!await db.SpreadMarks.IgnoreQueryFilters().AnyAsync(mark => db.Events.Any(one => one.Sequence > mark.UpTo), cancellationToken))
            return false;

        await using var writing = await db.BeginWriting(cancellationToken);
        await db.WaitForTurn("spreading", cancellationToken);
        var mark = await db.SpreadMarks.SingleAsync(cancellationToken);
        var events = await db.Events.IgnoreQueryFilters().Where(one => one.Sequence > mark.UpTo).OrderBy(one => one.Sequence).Take(AtOnce).ToListAsync(cancellationToken);
        if (events.Count == 0)
            return false;

        var tenants = events.Select(one => one.TenantId).Distinct().ToList();
        var endpoints = await db.WebhookEndpoints.IgnoreQueryFilters().AsNoTracking()
            .Where(endpoint => tenants.Contains(endpoint.TenantId) && endpoint.IsActive).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var deliveries = new List<Delivery>();
        foreach (var told in events.TakeWhile(_ => deliveries.Count < MostDeliveries))
        {
            if (told.OnlyFor is null)
                deliveries.AddRange(endpoints.Where(endpoint => endpoint.TenantId == told.TenantId && endpoint.Wants(told.Type)).Select(endpoint => Delivery.Of(endpoint.Id, told, now)));
            mark.UpTo = told.Sequence;
        }

        db.Deliveries.AddRange(deliveries);
        await db.SaveChangesAsync(CancellationToken.None);
        await writing.Commit();
        return events.Count == AtOnce || mark.UpTo < events[^1].Sequence;
    }
}
