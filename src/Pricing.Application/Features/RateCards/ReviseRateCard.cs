using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.RateCards;

/// <summary>
/// A correction of a rate card; what is sent, roles and salaries included, replaces the old card. Engagements keep the roles they were
/// saved with. Where rates change from a day on, create the next card of the code instead.
/// </summary>
/// <remarks>
/// Refused as <c>rate-card-exists</c> where another card of the code has this <c>validFrom</c>; an unknown client is a fault of
/// <c>clientId</c>. Whoever may not read salaries replaces no card: those it holds would be lost.
/// </remarks>
public sealed record ReviseRateCard : RateCardTerms, IRequest<RateCardView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ReviseRateCardValidator : RateCardTermsValidator<ReviseRateCard>;

internal sealed class ReviseRateCardHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<ReviseRateCard, RateCardView>
{
    public async Task<RateCardView> Handle(ReviseRateCard request, CancellationToken cancellationToken)
    {
        var card = await db.ForChange<RateCardRecord>("rate card", request.Id, request.ReadVersion, cancellationToken);
        if (!actor.May(Right.ReadSalaries))
            throw new NotAllowedException("A card is replaced with its salaries and hourly costs, and this key lacks the right readSalaries. Ask with one that sees them.");
        await db.RefuseUnknownClient(request, cancellationToken);
        await db.RefuseDouble(request, card.Id, cancellationToken);
        card.State(request);
        card.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return RateCardView.Of(card, RateCardView.ShowsSalariesTo(actor));
    }
}
