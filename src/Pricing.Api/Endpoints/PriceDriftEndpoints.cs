using System.Net.Mime;
using MediatR;
using Microsoft.Net.Http.Headers;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.DriftWatch;
using Pricing.Application.Features.Repricing;
using Pricing.Documents;

namespace Pricing.Api.Endpoints;

internal static class PriceDriftEndpoints
{
    private const string Png = MediaTypeNames.Image.Png, Svg = MediaTypeNames.Image.Svg;

    public static void MapPriceDrift(this IEndpointRouteBuilder app)
    {
        var drift = app.MapApi("/price-drift", Tags.Drift);
        drift.MapGet("", Watch).WithName("WatchPriceDrift").WithSummary("List the engagements that other prices push below a limit").Needs(Right.ReadFigures)
            .WithDescription("Prices every open engagement with the price book, rate cards and exchange rates of a day, while its fees stay as quoted, and lists those whose margin or certainty equivalent falls below its limit, before and after. Ask it after a price, a rate card or an exchange rate was added or changed; with a day ahead it sees announced prices. A page counts the engagements checked.")
            .Produces<PriceDriftReport>();
        drift.MapGet("/limits", GetLimits).WithName("GetDriftLimits").WithSummary("Show the agency's limits").Needs(Right.ReadFigures)
            .WithDescription("An engagement may have limits of its own among what the desk knows of it.").Produces<DriftLimitsView>();
        drift.MapPut("/limits", ReviseLimits).WithName("ReviseDriftLimits").WithSummary("Change the agency's limits").Needs(Right.WriteCatalogue)
            .WithDescription("They hold for every engagement without limits of its own.").Produces<DriftLimitsView>().RequiresIfMatch().ProducesProblems(413, 415);

        app.MapApi("/price-book", Tags.Drift).MapPost("/swaps", Swap).WithName("SwapModel").WithSummary("Put a model's successor into all drafts").Needs(Right.WriteEngagements)
            .WithDescription("With validateOnly the difference per engagement before and after; then, with its confirmation, all open engagements that name the model take the successor's price, acceptance rate and review minutes, each with a new version.")
            .Produces<ModelSwap>().ProducesProblems(409, 413, 415);
        app.MapApi("/engagements", Tags.Drift).MapPost("/{id:guid}/repricing", Reprice).WithName("RepriceEngagement").WithSummary("Price an engagement as of a day, the difference by cause").Needs(Right.ReadFigures).StoresNothing()
            .WithDescription("Against the prices it keeps, another day, another engagement or a scenario. Cost, fee and profit each as a bridge of scope, rate, AI price, currency, terms and discount that adds up to the cent. Nothing is stored. JSON, or one bridge as a chart where the Accept header asks for PNG or SVG.")
            .Produces<RepricingBridges>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, Png, Svg).ProducesProblems(404, 406, 413, 415);
    }

    private static Task<PriceDriftReport> Watch(IMediator mediator, CancellationToken cancellationToken, DateOnly? asOf = null, int? limit = null, string? after = null) =>
        mediator.Send(new WatchPriceDrift(asOf, limit, after), cancellationToken);

    private static async Task<IResult> GetLimits(HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetDriftLimits(), cancellationToken));

    private static async Task<IResult> ReviseLimits(ReviseDriftLimits body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var version = await ETags.ReadVersion(context, async () => await mediator.Send(new GetDriftLimits(), cancellationToken));
        return ETags.Ok(context, await mediator.Send(body with { ReadVersion = version }, cancellationToken));
    }

    private static Task<ModelSwap> Swap(SwapModel body, IMediator mediator, CancellationToken cancellationToken, bool validateOnly = false) =>
        mediator.Send(body with { ValidateOnly = validateOnly }, cancellationToken);

    private static async Task<IResult> Reprice(
        Guid id, RepriceEngagement body, HttpContext context, IMediator mediator, CancellationToken cancellationToken, string? figure = null, string? lang = null, int width = 1200, int height = 800)
    {
        if (Accepted.Best(context.Request, MediaTypeNames.Application.Json, Png, Svg) is not { } type)
            return TypedResults.StatusCode(StatusCodes.Status406NotAcceptable);
        context.Response.Headers.Vary = HeaderNames.Accept;
        var form = new AnswerForm(type == Svg ? AnswerFormat.Svg : AnswerFormat.Png, Query.Code<DocumentLanguage>(lang, "lang") ?? DocumentLanguage.En, width, height);
        var repricing = body with { Id = id, Form = form };
        var drawn = Query.Code<BridgedFigure>(figure, "figure") ?? BridgedFigure.ExpectedProfit;
        if (type == MediaTypeNames.Application.Json)
            return TypedResults.Ok(await mediator.Send(repricing, cancellationToken));

        return TypedResults.Bytes(await mediator.Send(new DrawRepricing(repricing, drawn), cancellationToken), type);
    }
}
