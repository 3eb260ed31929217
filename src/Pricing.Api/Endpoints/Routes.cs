using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Pricing.Api.Lists;
using Pricing.Api.OpenApi;
using Pricing.Api.Problems;
using Pricing.Application.Features;
using Pricing.Application.Persistence;

namespace Pricing.Api.Endpoints;

/// <summary>What routes of all resources share.</summary>
internal static class Routes
{
    /// <summary>A group of routes under /api/v1.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string prefix, string tag)
    {
        var group = app.MapGroup($"/api/v1{prefix}").WithTags(tag).ProducesProblems(400, 401, 403, 429, 500);
        ((IEndpointConventionBuilder)group).Finally(TakeIdempotencyKey);
        ((IEndpointConventionBuilder)group).Finally(Query.TakesIsoTimes);
        ((IEndpointConventionBuilder)group).Finally(Query.TakesKnownParametersOnly);
        ((IEndpointConventionBuilder)group).Finally(RawPath.TakesIdsToTheLetter);
        return group;
    }

    /// <summary>Changes nothing that is stored, although its method says so: an idempotency key would keep nothing.</summary>
    public static TBuilder StoresNothing<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new StoresNothing());

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
        builder.Versioned().CanBeTried().SettlesRaces();

    private static RouteHandlerBuilder Versioned(this RouteHandlerBuilder builder) =>
        builder.ProducesProblems(404, 412, 428).WithMetadata(new IfMatchRequired());

    // Inside of a trial, which holds the database itself. Who was slower than another is done once more, and applied or refused by what the other left.
    private static RouteHandlerBuilder SettlesRaces(this RouteHandlerBuilder builder) => builder.AddEndpointFilter((context, next) =>
        new(context.HttpContext.RequestServices.GetRequiredService<AllOrNothing>().DespiteRaces(async () => await next(context))));

    // What every change shares; there is no forgetting it on a new route.
    private static void TakeIdempotencyKey(EndpointBuilder route)
    {
        var isUnsafe = route.Metadata.OfType<IHttpMethodMetadata>().Any(methods => methods.HttpMethods.Any(method => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method)));
        if (!isUnsafe || route.Metadata.OfType<StoresNothing>().Any())
            return;
        route.Metadata.Add(new TakesIdempotencyKey());
        foreach (var status in new[] { StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable })
            AddProblem(route.Metadata, status);
    }

    private static void AddProblem(IList<object> metadata, int status)
    {
        if (!metadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == status))
            metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemBody), ["application/problem+json"]));
    }

    /// <summary>Creates or replaces a resource under an external id: If-Match is required to replace.</summary>
    public static RouteHandlerBuilder Upserts<T>(this RouteHandlerBuilder builder) =>
        builder.Creates<T>().Versioned().SettlesRaces();

    /// <summary>Lists resources by the page.</summary>
    public static RouteHandlerBuilder Lists<TView>(this RouteHandlerBuilder builder) =>
        builder.Produces<Page<TView>>().WithMetadata(ListOf.Rows<TView>()).AddEndpointFilter(ListShape.Apply);

    /// <summary>Creates a resource; 200 answers a trial.</summary>
    public static RouteHandlerBuilder Creates<T>(this RouteHandlerBuilder builder) =>
        builder.Produces<T>(StatusCodes.Status201Created).Produces<T>().ProducesProblems(413, 415).CanBeTried();
}
