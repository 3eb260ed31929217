using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Quantities;

public sealed class TaxTests
{
    [Theory]
    [InlineData("0.22", "5350.66", "EUR", "1177.15")]      // 1,177.1452
    [InlineData("0.5", "0.01", "EUR", "0.01")]             // half a cent goes up; half to even would give none
    [InlineData("0.5", "-0.01", "EUR", "-0.01")]
    [InlineData("0.1", "5", "JPY", "1")]
    [InlineData("0.05", "0.01", "KWD", "0.001")]
    public void Vat_is_rounded_half_away_from_zero(string rate, string net, string currency, string expected)
    {
        var vat = Tax.ToMinorUnit(Number.Of(rate), Number.Of(net), Currency.Of(currency));

        Assert.Equal(Number.Of(expected), vat);
    }
}
