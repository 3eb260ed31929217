using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pricing.Application.Features.Access;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PersonalData;

/// <summary>Erases once a day what was asked for and need no longer be kept, and what is kept for a time.</summary>
public sealed partial class EraseDue(IServiceScopeFactory scopes, TimeProvider time, ILogger<EraseDue> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Recurring.Every(Pace, time, Pass, LogFailed, stoppingToken);

    /// <summary>Erases, and drops logs whatever becomes of that.</summary>
    public async Task Pass(CancellationToken cancellationToken)
    {
        try
        {
            await Erase(cancellationToken);
        }
        finally
        {
            await DropLogs(cancellationToken);
        }
    }

    /// <summary>Erases what is due today.</summary>
    public Task Erase(CancellationToken cancellationToken) => scopes.OnOneNode("erasure", () => EraseAll(cancellationToken), cancellationToken);

    private async Task EraseAll(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var outer = scopes.CreateAsyncScope();
        var waiting = await outer.ServiceProvider.GetRequiredService<PricingDb>().PersonalDataCases.IgnoreQueryFilters().AsNoTracking()
            .Where(subject => subject.RequestedAt != null && subject.ErasedAt == null).ToListAsync(cancellationToken);
        foreach (var due in waiting.Where(subject => subject.IsDue(today)))
        {
            try
            {
                if (await Erase(due, today))
                    LogErased(due.Id);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotErased(due.Id, e);   // the others do not wait for it, and the next day tries it again
            }
        }
    }

    // Asked again where nobody else writes: since the list was read somebody may have placed a hold, written down an acceptance, or asked again.
    private async Task<bool> Erase(PersonalDataCase due, DateOnly today)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingAs>().Actor = new(due.TenantId, due.OwnerId, UserRole.Administrator);
        var (db, subjects, isErased) = (scope.ServiceProvider.GetRequiredService<PricingDb>(), scope.ServiceProvider.GetRequiredService<Subjects>(), false);
        await scope.ServiceProvider.GetRequiredService<AllOrNothing>().Run(async () =>
        {
            await db.Unit!.Begin();   // the erasure continues the trail: nobody else does between its reading and its writing
            var subject = await db.PersonalDataCases.SingleAsync(subject => subject.Id == due.Id);
            var isLonger = subject.IsBlocked && await subjects.Keep(subject, CancellationToken.None);
            isErased = subject.IsDue(today);
            if (isErased)
                await subjects.Erase(subject, CancellationToken.None);
            else if (isLonger)
            {
                subject.Touch(time.GetUtcNow());
                await db.SaveChangesAsync(CancellationToken.None);
            }

            return true;
        });
        return isErased;
    }

    /// <summary>Drops what has happened and what was sent once its time is over.</summary>
    public Task DropLogs(CancellationToken cancellationToken) => scopes.OnOneNode("logs", () => DropAll(cancellationToken), cancellationToken);

    private async Task DropAll(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OldLogs>().Drop(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Erased what case {Case} asked for")]
    private partial void LogErased(Guid @case);

    [LoggerMessage(LogLevel.Error, "What case {Case} asked for could not be erased")]
    private partial void LogNotErased(Guid @case, Exception exception);

    [LoggerMessage(LogLevel.Error, "What is due could not be erased, or logs not be dropped")]
    private partial void LogFailed(Exception exception);
}
