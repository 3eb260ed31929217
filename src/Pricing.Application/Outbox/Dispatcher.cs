using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pricing.Application.Outbox;

/// <summary>Delivers events to webhook endpoints, at least once and in order per resource, for as long as the service runs.</summary>
internal sealed partial class Dispatcher(IServiceScopeFactory scopes, WebhookSender sender, DispatchSignal signal, TimeProvider time, ILogger<Dispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1), Farewell = TimeSpan.FromSeconds(5);

    private readonly Guid owner = Guid.CreateVersion7(time.GetUtcNow());
    private readonly Slots slots = new();
    private readonly HashSet<Task> running = [];

    /// <summary>Delivers until the service stops; what is on its way then has five seconds to arrive.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var sending = new CancellationTokenSource();
        while (!stoppingToken.IsCancellationRequested)
        {
            await PassSafely(stoppingToken, sending.Token);
            await signal.Wait(Poll, time, stoppingToken);
        }

        sending.CancelAfter(Farewell);
        await Task.WhenAll(running);
    }

    /// <summary>Begins every attempt that may begin now.</summary>
    public async Task<IReadOnlyList<Task>> Pass(CancellationToken stopping, CancellationToken sending)
    {
        running.RemoveWhere(task => task.IsCompleted);
        while (await InScope<Spreader, bool>(spreader => spreader.SpreadNext(stopping)))
            stopping.ThrowIfCancellationRequested();
        var claims = await InScope<DeliveryQueue, IReadOnlyList<Claim>>(async queue =>
        {
            await queue.DropArchived(stopping);
            return await queue.Claim(owner, slots, stopping);
        });
        var begun = claims.Select(claim => Attempt(claim, sending)).ToList();
        running.UnionWith(begun);
        return begun;
    }

    private async Task PassSafely(CancellationToken stopping, CancellationToken sending)
    {
        try
        {
            await Pass(stopping, sending);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LogFailedPass(e);   // a busy database must not end the service; the next pass tries again
        }
        catch (OperationCanceledException)
        {
            // The service stops; what was not begun is begun after the next start.
        }
    }

    private async Task Attempt(Claim claim, CancellationToken sending)
    {
        var endpoint = claim.Delivery.EndpointId;
        slots.Take(endpoint);
        bool? isAccepted = null;
        try
        {
            var outcome = await sender.Send(claim, sending);
            isAccepted = outcome.IsAccepted;
            if (await InScope<DeliveryQueue, bool>(queue => queue.Acknowledge(claim, outcome)))
                LogAttempt(claim.Delivery.Id, claim.Delivery.Attempts, outcome.Status);
            else
                LogLost(claim.Delivery.Id);
        }
        catch (Exception e)
        {
            LogFailedAttempt(e, claim.Delivery.Id);   // one delivery must not end the others; its lease runs out and it is attempted again
        }
        finally
        {
            slots.Give(endpoint, isAccepted);
            signal.Raise();
        }
    }

    private async Task<TResult> InScope<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    [LoggerMessage(LogLevel.Debug, "Attempted delivery {Delivery}, attempt {Attempt}, answered with {Status}")]
    private partial void LogAttempt(Guid delivery, int attempt, int? status);

    [LoggerMessage(LogLevel.Warning, "The claim on delivery {Delivery} ran out before its attempt was recorded")]
    private partial void LogLost(Guid delivery);

    [LoggerMessage(LogLevel.Error, "An attempt of delivery {Delivery} failed on our side")]
    private partial void LogFailedAttempt(Exception exception, Guid delivery);

    [LoggerMessage(LogLevel.Error, "A pass of the dispatcher failed")]
    private partial void LogFailedPass(Exception exception);
}
