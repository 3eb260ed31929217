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
                lines.AddRange(ServiceLines(comparison, part.Structure, part.Listed, PassThroughOf(comparison, part.Structure, part.Work), part.Structure.Name));
        }
        else
        {
            lines.AddRange(ServiceLines(comparison, structure.Structure, structure.Price.Listed, PassThroughOf(comparison, structure.Structure), null));
        }

        lines.AddRange(comparison.Cost.Lines.Select(line => ThirdPartyLine(comparison, structure.Structure, line)).OfType<PriceLine>());
        var discount = structure.ExpectedFee!.Value - structure.ListFee!.Value;
        if (!discount.IsZero)
            lines.Add(new(PriceGroup.Discount, PriceKind.Discount, structure.Structure.DiscountReason, null, null, discount));
        return [.. lines.OrderBy(line => line.Group)];
    }

    /// <summary>Third parties and levy at their price to the client under a structure.</summary>
    public static Money PassThroughOf(Comparison comparison, FeeStructure structure) => structure is Combined combined
        ? combined.Parts.Aggregate(Money.Zero, (sum, part) => sum + PassThroughOf(comparison, part.Structure, comparison.WorkOf(part.Phases)))
        : PassThroughOf(comparison, structure, comparison.Cost.Work);

    private static Money PassThroughOf(Comparison comparison, FeeStructure structure, Work work)
    {
        var thirdParty = structure is Fixed ? work.ThirdParty - work.ThirdPartyRisk : work.ThirdParty;
        return thirdParty * (1 + Markup(structure)) + work.ArtistSocialLevy;
    }

    private static IEnumerable<PriceLine> ServiceLines(
        Comparison comparison, FeeStructure structure, FeeSchedule listed, Money passThrough, string? name)
    {
        var fee = ((FeeSchedule.Feasible)listed).Fee;
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
            case Performance:
                var certain = fee.Lowest - passThrough;
                return
                [
                    new(PriceGroup.Service, PriceKind.BaseFee, name, null, null, certain),
                    new(PriceGroup.Success, PriceKind.Success, name, null, null, service - certain),
                ];
            case Commission:
                return [new(PriceGroup.Service, PriceKind.Commission, name, null, null, service)];
            default:
                return [new(PriceGroup.Service, name is null ? PriceKind.Service : PriceKind.Part, name, null, null, service)];
        }
    }

    private static PriceLine? ThirdPartyLine(Comparison comparison, FeeStructure structure, CostLine line)
    {
        if (line.Kind == CostLineKind.ArtistSocialLevy)
            return line.Amount.IsZero ? null : new(PriceGroup.ThirdParty, PriceKind.ArtistSocialLevy, null, null, null, line.Amount);
        if (line.Kind is not (CostLineKind.ArtisticThirdParty or CostLineKind.OtherThirdParty))
            return null;

        var pricing = structure is Combined combined
            ? combined.Parts.First(part => part.Phases.Contains(line.Phase!.Value)).Structure
            : structure;
        var isRevision = line.Source == "/revisions";
        if (line.Amount.IsZero || (isRevision && pricing is Fixed))
            return null;

        var price = line.Amount * (1 + Markup(pricing));
        if (isRevision)
            return new(PriceGroup.ThirdParty, PriceKind.RevisionThirdParty, null, null, null, price);
        var quantity = QuantityOf(comparison, line);
        return new(PriceGroup.ThirdParty, PriceKind.ThirdParty, line.Name, quantity, quantity is { } pieces ? price / pieces : null, price);
    }

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
