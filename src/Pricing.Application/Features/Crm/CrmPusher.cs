using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Features.Crm;

/// <summary>Sends what waits for CRMs, and works on what they told, for as long as the service runs: one push of an account at a time, accounts side by side.</summary>
public sealed partial class CrmPusher
{
    private const int AtOnce = 100;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly IServiceScopeFactory scopes;
    private readonly CrmClient client;
    private readonly CrmTaker taker;
    private readonly CrmSweeper sweeper;
    private readonly CrmSignal signal;
    private readonly TimeProvider time;
    private readonly ILogger<CrmPusher> logger;

    internal CrmPusher(IServiceScopeFactory scopes, CrmClient client, CrmTaker taker, CrmSweeper sweeper, CrmSignal signal, TimeProvider time, ILogger<CrmPusher> logger) =>
        (this.scopes, this.client, this.taker, this.sweeper, this.signal, this.time, this.logger) = (scopes, client, taker, sweeper, signal, time, logger);

    /// <summary>Works until the service stops. A sweep may take long, and holds nothing else up.</summary>
    public Task Run(CancellationToken stopping) => Task.WhenAll(
        Repeat("crm", () => Task.WhenAll(Pass(stopping), taker.Pass(stopping)), () => signal.Wait(Poll, time, stopping), stopping),
        Repeat("crm sweep", () => sweeper.Pass(stopping), () => Task.Delay(Poll, time, stopping), stopping));

    private async Task Repeat(string work, Func<Task> pass, Func<Task> wait, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await scopes.OnOneNode(work, pass, stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                LogFailedPass(e);   // a busy database must not end the service; the next pass tries again
            }
            catch (OperationCanceledException)
            {
                return;   // what is on its way is attempted again once its lease has run out
            }

            await wait();
        }
    }

    /// <summary>Attempts what is due.</summary>
    internal async Task Pass(CancellationToken stopping)
    {
        var due = await InScope(Actor.Nobody, provider => Due(provider.GetRequiredService<PricingDb>(), stopping));
        await Task.WhenAll(due.GroupBy(push => push.ConnectionId).Select(async ofAccount =>
        {
            foreach (var push in ofAccount)
                await Attempt(push, stopping);
        }));
        if (due.Count == AtOnce)
            signal.Raise();
    }

    private async Task<List<CrmPush>> Due(PricingDb db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.CrmPushes.IgnoreQueryFilters().AsNoTracking().Where(push => push.State == CrmPushState.Waiting && push.DueAt <= now)
            .OrderBy(push => push.DueAt).ThenBy(push => push.Id).Take(AtOnce).ToListAsync(cancellationToken);
    }

    private async Task Attempt(CrmPush due, CancellationToken stopping)
    {
        // Offers are read as whoever asked for the push, in that agency.
        var actor = new Actor(due.TenantId, due.OwnerId, UserRole.AccountLead);
        if (!await InScope(actor, provider => Claim(provider.GetRequiredService<PricingDb>(), due, stopping)))
            return;
        CrmPushed? pushed = null;
        CrmRefusal? refusal = null;
        try
        {
            pushed = await InScope(actor, provider => Send(provider, due, stopping));
        }
        catch (CrmRefusal e)
        {
            refusal = e;
        }
        catch (Exception e) when (e is UnprocessableException or NotFoundException or ConflictException)
        {
            refusal = new(null, e.Message, isTransient: false);   // the offer or the connection is another one by now
        }
        catch (CryptographicException)
        {
            refusal = new(null, "The credentials cannot be read with the service's keys; state them anew.", isTransient: false);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LogFailedAttempt(e, due.Id);   // one push must not end the others
            refusal = new(null, "Something went wrong on our side.", isTransient: true);
        }

        await InScope(actor, provider => Note(provider.GetRequiredService<PricingDb>(), due.Id, pushed, refusal));
    }

    private async Task<bool> Claim(PricingDb db, CrmPush due, CancellationToken cancellationToken)
    {
        var push = await db.CrmPushes.SingleAsync(push => push.Id == due.Id, cancellationToken);
        if (push.Version != due.Version)
            return false;
        try
        {
            push.Begin(time.GetUtcNow());
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;   // another process has it
        }
    }

    private async Task<CrmPushed> Send(IServiceProvider provider, CrmPush due, CancellationToken cancellationToken)
    {
        var db = provider.GetRequiredService<PricingDb>();
        var connection = await db.CrmConnections.AsNoTracking().SingleAsync(connection => connection.Id == due.ConnectionId, cancellationToken);
        if (!connection.IsActive)
            throw new ConflictException("connection-inactive", "The connection is switched off.");
        var offer = await provider.GetRequiredService<IMediator>().Send(new GetOffer(due.EngagementId), cancellationToken);
        var mapping = provider.GetRequiredService<SeedFiles>().MappingOf(connection.Kind);
        var deal = CrmDeal.Of(offer, due.CloseDate, mapping);
        var session = await client.Open(connection, CrmCredentials.OpenedFrom(connection.Credentials, provider.GetRequiredService<SecretBox>()), cancellationToken);
        return await CrmDelivery.Push(session, mapping, deal, connection.SettingList, cancellationToken);
    }

    private async Task<bool> Note(PricingDb db, Guid id, CrmPushed? pushed, CrmRefusal? refusal)
    {
        var push = await db.CrmPushes.SingleAsync(push => push.Id == id, CancellationToken.None);
        if (pushed is not null)
            push.Finish(pushed, time.GetUtcNow());
        else
            push.Fail(refusal!, Backoff.After(push.Attempts, refusal!.RetryAfter), time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        LogAttempt(push.Id, push.Attempts, push.State);
        return true;
    }

    private async Task<T> InScope<T>(Actor actor, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingAs>().Actor = actor;
        return await act(scope.ServiceProvider);
    }

    [LoggerMessage(LogLevel.Debug, "Attempted push {Push}, attempt {Attempt}, which is {State}")]
    private partial void LogAttempt(Guid push, int attempt, CrmPushState state);

    [LoggerMessage(LogLevel.Error, "An attempt of push {Push} failed on our side")]
    private partial void LogFailedAttempt(Exception exception, Guid push);

    [LoggerMessage(LogLevel.Error, "A pass of the work for CRMs failed")]
    private partial void LogFailedPass(Exception exception);
}
