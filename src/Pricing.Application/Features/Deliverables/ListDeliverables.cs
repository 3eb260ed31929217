using FluentValidation;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Deliverables;

/// <summary>The deliverables, in the order of creation.</summary>
/// <param name="Search">Part of the name, in any case, at most 300 characters; null for all.</param>
/// <param name="Kind">Only work packages or only assets; null for both.</param>
/// <param name="Tag">A tag they have, spelled as it is written, at most 100 characters; null for all.</param>
/// <param name="Archived">Whether to list the archived ones instead; null for the others, and with <c>UpdatedSince</c> for both.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListDeliverables(string? Search, DeliverableKind? Kind, string? Tag, bool? Archived, int? Limit, string? After)
    : PagedRequest(Limit, After), IRequest<Page<DeliverableView>>;

internal sealed class ListDeliverablesValidator : PagedRequestValidator<ListDeliverables>
{
    public ListDeliverablesValidator()
    {
        RuleFor(request => request.Search).IsOptionalText(300);
        RuleFor(request => request.Kind).IsInEnum().WithMessage("kind is workPackage or asset.");
        RuleFor(request => request.Tag).IsOptionalText(100);
    }
}

internal sealed class ListDeliverablesHandler(PricingDb db, Pages pages) : IRequestHandler<ListDeliverables, Page<DeliverableView>>
{
    public async Task<Page<DeliverableView>> Handle(ListDeliverables request, CancellationToken cancellationToken)
    {
        var archived = request.Wanted(request.Archived);
        var deliverables = db.Deliverables.Where(deliverable => archived == null || deliverable.IsArchived == archived);
        if (request.Search?.ToLowerInvariant() is { } part)
            deliverables = deliverables.Where(deliverable => deliverable.SearchText.Contains(part));
        if (request.Kind is { } kind)
            deliverables = deliverables.Where(deliverable => deliverable.Kind == kind);
        if (request.Tag is { } tag)
            deliverables = deliverables.Where(deliverable => deliverable.Tags.Contains(tag));
        return await pages.Of(deliverables, request, DeliverableView.Of, deliverable => deliverable.SearchText, cancellationToken);
    }
}
