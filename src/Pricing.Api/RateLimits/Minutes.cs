namespace Pricing.Api.RateLimits;

/// <summary>Counts by the minute; a minute starts with somebody's first call. Counts are kept in memory, each process for itself.</summary>
internal sealed class Minutes(TimeProvider time)
{
    public const int Seconds = 60;

    private readonly Dictionary<string, (long Ends, int Count)> minutes = [];
    private long nextSweep;

    /// <summary>Counts one more.</summary>
    public Minute Add(string who) => Change(who, 1);

    /// <summary>Looks without counting.</summary>
    public Minute Of(string who) => Change(who, 0);

    /// <summary>Starts somebody's minute anew.</summary>
    public void Renew(string who)
    {
        lock (minutes)
            minutes[who] = (time.GetUtcNow().ToUnixTimeSeconds() + Seconds, 1);
    }

    private Minute Change(string who, int by)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        lock (minutes)
        {
            Sweep(now);
            var (ends, count) = minutes.TryGetValue(who, out var known) && known.Ends > now ? known : (now + Seconds, 0);
            if (by > 0)
                minutes[who] = (ends, count + by);
            return new(count + by, (int)(ends - now));
        }
    }

    private void Sweep(long now)
    {
        if (now < nextSweep)
            return;
        nextSweep = now + Seconds;
        foreach (var (who, _) in minutes.Where(entry => entry.Value.Ends <= now).ToList())
            minutes.Remove(who);
    }
}

/// <summary>Somebody's minute.</summary>
/// <param name="Count">Calls in it.</param>
/// <param name="SecondsLeft">Seconds until it ends.</param>
internal readonly record struct Minute(int Count, int SecondsLeft);
