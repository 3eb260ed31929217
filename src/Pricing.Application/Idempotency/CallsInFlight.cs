using Pricing.Application.Errors;

namespace Pricing.Application.Idempotency;

/// <summary>The calls with a key that are under way: one of each key at a time.</summary>
public sealed class CallsInFlight
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<(Guid Tenant, Guid Principal, string Operation, string Key), Line> lines = [];

    /// <summary>Waits until no call of the same key is under way; what is returned lets the next one in.</summary>
    /// <exception cref="ConflictException">Another one is, for more than two seconds.</exception>
    internal async Task<IDisposable> Enter((Guid Tenant, Guid Principal, string Operation, string Key) key)
    {
        var line = Join(key);
        if (await line.First.WaitAsync(Patience))
            return new Turn(this, key, line);
        Leave(key, line);
        throw new ConflictException("idempotency-key-in-flight", "A call with this Idempotency-Key is still under way. Send it again after the seconds that Retry-After names.");
    }

    private Line Join((Guid Tenant, Guid Principal, string Operation, string Key) key)
    {
        lock (lines)
        {
            if (!lines.TryGetValue(key, out var line))
                lines[key] = line = new();
            line.Length++;
            return line;
        }
    }

    private void Leave((Guid Tenant, Guid Principal, string Operation, string Key) key, Line line)
    {
        lock (lines)
        {
            if (--line.Length == 0)
                lines.Remove(key);
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim First { get; } = new(1);

        public int Length { get; set; }
    }

    private sealed class Turn(CallsInFlight calls, (Guid Tenant, Guid Principal, string Operation, string Key) key, Line line) : IDisposable
    {
        public void Dispose()
        {
            line.First.Release();
            calls.Leave(key, line);
        }
    }
}
