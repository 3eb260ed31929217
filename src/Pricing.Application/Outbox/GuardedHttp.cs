using System.Net.Http.Headers;

namespace Pricing.Application.Outbox;

/// <summary>What every call to an address that somebody else has stated shares.</summary>
internal static class GuardedHttp
{
    /// <summary>Calls that go where the guard lets them, and nowhere else: no redirect, no proxy, no cookie.</summary>
    /// <param name="guard">Checks the addresses when connecting.</param>
    /// <param name="mostHeaderKilobytes">Kilobytes of headers that an answer may have.</param>
    public static HttpMessageInvoker Through(AddressGuard guard, int mostHeaderKilobytes) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = guard.Connect,
        MaxResponseHeadersLength = mostHeaderKilobytes,
        MaxResponseDrainSize = 0,   // who answers without end loses the connection
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ActivityHeadersPropagator = null,
    });

    /// <summary>How long an answer asks to wait, as a time or as seconds; null where it does not, or for a time that is over.</summary>
    public static TimeSpan? Wait(this RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        var asked = retryAfter?.Delta ?? retryAfter?.Date - now;
        return asked > TimeSpan.Zero ? asked : null;
    }
}
