using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>The people of the agency, in the order of creation.</summary>
/// <param name="Inactive">Whether to list the deactivated ones instead; null for the others, and with <c>UpdatedSince</c> for both.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListUsers(bool? Inactive, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<UserView>>;

internal sealed class ListUsersValidator : PagedRequestValidator<ListUsers>;

internal sealed class ListUsersHandler(PricingDb db, Pages pages, Actor actor) : IRequestHandler<ListUsers, Page<UserView>>
{
    public Task<Page<UserView>> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        var inactive = request.Wanted(request.Inactive);
        return pages.Of(db.Users.Where(user => inactive == null || user.DeactivatedAt != null == inactive), request, user => UserView.Of(user, actor), user => user.Name, cancellationToken);
    }
}
