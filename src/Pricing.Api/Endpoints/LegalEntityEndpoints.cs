using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.LegalEntities;

namespace Pricing.Api.Endpoints;

internal static class LegalEntityEndpoints
{
    public static void MapLegalEntities(this IEndpointRouteBuilder app)
    {
        var entities = app.MapApi("/legal-entities", Tags.Proposals);
        entities.MapGet("", List).WithName("ListLegalEntities").WithSummary("List the companies that issue proposals").Needs(Right.ReadOffers)
            .WithDescription("Each has its letterhead, its tax identity and its own range of numbers.").Lists<LegalEntityView>();
        entities.MapPost("", Create).WithName("CreateLegalEntity").WithSummary("Add a company that issues proposals").Needs(Right.ManageLegalEntities)
            .WithDescription("Proposals print its name, address, register entry, VAT identification number and bank. Its numbers start at 1 each year.").Creates<LegalEntityView>();
        entities.MapGet("/{id:guid}", Get).WithName("GetLegalEntity").WithSummary("Show a company that issues proposals").Needs(Right.ReadOffers)
            .WithDescription("What its proposals print.").Produces<LegalEntityView>().ProducesProblems(404);
        entities.MapPut("/{id:guid}", Revise).WithName("ReviseLegalEntity").WithSummary("Replace the details of a company").Needs(Right.ManageLegalEntities)
            .WithDescription("Proposals that were sent keep the details they were sent with.").Produces<LegalEntityView>().RequiresIfMatch().ProducesProblems(413, 415);
        entities.MapDelete("/{id:guid}", Archive).WithName("ArchiveLegalEntity").WithSummary("Take a company out of use").Needs(Right.ManageLegalEntities)
            .WithDescription("It issues nothing more; its proposals stay.").Produces<LegalEntityView>().RequiresIfMatch();
    }

    private static Task<Page<LegalEntityView>> List(
        IMediator mediator, CancellationToken cancellationToken, bool? archived = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListLegalEntities(archived, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(CreateLegalEntity body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "legal-entities", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetLegalEntity(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseLegalEntity body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Archive(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new ArchiveLegalEntity(id, await ReadVersion(id, context, mediator, cancellationToken)), cancellationToken));

    private static Task<int?> ReadVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetLegalEntity(id), cancellationToken));
}
