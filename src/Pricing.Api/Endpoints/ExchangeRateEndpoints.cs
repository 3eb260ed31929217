using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.ExchangeRates;

namespace Pricing.Api.Endpoints;

internal static class ExchangeRateEndpoints
{
    public static void MapExchangeRates(this IEndpointRouteBuilder app)
    {
        var rates = app.MapApi("/exchange-rates", Tags.Catalogue);
        rates.MapGet("", List).WithName("ListExchangeRates").WithSummary("List the exchange rates").Needs(Right.ReadFigures)
            .WithDescription("Dated rates with their sources. Engagements keep the rates of their documents; a repricing and the price-drift watch take these.").Lists<ExchangeRateView>();
        rates.MapPost("", Create).WithName("AddExchangeRate").WithSummary("Add an exchange rate").Needs(Right.WriteCatalogue)
            .WithDescription("It holds from its day on. Next: the price-drift watch lists the open engagements that it pushes below a limit.").Creates<ExchangeRateView>().ProducesProblems(409);
        rates.MapGet("/{id:guid}", Get).WithName("GetExchangeRate").WithSummary("Show an exchange rate").Needs(Right.ReadFigures)
            .WithDescription("A pair of currencies on a day.").Produces<ExchangeRateView>().ProducesProblems(404);
        rates.MapPut("/{id:guid}", Revise).WithName("ReviseExchangeRate").WithSummary("Change an exchange rate").Needs(Right.WriteCatalogue)
            .WithDescription("Engagements keep what they were priced with.").Produces<ExchangeRateView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
    }

    private static Task<Page<ExchangeRateView>> List(
        IMediator mediator, CancellationToken cancellationToken, DateOnly? asOf = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListExchangeRates(asOf, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(AddExchangeRate body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "exchange-rates", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetExchangeRate(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseExchangeRate body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var version = await ETags.ReadVersion(context, async () => await mediator.Send(new GetExchangeRate(id), cancellationToken));
        return ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = version }, cancellationToken));
    }
}
