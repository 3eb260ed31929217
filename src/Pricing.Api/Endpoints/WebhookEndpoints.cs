using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;

namespace Pricing.Api.Endpoints;

internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        app.MapApi("/events", Tags.Integrations).MapGet("", ListEvents).WithName("ListEvents").WithSummary("Read what has happened").Needs(Right.ReadEvents)
            .WithDescription("The feed of events in the order of commits, the same as webhooks bring. Keep next, and send it as after the next time; nothing is left out and nothing comes twice.")
            .Produces<EventPage>().ProducesProblems(410);

        var endpoints = app.MapApi("/webhook-endpoints", Tags.Integrations);
        endpoints.MapGet("", List).WithName("ListWebhookEndpoints").WithSummary("List the webhook endpoints").Needs(Right.ReadIntegrations)
            .WithDescription("Where events are sent to. Secrets are not shown.").Lists<WebhookEndpointView>();
        endpoints.MapPost("", Create).WithName("CreateWebhookEndpoint").WithSummary("Add a webhook endpoint").Needs(Right.ManageIntegrations)
            .WithDescription("The answer shows the secret with which the receiver checks signatures (Standard Webhooks), this once.").Creates<WebhookSecretView>().ProducesProblems(409);
        endpoints.MapGet("/{id:guid}", Get).WithName("GetWebhookEndpoint").WithSummary("Show a webhook endpoint").Needs(Right.ReadIntegrations)
            .WithDescription("The ETag header is what a change must send as If-Match.").Produces<WebhookEndpointView>().ProducesProblems(404);
        endpoints.MapPut("/{id:guid}", Revise).WithName("ReviseWebhookEndpoint").WithSummary("Change a webhook endpoint, or switch it on or off").Needs(Right.ManageIntegrations)
            .WithDescription("Send the whole endpoint; what is left out takes its default. Its secret stays.").Produces<WebhookEndpointView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        endpoints.MapDelete("/{id:guid}", Archive).WithName("ArchiveWebhookEndpoint").WithSummary("Archive a webhook endpoint").Needs(Right.ManageIntegrations)
            .WithDescription("It is told nothing more; what waits for it is dropped.").Produces<WebhookEndpointView>().RequiresIfMatch();
        endpoints.MapPost("/{id:guid}/rotation", Rotate).WithName("RotateWebhookSecret").WithSummary("Give a webhook endpoint a new secret").Needs(Right.ManageIntegrations)
            .WithDescription("Both secrets sign for some hours, so that the receiver can be changed over without losing an event.")
            .Produces<WebhookSecretView>().RequiresIfMatch().ProducesProblems(413, 415);
        endpoints.MapPost("/{id:guid}/pings", Ping).WithName("PingWebhookEndpoint").WithSummary("Send a test to a webhook endpoint").Needs(Right.ManageIntegrations)
            .WithDescription("A signed event of its own type, sent like any other. Its delivery says what the receiver answered.").Creates<WebhookDelivery>().ProducesProblems(404, 409);
        endpoints.MapPost("/{id:guid}/replays", Replay).WithName("ReplayEvents").WithSummary("Replay events from a moment on").Needs(Right.ManageIntegrations)
            .WithDescription("Puts what happened since then into the queue once more, with the same ids; at most 1,000 events a call.").Produces<ReplayEventsResponse>().ProducesProblems(404, 409, 410, 413, 415).CanBeTried();

        var deliveries = app.MapApi("/webhook-deliveries", Tags.Integrations);
        deliveries.MapGet("", ListDeliveries).WithName("ListWebhookDeliveries").WithSummary("List deliveries, the newest first").Needs(Right.ReadIntegrations)
            .WithDescription("What was sent where and what came of it; state=dead lists those that were given up.").Produces<Page<WebhookDelivery>>();
        deliveries.MapGet("/{id:guid}", GetDelivery).WithName("GetWebhookDelivery").WithSummary("Show a delivery with its body and answers").Needs(Right.ReadIntegrations)
            .WithDescription("The event as it is sent, and every attempt with status, duration and the beginning of the answer.").Produces<WebhookDeliveryDetail>().ProducesProblems(404);
        deliveries.MapPost("/{id:guid}/replays", ReplayDelivery).WithName("ReplayDelivery").WithSummary("Replay a delivery").Needs(Right.ManageIntegrations)
            .WithDescription("Sends its event once more with the same id, whatever became of it.").Creates<WebhookDelivery>().ProducesProblems(404, 409);
    }

    private static Task<EventPage> ListEvents(IMediator mediator, CancellationToken cancellationToken, string? type = null, int? limit = null, string? after = null) =>
        mediator.Send(new ListEvents(type, limit, after), cancellationToken);

    private static Task<Page<WebhookEndpointView>> List(
        IMediator mediator, CancellationToken cancellationToken, bool? archived = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListWebhookEndpoints(archived, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(CreateWebhookEndpoint body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "webhook-endpoints", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetWebhookEndpoint(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseWebhookEndpoint body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Archive(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new ArchiveWebhookEndpoint(id, await ReadVersion(id, context, mediator, cancellationToken)), cancellationToken));

    private static async Task<IResult> Rotate(Guid id, RotateWebhookSecret body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Ping(Guid id, IMediator mediator, CancellationToken cancellationToken) => Created(await mediator.Send(new PingWebhookEndpoint(id), cancellationToken));

    private static Task<ReplayEventsResponse> Replay(Guid id, ReplayEvents body, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(body with { Id = id }, cancellationToken);

    private static Task<Page<WebhookDelivery>> ListDeliveries(
        IMediator mediator, CancellationToken cancellationToken, Guid? endpointId = null, string? state = null, int? limit = null, string? after = null) =>
        mediator.Send(new ListWebhookDeliveries(endpointId, Query.Code<DeliveryState>(state, "state"), limit, after), cancellationToken);

    private static Task<WebhookDeliveryDetail> GetDelivery(Guid id, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new GetWebhookDelivery(id), cancellationToken);

    private static async Task<IResult> ReplayDelivery(Guid id, IMediator mediator, CancellationToken cancellationToken) => Created(await mediator.Send(new ReplayDelivery(id), cancellationToken));

    private static Microsoft.AspNetCore.Http.HttpResults.Created<WebhookDelivery> Created(WebhookDelivery delivery) => TypedResults.Created($"/api/v1/webhook-deliveries/{delivery.Id}", delivery);

    private static Task<int?> ReadVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetWebhookEndpoint(id), cancellationToken));
}
