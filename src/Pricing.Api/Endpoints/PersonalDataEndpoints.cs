using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.PersonalData;

namespace Pricing.Api.Endpoints;

internal static class PersonalDataEndpoints
{
    public static void MapPersonalData(this IEndpointRouteBuilder app)
    {
        var cases = app.MapApi("/personal-data", Tags.Administration);
        cases.MapGet("", List).WithName("ListPersonalDataCases").WithSummary("List the wishes to be forgotten").Needs(Right.ReadErasures)
            .WithDescription("The log of erasures: what was asked for, what is still kept and by which law, what was erased when.").Lists<PersonalDataCaseView>();
        MapKind(app, "users", "User", SubjectKind.User, "a person's");
        MapKind(app, "clients", "Client", SubjectKind.Client, "a client's");
    }

    private static Task<Page<PersonalDataCaseView>> List(
        IMediator mediator, CancellationToken cancellationToken, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListPersonalDataCases(limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static void MapKind(IEndpointRouteBuilder app, string resource, string name, SubjectKind kind, string whose)
    {
        var group = app.MapApi($"/{resource}", Tags.Administration);
        group.MapGet("/{id:guid}/personal-data", (Guid id, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new ExportPersonalData(kind, id), cancellationToken))
            .WithName($"Export{name}Data").WithSummary($"Export {whose} personal data").Needs(Right.ManagePersonalData)
            .WithDescription("Everything that is stored, to be handed out (GDPR, article 15): of a client all that an erasure takes, without a figure of the inside.").Produces<PersonalDataExport>().ProducesProblems(kind == SubjectKind.Client ? [404, 409] : [404]);
        group.MapPost("/{id:guid}/erasure", (Guid id, RequestErasure body, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(body with { Kind = kind, Id = id }, cancellationToken))
            .WithName($"Erase{name}Data").WithSummary($"Erase {whose} personal data").Needs(Right.ManagePersonalData)
            .WithDescription("Erases at once, or blocks until the law no longer wants the data kept (GDPR, article 17); then it is erased by itself. The audit trail's chain holds either way.")
            .Produces<PersonalDataCaseView>().ProducesProblems(404, 409, 413, 415).CanBeTried();
        group.MapPut("/{id:guid}/erasure/hold", (Guid id, HoldErasure body, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(body with { Kind = kind, Id = id }, cancellationToken))
            .WithName($"Hold{name}Data").WithSummary($"Hold {whose} data for a dispute").Needs(Right.ManagePersonalData)
            .WithDescription("Nothing is erased while a hold stands, whatever anybody asks for; a reason of null lifts it.").Produces<PersonalDataCaseView>().ProducesProblems(404, 413, 415).CanBeTried();
    }
}
