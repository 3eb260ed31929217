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

/// <summary>Sends what waits for CRMs, one push of an account at a time.</summary>
internal sealed partial class CrmPusher(IServiceScopeFactory scopes, CrmClient client, TimeProvider time, ILogger<CrmPusher> logger)
{
    private const int AtOnce = 100;

    /// <summary>Accounts for which something is due.</summary>
    public Task<List<Guid>> DueAccounts(CancellationToken stopping) =>
        InScope(Actor.Nobody, provider => Due(provider.GetRequiredService<PricingDb>()).Select(push => push.ConnectionId).Distinct().ToListAsync(stopping));

    /// <summary>Attempts what is due for an account.</summary>
    public async Task Serve(Guid account, CancellationToken stopping)
    {
        var due = await InScope(Actor.Nobody, provider => Due(provider.GetRequiredService<PricingDb>()).Where(push => push.ConnectionId == account)
            .OrderBy(push => push.DueAt).ThenBy(push => push.Id).Take(AtOnce).ToListAsync(stopping));
        foreach (var push in due)
            await Attempt(push, stopping);
    }

    private IQueryable<CrmPush> Due(PricingDb db)
    {
        var now = time.GetUtcNow();
        return db.CrmPushes.IgnoreQueryFilters().AsNoTracking().Where(push => push.State == CrmPushState.Waiting && push.DueAt <= now);
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
        // An older push that had to wait tells what holds today: the offer, and the day that was asked for last.
        var closeDate = await db.CrmPushes.Where(push => push.ConnectionId == due.ConnectionId && push.EngagementId == due.EngagementId)
            .OrderByDescending(push => push.CreatedAt).ThenByDescending(push => push.Id).Select(push => push.CloseDate).FirstAsync(cancellationToken);
        var deal = CrmDeal.Of(offer, closeDate, mapping);
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
}
