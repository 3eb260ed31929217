using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Features.Crm;

/// <summary>Asks accounts from time to time which deals were changed, and takes them for told: webhooks get lost, and some CRMs try only twice.</summary>
internal sealed partial class CrmSweeper(IServiceScopeFactory scopes, CrmClient client, SeedFiles files, CrmSweepSettings settings, CrmSignal signal, TimeProvider time, ILogger<CrmSweeper> logger)
{
    private const int MostPages = 50;

    // A CRM may show a change only after later ones; what is seen twice is known by its key.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Accounts that are due.</summary>
    public async Task<List<Guid>> DueAccounts(CancellationToken stopping)
    {
        if (settings.Every == TimeSpan.Zero)
            return [];
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PricingDb>();
        var now = time.GetUtcNow();
        return await db.CrmConnections.IgnoreQueryFilters()
            .Where(connection => connection.IsActive && !db.CrmSweeps.Any(sweep => sweep.ConnectionId == connection.Id && sweep.DueAt > now)).Select(connection => connection.Id).ToListAsync(stopping);
    }

    /// <summary>Sweeps an account.</summary>
    public async Task Serve(Guid account, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PricingDb>();
        var connection = await db.CrmConnections.IgnoreQueryFilters().AsNoTracking().SingleAsync(connection => connection.Id == account, stopping);
        if (await Claim(db, connection, stopping) is not { } sweep)
            return;
        try
        {
            var credentials = CrmCredentials.OpenedFrom(connection.Credentials, scope.ServiceProvider.GetRequiredService<SecretBox>());
            var isDone = await Sweep(db, await client.Open(connection, credentials, stopping), connection, sweep, stopping);
            (sweep.Failures, sweep.DueAt) = (0, isDone ? time.GetUtcNow() + settings.Every : time.GetUtcNow());
        }
        catch (Exception e) when (e is CrmRefusal or CryptographicException)
        {
            Postpone(sweep, (e as CrmRefusal)?.RetryAfter);
            LogRefused(connection.Id, e.Message);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // One account must not end the others, nor hold its own lease; what could not be kept of it is asked for again.
            LogFailed(e, connection.Id);
            db.ChangeTracker.Clear();
            Postpone(await db.CrmSweeps.IgnoreQueryFilters().SingleAsync(swept => swept.ConnectionId == connection.Id, stopping), asked: null);
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    private void Postpone(CrmSweep sweep, TimeSpan? asked)
    {
        var wait = Backoff.After(++sweep.Failures, asked);
        sweep.DueAt = time.GetUtcNow() + (wait > settings.Every ? wait : settings.Every);
    }

    private async Task<CrmSweep?> Claim(PricingDb db, CrmConnection connection, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + CrmSweep.Lease;
        var sweep = await db.CrmSweeps.IgnoreQueryFilters().SingleOrDefaultAsync(sweep => sweep.ConnectionId == connection.Id, cancellationToken);
        if (sweep is null)
            db.Add(sweep = new() { ConnectionId = connection.Id, TenantId = connection.TenantId, Since = connection.CreatedAt, DueAt = end });
        else
            sweep.DueAt = end;
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return sweep;
        }
        catch (DbUpdateException)
        {
            return null;   // another process has it
        }
    }

    // By time and not by page: what is changed meanwhile goes to the end and shifts nothing out of sight.
    private async Task<bool> Sweep(PricingDb db, CrmSession session, CrmConnection connection, CrmSweep sweep, CancellationToken cancellationToken)
    {
        var mapping = files.MappingOf(connection.Kind);
        var began = sweep.Since;
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var changes = await CrmReading.Changes(session, mapping, sweep.Since, next, cancellationToken);
            var last = changes.Deals.Count == 0 ? sweep.Since : changes.Deals.Max(deal => deal.At);
            next = last > sweep.Since ? null : changes.Next;
            var isLast = changes.Next is null;
            sweep.Since = !isLast ? last : last - Overlap > began ? last - Overlap : began;
            await Store(db, connection, changes.Deals, cancellationToken);
            if (isLast)
                return true;
        }

        return false;
    }

    private async Task Store(PricingDb db, CrmConnection connection, IReadOnlyList<(string Id, DateTimeOffset At)> deals, CancellationToken cancellationToken)
    {
        var told = deals.Select(deal => CrmTold.OfSweep(deal.Id, deal.At)).OfType<CrmTold>().DistinctBy(one => one.Key).ToList();
        var keys = told.Select(one => one.Key).ToList();
        var known = await db.CrmInbound.IgnoreQueryFilters().Where(one => one.ConnectionId == connection.Id && keys.Contains(one.Key)).Select(one => one.Key).ToListAsync(cancellationToken);
        var fresh = told.Where(one => !known.Contains(one.Key)).ToList();
        db.AddRange(fresh.Select(one => CrmInbound.Of(connection, one, time.GetUtcNow())));
        await db.SaveChangesAsync(CancellationToken.None);
        if (fresh.Count > 0)
            signal.Told.Raise();
    }

    [LoggerMessage(LogLevel.Warning, "The CRM of connection {Connection} did not say which deals were changed: {Reason}")]
    private partial void LogRefused(Guid connection, string reason);

    [LoggerMessage(LogLevel.Error, "The sweep of connection {Connection} failed on our side")]
    private partial void LogFailed(Exception exception, Guid connection);
}
