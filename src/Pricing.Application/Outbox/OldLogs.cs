using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Outbox;

/// <summary>What is kept for a time, as the seed data says.</summary>
internal enum LogKind
{
    /// <summary>The feed.</summary>
    Events,

    /// <summary>Deliveries of webhooks with their attempts.</summary>
    Deliveries,

    /// <summary>What CRMs told.</summary>
    CrmInbound,

    /// <summary>Mails that were sent or have failed.</summary>
    Mails,
}

/// <summary>Drops what has happened and what was sent once its time is over. What still waits stays.</summary>
internal sealed class OldLogs(PricingDb db, SeedFiles files, TimeProvider time)
{
    private const int AtOnce = 500;   // so that no writer waits long

    public async Task Drop(CancellationToken cancellationToken)
    {
        await DropDeliveries(FirstKept(LogKind.Deliveries), cancellationToken);
        await DropInbound(FirstKept(LogKind.CrmInbound), cancellationToken);
        await DropMails(FirstKept(LogKind.Mails), cancellationToken);
        await DropEvents(FirstKept(LogKind.Events), cancellationToken);
    }

    private DateTimeOffset FirstKept(LogKind kind)
    {
        var now = time.GetUtcNow();
        var period = files.Logs.Where(period => period.Kind == kind && period.ValidFrom <= DateOnly.FromDateTime(now.UtcDateTime)).MaxBy(period => period.ValidFrom);
        return period is null ? DateTimeOffset.MinValue : now.AddDays(-period.Days);
    }

    private async Task DropDeliveries(DateTimeOffset firstKept, CancellationToken cancellationToken)
    {
        while (await db.Deliveries.IgnoreQueryFilters().Where(delivery => delivery.EndedAt < firstKept).OrderBy(delivery => delivery.Position).Take(AtOnce)
            .Select(delivery => delivery.Position).ToListAsync(cancellationToken) is { Count: > 0 } old)
        {
            await using var writing = await db.BeginWriting(cancellationToken);
            await db.Deliveries.IgnoreQueryFilters().Where(delivery => old.Contains(delivery.Position)).ExecuteDeleteAsync(cancellationToken);
            await writing.Commit();
        }
    }

    private async Task DropInbound(DateTimeOffset firstKept, CancellationToken cancellationToken)
    {
        while (await db.CrmInbound.IgnoreQueryFilters().Where(told => told.State != CrmInboundState.Waiting && told.ReceivedAt < firstKept).OrderBy(told => told.Position).Take(AtOnce)
            .Select(told => told.Position).ToListAsync(cancellationToken) is { Count: > 0 } old)
        {
            await using var writing = await db.BeginWriting(cancellationToken);
            await db.CrmInbound.IgnoreQueryFilters().Where(told => old.Contains(told.Position)).ExecuteDeleteAsync(cancellationToken);
            await writing.Commit();
        }
    }

    private async Task DropMails(DateTimeOffset firstKept, CancellationToken cancellationToken)
    {
        while (await db.OutgoingMails.IgnoreQueryFilters().Where(mail => mail.State != MailState.Waiting && mail.CreatedAt < firstKept).OrderBy(mail => mail.Id).Take(AtOnce)
            .Select(mail => mail.Id).ToListAsync(cancellationToken) is { Count: > 0 } old)
        {
            await using var writing = await db.BeginWriting(cancellationToken);
            await db.OutgoingMails.IgnoreQueryFilters().Where(mail => old.Contains(mail.Id)).ExecuteDeleteAsync(cancellationToken);
            await writing.Commit();
        }
    }

    // A reader who was away longer must be told, and not led past what is gone: the feed's new beginning is noted in the same transaction.
    private async Task DropEvents(DateTimeOffset firstKept, CancellationToken cancellationToken)
    {
        var spread = (await db.SpreadMarks.AsNoTracking().SingleAsync(cancellationToken)).UpTo;
        while (await db.Events.IgnoreQueryFilters().AsNoTracking()
            .Where(one => one.OccurredAt < firstKept && one.Sequence <= spread && !db.Deliveries.Any(delivery => delivery.EventSequence == one.Sequence))
            .OrderBy(one => one.Sequence).Take(AtOnce).Select(one => new { one.Sequence, one.TenantId, IsInFeed = one.OnlyFor == null }).ToListAsync(cancellationToken) is { Count: > 0 } old)
        {
            await using var writing = await db.BeginWriting(cancellationToken);
            foreach (var agency in old.Where(one => one.IsInFeed).GroupBy(one => one.TenantId))
                await Note(agency.Key, agency.Max(one => one.Sequence), cancellationToken);
            var places = old.Select(one => one.Sequence).ToList();
            await db.Events.IgnoreQueryFilters().Where(one => places.Contains(one.Sequence)).ExecuteDeleteAsync(CancellationToken.None);
            await writing.Commit();
        }
    }

    private async Task Note(Guid agency, long upTo, CancellationToken cancellationToken)
    {
        var start = await db.FeedStarts.IgnoreQueryFilters().SingleOrDefaultAsync(start => start.TenantId == agency, cancellationToken);
        if (start is null)
            db.Add(start = new() { TenantId = agency });
        start.ClearedUpTo = Math.Max(start.ClearedUpTo, upTo);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
