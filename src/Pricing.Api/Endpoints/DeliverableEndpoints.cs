using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Deliverables;

namespace Pricing.Api.Endpoints;

internal static class DeliverableEndpoints
{
    public static void MapDeliverables(this IEndpointRouteBuilder app)
    {
        var deliverables = app.MapApi("/deliverables", Tags.Catalogue);
        deliverables.MapGet("", List).WithName("ListDeliverables").WithSummary("List the library of deliverables").Needs(Right.ReadFigures)
            .WithDescription("Work packages and assets that are sold again and again; add them to an engagement instead of writing them anew.").Lists<DeliverableView>();
        deliverables.MapPost("", Create).WithName("CreateDeliverable").WithSummary("Add a deliverable to the library").Needs(Right.WriteEngagements)
            .WithDescription("Send a work package or an asset as the engagement takes it.").Creates<DeliverableView>();
        deliverables.MapGet("/{id:guid}", Get).WithName("GetDeliverable").WithSummary("Show a deliverable").Needs(Right.ReadFigures)
            .WithDescription("Take its id to an engagement.").Produces<DeliverableView>().ProducesProblems(404);
        deliverables.MapPut("/{id:guid}", Revise).WithName("ReviseDeliverable").WithSummary("Change a deliverable").Needs(Right.WriteEngagements)
            .WithDescription("Engagements keep their copies.").Produces<DeliverableView>().RequiresIfMatch().ProducesProblems(413, 415);
        deliverables.MapDelete("/{id:guid}", Archive).WithName("ArchiveDeliverable").WithSummary("Archive a deliverable").Needs(Right.WriteEngagements)
            .WithDescription("It leaves the lists.").Produces<DeliverableView>().RequiresIfMatch();
    }

    private static Task<Page<DeliverableView>> List(
        IMediator mediator, CancellationToken cancellationToken, string? search = null, string? kind = null, string? tag = null, bool? archived = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListDeliverables(search, Query.Code<DeliverableKind>(kind, "kind"), tag, archived, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(CreateDeliverable body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "deliverables", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetDeliverable(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseDeliverable body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Archive(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new ArchiveDeliverable(id, await ReadVersion(id, context, mediator, cancellationToken)), cancellationToken));

    private static Task<int?> ReadVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetDeliverable(id), cancellationToken));
}
