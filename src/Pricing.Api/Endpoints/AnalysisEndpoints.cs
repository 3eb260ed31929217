using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Pricing.Api.OpenApi;
using Pricing.Api.OpenApi.Analyses;
using Pricing.Api.Security;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Analyses.Runs;
using Pricing.Documents;

namespace Pricing.Api.Endpoints;

internal static class AnalysisEndpoints
{
    private const string Png = MediaTypeNames.Image.Png, Svg = MediaTypeNames.Image.Svg, Pdf = MediaTypeNames.Application.Pdf;

    public static void MapAnalyses(this IEndpointRouteBuilder app)
    {
        var stored = app.MapApi("/engagements/{id:guid}/analyses", Tags.Analyses);
        var posted = app.MapApi("/analyses", Tags.DocumentAnalyses);
        foreach (var operation in AnalysisOperations.All)
        {
            Describe(stored.MapPost($"/{operation.Kind}", (Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken, string? lang = null, int width = 1200, int height = 800) =>
                Answer(operation, context, mediator, (body, form, later) => mediator.Send(new AnalyseEngagement(operation.Kind, id, body, form, later), cancellationToken), lang, width, height)), operation)
                .WithName($"Analyse{operation.Name}").WithSummary(operation.Summary)
                .Accepts(typeof(AnalysisOfEngagement<>).MakeGenericType(operation.Parameters), MediaTypeNames.Application.Json).ProducesProblems(404);
            Describe(posted.MapPost($"/{operation.Kind}", (HttpContext context, IMediator mediator, CancellationToken cancellationToken, string? lang = null, int width = 1200, int height = 800) =>
                Answer(operation, context, mediator, (body, form, later) => mediator.Send(new AnalyseDocument(operation.Kind, body, form, later), cancellationToken), lang, width, height)), operation)
                .WithName($"Analyse{operation.Name}OfDocument").WithSummary($"{operation.Summary} (of a posted engagement)")
                .Accepts(typeof(AnalysisOfDocument<>).MakeGenericType(operation.Parameters), MediaTypeNames.Application.Json);
        }

        var runs = app.MapApi("/analyses/runs", Tags.Analyses);
        runs.MapGet("/{id:guid}", GetRun).WithName("GetAnalysisRun").WithSummary("Look how far a long analysis is").Needs(Right.ReadFigures)
            .WithDescription("Its progress while it runs, and its answer once it is done. Answers are kept for an hour; a restart of the service ends what runs.")
            .Produces<AnalysisRunView>().ProducesProblems(404);
        runs.MapDelete("/{id:guid}", CancelRun).WithName("CancelAnalysisRun").WithSummary("Cancel a long analysis").Needs(Right.ReadFigures).StoresNothing()
            .WithDescription("Ends it, or drops its answer; nothing is left of it.").Produces(StatusCodes.Status204NoContent).ProducesProblems(404);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route, AnalysisOperation operation)
    {
        route.Needs(Right.ReadFigures).StoresNothing().WithDescription($"{operation.Description} Nothing is stored. JSON, or the chart where the Accept header asks for PNG, SVG or PDF.")
            .Produces(StatusCodes.Status200OK, operation.Result, MediaTypeNames.Application.Json, Png, Svg, Pdf)
            .ProducesProblems(406, 415)
            .WithMetadata(new DisableRequestSizeLimitAttribute(), operation);
        return operation.MayRunLong ? route.Produces<AnalysisRunView>(StatusCodes.Status202Accepted).ProducesProblems(409) : route;
    }

    private static async Task<IResult> GetRun(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetAnalysisRun(id), cancellationToken));

    private static async Task<IResult> CancelRun(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new CancelAnalysisRun(id), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Answer(
        AnalysisOperation operation, HttpContext context, IMediator mediator, Func<ReadOnlyMemory<byte>, AnswerForm, bool, Task<AnalysisAnswer>> ask, string? lang, int width, int height)
    {
        // Routes are matched in any case; names of kinds are not.
        var request = context.Request;
        if (!request.Path.Value!.TrimEnd('/').EndsWith(operation.Kind, StringComparison.Ordinal))
            return TypedResults.NotFound();
        if (!request.HasJsonContentType())
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (Accepted.Best(request, MediaTypeNames.Application.Json, Png, Svg, Pdf) is not { } type)
            return TypedResults.StatusCode(StatusCodes.Status406NotAcceptable);

        var form = new AnswerForm(FormatOf(type), Query.Code<DocumentLanguage>(lang, "lang") ?? DocumentLanguage.En, width, height, Today(context));
        var answer = await ask(await Body.Read(request, context.RequestAborted), form, PrefersLater(request));
        context.Response.Headers.Vary = HeaderNames.Accept;
        if (answer.Content is { } content)
            return TypedResults.Bytes(content, type);

        var run = answer.Run!.Id;
        context.Response.Headers.RetryAfter = "1";
        return TypedResults.Accepted($"/api/v1/analyses/runs/{run}", await mediator.Send(new GetAnalysisRun(run), context.RequestAborted));
    }

    // RFC 7240: preferences in a list, each with parameters that matter to nobody here.
    private static bool PrefersLater(HttpRequest request) => request.Headers["Prefer"]
        .SelectMany(value => (value ?? "").Split(','))
        .Any(preference => preference.Split(';')[0].Trim().Equals("respond-async", StringComparison.OrdinalIgnoreCase));

    private static DateOnly Today(HttpContext context) =>
        DateOnly.FromDateTime(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    private static AnswerFormat FormatOf(string mediaType) => mediaType switch
    {
        Png => AnswerFormat.Png,
        Svg => AnswerFormat.Svg,
        Pdf => AnswerFormat.Pdf,
        _ => AnswerFormat.Json,
    };
}
