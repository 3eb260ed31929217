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
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Recurring.Every(Pace, time, EraseAndDrop, LogFailed, stoppingToken);

    private async Task EraseAndDrop(CancellationToken cancellationToken)
    {
        await Erase(cancellationToken);
        await DropLogs(cancellationToken);
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
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActingAs>().Actor = new(due.TenantId, due.OwnerId, UserRole.Administrator);
            var db = scope.ServiceProvider.GetRequiredService<PricingDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await scope.ServiceProvider.GetRequiredService<Subjects>().Erase(await db.PersonalDataCases.SingleAsync(subject => subject.Id == due.Id, cancellationToken), CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            LogErased(due.Id);
        }
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

    [LoggerMessage(LogLevel.Error, "What is due could not be erased")]
    private partial void LogFailed(Exception exception);
}
