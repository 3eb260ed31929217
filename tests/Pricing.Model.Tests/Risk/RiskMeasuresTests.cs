using Pricing.Model.Risk;

namespace Pricing.Model.Tests.Risk;

public sealed class RiskMeasuresTests
{
    [Theory]
    [InlineData("900000000", "30000")]
    [InlineData("2", "1.4142135623730950488016887242")]
    [InlineData("0", "0")]
    [InlineData("0.000000000000000001", "0.000000001")]
    public void The_standard_deviation_is_exact_to_the_last_digits(string variance, string expected)
    {
        var deviation = RiskMeasures.StandardDeviation(Number.Of(variance));

        Assert.Equal(Number.Of(expected), deviation.Amount, 24);
    }

    // Mean 40,000, deviation 30,000, tolerance 500,000; coin flip 90,000 or −10,000 (variance 50,000²).
    [Theory]
    [InlineData("900000000", "39100")]
    [InlineData("2500000000", "37500")]
    public void The_certainty_equivalent_takes_the_variance_over_twice_the_tolerance_off(string variance, string expected)
    {
        var equivalent = RiskMeasures.CertaintyEquivalent(new(40_000), Number.Of(variance), new(500_000));

        Assert.Equal(Number.Of(expected), equivalent.Amount);
    }

    [Theory]
    [InlineData("0.7999", "0")]       // below the threshold
    [InlineData("0.8", "0")]          // at it
    [InlineData("0.9", "0.5")]        // halfway to target
    [InlineData("1", "1")]
    [InlineData("1.125", "1.25")]     // halfway to the stretch
    [InlineData("1.25", "1.5")]       // the stretch
    [InlineData("9", "1.5")]          // the cap
    public void The_payout_rises_from_the_threshold_over_the_target_to_the_cap(string achievement, string expected)
    {
        var payout = RiskMeasures.Payout(Number.Of(achievement), 0.8m, 1.25m, 1.5m);

        Assert.Equal(Number.Of(expected), payout.Value);
    }

    [Fact]
    public void Without_a_threshold_every_achievement_pays()
    {
        Assert.Equal(0.25m, RiskMeasures.Payout(0.25m, 0, 1.25m, 1).Value);
        Assert.Equal(1, RiskMeasures.Payout(3, 0, 1.25m, 1).Value);
    }
}
