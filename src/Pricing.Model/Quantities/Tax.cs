namespace Pricing.Model.Quantities;

/// <summary>Value-added tax as tax offices reckon it.</summary>
public static class Tax
{
    /// <summary>VAT on a net amount that is already in the minor unit: rate × net, half away from zero.</summary>
    /// <param name="rate">VAT rate, a fraction in [0, 1].</param>
    /// <param name="roundedNet">The net amount as printed.</param>
    /// <param name="currency">The document's currency.</param>
    /// <remarks>Source: docs/formulas/fees.md, "VAT and gross".</remarks>
    public static decimal ToMinorUnit(decimal rate, decimal roundedNet, Currency currency)
    {
#pragma warning disable RS0030
        return decimal.Round(rate * roundedNet, currency.Decimals, MidpointRounding.AwayFromZero);
#pragma warning restore RS0030
    }
}
