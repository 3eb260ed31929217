using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Proposals;

/// <summary>Splits a fee into lines that a client may read: the agency's own work in its price's terms, third parties at their price.</summary>
/// <remarks>Own labour and AI cost never stand apart, so that neither can be read off the lines.</remarks>
internal static class PriceTable
{
    /// <summary>The lines of a structure; their unrounded amounts add to its expected fee.</summary>
    public static IReadOnlyList<PriceLine> Of(Comparison comparison, StructureComparison structure)
    {
        var lines = new List<PriceLine>();
        if (structure.Structure is Combined)
        {
            foreach (var part in structure.Price.Parts)
                lines.AddRange(ServiceLines(comparison, part.Structure, part.Work, part.Listed, part.Structure.Name));
        }
        else
        {
            lines.AddRange(ServiceLines(comparison, structure.Structure, comparison.Cost.Work, structure.Price.Listed, null));
        }

        lines.AddRange(comparison.Cost.Lines.Select(line => ThirdPartyLine(comparison, structure.Structure, line)).OfType<PriceLine>());
        if (DiscountOf(structure) is { } discount)
            lines.Add(discount);
        return [.. lines.OrderBy(line => line.Group)];
    }

    // It is taken of the fee less third parties at their bare price, which no sum of the table shows; so the line names its base.
    private static PriceLine? DiscountOf(StructureComparison structure)
    {
        var (discount, rate) = (structure.ExpectedFee!.Value - structure.ListFee!.Value, structure.Structure.Discount);
        if (discount.IsZero)
            return null;
        var line = new PriceLine(PriceGroup.Discount, PriceKind.Discount, structure.Structure.DiscountReason, null, null, discount);
        return rate > 0 ? line with { Rate = rate, Base = (Money.Zero - discount) / rate } : line;
    }

    /// <summary>Third parties and levy at their price to the client under a structure.</summary>
    public static Money PassThroughOf(Comparison comparison, FeeStructure structure) => structure is Combined combined
        ? combined.Parts.Aggregate(Money.Zero, (sum, part) => sum + PassThroughOf(comparison, part.Structure, comparison.WorkOf(part.Phases)))
        : PassThroughOf(comparison, structure, comparison.Cost.Work);

    /// <summary>The same over some work; of a combination as a whole.</summary>
    public static Money PassThroughOf(Comparison comparison, FeeStructure structure, Work work)
    {
        if (structure is Combined)
            return PassThroughOf(comparison, structure);
        var thirdParty = structure is Fixed ? work.ThirdParty - work.ThirdPartyRisk : work.ThirdParty;
        return thirdParty * (1 + Markup(structure)) + work.ArtistSocialLevy;
    }

    private static IEnumerable<PriceLine> ServiceLines(
        Comparison comparison, FeeStructure structure, Work work, FeeSchedule listed, string? name)
    {
        var fee = ((FeeSchedule.Feasible)listed).Fee;
        var passThrough = PassThroughOf(comparison, structure, work);
        var service = fee.Expected(comparison.States) - passThrough;
        switch (structure)
        {
            case PerUnit { Units: var units }:
                return units.Select(unit => new PriceLine(
                    PriceGroup.Service, PriceKind.Unit, unit.Name, unit.Quantity, new Money(unit.UnitPrice), new Money(unit.Quantity * unit.UnitPrice)));
            case Subscription subscription:
                return
                [
                    new(PriceGroup.Service, PriceKind.SetUpFee, name, null, null, new(subscription.SetUpFee)),
                    new(PriceGroup.Service, PriceKind.MonthlyFee, name, subscription.Months, new Money(subscription.MonthlyFee), new(subscription.MonthlyFee * subscription.Months)),
                ];
            case Retainer retainer:
                var month = ToldTerms.MonthlyPrice(comparison, retainer, work);
                PriceLine monthly = new(PriceGroup.Service, PriceKind.MonthlyFee, name, retainer.Months, month, month * retainer.Months);
                var further = service - monthly.Amount;
                return further.ToMinorUnit(comparison.Currency) == 0 ? [monthly with { Amount = service }] : [monthly, new(PriceGroup.Service, PriceKind.FurtherHours, name, null, null, further)];
            case Performance performance:
                // What the parties agreed on whatever is measured; the rest waits for the measurement.
                var certain = Money.Min(fee.Lowest - passThrough, new(Math.Max(performance.BaseFee, performance.MinimumFee ?? 0)));
                PriceLine success = new(PriceGroup.Success, PriceKind.Success, name, null, null, service - certain);
                var kind = performance.MinimumFee is { } least && least > performance.BaseFee && certain.Amount == least ? PriceKind.MinimumFee : PriceKind.BaseFee;
                return certain.IsZero ? [success] : [new(PriceGroup.Service, kind, name, null, null, certain), success];
            case Commission:
                return [new(PriceGroup.Service, PriceKind.Commission, name, null, null, service)];
            default:
                return [new(PriceGroup.Service, name is null ? PriceKind.Service : PriceKind.Part, name, null, null, service)];
        }
    }

    private static PriceLine? ThirdPartyLine(Comparison comparison, FeeStructure structure, CostLine line)
    {
        if (line.Kind == CostLineKind.ArtistSocialLevy)
            return LevyLine(line.Amount, comparison.Engagement.Document.Agency.ArtistSocialLevyRate);
        if (line.Kind is not (CostLineKind.ArtisticThirdParty or CostLineKind.OtherThirdParty))
            return null;

        var pricing = structure is Combined combined
            ? combined.Parts.First(part => part.Phases.Contains(line.Phase!.Value)).Structure
            : structure;
        var isRevision = line.Source == "/revisions";
        if (line.Amount.IsZero || (isRevision && pricing is Fixed))
            return null;

        var (markup, price) = (Markup(pricing), line.Amount * (1 + Markup(pricing)));
        if (isRevision)
            return new(PriceGroup.ThirdParty, PriceKind.RevisionThirdParty, null, null, null, price) { Markup = markup };
        var quantity = QuantityOf(comparison, line);
        return new(PriceGroup.ThirdParty, PriceKind.ThirdParty, line.Name, quantity, quantity is { } pieces ? price / pieces : null, price) { Markup = markup };
    }

    private static PriceLine? LevyLine(Money levy, decimal rate) => levy.IsZero
        ? null
        : new(PriceGroup.ThirdParty, PriceKind.ArtistSocialLevy, null, null, null, levy) { Rate = rate, Base = levy / rate };

    private static decimal? QuantityOf(Comparison comparison, CostLine line) => line.Source.StartsWith("/assets/", StringComparison.Ordinal)
        ? comparison.Engagement.Document.Assets[int.Parse(line.Source["/assets/".Length..], System.Globalization.CultureInfo.InvariantCulture)].Quantity
        : null;

    private static decimal Markup(FeeStructure structure) => structure switch
    {
        Hourly hourly => hourly.ThirdPartyMarkup,
        Retainer retainer => retainer.ThirdPartyMarkup,
        Fixed @fixed => @fixed.ThirdPartyMarkup,
        PerUnit perUnit => perUnit.ThirdPartyMarkup,
        _ => 0,
    };
}
