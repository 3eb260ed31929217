using System.Globalization;
using Pricing.Api.Problems;
using Pricing.Application.Features.Access;

namespace Pricing.Api.RateLimits;

/// <summary>Refuses calls of a key, a user or an agency beyond its quota of a minute, and tells every caller what is left.</summary>
internal sealed class CallLimit(RequestDelegate next, Quotas quotas, Minutes minutes)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsLimited(context))
        {
            await next(context);
            return;
        }

        var actor = context.RequestServices.GetRequiredService<ActingAs>().Actor;
        var isKnown = context.User.Identity?.IsAuthenticated == true;
        var own = minutes.Add(isKnown ? $"key {actor.KeyId ?? actor.UserId}" : $"address {context.Connection.RemoteIpAddress}");
        var agency = !isKnown ? default : own.Count > quotas.Key ? minutes.Of(Agency(actor)) : minutes.Add(Agency(actor));   // what is refused takes nothing from the agency's others
        Tell(context, own, agency);
        if (own.Count <= quotas.Key && agency.Count <= quotas.Agency)
        {
            await next(context);
            return;
        }

        var (who, quota, wait) = own.Count > quotas.Key ? ("A key or user", quotas.Key, own.SecondsLeft) : ("An agency", quotas.Agency, agency.SecondsLeft);
        await Refuse(context, wait, string.Create(CultureInfo.InvariantCulture, $"{who} has {quota:N0} calls a minute."));
    }

    /// <summary>Whether calls are counted at all: health, pages and the document are not.</summary>
    public static bool IsLimited(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public static Task Refuse(HttpContext context, int seconds, string quota)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ProblemWriter.Write(context, ProblemType.TooManyRequests, string.Create(CultureInfo.InvariantCulture, $"{quota} Call again in {seconds} seconds."));
    }

    private static string Agency(Actor actor) => $"agency {actor.TenantId}";

    // Said when the answer starts: the platform takes headers off whatever an exception led to.
    private void Tell(HttpContext context, Minute own, Minute agency) => context.Response.OnStarting(() =>
    {
        var headers = context.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"key\";q={quotas.Key};w={Minutes.Seconds}, \"agency\";q={quotas.Agency};w={Minutes.Seconds}");
        headers["RateLimit"] = agency.SecondsLeft == 0 ? Left("key", quotas.Key, own) : $"{Left("key", quotas.Key, own)}, {Left("agency", quotas.Agency, agency)}";
        return Task.CompletedTask;
    });

    private static string Left(string policy, int quota, Minute minute) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={Math.Max(0, quota - minute.Count)};t={minute.SecondsLeft}");
}
