using Pricing.Application.Errors;

namespace Pricing.Application.Persistence;

/// <summary>Lets one writer in at a time. The database has room for one anyway, but lets the others block their threads while they wait.</summary>
public sealed class WriteGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim free = new(1);

    /// <summary>Waits for its turn; what is returned gives it back.</summary>
    /// <exception cref="BusyException">The turn does not come within five seconds.</exception>
    public Task<IDisposable> Enter() => Enter(Patience);

    /// <summary>Waits for its turn as long as somebody has patience.</summary>
    /// <exception cref="BusyException">The turn does not come.</exception>
    public async Task<IDisposable> Enter(TimeSpan patience) => await free.WaitAsync(patience) ? new Turn(free) : throw new BusyException();

    /// <inheritdoc/>
    public void Dispose() => free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
