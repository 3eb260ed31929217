using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class ValueBasedTests
{
    [Theory]
    [InlineData("0.40", "43060")]               // 5,100 + 0.4 × 94,900, inside the range
    [InlineData("0.05", "16573.684210526315789473684211")]   // 10,900 / 0.95 + 5,100, the floor
    [InlineData("0.95", "90000")]               // 95,255 is above the ceiling
    public void The_fee_is_the_value_share_kept_inside_the_bargaining_range(string share, string expected)
    {
        var valueBased = new ValueBased(Number.Of(share), MinimumMargin: 0.05m);

        var fee = valueBased.OneFee();

        Assert.Equal(Number.Of(expected), fee, 20);
    }

    [Fact]
    public void No_fee_is_quoted_where_the_floor_lies_above_the_ceiling()
    {
        var basis = FeesOf.Basis with { Ceiling = new(16_000) };

        var price = new ValueBased(0.4m, MinimumMargin: 0).Price(basis);

        // floor 10,900 + 5,100 = 16,000 still fits; a cent less does not.
        Assert.IsType<FeeSchedule.Feasible>(price.Fee);
        var poorer = new ValueBased(0.4m, 0).Price(basis with { Ceiling = new(15_999.99m) });
        Assert.Equal(0.01m, Assert.IsType<FeeSchedule.Infeasible>(poorer.Fee).Gap.Amount);
        Assert.IsType<FeeSchedule.Infeasible>(poorer.Listed);
    }

    [Fact]
    public void A_gap_of_dust_is_no_gap()
    {
        var basis = FeesOf.Basis with { Ceiling = new(16_000 - 1e-9m) };

        var fee = new ValueBased(0.4m, MinimumMargin: 0).OneFee(basis);

        Assert.Equal(16_000 - 1e-9m, fee);
    }

    // 62,000 / 0.95 = 65,263.16; 0.4 × 191,659.29 = 76,663.716; docs/formulas/value.md.
    [Fact]
    public void The_worked_example_of_the_value_method_comes_out()
    {
        var basis = FeesOf.Basis with { Work = new() { Labour = new(62_000) }, ClientValue = new(191_659.29m), Ceiling = new(152_497.79m) };

        var fee = new ValueBased(0.4m, 0.05m).OneFee(basis);

        Assert.Equal(76_663.716m, fee);
    }
}
