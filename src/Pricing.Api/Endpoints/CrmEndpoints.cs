using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Crm;

namespace Pricing.Api.Endpoints;

internal static class CrmEndpoints
{
    public static void MapCrm(this IEndpointRouteBuilder app)
    {
        var connections = app.MapApi("/crm-connections", Tags.Crm);
        connections.MapGet("", List).WithName("ListCrmConnections").WithSummary("List the connections to CRMs").Needs(Right.ReadIntegrations)
            .WithDescription("The accounts that offers are sent to. What opens them is not shown.").Lists<CrmConnectionView>();
        connections.MapPost("", Create).WithName("CreateCrmConnection").WithSummary("Connect a CRM").Needs(Right.ManageIntegrations)
            .WithDescription("An account of HubSpot, Salesforce or Dynamics 365 Sales. Its credentials are kept encrypted and never shown.").Creates<CrmConnectionView>().ProducesProblems(409);
        connections.MapGet("/{id:guid}", Get).WithName("GetCrmConnection").WithSummary("Show a connection to a CRM").Needs(Right.ReadIntegrations)
            .WithDescription("The ETag header is what a change must send as If-Match.").Produces<CrmConnectionView>().ProducesProblems(404);
        connections.MapPut("/{id:guid}", Revise).WithName("ReviseCrmConnection").WithSummary("Change a connection to a CRM, or switch it on or off").Needs(Right.ManageIntegrations)
            .WithDescription("Send the whole connection; what is left out takes its default, except for the credentials, which stay. Where an address changes they are stated anew.")
            .Produces<CrmConnectionView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        connections.MapDelete("/{id:guid}", Archive).WithName("ArchiveCrmConnection").WithSummary("Archive a connection to a CRM").Needs(Right.ManageIntegrations)
            .WithDescription("Nothing is sent or taken in any more.").Produces<CrmConnectionView>().RequiresIfMatch();
        connections.MapGet("/{id:guid}/inbound", ListInbound).WithName("ListCrmInbound").WithSummary("List what a CRM told of its deals").Needs(Right.ReadIntegrations)
            .WithDescription("In the order of arrival, with what became of it; state=failed lists what was given up, and why. Next: mend the cause, and try again.").Produces<Page<CrmInboundView>>().ProducesProblems(404);
        connections.MapPost("/{id:guid}/inbound/{position:long}/attempts", RetryInbound).WithName("RetryCrmInbound").WithSummary("Take in once more what a CRM told").Needs(Right.ManageIntegrations)
            .WithDescription("The deal is read from the CRM again, in the background, as if it had just been told.").Produces<CrmInboundView>().ProducesProblems(404, 409).CanBeTried();

        app.MapApi("/engagements", Tags.Crm).MapPost("/{id:guid}/crm-pushes", Push).WithName("PushToCrm").WithSummary("Send an offer to a CRM").Needs(Right.WriteEngagements)
            .WithDescription("Makes or updates one deal with one line for each line of the offer; their sum is the net fee, to the cent. Nothing goes out but what the client may see. It is sent in the background and tried again where the CRM asks for it; send it again as often as you like, no line comes twice.")
            .Creates<CrmPushView>().ProducesProblems(404, 409, 422);

        var pushes = app.MapApi("/crm-pushes", Tags.Crm);
        pushes.MapGet("", ListPushes).WithName("ListCrmPushes").WithSummary("List what was sent to CRMs").Needs(Right.ReadOffers)
            .WithDescription("In the order in which it was asked for; state=failed lists what was given up.").Lists<CrmPushView>();
        pushes.MapGet("/{id:guid}", GetPush).WithName("GetCrmPush").WithSummary("Show what became of a push").Needs(Right.ReadOffers)
            .WithDescription("The CRM's ids of the deal and its lines, or why the last attempt failed.").Produces<CrmPushView>().ProducesProblems(404);
    }

    private static Task<Page<CrmConnectionView>> List(
        IMediator mediator, CancellationToken cancellationToken, bool? archived = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListCrmConnections(archived, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(CreateCrmConnection body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "crm-connections", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetCrmConnection(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseCrmConnection body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Archive(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new ArchiveCrmConnection(id, await ReadVersion(id, context, mediator, cancellationToken)), cancellationToken));

    private static Task<Page<CrmInboundView>> ListInbound(Guid id, IMediator mediator, CancellationToken cancellationToken, string? state = null, int? limit = null, string? after = null) =>
        mediator.Send(new ListCrmInbound(id, Query.Code<CrmInboundState>(state, "state"), limit, after), cancellationToken);

    private static Task<CrmInboundView> RetryInbound(Guid id, long position, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new RetryCrmInbound(id, position), cancellationToken);

    private static async Task<IResult> Push(Guid id, PushToCrm body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "crm-pushes", await mediator.Send(body with { Id = id }, cancellationToken));

    private static Task<Page<CrmPushView>> ListPushes(
        IMediator mediator, CancellationToken cancellationToken, Guid? engagementId = null, string? state = null, int? limit = null, string? after = null, string? sort = null,
        DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListCrmPushes(engagementId, Query.Code<CrmPushState>(state, "state"), limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> GetPush(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetCrmPush(id), cancellationToken));

    private static Task<int?> ReadVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetCrmConnection(id), cancellationToken));
}
