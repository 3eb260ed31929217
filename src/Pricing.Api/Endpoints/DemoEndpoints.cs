using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Demo;
using Pricing.Application.Features.Engagements;

namespace Pricing.Api.Endpoints;

internal static class DemoEndpoints
{
    public static void MapDemo(this IEndpointRouteBuilder app) =>
        app.MapApi("", Tags.Start).MapPost("/demo", Build).WithName("BuildDemo").WithSummary("Build the demo engagement").Needs(Right.WriteEngagements)
            .WithDescription("120 short videos, mostly made by AI, under eleven fee structures. Builds it or puts it back as it was, and answers with its links: comparison, chart, proposal and workbook. Every example on this page uses it, so press Execute all the way down.")
            .Produces<EngagementView>().CanBeTried();

    private static async Task<IResult> Build(HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new BuildDemo(), cancellationToken));
}
