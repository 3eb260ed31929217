using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>What a person owns, and with which keys programs act in the person's name: what has to move when the person leaves.</summary>
/// <param name="Id">Id of the user.</param>
public sealed record ListOwnedWork(Guid Id) : IRequest<OwnedWorkView>;

/// <summary>What a person leaves behind.</summary>
/// <param name="Owned">What moves to a successor.</param>
/// <param name="ApiKeys">Keys that open, and are revoked.</param>
/// <param name="DeputyOf">People for whom the person stands in, and will no longer.</param>
public sealed record OwnedWorkView(IReadOnlyList<OwnedItem> Owned, IReadOnlyList<OwnedItem> ApiKeys, IReadOnlyList<OwnedItem> DeputyOf);

internal sealed class ListOwnedWorkHandler(PricingDb db) : IRequestHandler<ListOwnedWork, OwnedWorkView>
{
    public async Task<OwnedWorkView> Handle(ListOwnedWork request, CancellationToken cancellationToken)
    {
        if (!await db.Users.AnyAsync(user => user.Id == request.Id, cancellationToken))
            throw new NotFoundException("user", request.Id);
        var owned = await db.OwnedBy(request.Id, cancellationToken);
        var keys = await db.ApiKeys.AsNoTracking().Where(key => key.OwnerId == request.Id && key.RevokedAt == null).OrderBy(key => key.Id).ToListAsync(cancellationToken);
        var represented = await db.Users.AsNoTracking().Where(user => user.DeputyId == request.Id).OrderBy(user => user.Id).ToListAsync(cancellationToken);
        return new(
            [.. owned.Select(entry => entry.Item)], [.. keys.Select(key => new OwnedItem("apiKey", key.Id, key.Name))],
            [.. represented.Select(user => new OwnedItem("user", user.Id, user.Name))]);
    }
}
