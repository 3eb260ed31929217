using Microsoft.AspNetCore.Http.Features;

namespace Pricing.Api.Endpoints;

/// <summary>The path as the caller wrote it. The server's own has %2F left in it but %25 taken for %, and dots followed, so that two ids could be one.</summary>
internal static class RawPath
{
    private const string ExternalId = "externalId";

    /// <summary>Reads an external id, which stands last in its route, from what was sent.</summary>
    public static void TakesIdsToTheLetter(EndpointBuilder endpoint)
    {
        if (endpoint.RequestDelegate is not { } handle || ((RouteEndpointBuilder)endpoint).RoutePattern.GetParameter(ExternalId) is null)
            return;
        endpoint.RequestDelegate = context =>
        {
            context.Request.RouteValues[ExternalId] = Uri.UnescapeDataString(SegmentsOf(context).Last(segment => segment.Length > 0));
            return handle(context);
        };
    }

    /// <summary>Whether a segment is . or .., which the server would follow to another resource.</summary>
    public static bool HasDots(HttpContext context) => SegmentsOf(context).Any(segment => segment is "." or ".." || (segment.Contains('%', StringComparison.Ordinal) && Uri.UnescapeDataString(segment) is "." or ".."));

    private static string[] SegmentsOf(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0].Split('/');
}
