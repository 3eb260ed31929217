using Pricing.Documents.Texts;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests.Texts;

public sealed class FormatsTests
{
    [Theory]
    [InlineData(DocumentLanguage.De, "EUR", "135267.58", "135.267,58\u00A0€")]
    [InlineData(DocumentLanguage.En, "EUR", "135267.58", "€135,267.58")]
    [InlineData(DocumentLanguage.De, "JPY", "1234", "1.234\u00A0JPY")]
    [InlineData(DocumentLanguage.En, "JPY", "1234", "JPY\u00A01,234")]
    [InlineData(DocumentLanguage.De, "KWD", "12.435", "12,435\u00A0KWD")]
    [InlineData(DocumentLanguage.De, "EUR", "-111.4", "−111,40\u00A0€")]
    [InlineData(DocumentLanguage.En, "EUR", "-111.4", "−€111.40")]
    public void Money_is_written_in_the_currency_s_decimals(DocumentLanguage language, string currency, string amount, string written)
    {
        Assert.Equal(written, Of(language, currency).Money(new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Half_a_cent_goes_to_the_even_one()
    {
        Assert.Equal("10,00", Of(DocumentLanguage.De).Amount(new Money(10.005m)));
        Assert.Equal("10,02", Of(DocumentLanguage.De).Amount(new Money(10.015m)));
    }

    [Fact]
    public void A_loss_below_half_a_unit_is_no_minus_zero()
    {
        Assert.Equal("0\u00A0€", Of(DocumentLanguage.De).Whole(new Money(-0.3m)));
    }

    [Fact]
    public void Percentages_and_quantities_lose_trailing_zeros()
    {
        Assert.Equal("15\u00A0%", Of(DocumentLanguage.De).Percent(0.150m));
        Assert.Equal("4.9%", Of(DocumentLanguage.En).Percent(0.049m));
        Assert.Equal("1.200,5", Of(DocumentLanguage.De).Quantity(1200.50m));
    }

    [Fact]
    public void An_agreed_price_keeps_the_decimals_it_was_agreed_with()
    {
        Assert.Equal("10,004", Of(DocumentLanguage.De).UnitPrice(new(10.004m)));
        Assert.Equal("10,00", Of(DocumentLanguage.De).UnitPrice(new(10m)));
        Assert.Equal("80.000\u00A0€", Of(DocumentLanguage.De).Agreed(80_000));
        Assert.Equal("95.000,50\u00A0€", Of(DocumentLanguage.De).Agreed(95_000.5m));
    }

    [Fact]
    public void Dates_are_written_out_in_text_and_short_in_the_footer()
    {
        var day = new DateOnly(2026, 3, 5);

        Assert.Equal("5.\u00A0März 2026", Of(DocumentLanguage.De).Date(day));
        Assert.Equal("05.03.2026", Of(DocumentLanguage.De).ShortDate(day));
        Assert.Equal("5\u00A0March 2026", Of(DocumentLanguage.En).Date(day));
        Assert.Equal("5\u00A0Mar\u00A02026", Of(DocumentLanguage.En).ShortDate(day));
    }

    private static Formats Of(DocumentLanguage language, string currency = "EUR") => new(language, Currency.Of(currency));
}
