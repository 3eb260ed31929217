using System.Security.Cryptography;

namespace Pricing.Application.Outbox;

/// <summary>When a refused delivery is attempted again: after 2 s, doubling, at most 6 h, each between half and the whole of it, so that receivers come back gently.</summary>
internal static class Backoff
{
    private const int FirstSeconds = 2, Steps = 1_000;

    /// <summary>Longest wait of our own.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>Longest wait that a receiver may ask for.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromHours(24);

    /// <summary>The wait after so many attempts.</summary>
    /// <param name="attempts">Attempts made, from 1.</param>
    /// <param name="asked">What the receiver asked for with <c>Retry-After</c>; null for nothing.</param>
    public static TimeSpan After(int attempts, TimeSpan? asked)
    {
        var own = Whole(attempts) * RandomNumberGenerator.GetInt32(Steps / 2, Steps + 1) / Steps;
        return asked is { } wish && wish > own ? Min(wish, LongestAsked) : own;
    }

    /// <summary>The wait without its chance.</summary>
    public static TimeSpan Whole(int attempts) => Min(TimeSpan.FromSeconds((long)FirstSeconds << Math.Min(attempts - 1, 20)), Longest);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
