using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Quantities;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("3.025", "EUR", "3.02")]
    [InlineData("9.075", "EUR", "9.08")]
    [InlineData("17.955", "EUR", "17.96")]
    [InlineData("1.005", "EUR", "1.00")]
    [InlineData("2.675", "EUR", "2.68")]
    [InlineData("0.125", "EUR", "0.12")]
    [InlineData("-3.025", "EUR", "-3.02")]
    [InlineData("1234.5", "JPY", "1234")]
    [InlineData("1235.5", "KRW", "1236")]
    [InlineData("12.4345", "KWD", "12.434")]
    [InlineData("12.4355", "BHD", "12.436")]
    public void Money_is_rounded_half_to_even_in_the_minor_unit(string amount, string currency, string expected)
    {
        var money = new Money(Number.Of(amount));

        Assert.Equal(Number.Of(expected), money.ToMinorUnit(Currency.Of(currency)));
    }

    [Theory]
    [InlineData("3.0249999999999999", "3.02")]     // 3.025 but for dust: a tie all the same
    [InlineData("9.0749999999999999", "9.08")]
    [InlineData("3.0250000000000001", "3.02")]
    [InlineData("3.025000000001", "3.03")]
    public void Dust_beyond_twelve_decimals_makes_no_tie_and_breaks_none(string amount, string expected)
    {
        var money = new Money(Number.Of(amount));

        Assert.Equal(Number.Of(expected), money.ToMinorUnit(Currency.Of("EUR")));
    }

    [Fact]
    public void Nothing_has_no_sign()
    {
        var rounded = new Money(-0.001m).ToMinorUnit(Currency.Of("EUR"));

        Assert.Equal("0", rounded.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_ratio_over_zero_is_null()
    {
        Assert.Null(new Money(5).Over(new(1e-9m)));
        Assert.Null(new Money(5).Over(new(-1e-9m)));
        Assert.Equal(5 / 1.1e-9m, new Money(5).Over(new(1.1e-9m))!.Value.Value);
    }
}
