using System.Net.Mime;
using MediatR;
using Microsoft.Net.Http.Headers;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Scenarios;
using Pricing.Documents;

namespace Pricing.Api.Endpoints;

internal static class ScenarioEndpoints
{
    private const string Png = MediaTypeNames.Image.Png, Svg = MediaTypeNames.Image.Svg;

    public static void MapScenarios(this IEndpointRouteBuilder app)
    {
        var ofEngagement = app.MapApi("/engagements/{id:guid}/scenarios", Tags.Scenarios);
        ofEngagement.MapGet("", List).WithName("ListScenarios").WithSummary("List the scenarios of an engagement").Needs(Right.ReadFigures)
            .WithDescription("Each is a whole document of its own, with its own version.").Lists<ScenarioSummary>().ProducesProblems(404);
        ofEngagement.MapPost("", Create).WithName("CreateScenario").WithSummary("Add a scenario to an engagement").Needs(Right.WriteEngagements)
            .WithDescription("A copy of the engagement's document with production shifted (all classic, hybrid or AI), the scope cut, or single members changed; or a whole document. Next: see all of them side by side.")
            .Creates<ScenarioView>().ProducesProblems(404, 409);
        ofEngagement.MapGet("/comparison", Compare).WithName("CompareScenarios").WithSummary("Compare an engagement's scenarios side by side").Needs(Right.ReadFigures)
            .WithDescription("Per scenario cost, value, floor and ceiling, and under each fee structure fee, profit, margin and risk for the agency and the client, each with its difference to the engagement as it is.")
            .Produces<ScenariosSideBySide>().ProducesProblems(404);
        ofEngagement.MapGet("/comparison/chart", Draw).WithName("DrawScenarios").WithSummary("Draw an engagement's scenarios side by side").Needs(Right.ReadFigures)
            .WithDescription("Internal: profit, cost, fee and the client's surplus of each scenario under one fee structure, the engagement as it is on top. PNG, or SVG where the Accept header asks for it.")
            .Produces(StatusCodes.Status200OK, null, Png, Svg).ProducesProblems(404);

        var scenarios = app.MapApi("/scenarios", Tags.Scenarios);
        scenarios.MapGet("/{id:guid}", Get).WithName("GetScenario").WithSummary("Show a scenario").Needs(Right.ReadFigures)
            .WithDescription("Its document, and links to its comparison and to all scenarios side by side.").Produces<ScenarioView>().ProducesProblems(404);
        scenarios.MapPut("/{id:guid}", Revise).WithName("ReviseScenario").WithSummary("Replace a scenario").Needs(Right.WriteEngagements)
            .WithDescription("Send name, note and the whole document; references are resolved anew as of its pricing date.").Produces<ScenarioView>().RequiresIfMatch().ProducesProblems(413, 415);
        scenarios.MapPatch("/{id:guid}/document", Change).WithName("ChangeScenario").WithSummary("Change a scenario's document").Needs(Right.WriteEngagements)
            .WithDescription("Shifts production, changes the scope or single members of the document as it stands; all takes effect, or nothing.").Produces<ScenarioView>().RequiresIfMatch().ProducesProblems(413, 415);
        scenarios.MapDelete("/{id:guid}", Archive).WithName("ArchiveScenario").WithSummary("Archive a scenario").Needs(Right.WriteEngagements)
            .WithDescription("It leaves the list and the comparison and stays readable.").Produces<ScenarioView>().RequiresIfMatch();
        scenarios.MapGet("/{id:guid}/comparison", CompareOne).WithName("CompareScenario").WithSummary("Compare a scenario under every fee structure").Needs(Right.ReadFigures)
            .WithDescription("The same answer as for an engagement.").Produces<ComparisonResult>().ProducesProblems(404);
    }

    private static Task<Page<ScenarioSummary>> List(
        Guid id, IMediator mediator, CancellationToken cancellationToken, bool? archived = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListScenarios(id, archived, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(Guid id, CreateScenario body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "scenarios", await mediator.Send(body with { Id = id }, cancellationToken));

    private static Task<ScenariosSideBySide> Compare(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new CompareScenarios(id), cancellationToken);

    private static async Task<IResult> Draw(
        Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken, int? structure = null, string? lang = null, int width = 1200, int height = 800)
    {
        var type = Accepted.Best(context.Request, Png, Svg) ?? Png;
        var form = new AnswerForm(type == Svg ? AnswerFormat.Svg : AnswerFormat.Png, Query.Code<DocumentLanguage>(lang, "lang") ?? DocumentLanguage.En, width, height);
        context.Response.Headers.Vary = HeaderNames.Accept;
        return TypedResults.Bytes(await mediator.Send(new DrawScenarios(id, structure, form), cancellationToken), type);
    }

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetScenario(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseScenario body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Change(Guid id, ChangeScenario body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Archive(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new ArchiveScenario(id, await ReadVersion(id, context, mediator, cancellationToken)), cancellationToken));

    private static async Task<IResult> CompareOne(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        ComparisonEndpoints.Json(await mediator.Send(new CompareScenario(id), cancellationToken));

    private static Task<int?> ReadVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetScenario(id), cancellationToken));
}
