using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>Deactivates a person who leaves: what is owned moves to a successor, keys are revoked, nobody is represented any more.</summary>
public sealed record DeactivateUser : IRequest<DeactivateUserResponse>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>The user who takes over what the person owns; null where the person owns nothing.</summary>
    public Guid? SuccessorId { get; init; }
}

/// <summary>What became of a person's work.</summary>
/// <param name="User">The person.</param>
/// <param name="Moved">What moved to the successor.</param>
/// <param name="RevokedKeys">Keys that open no longer.</param>
/// <param name="NoLongerRepresented">People who have lost their deputy.</param>
public sealed record DeactivateUserResponse(
    UserView User, IReadOnlyList<OwnedItem> Moved, IReadOnlyList<OwnedItem> RevokedKeys, IReadOnlyList<OwnedItem> NoLongerRepresented) : IVersioned
{
    Guid IVersioned.Id => User.Id;

    int IVersioned.Version => User.Version;
}

internal sealed class DeactivateUserHandler(PricingDb db, AllOrNothing allOrNothing, Actor actor, TimeProvider time) : IRequestHandler<DeactivateUser, DeactivateUserResponse>
{
    public Task<DeactivateUserResponse> Handle(DeactivateUser request, CancellationToken cancellationToken) => allOrNothing.InTurn<DeactivateUserResponse>(async () =>
    {
        var leaving = await db.ForChange<User>("user", request.Id, request.ReadVersion, cancellationToken);
        await db.RequireNotErased(leaving, cancellationToken);
        await db.KeepAnAdministrator(leaving, cancellationToken);
        var owned = await db.OwnedBy(leaving.Id, cancellationToken);
        var successor = request.SuccessorId is { } id ? await db.Successor(id, leaving.Id, cancellationToken) : null;
        if (owned.Count > 0 && successor is null)
            throw new InvalidRequestException([new("/successorId", $"{leaving.Name} owns {owned.Count} records that are in use; name who takes over.")]);

        var now = time.GetUtcNow();
        if (successor is not null)
            db.HandOver(owned, successor.Id, actor, now);
        var keys = await db.RevokeKeys(leaving.Id, _ => true, now, cancellationToken);
        var represented = await db.Users.Where(user => user.DeputyId == leaving.Id).OrderBy(user => user.Id).ToListAsync(cancellationToken);
        foreach (var user in represented)
        {
            user.DropDeputy();
            user.Touch(now);
        }

        leaving.Deactivate(now);
        leaving.Touch(now);
        await db.SaveChangesAsync(CancellationToken.None);
        return new(
            UserView.Of(leaving, actor), [.. owned.Select(entry => entry.Item)], [.. keys.Select(key => new OwnedItem("apiKey", key.Id, key.Name))],
            [.. represented.Select(user => new OwnedItem("user", user.Id, user.Name))]);
    });
}
