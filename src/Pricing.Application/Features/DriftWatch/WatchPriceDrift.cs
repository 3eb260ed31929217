using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Repricing;
using Pricing.Application.Persistence;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;

namespace Pricing.Application.Features.DriftWatch;

/// <summary>The open engagements whose margin or certainty equivalent falls below its limit at the prices of a day, while the fees stay as quoted.</summary>
/// <param name="AsOf">The day; null for today.</param>
/// <param name="Limit">Open engagements checked for a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record WatchPriceDrift(DateOnly? AsOf, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<PriceDriftReport>;

/// <summary>What prices of a day do to open engagements: neither won nor lost, neither archived nor templates.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Limits">The agency's limits.</param>
/// <param name="Checked">Open engagements checked for this page.</param>
/// <param name="Items">Those that fall below a limit; one that was below before is listed where it falls further.</param>
/// <param name="Unpriced">Those that cannot be priced on the day, such as where a model was discontinued.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; null on the last one.</param>
public sealed record PriceDriftReport(
    DateOnly AsOf, DriftLimitsView Limits, int Checked, IReadOnlyList<DriftingEngagement> Items, IReadOnlyList<UnpricedEngagement> Unpriced, string? Next);

/// <summary>An engagement that falls below a limit.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Stage">Where it stands on its way to a contract.</param>
/// <param name="Version">Its version.</param>
/// <param name="PricingDate">Day as of which it is priced.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="MarginLimit">The margin limit that holds for it.</param>
/// <param name="CertaintyEquivalentLimit">The certainty-equivalent limit that holds for it.</param>
/// <param name="Structures">The structures on the table that fall below a limit.</param>
/// <param name="Changes">Which prices, rate cards, profiles and exchange rates are other ones than those it keeps.</param>
public sealed record DriftingEngagement(
    Guid Id, string Name, EngagementStage Stage, int Version, DateOnly PricingDate, string Currency, decimal MarginLimit, decimal CertaintyEquivalentLimit,
    IReadOnlyList<DriftingStructure> Structures, IReadOnlyList<PriceChange> Changes);

/// <summary>A structure that falls below a limit.</summary>
/// <param name="Position">Position in the document, counted from 0.</param>
/// <param name="Type">Type.</param>
/// <param name="Name">Name; null where it has none.</param>
/// <param name="IsRecommended">Whether it is the recommended one.</param>
/// <param name="Before">At the prices that the engagement keeps; null where it is infeasible.</param>
/// <param name="After">At the prices of the day, the fee as quoted unless it follows cost; null where it is infeasible.</param>
/// <param name="IsBelowMargin">Whether the margin is below its limit then.</param>
/// <param name="IsBelowCertaintyEquivalent">Whether the certainty equivalent is below its limit then.</param>
public sealed record DriftingStructure(
    int Position, string Type, string? Name, bool IsRecommended, EarnedFigures? Before, EarnedFigures? After, bool IsBelowMargin, bool IsBelowCertaintyEquivalent);

internal sealed class WatchPriceDriftValidator : PagedRequestValidator<WatchPriceDrift>;

internal sealed class WatchPriceDriftHandler(PricingDb db, Pages pages, IMediator mediator, TimeProvider time) : IRequestHandler<WatchPriceDrift, PriceDriftReport>
{
    public async Task<PriceDriftReport> Handle(WatchPriceDrift request, CancellationToken cancellationToken)
    {
        var limits = await mediator.Send(new GetDriftLimits(), cancellationToken);
        var prices = await PricesOfADay.Load(db, request.AsOf ?? time.Today(), cancellationToken);
        var page = await pages.Of(db.Engagements.Open(), request, engagement => engagement, null, cancellationToken);
        var items = new List<DriftingEngagement>();
        var unpriced = new List<UnpricedEngagement>();
        foreach (var engagement in page.Items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (new Watch(engagement, limits).At(prices.Price(engagement.SentDocument)) is { } drifting)
                    items.Add(drifting);
            }
            catch (InvalidRequestException e)
            {
                unpriced.Add(UnpricedEngagement.Of(engagement, e.Faults));   // one that cannot be priced must not hide the others
            }
        }

        return new(prices.Day, limits, page.Items.Count, items, unpriced, page.Next);
    }
}

/// <summary>Watches an engagement.</summary>
internal sealed class Watch(EngagementRecord engagement, DriftLimitsView limits)
{
    private readonly decimal leastMargin = engagement.MarginLimit ?? limits.Margin;
    private readonly decimal leastCertaintyEquivalent = engagement.CertaintyEquivalentLimit ?? limits.CertaintyEquivalent;

    /// <summary>What other prices do to it; null where nothing falls below a limit.</summary>
    public DriftingEngagement? At(PricedDocument priced)
    {
        var before = engagement.Compare();
        var after = Comparison.Of(ResolvedEngagement.From(priced.Engagement), agreed: before);
        var (positions, recommended) = OfferedStructures.Of(engagement, before);
        var structures = positions.Select(position => Falling(before, after, position, recommended)).OfType<DriftingStructure>().ToList();
        var changes = new SourcedDocument(before.Engagement.Document, engagement.Sources).ChangesTo(new(priced.Engagement, priced.Provenance));
        return structures.Count == 0
            ? null
            : new(
                engagement.Id, engagement.Name, engagement.Stage, engagement.Version, engagement.PricingDate, engagement.Currency, leastMargin, leastCertaintyEquivalent,
                structures, changes);
    }

    private DriftingStructure? Falling(Comparison before, Comparison after, int position, int? recommended)
    {
        var (old, now) = (EarnedFigures.Of(before, position), EarnedFigures.Of(after, position));
        if (old is null || (now is not null && now.ExpectedProfit >= old.ExpectedProfit && now.CertaintyEquivalent >= old.CertaintyEquivalent))
            return null;   // infeasible all along, or no worse than before
        var isBelowMargin = now?.ProfitMargin is not { } margin || margin < leastMargin;
        var isBelowCertainty = now is null || now.CertaintyEquivalent < leastCertaintyEquivalent;
        var structure = before.Structures[position].Structure;
        return isBelowMargin || isBelowCertainty
            ? new(position, structure.Type, structure.Name, position == recommended, old, now, isBelowMargin, isBelowCertainty)
            : null;
    }
}
