using MediatR;
using Pricing.Api.Batches;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;

namespace Pricing.Api.Endpoints;

internal static class EngagementEndpoints
{
    public static void MapEngagements(this IEndpointRouteBuilder app)
    {
        var engagements = app.MapApi("/engagements", Tags.Engagements);
        engagements.MapGet("", List).WithName("ListEngagements").WithSummary("List or search the engagements").Needs(Right.ReadFigures)
            .WithDescription("Search by part of the name or of the client's; list templates only, or the archive.").Lists<EngagementSummary>();
        engagements.MapPost("", Create).WithName("CreateEngagement").WithSummary("Draft an engagement").Needs(Right.WriteEngagements)
            .WithDescription("The document may name a stored rate card, effort profiles and price-book entries by code; they are resolved as of the pricing date and kept, so that the same engagement gives the same figures next year. Next: compare it.").Creates<EngagementView>();
        engagements.MapGet("/{id:guid}", Get).WithName("GetEngagement").WithSummary("Show an engagement").Needs(Right.ReadFigures)
            .WithDescription("The document as sent, what the desk knows, and links to comparison, chart, proposal and workbook.").Produces<EngagementView>().ProducesProblems(404);
        engagements.MapPut("/{id:guid}", Revise).WithName("ReviseEngagement").WithSummary("Replace an engagement").Needs(Right.WriteEngagements)
            .WithDescription("Send the whole engagement; references are resolved anew as of its pricing date.").Produces<EngagementView>().RequiresIfMatch().ProducesProblems(413, 415);
        engagements.MapPut("/{id:guid}/desk", ReviseDesk).WithName("ReviseDesk").WithSummary("Change stage, notes, offer or template mark").Needs(Right.WriteEngagements)
            .WithDescription("What the desk knows beside the document: stage, chances, notes, which structures go to the client, whether it is a template. Prices stay as they are.").Produces<EngagementView>().RequiresIfMatch().ProducesProblems(413, 415);
        engagements.MapPatch("/{id:guid}/document", Change).WithName("ChangeDocument").WithSummary("Change single numbers of an engagement").Needs(Right.WriteEngagements)
            .WithDescription("Each change names a place in the document and its new value; all take effect, or none. Then compare again.").Produces<EngagementView>().RequiresIfMatch().ProducesProblems(413, 415);
        engagements.MapPost("/{id:guid}/deliverables", AddDeliverable).WithName("AddDeliverable").WithSummary("Add a deliverable of the library").Needs(Right.WriteEngagements)
            .WithDescription("Copies a work package or asset from the library into the engagement.").Produces<EngagementView>().RequiresIfMatch().ProducesProblems(413, 415);
        engagements.MapPost("/{id:guid}/copies", Copy).WithName("CopyEngagement").WithSummary("Start a new engagement from this one").Needs(Right.WriteEngagements)
            .WithDescription("A copy with today's prices, without dates and history: Monday's pitch from last year's, or from a template.").Creates<EngagementView>().ProducesProblems(404);
        engagements.MapDelete("/{id:guid}", Archive).WithName("ArchiveEngagement").WithSummary("Archive an engagement").Needs(Right.WriteEngagements)
            .WithDescription("It leaves the lists and stays readable.").Produces<EngagementView>().RequiresIfMatch();
        engagements.MapGet("/{id:guid}/resolved-document", Resolved).WithName("GetResolvedDocument").WithSummary("Show the document with every reference spelled out").Needs(Right.ReadSalaries)
            .WithDescription("Posting it to the comparison gives the same figures as the stored engagement.").Produces<EngagementDocument>().ProducesProblems(404);
        engagements.MapPut("/{id:guid}/external-ids", ReviseExternalIds).WithName("ReviseEngagementExternalIds").WithSummary("Change the ids of an engagement in other systems").Needs(Right.WriteEngagements)
            .WithDescription("Send all of them; what is left out is taken away. An id of another engagement is refused with 409 and its name.").Produces<EngagementView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        engagements.MapGet("/by-external-id/{system}/{externalId}", GetByExternalId).WithName("GetEngagementByExternalId").WithSummary("Show an engagement by its id in another system").Needs(Right.ReadOffers)
            .WithDescription("What a CRM may see: name, client and stage, no figure of the inside.").Produces<EngagementDraftView>().ProducesProblems(404);
        engagements.MapPut("/by-external-id/{system}/{externalId}", Upsert).WithName("UpsertEngagement").WithSummary("Keep a CRM's deal as an engagement").Needs(Right.DraftEngagements)
            .WithDescription("Drafts an engagement from a template where none is known under the id (201), else takes over name, client, stage and chances (200) and leaves its prices alone. To replace needs If-Match; * takes whatever version there is.").Upserts<EngagementDraftView>();
        engagements.MapPost("/batch", UpsertMany).WithName("UpsertEngagements").WithSummary("Keep up to 100 deals of a CRM").Needs(Right.DraftEngagements)
            .WithDescription("By their ids in another system, in order; the answer has a result for each. Atomic: all of it, or nothing.").Produces<BatchAnswer>().ProducesProblems(413, 415).CanBeTried();
    }

    private static async Task<IResult> ReviseExternalIds(Guid id, ReviseEngagementExternalIds body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> GetByExternalId(string system, string externalId, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetEngagementByExternalId(system, externalId), cancellationToken));

    private static async Task<IResult> Upsert(string system, string externalId, UpsertEngagement body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var placed = body with { System = system, ExternalId = externalId, Condition = ETags.ConditionOf(context) };
        return ETags.Upserted(context, "engagements", await mediator.Send(placed, cancellationToken));
    }

    private static Task<BatchAnswer> UpsertMany(Batch<UpsertEngagement> body, HttpContext context, BatchRun run) =>
        run.Send(body, (item, condition) => item.Record with { System = item.System, ExternalId = item.ExternalId, Condition = condition }, context);

    private static Task<Page<EngagementSummary>> List(
        IMediator mediator, CancellationToken cancellationToken, string? search = null, Guid? clientId = null, string? stage = null, bool? templates = null,
        bool? archived = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListEngagements(search, clientId, Query.Code<EngagementStage>(stage, "stage"), templates, archived, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(CreateEngagement body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "engagements", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetEngagement(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseEngagement body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> ReviseDesk(Guid id, ReviseDesk body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Change(Guid id, ChangeDocument body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> AddDeliverable(Guid id, AddDeliverable body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Copy(Guid id, CopyEngagement body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "engagements", await mediator.Send(body with { Id = id }, cancellationToken));

    private static async Task<IResult> Archive(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new ArchiveEngagement(id, await ReadVersion(id, context, mediator, cancellationToken)), cancellationToken));

    private static async Task<IResult> Resolved(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        ComparisonEndpoints.Json(await mediator.Send(new GetResolvedDocument(id), cancellationToken));

    private static Task<int?> ReadVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetEngagement(id), cancellationToken));
}
