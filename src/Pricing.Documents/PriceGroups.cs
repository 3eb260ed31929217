using Pricing.Model.Fees;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents;

/// <summary>Lines of a price that belong together: a phase of the agency's own work, or a group without phases.</summary>
/// <param name="Group">The group.</param>
/// <param name="Phase">The phase; null where the lines have none.</param>
/// <param name="Lines">The lines, at least one.</param>
internal sealed record LineGroup(PriceGroup Group, Phase? Phase, IReadOnlyList<PriceLine> Lines);

/// <summary>How the lines of a price are grouped and priced by the unit, in every document alike.</summary>
internal static class PriceGroups
{
    /// <summary>The agency's own work by phase, then what belongs to no phase, then third parties, success and discount.</summary>
    public static IReadOnlyList<LineGroup> Of(FeeOption option) =>
    [
        .. option.Lines.GroupBy(line => (line.Group, Phase: line.Group == PriceGroup.Service ? line.Phase : null))
            .OrderBy(group => group.Key.Group).ThenBy(group => group.Key.Phase is null).ThenBy(group => group.Key.Phase)
            .Select(group => new LineGroup(group.Key.Group, group.Key.Phase, [.. group])),
    ];

    /// <summary>The price of a unit, where it is agreed or multiplies back to the line as printed; null elsewhere.</summary>
    public static Money? UnitPrice(PriceLine line, Currency currency)
    {
        if (line.UnitPrice is not { } price || line.Quantity is not { } quantity)
            return null;
        if (line.Kind is not (PriceKind.Part or PriceKind.MonthlyFee or PriceKind.ThirdParty))
            return price;
        var printed = price.ToMinorUnit(currency);
        return printed * quantity == line.Amount.ToMinorUnit(currency) ? new Money(printed) : null;
    }
}
