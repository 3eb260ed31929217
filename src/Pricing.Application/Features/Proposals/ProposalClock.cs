using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Lets proposals expire when their last day ends where the client is, and tells before it does. It never touches one that is decided.</summary>
public sealed partial class ProposalClock(IServiceScopeFactory scopes, TimeProvider time, ILogger<ProposalClock> logger) : BackgroundService
{
    private const int AtOnce = 100;

    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1), Warning = TimeSpan.FromDays(3);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Recurring.Every(Pace, time, Pass, LogFailed, stoppingToken);

    /// <summary>Does what is due.</summary>
    public Task Pass(CancellationToken cancellationToken) => scopes.OnOneNode("proposal clock", () => AttendToDue(cancellationToken), cancellationToken);

    private async Task AttendToDue(CancellationToken cancellationToken)
    {
        var (now, soon) = (time.GetUtcNow(), time.GetUtcNow() + Warning);
        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<PricingDb>().ProposalVersions.IgnoreQueryFilters().AsNoTracking()
            .Where(version => (version.State == ProposalState.Sent || version.State == ProposalState.Viewed) && !version.IsSuperseded && (version.ExpiresAt <= now || (version.ExpiresAt <= soon && !version.IsExpiryTold)))
            .OrderBy(version => version.ExpiresAt).Take(AtOnce).Select(version => new { version.Id, version.TenantId }).ToListAsync(cancellationToken);
        foreach (var version in due)
        {
            try
            {
                await Attend(version.Id, version.TenantId, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailedVersion(e, version.Id);   // one version must not keep the others from their end
            }
        }
    }

    private async Task Attend(Guid id, Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingAs>().Actor = Actor.Nobody with { TenantId = tenantId };
        var (db, desk, now) = (scope.ServiceProvider.GetRequiredService<PricingDb>(), scope.ServiceProvider.GetRequiredService<ProposalDesk>(), time.GetUtcNow());
        var version = await db.ProposalVersions.SingleAsync(version => version.Id == id, cancellationToken);
        var proposal = await db.Proposals.SingleAsync(proposal => proposal.Id == version.ProposalId, cancellationToken);
        if (!version.IsOpen())
            return;
        if (version.ExpiresAt <= now)
        {
            var from = version.State;
            version.Move(ProposalState.Expired);
            desk.Keep(proposal, version, ProposalStep.Expire, from);
            desk.Tell(EventTypes.ProposalExpired, proposal, version);
        }
        else
        {
            version.TellExpiry();
            version.Touch(now);
            desk.Tell(EventTypes.ProposalExpiring, proposal, version);
            var mails = scope.ServiceProvider.GetRequiredService<ProposalMails>();
            await mails.Write(ProposalNotice.Expiring, proposal, version, link: null, cancellationToken);
            if (!await db.IsOutOfUse(proposal.ClientId, cancellationToken))   // whoever asked to be forgotten is reminded of nothing
                await mails.Write(ProposalNotice.Reminder, proposal, version, link: null, cancellationToken);
        }

        await desk.Save();
    }

    [LoggerMessage(LogLevel.Error, "Proposal version {Version} is due and could not be attended to")]
    private partial void LogFailedVersion(Exception exception, Guid version);

    [LoggerMessage(LogLevel.Error, "Proposals that are due could not be attended to")]
    private partial void LogFailed(Exception exception);
}
