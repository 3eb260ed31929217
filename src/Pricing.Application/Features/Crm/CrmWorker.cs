using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>
/// Sends what waits for CRMs, works on what they told, and asks them for what they did not tell, for as long as the service runs. Each is done for one
/// account after the other in itself and for all accounts side by side, so that a CRM that hangs holds up no other.
/// </summary>
internal sealed partial class CrmWorker(
    IServiceScopeFactory scopes, CrmPusher pusher, CrmTaker taker, CrmSweeper sweeper, CrmSignal signal, TimeProvider time, ILogger<CrmWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private delegate Task<List<Guid>> DueAccounts(CancellationToken stopping);

    private delegate Task ServeAccount(Guid account, CancellationToken stopping);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Repeat("crm pushes", pusher.DueAccounts, pusher.Serve, signal.Pushes, stoppingToken),
        Repeat("crm told", taker.DueAccounts, taker.Serve, signal.Told, stoppingToken),
        Repeat("crm sweep", sweeper.DueAccounts, sweeper.Serve, new(), stoppingToken));

    private async Task Repeat(string work, DueAccounts due, ServeAccount serve, DispatchSignal wake, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await scopes.OnOneNode(work, () => WorkUntilDone(work, due, serve, wake, stopping), stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                LogFailedPass(e, work);   // a busy database must not end the service; the next pass tries again
            }
            catch (OperationCanceledException)
            {
                return;   // what is on its way is attempted again once its lease has run out
            }

            await wake.Wait(Poll, time, stopping);
        }
    }

    // The node keeps its turn while an account is at work, and begins with those that come due meanwhile.
    private async Task WorkUntilDone(string work, DueAccounts due, ServeAccount serve, DispatchSignal wake, CancellationToken stopping)
    {
        var working = new Dictionary<Guid, Task>();
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                foreach (var done in working.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToList())
                    working.Remove(done);
                foreach (var account in (await due(stopping)).Where(account => !working.ContainsKey(account)))
                    working[account] = ServeSafely(work, serve, account, stopping);
                if (working.Count == 0)
                    return;
                await wake.Wait(Poll, time, stopping);
            }
        }
        finally
        {
            await Task.WhenAll(working.Values);   // before another node has its turn
        }
    }

    private async Task ServeSafely(string work, ServeAccount serve, Guid account, CancellationToken stopping)
    {
        try
        {
            await serve(account, stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LogFailedAccount(e, work, account);   // one account must not end the others
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    [LoggerMessage(LogLevel.Error, "A pass of the work for CRMs failed: {Work}")]
    private partial void LogFailedPass(Exception exception, string work);

    [LoggerMessage(LogLevel.Error, "The work for connection {Connection} failed: {Work}")]
    private partial void LogFailedAccount(Exception exception, string work, Guid connection);
}
