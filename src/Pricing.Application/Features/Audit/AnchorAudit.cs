using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Audit;

/// <summary>Anchors every trail that has grown, each minute: in the file of heads, and as a line of the log.</summary>
public sealed partial class AnchorAudit(IServiceScopeFactory scopes, AuditAnchors anchors, TimeProvider time, ILogger<AnchorAudit> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Guid, long> anchored = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        do
        {
            try
            {
                await Anchor(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e);   // the next minute anchors what this one did not; the service goes on
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Anchors what has grown since.</summary>
    public async Task Anchor(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PricingDb>();
        var heads = await db.AuditEntries.IgnoreQueryFilters().GroupBy(entry => entry.TenantId).Select(group => new { group.Key, Sequence = group.Max(entry => entry.Sequence) }).ToListAsync(cancellationToken);
        foreach (var head in heads.Where(head => anchored.GetValueOrDefault(head.Key) < head.Sequence))
        {
            var hash = await db.AuditEntries.IgnoreQueryFilters().Where(entry => entry.TenantId == head.Key && entry.Sequence == head.Sequence).Select(entry => entry.Hash).SingleAsync(cancellationToken);
            var text = Convert.ToHexStringLower(hash);
            anchors.Add(head.Key, new(head.Sequence, text), time.GetUtcNow());
            LogHead(head.Key, head.Sequence, text);
            anchored[head.Key] = head.Sequence;
        }
    }

    [LoggerMessage(LogLevel.Information, "Audit trail of {Agency} had come to {Sequence} with {Hash}")]
    private partial void LogHead(Guid agency, long sequence, string hash);

    [LoggerMessage(LogLevel.Error, "The audit trails could not be anchored")]
    private partial void LogFailed(Exception exception);
}
