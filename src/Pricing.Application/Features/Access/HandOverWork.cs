using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>Hands everything that a person owns to somebody else: a holiday, a new team.</summary>
public sealed record HandOverWork : IRequest<HandOverWorkResponse>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>The user who takes over.</summary>
    public required Guid SuccessorId { get; init; }
}

/// <summary>What changed hands.</summary>
/// <param name="User">The person who handed over.</param>
/// <param name="SuccessorId">The user who took over.</param>
/// <param name="Moved">What moved.</param>
public sealed record HandOverWorkResponse(UserView User, Guid SuccessorId, IReadOnlyList<OwnedItem> Moved) : IVersioned
{
    Guid IVersioned.Id => User.Id;

    int IVersioned.Version => User.Version;
}

internal sealed class HandOverWorkHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<HandOverWork, HandOverWorkResponse>
{
    public async Task<HandOverWorkResponse> Handle(HandOverWork request, CancellationToken cancellationToken)
    {
        var leaving = await db.ForChange<User>("user", request.Id, request.ReadVersion, cancellationToken);
        await db.RequireNotErased(leaving, cancellationToken);
        var successor = await db.Successor(request.SuccessorId, leaving.Id, cancellationToken);
        var owned = await db.OwnedBy(leaving.Id, cancellationToken);
        db.HandOver(owned, successor.Id, actor, time.GetUtcNow());
        leaving.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return new(UserView.Of(leaving, actor), successor.Id, [.. owned.Select(entry => entry.Item)]);
    }
}
