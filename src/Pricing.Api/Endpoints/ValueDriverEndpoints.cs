using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.ValueDrivers;

namespace Pricing.Api.Endpoints;

internal static class ValueDriverEndpoints
{
    public static void MapValueDrivers(this IEndpointRouteBuilder app)
    {
        var calculators = app.MapApi("/value-drivers/calculators", Tags.Value);
        calculators.MapGet("", List).WithName("ListCalculators").WithSummary("List the calculators of value drivers").Needs(Right.ReadFigures)
            .WithDescription("One for each kind of driver: its formula, and its inputs with unit, bounds, and who has them as a rule. Each comes with a request to try.").Produces<CalculatorList>();
        calculators.MapPost("/{kind}", Calculate).WithName("CalculateDriver").WithSummary("Work a value driver out").Needs(Right.ReadFigures).StoresNothing()
            .WithDescription("From what the client knows to the benefit of the first month, with its derivation and the entry for the engagement's value.drivers. Nothing is stored. Next: fill the driver of an engagement.")
            .Produces<CalculatedDriver>().ProducesProblems(413, 415);

        var drivers = app.MapApi("/engagements/{id:guid}/value-drivers", Tags.Value);
        drivers.MapGet("", GetFilled).WithName("GetFilledDrivers").WithSummary("Show the drivers that calculators filled").Needs(Right.ReadFigures)
            .WithDescription("Their inputs as they were sent, with owner and source. A driver that was changed by hand since is not among them.").Produces<FilledDrivers>().ProducesProblems(404);
        drivers.MapPost("", Fill).WithName("FillDriver").WithSummary("Fill a value driver of an engagement").Needs(Right.WriteEngagements)
            .WithDescription("Works the driver out, puts it into the engagement and keeps the inputs beside it: the explanation of every figure then reaches down to them and their sources. Names a position to fill a driver that is there; adds one otherwise. Next: compare again.")
            .Produces<EngagementView>().RequiresIfMatch().ProducesProblems(413, 415);
    }

    private static Task<CalculatorList> List(IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new ListCalculators(), cancellationToken);

    private static Task<CalculatedDriver> Calculate(string kind, CalculateDriver body, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(body with { Kind = Query.Code<CalculatorKind>(kind, "kind")!.Value }, cancellationToken);

    private static Task<FilledDrivers> GetFilled(Guid id, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new GetFilledDrivers(id), cancellationToken);

    private static async Task<IResult> Fill(Guid id, FillDriver body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var version = await ETags.ReadVersion(context, async () => await mediator.Send(new GetEngagement(id), cancellationToken));
        return ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = version }, cancellationToken));
    }
}
