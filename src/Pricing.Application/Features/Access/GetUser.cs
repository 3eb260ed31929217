using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>One person of the agency.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetUser(Guid Id) : IRequest<UserView>;

internal sealed class GetUserHandler(PricingDb db, Actor actor) : IRequestHandler<GetUser, UserView>
{
    public async Task<UserView> Handle(GetUser request, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == request.Id, cancellationToken);
        return UserView.Of(user ?? throw new NotFoundException("user", request.Id), actor);
    }
}
