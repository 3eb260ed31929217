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
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Recurring.Every(Pace, time, Anchor, LogFailed, stoppingToken);

    /// <summary>Anchors what has grown since.</summary>
    public Task Anchor(CancellationToken cancellationToken) => scopes.OnOneNode("anchors", () => AnchorAll(cancellationToken), cancellationToken);

    private async Task AnchorAll(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PricingDb>();
        foreach (var agency in await db.Agencies.Select(agency => agency.Id).ToListAsync(cancellationToken))
        {
            var head = await db.AuditEntries.IgnoreQueryFilters().Where(entry => entry.TenantId == agency).OrderByDescending(entry => entry.Sequence)
                .Select(entry => new { entry.Sequence, entry.Hash }).FirstOrDefaultAsync(cancellationToken);
            if (head is null || head.Sequence <= anchored.GetValueOrDefault(agency))
                continue;
            if (head.Sequence > anchors.LastOf(agency))   // else by another node, or before this start
                Write(agency, new(head.Sequence, Convert.ToHexStringLower(head.Hash)));
            anchored[agency] = head.Sequence;   // only now: what could not be written is tried again
        }
    }

    private void Write(Guid agency, AuditHead head)
    {
        anchors.Add(agency, head, time.GetUtcNow());
        LogHead(agency, head.Sequence, head.Hash);
    }

    [LoggerMessage(LogLevel.Information, "Audit trail of {Agency} had come to {Sequence} with {Hash}")]
    private partial void LogHead(Guid agency, long sequence, string hash);

    [LoggerMessage(LogLevel.Error, "The audit trails could not be anchored")]
    private partial void LogFailed(Exception exception);
}
