using System.Security.Cryptography;
using System.Text;
using Pricing.Api.Security;

namespace Pricing.Api.RateLimits;

/// <summary>
/// Refuses credentials of an address that has brought too many wrong ones, unseen, until its minute is over. A credential that has opened within a
/// minute is let through: callers behind one proxy share an address.
/// </summary>
internal sealed class SignInLimit(RequestDelegate next, Quotas quotas, Minutes minutes)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var credential = Authentication.KeyOf(context.Request) ?? context.Request.Headers.Authorization.ToString();
        if (!CallLimit.IsLimited(context) || credential.Length == 0)
        {
            await next(context);
            return;
        }

        var (address, opened) = ($"failures {context.Connection.RemoteIpAddress}", $"opened {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(credential)))}");
        var failures = minutes.Of(address);
        if (failures.Count >= quotas.FailedSignIns && minutes.Of(opened).Count == 0)
        {
            await CallLimit.Refuse(context, failures.SecondsLeft, "Too many wrong keys came from this address.");
            return;
        }

        await next(context);
        if (context.User.Identity?.IsAuthenticated == true)
            minutes.Renew(opened);
        else if (context.Response.StatusCode == StatusCodes.Status401Unauthorized)
            minutes.Add(address);
    }
}
