using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Engagements.Papers;
using Pricing.Application.Features.Proposals;
using Pricing.Documents;

namespace Pricing.Api.Endpoints;

internal static class DocumentEndpoints
{
    internal const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Png = "image/png", Svg = "image/svg+xml";

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        app.MapApi("/engagements", Tags.Compare)
            .MapGet("/{id:guid}/comparison/chart", Chart).WithName("GetComparisonChart").WithSummary("Draw the comparison").Needs(Right.ReadFigures)
            .WithDescription("Internal: per structure the fee split into cost and profit, the client's surplus, floor and ceiling, and the probability of a loss. PNG, or SVG where the Accept header asks for it.")
            .Produces(StatusCodes.Status200OK, null, Png, Svg).ProducesProblems(404);

        var documents = app.MapApi("/engagements", Tags.Documents);
        documents.MapGet("/{id:guid}/proposal.pdf", Proposal).WithName("GetProposalPdf").WithSummary("Preview the client proposal (PDF)").Needs(Right.ReadOffers)
            .WithDescription("What goes to the client: scope, fee options side by side, what the work is worth, prices with VAT and the AI statement. It holds no cost, margin, profit or floor. A preview only: each page but the cover is marked as a draft, and it has neither number nor place to sign. A [proposal](#/Proposals/CreateProposal) has both.")
            .Produces(StatusCodes.Status200OK, null, MediaTypeNames.Application.Pdf).ProducesProblems(404, 422);
        documents.MapGet("/{id:guid}/offer", GetOffer).WithName("GetOffer").WithSummary("Show what a client may see of an engagement").Needs(Right.ReadOffers)
            .WithDescription("For CRMs: the options on offer with net, VAT and gross, and the lines of the recommended one. It holds no cost, margin, profit or floor.")
            .Produces<OfferView>().ProducesProblems(404, 422);
        documents.MapGet("/{id:guid}/workbook.xlsx", GetWorkbook).WithName("GetEngagementWorkbook").WithSummary("Download the internal workbook (Excel)").Needs(Right.ReadSalaries)
            .WithDescription("For finance: every total is a live formula, and the Checks sheet shows that the formulas give the comparison's figures.")
            .Produces(StatusCodes.Status200OK, null, Workbook).ProducesProblems(404);
    }

    private static Task<OfferView> GetOffer(Guid id, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new GetOffer(id), cancellationToken);

    private static async Task<IResult> Chart(
        Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken, string? lang = null, int width = 1200, int height = 800)
    {
        // Whoever accepts neither, such as the page that asks for JSON, gets PNG.
        var type = Accepted.Best(context.Request, Png, Svg) ?? Png;
        var form = new AnswerForm(type == Svg ? AnswerFormat.Svg : AnswerFormat.Png, Query.Code<DocumentLanguage>(lang, "lang") ?? DocumentLanguage.En, width, height);
        context.Response.Headers.Vary = HeaderNames.Accept;
        return TypedResults.Bytes(await mediator.Send(new GetComparisonChart(id, form), cancellationToken), type);
    }

    private static async Task<IResult> Proposal(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken, string? lang = null) =>
        Download(await mediator.Send(new GetProposalPdf(id, Query.Code<DocumentLanguage>(lang, "lang")), cancellationToken), MediaTypeNames.Application.Pdf, context);

    private static async Task<IResult> GetWorkbook(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken, string? lang = null) =>
        Download(await mediator.Send(new GetEngagementWorkbook(id, Query.Code<DocumentLanguage>(lang, "lang")), cancellationToken), Workbook, context);

    // An attachment with a name: only then does Swagger UI offer a file and not its bytes as text.
    internal static FileContentHttpResult Download(DocumentResponse document, string mediaType, HttpContext context)
    {
        context.Response.Headers.ContentLanguage = document.Language == DocumentLanguage.De ? "de" : "en";
        return TypedResults.File(document.Content, mediaType, document.FileName);
    }
}
