using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.EffortProfiles;

namespace Pricing.Api.Endpoints;

internal static class EffortProfileEndpoints
{
    public static void MapEffortProfiles(this IEndpointRouteBuilder app)
    {
        var profiles = app.MapApi("/effort-profiles", Tags.Catalogue);
        profiles.MapGet("", List).WithName("ListEffortProfiles").WithSummary("List the effort profiles").Needs(Right.ReadFigures)
            .WithDescription("How far real hours spread around planned ones, by kind of work (PERT factors).").Lists<EffortProfileView>();
        profiles.MapPost("", Create).WithName("CreateEffortProfile").WithSummary("Add an effort profile").Needs(Right.WriteCatalogue)
            .WithDescription("Three factors on planned hours: if all goes well, most likely, if all goes badly.").Creates<EffortProfileView>().ProducesProblems(409);
        profiles.MapGet("/{id:guid}", Get).WithName("GetEffortProfile").WithSummary("Show an effort profile").Needs(Right.ReadFigures)
            .WithDescription("Work packages and assets name it by its code.").Produces<EffortProfileView>().ProducesProblems(404);
        profiles.MapPut("/{id:guid}", Revise).WithName("ReviseEffortProfile").WithSummary("Change an effort profile").Needs(Right.WriteCatalogue)
            .WithDescription("Engagements keep what they were priced with.").Produces<EffortProfileView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
    }

    private static Task<Page<EffortProfileView>> List(
        IMediator mediator, CancellationToken cancellationToken, string? search = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListEffortProfiles(search, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(CreateEffortProfile body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "effort-profiles", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetEffortProfile(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseEffortProfile body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static Task<int?> ReadVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetEffortProfile(id), cancellationToken));
}
