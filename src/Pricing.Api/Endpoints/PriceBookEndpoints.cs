using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.PriceBook;

namespace Pricing.Api.Endpoints;

internal static class PriceBookEndpoints
{
    public static void MapPriceBook(this IEndpointRouteBuilder app)
    {
        var prices = app.MapApi("/price-book", Tags.Catalogue);
        prices.MapGet("", List).WithName("ListPrices").WithSummary("List the AI price book").Needs(Right.ReadFigures)
            .WithDescription("List prices of generative models with unit, currency, dates and source; discontinued ones name their successor.").Lists<PriceView>();
        prices.MapPost("", Create).WithName("AddPrice").WithSummary("Add an AI price").Needs(Right.WriteCatalogue)
            .WithDescription("A later price of the same code takes over from its first day; engagements keep the price they were priced with.").Creates<PriceView>().ProducesProblems(409);
        prices.MapGet("/{id:guid}", Get).WithName("GetPrice").WithSummary("Show an AI price").Needs(Right.ReadFigures)
            .WithDescription("Generations name it by its code.").Produces<PriceView>().ProducesProblems(404);
        prices.MapPut("/{id:guid}", Revise).WithName("RevisePrice").WithSummary("Change an AI price").Needs(Right.WriteCatalogue)
            .WithDescription("Engagements keep what they were priced with; only new pricing sees the change.").Produces<PriceView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
    }

    private static Task<Page<PriceView>> List(
        IMediator mediator, CancellationToken cancellationToken, string? search = null, DateOnly? asOf = null, string? status = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListPrices(search, asOf, Query.Code<PriceStatus>(status, "status"), limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(AddPrice body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "price-book", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetPrice(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, RevisePrice body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static Task<int?> ReadVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetPrice(id), cancellationToken));
}
