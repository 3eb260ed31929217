using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.LegalEntities;

/// <summary>The agency's companies, in the order of creation.</summary>
/// <param name="Archived">Whether to list the archived ones instead; null for the others, and with <c>UpdatedSince</c> for both.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListLegalEntities(bool? Archived, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<LegalEntityView>>;

internal sealed class ListLegalEntitiesValidator : PagedRequestValidator<ListLegalEntities>;

internal sealed class ListLegalEntitiesHandler(PricingDb db, Pages pages) : IRequestHandler<ListLegalEntities, Page<LegalEntityView>>
{
    public Task<Page<LegalEntityView>> Handle(ListLegalEntities request, CancellationToken cancellationToken)
    {
        var archived = request.Wanted(request.Archived);
        return pages.Of(db.LegalEntities.Where(entity => archived == null || entity.IsArchived == archived), request, LegalEntityView.Of, entity => entity.Name, cancellationToken);
    }
}
