using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Application.Features.PriceDrift;
using Pricing.Application.Features.Repricing;

namespace Pricing.Api.Endpoints;

internal static class PriceDriftEndpoints
{
    public static void MapPriceDrift(this IEndpointRouteBuilder app)
    {
        var drift = app.MapApi("/price-drift", Tags.Drift);
        drift.MapGet("", Watch).WithName("WatchPriceDrift").WithSummary("List the engagements that other prices push below a limit")
            .WithDescription("Prices every open engagement with the price book, rate cards and exchange rates of a day, while its fees stay as quoted, and lists those whose margin or certainty equivalent falls below its limit, before and after. Ask it after a price, a rate card or an exchange rate was added or changed; with a day ahead it sees announced prices. A page counts the engagements checked.")
            .Produces<PriceDriftReport>();
        drift.MapGet("/limits", GetLimits).WithName("GetDriftLimits").WithSummary("Show the agency's limits")
            .WithDescription("An engagement may have limits of its own among what the desk knows of it.").Produces<DriftLimitsView>();
        drift.MapPut("/limits", ReviseLimits).WithName("ReviseDriftLimits").WithSummary("Change the agency's limits")
            .WithDescription("They hold for every engagement without limits of its own.").Produces<DriftLimitsView>().RequiresIfMatch().ProducesProblems(413, 415);

        app.MapApi("/price-book", Tags.Drift).MapPost("/swaps", Swap).WithName("SwapModel").WithSummary("Put a model's successor into all drafts")
            .WithDescription("With validateOnly the difference per engagement before and after; then, with its confirmation, all open engagements that name the model take the successor's price, acceptance rate and review minutes, each with a new version.")
            .Produces<ModelSwap>().ProducesProblems(409, 413, 415);
        app.MapApi("/engagements", Tags.Drift).MapPost("/{id:guid}/repricing", Reprice).WithName("RepriceEngagement").WithSummary("Price an engagement as of a day, the difference by cause")
            .WithDescription("Against the prices it keeps, another day, another engagement or a scenario. Cost, fee and profit each as a bridge of scope, rate, AI price, currency, terms and discount that adds up to the cent. Nothing is stored.")
            .Produces<RepricingBridges>().ProducesProblems(404, 413, 415);
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

    private static Task<RepricingBridges> Reprice(Guid id, RepriceEngagement body, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(body with { Id = id }, cancellationToken);
}
