using Pricing.Api.OpenApi;
using Pricing.Api.Problems;

namespace Pricing.Api.Endpoints;

/// <summary>What routes of all resources share.</summary>
internal static class Routes
{
    /// <summary>A group of routes under /api/v1.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string prefix, string tag) =>
        app.MapGroup($"/api/v1{prefix}").WithTags(tag).ProducesProblems(400, 401, 403, 500);

    /// <summary>The answers of a route that fail, all of one shape.</summary>
    public static TBuilder ProducesProblems<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemBody), ["application/problem+json"]));
        return builder;
    }

    /// <summary>A change to a stored resource: If-Match is required, and nobody's change is lost.</summary>
    public static RouteHandlerBuilder RequiresIfMatch(this RouteHandlerBuilder builder) =>
        builder.ProducesProblems(404, 412, 428).WithMetadata(new IfMatchRequired()).CanBeTried();

    /// <summary>Creates a resource; 200 answers a trial.</summary>
    public static RouteHandlerBuilder Creates<T>(this RouteHandlerBuilder builder) =>
        builder.Produces<T>(StatusCodes.Status201Created).Produces<T>().ProducesProblems(413, 415).CanBeTried();
}
