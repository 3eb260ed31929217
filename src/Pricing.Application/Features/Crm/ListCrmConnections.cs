using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>The agency's connections, in the order of creation.</summary>
/// <param name="Archived">Whether to list the archived ones instead; null for no, or for both with <c>UpdatedSince</c>.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListCrmConnections(bool? Archived, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<CrmConnectionView>>;

internal sealed class ListCrmConnectionsValidator : PagedRequestValidator<ListCrmConnections>;

internal sealed class ListCrmConnectionsHandler(PricingDb db, Pages pages) : IRequestHandler<ListCrmConnections, Page<CrmConnectionView>>
{
    public Task<Page<CrmConnectionView>> Handle(ListCrmConnections request, CancellationToken cancellationToken)
    {
        var archived = request.Wanted(request.Archived);
        var connections = db.CrmConnections.Where(connection => archived == null || connection.IsArchived == archived);
        return pages.Of(connections, request, CrmConnectionView.Of, connection => connection.Name, cancellationToken);
    }
}
