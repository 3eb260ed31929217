using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Api.Endpoints;

/// <summary>
/// Marks a route whose changes can be tried out with <c>validateOnly=true</c>. A caller who accepts plain JSON alone gets the answer that the request would get,
/// so that generated clients find the type that they expect.
/// </summary>
internal sealed record Tryable
{
    public const string Parameter = "validateOnly", MediaType = "application/vnd.pricing.trial+json";
}

/// <summary>What a request would do.</summary>
/// <param name="ValidateOnly">Always true: nothing was stored.</param>
/// <param name="WouldChange">The records that would change, with every place before and after.</param>
/// <param name="Answer">The answer that the request would get.</param>
internal sealed record TrialAnswer(bool ValidateOnly, IReadOnlyList<TrialChange> WouldChange, object? Answer);

internal static class Trials
{
    /// <summary>Lets a caller see what a change would do, all rules applied, without making it.</summary>
    public static RouteHandlerBuilder CanBeTried(this RouteHandlerBuilder builder) =>
        builder.WithMetadata(new Tryable()).AddEndpointFilter(Try);

    /// <summary>Whether a call only tries its route out, on one that can be tried; others know no such parameter.</summary>
    /// <exception cref="InvalidRequestException">It says neither true nor false.</exception>
    public static bool IsTrial(HttpRequest request, Endpoint route) => route.Metadata.GetMetadata<KnownParameters>()?.Names.Contains(Tryable.Parameter) == true && Asks(request);

    private static async ValueTask<object?> Try(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!Asks(http.Request))
            return await next(context);
        var (changes, answer) = await http.RequestServices.GetRequiredService<TrialRun>().Of(() => next(context), http.RequestAborted);
        http.Response.Headers.Remove("ETag");   // of a version that is not there
        http.Response.Headers.Vary = HeaderNames.Accept;
        var value = answer is IValueHttpResult result ? result.Value : answer;
        return AcceptsPlainJsonAlone(http.Request)
            ? TypedResults.Json(value)
            : TypedResults.Json(new TrialAnswer(true, changes, value), contentType: Tryable.MediaType);
    }

    private static bool AcceptsPlainJsonAlone(HttpRequest request) =>
        request.GetTypedHeaders().Accept is { Count: > 0 } accepted && accepted.All(range => range.MediaType == MediaTypeNames.Application.Json);

    private static bool Asks(HttpRequest request) => !request.Query.TryGetValue(Tryable.Parameter, out var text) ? false : text.ToString() switch
    {
        "false" => false,
        "true" => true,
        _ => throw new InvalidRequestException([new($"/{Tryable.Parameter}", "validateOnly is true or false.")]),
    };
}
