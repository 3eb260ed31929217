using Pricing.Documents.Charts;

namespace Pricing.Documents.Tests.Charts;

public sealed class AxisTests
{
    [Fact]
    public void Ticks_are_round_and_inside()
    {
        Assert.Equal([15m, 20m, 25m, 30m], new Axis(14.6m, 34.1m, 0, 100).Ticks(6));
    }

    [Fact]
    public void Rounded_ends_are_ticks_themselves()
    {
        var axis = Axis.Rounded(-7_390, 6_134, 4, 0, 100);

        Assert.Equal([-10_000m, -5_000m, 0m, 5_000m, 10_000m], axis.RoundTicks());
        Assert.Equal((0, 100), (axis.At(-10_000), axis.At(10_000)));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("10000000000000", "10000000000000.000000000000001")]
    [InlineData("-5", "-5")]
    public void Ends_that_are_all_but_equal_still_make_a_scale(string least, string most)
    {
        var axis = Axis.Rounded(Parsed(least), Parsed(most), 5, 0, 100);

        Assert.InRange(axis.RoundTicks().Count(), 2, 12);
        Assert.InRange(axis.At(Parsed(least)), 0, 100);
    }

    [Fact]
    public void Ticks_that_would_touch_are_fewer()
    {
        Assert.Equal([0m, 50m, 100m], new Axis(0, 100, 0, 100).TicksThatFit(10, _ => 30));
    }

    private static decimal Parsed(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
