using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>The people of the agency, in the order of creation.</summary>
/// <param name="Inactive">Whether to list the deactivated ones instead.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListUsers(bool Inactive, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<UserView>>;

internal sealed class ListUsersValidator : PagedRequestValidator<ListUsers>;

internal sealed class ListUsersHandler(PricingDb db, Actor actor) : IRequestHandler<ListUsers, Page<UserView>>
{
    public Task<Page<UserView>> Handle(ListUsers request, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.DeactivatedAt != null == request.Inactive).Page(request, user => UserView.Of(user, actor), cancellationToken);
}
