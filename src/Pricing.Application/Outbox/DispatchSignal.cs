using System.Threading.Channels;

namespace Pricing.Application.Outbox;

/// <summary>Wakes the dispatcher. Signals that come while it works are one.</summary>
public sealed class DispatchSignal
{
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There may be something to do.</summary>
    public void Raise() => signals.Writer.TryWrite(true);

    /// <summary>Waits for a signal, but no longer than told.</summary>
    internal async Task Wait(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await signals.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time is up, or the service stops: both end the wait, and the caller looks which.
        }
    }
}
