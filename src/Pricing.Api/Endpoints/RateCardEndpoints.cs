using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.RateCards;

namespace Pricing.Api.Endpoints;

internal static class RateCardEndpoints
{
    public static void MapRateCards(this IEndpointRouteBuilder app)
    {
        var rateCards = app.MapApi("/rate-cards", Tags.Catalogue);
        rateCards.MapGet("", List).WithName("ListRateCards").WithSummary("List the rate cards").Needs(Right.ReadFigures)
            .WithDescription("What people cost and what an hour of them is sold for; general cards and those agreed with a client, each with the days on which it holds.").Lists<RateCardView>();
        rateCards.MapPost("", Create).WithName("CreateRateCard").WithSummary("Add a rate card").Needs(Right.WriteCatalogue)
            .WithDescription("A later card of the same code takes over from its first day; engagements keep the card they were priced with.").Creates<RateCardView>().ProducesProblems(409);
        rateCards.MapGet("/{id:guid}", Get).WithName("GetRateCard").WithSummary("Show a rate card").Needs(Right.ReadFigures)
            .WithDescription("Salaries and hourly costs are shown only to those with the right readSalaries: finance and administrators, unless their key is narrowed.").Produces<RateCardView>().ProducesProblems(404);
        rateCards.MapPut("/{id:guid}", Revise).WithName("ReviseRateCard").WithSummary("Change a rate card").Needs(Right.WriteCatalogue)
            .WithDescription("Engagements keep what they were priced with; only new pricing sees the change.").Produces<RateCardView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
    }

    private static Task<Page<RateCardView>> List(
        IMediator mediator, CancellationToken cancellationToken, string? search = null, Guid? clientId = null, DateOnly? asOf = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListRateCards(search, clientId, asOf, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(CreateRateCard body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "rate-cards", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetRateCard(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseRateCard body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static Task<int?> ReadVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetRateCard(id), cancellationToken));
}
