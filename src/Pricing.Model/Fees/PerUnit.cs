using Pricing.Model.Quantities;

namespace Pricing.Model.Fees;

/// <summary>A price list: so many pieces at so much each.</summary>
/// <param name="Units">The price list, at least one entry.</param>
/// <param name="ThirdPartyMarkup">Markup on third parties, a fraction.</param>
/// <remarks>fee = sum quantity × unitPrice + T (1 + thirdPartyMarkup) + K. Source: docs/formulas/fees.md, "Per unit".</remarks>
public sealed record PerUnit(IReadOnlyList<PricedUnit> Units, decimal ThirdPartyMarkup) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "perUnit";

    private protected override FeeSchedule Listed(FeeBasis basis)
    {
        var units = new Money[Units.Count];
        for (var i = 0; i < units.Length; i++)
        {
            var quantity = basis.Term(Units[i].Quantity, "units", i, "quantity");
            var price = new Money(basis.Term(Units[i].UnitPrice, "units", i, "unitPrice"));
            units[i] = (quantity * price).Named(Units[i].Name);
        }

        return FeeSchedule.Same(Money.Sum(units).Named("price list") + basis.PassThroughWith(basis.Term(ThirdPartyMarkup, "thirdPartyMarkup")));
    }
}

/// <summary>A line of a price list.</summary>
/// <param name="Name">What is delivered.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">Price of one, in the document's currency.</param>
public sealed record PricedUnit(string Name, decimal Quantity, decimal UnitPrice);
