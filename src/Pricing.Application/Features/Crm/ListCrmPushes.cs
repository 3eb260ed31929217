using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>Pushes in the order in which they were asked for.</summary>
/// <param name="EngagementId">Only those of an engagement.</param>
/// <param name="State">Only those of a state.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListCrmPushes(Guid? EngagementId, CrmPushState? State, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<CrmPushView>>;

internal sealed class ListCrmPushesValidator : PagedRequestValidator<ListCrmPushes>;

internal sealed class ListCrmPushesHandler(PricingDb db, Pages pages) : IRequestHandler<ListCrmPushes, Page<CrmPushView>>
{
    public Task<Page<CrmPushView>> Handle(ListCrmPushes request, CancellationToken cancellationToken)
    {
        IQueryable<CrmPush> pushes = db.CrmPushes;
        if (request.EngagementId is { } engagement)
            pushes = pushes.Where(push => push.EngagementId == engagement);
        if (request.State is { } state)
            pushes = pushes.Where(push => push.State == state);
        return pages.Of(pushes, request, CrmPushView.Of, name: null, cancellationToken);
    }
}
