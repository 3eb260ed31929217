namespace Pricing.Api.RateLimits;

/// <summary>Refuses calls of an address to the hooks of CRMs beyond its quota of a minute: nobody has signed in, and each call costs a look into the database.</summary>
internal sealed class HookLimit(Quotas quotas, Minutes minutes) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var minute = minutes.Add($"hooks {context.HttpContext.Connection.RemoteIpAddress}");
        if (minute.Count <= quotas.Hooks)
            return await next(context);
        await CallLimit.Refuse(context.HttpContext, minute.SecondsLeft, "Too many calls came from this address.");
        return TypedResults.Empty;
    }
}
