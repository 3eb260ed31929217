using MediatR;
using Pricing.Api.Batches;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;

namespace Pricing.Api.Endpoints;

internal static class ClientEndpoints
{
    public static void MapClients(this IEndpointRouteBuilder app)
    {
        var clients = app.MapApi("/clients", Tags.Clients);
        clients.MapGet("", List).WithName("ListClients").WithSummary("List or search the clients").Needs(Right.ReadClients)
            .WithDescription("Find a client by part of its name. Take its id to the engagements.").Lists<ClientView>();
        clients.MapPost("", Create).WithName("CreateClient").WithSummary("Add a client").Needs(Right.WriteClients)
            .WithDescription("Name and country suffice; language, currency and tax treatment have defaults for Germany.").Creates<ClientView>();
        clients.MapGet("/{id:guid}", Get).WithName("GetClient").WithSummary("Show a client").Needs(Right.ReadClients)
            .WithDescription("The ETag header is what a change must send as If-Match.").Produces<ClientView>().ProducesProblems(404);
        clients.MapPut("/{id:guid}", Revise).WithName("ReviseClient").WithSummary("Change a client").Needs(Right.WriteClients)
            .WithDescription("Send the whole client; what is left out takes its default.").Produces<ClientView>().RequiresIfMatch().ProducesProblems(413, 415);
        clients.MapDelete("/{id:guid}", Archive).WithName("ArchiveClient").WithSummary("Archive a client").Needs(Right.WriteClients)
            .WithDescription("It leaves the lists; its engagements stay.").Produces<ClientView>().RequiresIfMatch();
        clients.MapPut("/{id:guid}/external-ids", ReviseExternalIds).WithName("ReviseClientExternalIds").WithSummary("Change the ids of a client in other systems").Needs(Right.WriteClients)
            .WithDescription("Send all of them; what is left out is taken away. An id of another client is refused with 409 and its name.").Produces<ClientView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        clients.MapPost("/{id:guid}/merge", Merge).WithName("MergeClients").WithSummary("Make one client of two").Needs(Right.WriteEngagements)
            .WithDescription("Engagements with their proposals, rate cards, external ids and a hold of the duplicate move to this client, and the duplicate is archived. Neither may be archived before. With validateOnly the answer shows what would move, and nothing does.")
            .Produces<MergeClientsResponse>().RequiresIfMatch().ProducesProblems(413, 415);
        clients.MapGet("/by-external-id/{system}/{externalId}", GetByExternalId).WithName("GetClientByExternalId").WithSummary("Show a client by its id in another system").Needs(Right.ReadClients)
            .WithDescription("The same answer as by our id.").Produces<ClientView>().ProducesProblems(404);
        clients.MapPut("/by-external-id/{system}/{externalId}", Upsert).WithName("UpsertClient").WithSummary("Create or replace a client by its id in another system").Needs(Right.WriteClients)
            .WithDescription("Creates the client where none is known under the id (201), else replaces it (200). To replace needs If-Match; * takes whatever version there is.").Upserts<ClientView>();
        clients.MapPost("/batch", UpsertMany).WithName("UpsertClients").WithSummary("Create or replace up to 100 clients").Needs(Right.WriteClients)
            .WithDescription("By their ids in another system, in order; the answer has a result for each. Atomic: all of it, or nothing.").Produces<BatchAnswer>().ProducesProblems(413, 415).CanBeTried();
    }

    private static async Task<IResult> ReviseExternalIds(Guid id, ReviseClientExternalIds body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var version = await ETags.ReadVersion(context, async () => await mediator.Send(new GetClient(id), cancellationToken));
        return ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = version }, cancellationToken));
    }

    private static async Task<IResult> Merge(Guid id, MergeClients body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var version = await ETags.ReadVersion(context, async () => await mediator.Send(new GetClient(id), cancellationToken));
        return ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = version }, cancellationToken));
    }

    private static async Task<IResult> GetByExternalId(string system, string externalId, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetClientByExternalId(system, externalId), cancellationToken));

    private static async Task<IResult> Upsert(string system, string externalId, UpsertClient body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var placed = body with { System = system, ExternalId = externalId, Condition = ETags.ConditionOf(context) };
        return ETags.Upserted(context, "clients", await mediator.Send(placed, cancellationToken));
    }

    private static Task<BatchAnswer> UpsertMany(Batch<UpsertClient> body, HttpContext context, BatchRun run) =>
        run.Send(body, (item, condition) => item.Record with { System = item.System, ExternalId = item.ExternalId, Condition = condition }, context);

    private static Task<Page<ClientView>> List(IMediator mediator, CancellationToken cancellationToken, string? search = null, bool? archived = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListClients(search, archived, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(CreateClient body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "clients", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetClient(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseClient body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var version = await ETags.ReadVersion(context, async () => await mediator.Send(new GetClient(id), cancellationToken));
        return ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = version }, cancellationToken));
    }

    private static async Task<IResult> Archive(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var version = await ETags.ReadVersion(context, async () => await mediator.Send(new GetClient(id), cancellationToken));
        return ETags.Ok(context, await mediator.Send(new ArchiveClient(id, version), cancellationToken));
    }
}
