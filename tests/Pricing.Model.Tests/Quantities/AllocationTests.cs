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
        Gen.Select(Gen.Decimal[-1_000_000m, 1_000_000m], Gen.Int[0, 1000].Array[1, 40], Gen.Int[0, 2].Select(i => new[] { "EUR", "JPY", "KWD" }[i])).Sample((raw, weights, code) =>
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
    public void Parts_of_equal_shares_differ_by_one_minor_unit_at_most_over_several_amounts() =>
        Gen.Select(Gen.Long[-1_000_000, 1_000_000].Array[1, 6], Gen.Int[2, 5]).Sample((totals, parts) =>
        {
            IReadOnlyList<decimal> equal = [.. Enumerable.Repeat(1m, parts)];

            var split = Allocation.SplitEach([.. totals.Select(cents => (cents * 0.01m, equal))], Currency.Of("EUR"));

            var sums = Enumerable.Range(0, parts).Select(i => split.Sum(amount => amount[i])).ToList();
            Assert.Equal(totals.Select(cents => cents * 0.01m), split.Select(amount => amount.Sum()));
            Assert.True(sums.Max() - sums.Min() <= 0.01m);
        }, iter: 500);

    [Fact]
    public void No_weight_and_a_negative_one_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Allocation.Split(1, [], Currency.Of("EUR")));
        Assert.Throws<ArgumentException>(() => Allocation.Split(1, [1, -1], Currency.Of("EUR")));
    }
}
