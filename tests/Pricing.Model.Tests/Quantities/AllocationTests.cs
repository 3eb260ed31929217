using CsCheck;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Quantities;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("EUR", 100, "33.34 33.33 33.33")]
    [InlineData("JPY", 100, "34 33 33")]
    [InlineData("KWD", 100, "33.334 33.333 33.333")]
    [InlineData("EUR", -100, "-33.34 -33.33 -33.33")]
    public void Thirds_are_paid_to_the_last_minor_unit(string currency, int total, string parts) =>
        Assert.Equal(parts, string.Join(' ', Allocation.Split(total, [1, 1, 1], Currency.Of(currency)).Select(part => part.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Parts_add_to_the_total_and_stay_within_a_minor_unit_of_their_share() =>
        Gen.Select(Gen.Decimal[-1_000_000m, 1_000_000m], Gen.Int[0, 1000].Array[1, 40], Gen.OneOfConst("EUR", "JPY", "KWD")).Sample((raw, weights, code) =>
        {
            var currency = Currency.Of(code);
            var total = new Money(raw).ToMinorUnit(currency);

            var parts = Allocation.Split(total, [.. weights.Select(weight => (decimal)weight)], currency);

            Assert.Equal(total, parts.Sum());
            Assert.Equal(weights.Length, parts.Count);
            Assert.All(parts, part => Assert.Equal(part, new Money(part).ToMinorUnit(currency)));
            if (weights.Sum() > 0)
                Assert.All(parts.Index(), part => Assert.True(Math.Abs(part.Item - total * weights[part.Index] / weights.Sum()) < currency.MinorUnit));
        });

    [Fact]
    public void No_weight_and_a_negative_one_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Allocation.Split(1, [], Currency.Of("EUR")));
        Assert.Throws<ArgumentException>(() => Allocation.Split(1, [1, -1], Currency.Of("EUR")));
    }
}
