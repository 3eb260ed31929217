using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Value;

namespace Pricing.Model.Tests.Value;

public sealed class BargainingRangeTests
{
    [Fact]
    public void The_range_runs_from_cost_with_margin_to_what_leaves_the_client_no_worse_than_the_alternative()
    {
        var range = SmallEngagement.Of(new ValueBased(0.4m, MinimumMargin: 0.2m)).Compared().BargainingRange;

        // 10,900 / 0.8 + 5,100; 50,000 + 100,000 − 60,000.
        Assert.Equal([18_725, 90_000, 90_000, 71_275], (decimal[])[range.Floor.Amount, range.Ceiling.Amount, range.EconomicValueToCustomer.Amount, range.Zopa.Amount]);
        Assert.True(range.Feasible);
    }

    [Fact]
    public void The_ceiling_is_never_above_the_value()
    {
        var engagement = SmallEngagement.Of();

        var range = (engagement with { Value = engagement.Value with { ReferencePrice = 80_000 } }).Compared().BargainingRange;

        Assert.Equal(120_000, range.EconomicValueToCustomer.Amount);
        Assert.Equal(100_000, range.Ceiling.Amount);
    }

    [Fact]
    public void A_client_that_bears_the_tax_pays_less_net()
    {
        var engagement = SmallEngagement.Of() with { Agency = SmallEngagement.Of().Agency with { VatRate = 0.25m } };

        var range = (engagement with { Value = engagement.Value with { InputTaxDeductible = false } }).Compared().BargainingRange;

        // V / 1.25 = 80,000; EVC = 50,000 + 40,000 / 1.25 = 82,000.
        Assert.Equal(82_000, range.EconomicValueToCustomer.Amount);
        Assert.Equal(80_000, range.Ceiling.Amount);
    }

    [Fact]
    public void Without_a_value_based_structure_at_the_top_the_minimum_margin_is_zero()
    {
        var part = new CombinedPart([Phase.Ideation, Phase.Production], new ValueBased(0.4m, 0.5m));

        var range = SmallEngagement.Of(new Combined([part])).Compared().BargainingRange;

        Assert.Equal(16_000, range.Floor.Amount);
    }

    [Fact]
    public void The_first_value_based_structure_sets_range_and_split()
    {
        var comparison = SmallEngagement.Of(SmallEngagement.Price(1), new ValueBased(0.4m, 0.2m), new ValueBased(0.4m, 0.5m)).Compared();

        // (43,060 − 18,725) / 71,275.
        Assert.Equal(18_725, comparison.BargainingRange.Floor.Amount);
        Assert.Equal(24_335m / 71_275, comparison.Split!.Value.Value);
    }

    [Fact]
    public void The_split_follows_the_fee_after_discount()
    {
        var comparison = SmallEngagement.Of(new ValueBased(0.05m, 0.2m) { Discount = 0.2m }).Compared();

        // floor 13,625 + 5,100; 20 % off 13,625 is 2,725 below it.
        Assert.Equal(-2_725m / 71_275, comparison.Split!.Value.Value, 20);
        Assert.Equal(RangePosition.Below, comparison.Structures[0].RangePosition);
    }

    [Fact]
    public void An_infeasible_range_is_negative_and_has_no_split()
    {
        var engagement = SmallEngagement.Of(new ValueBased(0.4m, 0));

        var comparison = (engagement with { Value = engagement.Value with { Drivers = [SmallEngagement.Once(15_000)], ReferencePrice = 9_000 } }).Compared();

        // ceiling min(15,000, 9,000 + 6,000), floor 16,000.
        Assert.Equal(-1_000, comparison.BargainingRange.Zopa.Amount);
        Assert.False(comparison.BargainingRange.Feasible);
        Assert.Null(comparison.Split);
    }

    [Theory]
    [InlineData("15999.994", RangePosition.Below)]
    [InlineData("15999.996", RangePosition.Inside)]      // 16,000.00 in cents
    [InlineData("90000.004", RangePosition.Inside)]
    [InlineData("90000.006", RangePosition.Above)]
    public void The_position_compares_amounts_as_printed(string fee, RangePosition position)
    {
        var range = SmallEngagement.Of().Compared().BargainingRange;

        Assert.Equal(position, range.PositionOf(new(Number.Of(fee)), Currency.Of("EUR")));
    }
}
