using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.RateCards;

/// <summary>The rate cards, in the order of creation, with salaries for those with the right readSalaries only.</summary>
/// <param name="Search">Part of code or name, in any case, at most 300 characters; null for all.</param>
/// <param name="ClientId">Only the cards agreed with this client, the general ones left out; null for all.</param>
/// <param name="AsOf">A day: of each code the card that holds on it, ended ones left out; null for all cards.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListRateCards(string? Search, Guid? ClientId, DateOnly? AsOf, int? Limit, string? After)
    : PagedRequest(Limit, After), IRequest<Page<RateCardView>>;

internal sealed class ListRateCardsValidator : PagedRequestValidator<ListRateCards>
{
    public ListRateCardsValidator() => RuleFor(request => request.Search).IsOptionalText(300);
}

internal sealed class ListRateCardsHandler(PricingDb db, Pages pages, Actor actor) : IRequestHandler<ListRateCards, Page<RateCardView>>
{
    public async Task<Page<RateCardView>> Handle(ListRateCards request, CancellationToken cancellationToken)
    {
        var cards = request.AsOf is { } day ? db.RateCards.EffectiveOn(day) : db.RateCards;
        if (request.Search?.ToLowerInvariant() is { } part)
            cards = cards.Where(card => card.SearchText.Contains(part));
        if (request.ClientId is { } client)
            cards = cards.Where(card => card.ClientId == client);
        var withSalaries = RateCardView.ShowsSalariesTo(actor);
        return await pages.Of(cards, request, card => RateCardView.Of(card, withSalaries), card => card.SearchText, cancellationToken);
    }
}
