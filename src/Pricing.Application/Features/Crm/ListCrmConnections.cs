using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>The agency's connections, in the order of creation.</summary>
/// <param name="Archived">Whether to list the archived ones instead.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListCrmConnections(bool Archived, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<CrmConnectionView>>;

internal sealed class ListCrmConnectionsValidator : PagedRequestValidator<ListCrmConnections>;

internal sealed class ListCrmConnectionsHandler(PricingDb db) : IRequestHandler<ListCrmConnections, Page<CrmConnectionView>>
{
    public Task<Page<CrmConnectionView>> Handle(ListCrmConnections request, CancellationToken cancellationToken) =>
        db.CrmConnections.Where(connection => connection.IsArchived == request.Archived).Page(request, CrmConnectionView.Of, cancellationToken);
}
