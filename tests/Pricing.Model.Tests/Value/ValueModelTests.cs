using Pricing.Model.Engagements;
using Pricing.Model.Quantities;
using Pricing.Model.Value;

namespace Pricing.Model.Tests.Value;

public sealed class ValueModelTests
{
    [Fact]
    public void A_benefit_is_discounted_from_the_end_of_its_month()
    {
        // 12 % a year are 1 % a month: 101 / 1.01 + 51.005 × 2 / 1.01² with 102.01 in the second month.
        var value = ValueOf(0.12m, SmallEngagement.Once(101) with { Months = 2, MonthlyRetention = 1.01m });

        Assert.Equal(200, value.Drivers[0].PresentValue.Amount, 20);
    }

    [Fact]
    public void A_delay_shifts_the_whole_benefit()
    {
        var value = ValueOf(0.12m, SmallEngagement.Once(1.030301m, delay: 2));

        Assert.Equal(1, value.Total.Amount, 20);
    }

    [Fact]
    public void Attribution_and_confidence_each_take_their_share()
    {
        var value = ValueOf(0, SmallEngagement.Once(1_000) with { Months = 12, Attribution = 0.4m, Confidence = 0.75m });

        Assert.Equal(12_000, value.Drivers[0].PresentValue.Amount);
        Assert.Equal(3_600, value.Drivers[0].Counted.Amount);
        Assert.Equal(3_600, value.Total.Amount);
    }

    // The worked example of docs/formulas/value.md, a closed annuity formula by hand.
    [Fact]
    public void The_present_value_agrees_with_the_closed_formula()
    {
        var value = ValueOf(0.09m, SmallEngagement.Once(33_750) with { Months = 12, MonthlyRetention = 0.95m, Attribution = 0.4m, Confidence = 0.75m });

        Assert.Equal(296_989.55m, value.Drivers[0].PresentValue.ToMinorUnit(Currency.Of("EUR")));
        Assert.Equal(89_096.86m, value.Drivers[0].Counted.ToMinorUnit(Currency.Of("EUR")));
    }

    [Fact]
    public void A_driver_can_cost_the_client_something()
    {
        var value = ValueOf(0, SmallEngagement.Once(1_000), SmallEngagement.Once(-300));

        Assert.Equal(700, value.Total.Amount);
    }

    [Theory]
    [InlineData("3000", 5)]
    [InlineData("3000.01", null)]
    [InlineData("1000", 3)]
    [InlineData("1000.01", 4)]
    [InlineData("1000.000000001", 3)]     // dust of 1e-9 is nothing
    [InlineData("1000.0000000011", 4)]
    [InlineData("0", 1)]
    public void Payback_counts_calendar_months_with_the_delay(string outlay, int? month)
    {
        // 1,000 a month in months 3 to 5.
        var value = ValueOf(0.5m, SmallEngagement.Once(1_000, delay: 2) with { Months = 3 });

        var payback = value.PaybackMonth(new(Number.Of(outlay)));

        Assert.Equal(month, payback);
    }

    [Fact]
    public void Payback_looks_no_further_than_120_months()
    {
        var value = ValueOf(0, SmallEngagement.Once(10) with { Months = 240 });

        Assert.Equal(120, value.PaybackMonth(new(1_200)));
        Assert.Null(value.PaybackMonth(new(1_200.01m)));
    }

    [Fact]
    public void A_benefit_that_turns_to_a_cost_later_still_pays_back_in_the_first_month_that_reaches_the_fee()
    {
        var value = ValueOf(0, SmallEngagement.Once(1_000), SmallEngagement.Once(-900, delay: 1));

        Assert.Equal(1, value.PaybackMonth(new(500)));
    }

    private static ValueModel ValueOf(decimal discountRate, params ValueDriver[] drivers)
    {
        var engagement = SmallEngagement.Of();
        return ValueModel.Of(ResolvedEngagement.From(engagement with { Value = engagement.Value with { DiscountRate = discountRate, Drivers = drivers } }));
    }
}
