using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>The agency's keys, in the order of creation.</summary>
/// <param name="Revoked">Whether to list the revoked ones instead; null for the others, and with <c>UpdatedSince</c> for both.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListApiKeys(bool? Revoked, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<ApiKeyView>>;

internal sealed class ListApiKeysValidator : PagedRequestValidator<ListApiKeys>;

internal sealed class ListApiKeysHandler(PricingDb db, Pages pages) : IRequestHandler<ListApiKeys, Page<ApiKeyView>>
{
    public Task<Page<ApiKeyView>> Handle(ListApiKeys request, CancellationToken cancellationToken)
    {
        var revoked = request.Wanted(request.Revoked);
        return pages.Of(db.ApiKeys.Where(key => revoked == null || key.RevokedAt != null == revoked), request, ApiKeyView.Of, key => key.Name, cancellationToken);
    }
}
