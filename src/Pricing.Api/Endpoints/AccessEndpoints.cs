using System.Net.Mime;
using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;

namespace Pricing.Api.Endpoints;

internal static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder app)
    {
        var own = app.MapApi("", Tags.Administration);
        own.MapGet("/whoami", Who).WithName("WhoAmI").WithSummary("Show who you are to the service").NeedsSignIn()
            .WithDescription("Agency, user, role and rights behind the credential: an integrator's first call.").Produces<WhoAmIView>();
        own.MapPost("/setup", SetUp).WithName("SetUpAgency").WithSummary("Set an agency up with its first administrator").AllowAnonymous()
            .WithDescription("Needs the one-time code that the service prints when it starts on a network and nobody can sign in yet. The answer shows the administrator's key, once.")
            .Produces<SetUpAgencyResponse>(StatusCodes.Status201Created).ProducesProblems(409, 413, 415);

        var users = app.MapApi("/users", Tags.Administration);
        users.MapGet("", List).WithName("ListUsers").WithSummary("List the people").Needs(Right.ReadFigures)
            .WithDescription("Who works with the service, and what each may do.").Lists<UserView>();
        users.MapPost("", Create).WithName("CreateUser").WithSummary("Add a person").Needs(Right.ManageAccess)
            .WithDescription("With a role, and the identity under which the identity provider knows the person.").Creates<UserView>().ProducesProblems(409);
        users.MapGet("/{id:guid}", Get).WithName("GetUser").WithSummary("Show a person").Needs(Right.ReadFigures)
            .WithDescription("The ETag header is what a change must send as If-Match.").Produces<UserView>().ProducesProblems(404);
        users.MapPut("/{id:guid}", Revise).WithName("ReviseUser").WithSummary("Change a person, the role or the deputy").Needs(Right.ManageAccess)
            .WithDescription("Send the whole person; a new role counts from the next request on.").Produces<UserView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        users.MapGet("/{id:guid}/owned-work", Owned).WithName("ListOwnedWork").WithSummary("List what a person owns").Needs(Right.ReadAccess)
            .WithDescription("What moves to a successor, which keys are revoked, and who loses a deputy when the person leaves.").Produces<OwnedWorkView>().ProducesProblems(404);
        users.MapPost("/{id:guid}/handover", HandOver).WithName("HandOverWork").WithSummary("Hand a person's work to somebody else").Needs(Right.ManageAccess)
            .WithDescription("Everything the person owns and that is in use gets a new owner, in one step.").Produces<HandOverWorkResponse>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        users.MapPost("/{id:guid}/deactivation", Deactivate).WithName("DeactivateUser").WithSummary("Deactivate a person who leaves").Needs(Right.ManageAccess)
            .WithDescription("The work moves to the successor, the person's keys are revoked, and the person can no longer sign in. All of it, or nothing.")
            .Produces<DeactivateUserResponse>().RequiresIfMatch().ProducesProblems(409, 413, 415);

        var keys = app.MapApi("/api-keys", Tags.Administration);
        keys.MapGet("", ListKeys).WithName("ListApiKeys").WithSummary("List the API keys").Needs(Right.ReadAccess)
            .WithDescription("With prefix, role, scopes, expiry and last use; never with the secret.").Lists<ApiKeyView>();
        keys.MapPost("", CreateKey).WithName("CreateApiKey").WithSummary("Make an API key").Needs(Right.ManageAccess)
            .WithDescription("The answer shows the key, this once. Only its hash is kept. Made with a key, it holds no right that this one lacks, opens no longer, and is a sandbox key where this one is.").Creates<ApiKeySecretView>();
        keys.MapGet("/{id:guid}", GetKey).WithName("GetApiKey").WithSummary("Show an API key").Needs(Right.ReadAccess)
            .WithDescription("What is kept of it; the secret is not.").Produces<ApiKeyView>().ProducesProblems(404);
        keys.MapPost("/{id:guid}/rotation", RotateKey).WithName("RotateApiKey").WithSummary("Give an API key a new secret").Needs(Right.ManageAccess)
            .WithDescription("The old secret opens for some hours longer, so that a program can be changed over without standing still; a secret before that one ends at once.")
            .Produces<ApiKeySecretView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        keys.MapDelete("/{id:guid}", RevokeKey).WithName("RevokeApiKey").WithSummary("Revoke an API key").Needs(Right.ManageAccess)
            .WithDescription("The next request with it is refused. Keys that were made with it go on: the audit trail names them.").Produces<ApiKeyView>().RequiresIfMatch();
    }

    private static WhoAmIView Who(Actor actor) => WhoAmIView.Of(actor);

    private static async Task<IResult> SetUp(SetUpAgency body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Json(await mediator.Send(body, cancellationToken), contentType: MediaTypeNames.Application.Json, statusCode: StatusCodes.Status201Created);

    private static Task<Page<UserView>> List(IMediator mediator, CancellationToken cancellationToken, bool? inactive = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListUsers(inactive, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(CreateUser body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "users", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetUser(id), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseUser body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static Task<OwnedWorkView> Owned(Guid id, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new ListOwnedWork(id), cancellationToken);

    private static async Task<IResult> HandOver(Guid id, HandOverWork body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Deactivate(Guid id, DeactivateUser body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static Task<Page<ApiKeyView>> ListKeys(IMediator mediator, CancellationToken cancellationToken, bool? revoked = null, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListApiKeys(revoked, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> CreateKey(CreateApiKey body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "api-keys", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> GetKey(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetApiKey(id), cancellationToken));

    private static async Task<IResult> RotateKey(Guid id, RotateApiKey body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await KeyVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> RevokeKey(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new RevokeApiKey(id, await KeyVersion(id, context, mediator, cancellationToken)), cancellationToken));

    private static Task<int?> ReadVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetUser(id), cancellationToken));

    private static Task<int?> KeyVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetApiKey(id), cancellationToken));
}
