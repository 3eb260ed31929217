using FluentValidation;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PriceBook;

/// <summary>The price book, in the order of creation.</summary>
/// <param name="Search">Part of code, vendor or model, in any case, at most 300 characters; null for all.</param>
/// <param name="AsOf">A day: of each code the entry that holds on it, ended ones left out; null for all entries.</param>
/// <param name="Status">Only entries of this status; null for all.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListPrices(string? Search, DateOnly? AsOf, PriceStatus? Status, int? Limit, string? After)
    : PagedRequest(Limit, After), IRequest<Page<PriceView>>;

internal sealed class ListPricesValidator : PagedRequestValidator<ListPrices>
{
    public ListPricesValidator()
    {
        RuleFor(request => request.Search).IsOptionalText(300);
        RuleFor(request => request.Status).IsInEnum().WithMessage("status is active, announced or discontinued.");
    }
}

internal sealed class ListPricesHandler(PricingDb db, Pages pages) : IRequestHandler<ListPrices, Page<PriceView>>
{
    public async Task<Page<PriceView>> Handle(ListPrices request, CancellationToken cancellationToken)
    {
        var entries = request.AsOf is { } day ? db.PriceBook.EffectiveOn(day) : db.PriceBook;
        if (request.Search?.ToLowerInvariant() is { } part)
            entries = entries.Where(entry => entry.SearchText.Contains(part));
        if (request.Status is { } status)
            entries = entries.Where(entry => entry.Status == status);
        return await pages.Of(entries, request, PriceView.Of, entry => entry.SearchText, cancellationToken);
    }
}
