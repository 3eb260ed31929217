using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>New details of a person; they replace the old ones. A new role counts from the next request on, and keys of the person that may more are revoked.</summary>
public sealed record ReviseUser : UserTerms, IRequest<UserView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ReviseUserValidator : UserTermsValidator<ReviseUser>;

internal sealed class ReviseUserHandler(PricingDb db, AllOrNothing allOrNothing, Actor actor, TimeProvider time) : IRequestHandler<ReviseUser, UserView>
{
    public Task<UserView> Handle(ReviseUser request, CancellationToken cancellationToken) => allOrNothing.InTurn<UserView>(async () =>
    {
        var user = await db.ForChange<User>("user", request.Id, request.ReadVersion, cancellationToken);
        await db.RequireNotErased(user, cancellationToken);
        Reach.RefuseBeyond(actor, request, user);
        await db.Check(request, user.Id, cancellationToken);
        if (request.Role != UserRole.Administrator)
            await db.KeepAnAdministrator(user, cancellationToken);
        var now = time.GetUtcNow();
        user.State(request);
        user.Touch(now);
        await db.RevokeKeys(user.Id, key => !key.IsWithin(user.Role), now, cancellationToken);
        await db.SaveChangesAsync(CancellationToken.None);
        return UserView.Of(user, actor);
    });
}
