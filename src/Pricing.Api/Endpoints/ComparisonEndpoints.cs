using System.Net.Mime;
using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Comparisons;

namespace Pricing.Api.Endpoints;

internal static class ComparisonEndpoints
{
    public static void MapComparisons(this IEndpointRouteBuilder app)
    {
        var compare = app.MapApi("", Tags.Compare);
        compare.MapPost("/comparisons", Compare).WithName("CompareDocument").WithSummary("Compare an engagement under every fee structure").Needs(Right.ReadFigures).StoresNothing()
            .WithDescription("Send a whole engagement; nothing is stored. The answer holds cost, value, bargaining range and one column per fee structure: profit, margin and risk for the agency beside cost, return and risk for the client. Amounts are in the minor unit of the currency.")
            .Accepts<EngagementDocument>(MediaTypeNames.Application.Json).Produces<ComparisonResult>().ProducesProblems(415).WithMetadata(new Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute());
        compare.MapGet("/engagements/{id:guid}/comparison", CompareEngagement).WithName("CompareEngagement").WithSummary("Compare a stored engagement").Needs(Right.ReadFigures)
            .WithDescription("The same answer as comparing its resolved document. Next: the chart, or the explanation of any figure.").Produces<ComparisonResult>().ProducesProblems(404);
        compare.MapGet("/engagements/{id:guid}/comparison/explain", Explain).WithName("ExplainFigure").WithSummary("Explain any number of the comparison").Needs(Right.ReadFigures)
            .WithDescription("The calculation tree of a figure, down to the inputs, the rate-card version, the price-book entry and the exchange rate.").Produces<ExplainFigureResponse>().ProducesProblems(404);
    }

    private static async Task<IResult> Compare(HttpRequest request, IMediator mediator, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var document = await Body.Read(request, cancellationToken);
        return Json(await mediator.Send(new CompareDocument(document), cancellationToken));
    }

    private static async Task<IResult> CompareEngagement(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Json(await mediator.Send(new CompareEngagement(id), cancellationToken));

    private static Task<ExplainFigureResponse> Explain(Guid id, string of, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new ExplainFigure(id, of), cancellationToken);

    internal static IResult Json(ReadOnlyMemory<byte> utf8) => TypedResults.Bytes(utf8, MediaTypeNames.Application.Json);
}
