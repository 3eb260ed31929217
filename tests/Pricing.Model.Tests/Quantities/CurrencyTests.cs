using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Quantities;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KRW", 0)]
    [InlineData("KWD", 3)]
    [InlineData("BHD", 3)]
    public void A_currency_knows_its_minor_unit(string code, int decimals) => Assert.Equal(decimals, Currency.Of(code).Decimals);

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("")]
    public void What_is_no_code_of_the_standard_is_no_currency(string code) => Assert.Null(Currency.Find(code));
}
