using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Pricing.Api.OpenApi;
using Pricing.Api.OpenApi.Analyses;
using Pricing.Application.Features.Analyses;
using Pricing.Documents;

namespace Pricing.Api.Endpoints;

internal static class AnalysisEndpoints
{
    private const string Png = MediaTypeNames.Image.Png, Svg = MediaTypeNames.Image.Svg;

    public static void MapAnalyses(this IEndpointRouteBuilder app)
    {
        var stored = app.MapApi("/engagements/{id:guid}/analyses", Tags.Analyses);
        var posted = app.MapApi("/analyses", Tags.DocumentAnalyses);
        foreach (var operation in AnalysisOperations.All)
        {
            Describe(stored.MapPost($"/{operation.Kind}", (Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken, string? lang = null, int width = 1200, int height = 800) =>
                Answer(context, (body, form) => mediator.Send(new AnalyseEngagement(operation.Kind, id, body, form), cancellationToken), lang, width, height)), operation)
                .WithName($"Analyse{operation.Name}").WithSummary(operation.Summary)
                .Accepts(typeof(AnalysisOfEngagement<>).MakeGenericType(operation.Parameters), MediaTypeNames.Application.Json).ProducesProblems(404);
            Describe(posted.MapPost($"/{operation.Kind}", (HttpContext context, IMediator mediator, CancellationToken cancellationToken, string? lang = null, int width = 1200, int height = 800) =>
                Answer(context, (body, form) => mediator.Send(new AnalyseDocument(operation.Kind, body, form), cancellationToken), lang, width, height)), operation)
                .WithName($"Analyse{operation.Name}OfDocument").WithSummary($"{operation.Summary} (of a posted engagement)")
                .Accepts(typeof(AnalysisOfDocument<>).MakeGenericType(operation.Parameters), MediaTypeNames.Application.Json);
        }
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route, AnalysisOperation operation) => route
        .WithDescription($"{operation.Description} Nothing is stored. JSON, or the chart where the Accept header asks for PNG or SVG.")
        .Produces(StatusCodes.Status200OK, operation.Result, MediaTypeNames.Application.Json, Png, Svg)
        .ProducesProblems(406, 415)
        .WithMetadata(new DisableRequestSizeLimitAttribute(), operation);

    private static async Task<IResult> Answer(
        HttpContext context, Func<ReadOnlyMemory<byte>, AnswerForm, Task<byte[]>> answer, string? lang, int width, int height)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (Accepted.Best(request, MediaTypeNames.Application.Json, Png, Svg) is not { } type)
            return TypedResults.StatusCode(StatusCodes.Status406NotAcceptable);

        var form = new AnswerForm(FormatOf(type), Query.Code<DocumentLanguage>(lang, "lang") ?? DocumentLanguage.En, width, height);
        var bytes = await answer(await Body.Read(request, context.RequestAborted), form);
        context.Response.Headers.Vary = HeaderNames.Accept;
        return TypedResults.Bytes(bytes, type);
    }

    private static AnswerFormat FormatOf(string mediaType) => mediaType switch
    {
        Png => AnswerFormat.Png,
        Svg => AnswerFormat.Svg,
        _ => AnswerFormat.Json,
    };
}
