using MediatR;
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
            .WithDescription("Find a client by part of its name. Take its id to the engagements.").Produces<Page<ClientView>>();
        clients.MapPost("", Create).WithName("CreateClient").WithSummary("Add a client").Needs(Right.WriteClients)
            .WithDescription("Name and country suffice; language, currency and tax treatment have defaults for Germany.").Creates<ClientView>();
        clients.MapGet("/{id:guid}", Get).WithName("GetClient").WithSummary("Show a client").Needs(Right.ReadClients)
            .WithDescription("The ETag header is what a change must send as If-Match.").Produces<ClientView>().ProducesProblems(404);
        clients.MapPut("/{id:guid}", Revise).WithName("ReviseClient").WithSummary("Change a client").Needs(Right.WriteClients)
            .WithDescription("Send the whole client; what is left out takes its default.").Produces<ClientView>().RequiresIfMatch().ProducesProblems(413, 415);
        clients.MapDelete("/{id:guid}", Archive).WithName("ArchiveClient").WithSummary("Archive a client").Needs(Right.WriteClients)
            .WithDescription("It leaves the lists; its engagements stay.").Produces<ClientView>().RequiresIfMatch();
    }

    private static Task<Page<ClientView>> List(IMediator mediator, CancellationToken cancellationToken, string? search = null, bool archived = false, int? limit = null, string? after = null) =>
        mediator.Send(new ListClients(search, archived, limit, after), cancellationToken);

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
