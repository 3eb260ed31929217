using Pricing.Api.Endpoints;
using Pricing.Api.Problems;

namespace Pricing.Api;

/// <summary>What holds for every address: HEAD is answered as GET without a body (RFC 9110, 9.3.2), and no path leads elsewhere by its dots.</summary>
internal sealed class PathManners(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (RawPath.HasDots(context))
            return ProblemWriter.Write(context, ProblemType.BadRequest, "The path holds . or .. as a segment; no resource is called so.");

        // The server leaves the body out by what was sent. A client's page tells a look by itself from a look by a person.
        if (HttpMethods.IsHead(context.Request.Method) && !context.Request.Path.StartsWithSegments("/p", StringComparison.OrdinalIgnoreCase))
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }
}
