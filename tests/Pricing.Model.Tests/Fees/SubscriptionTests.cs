using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class SubscriptionTests
{
    [Fact]
    public void A_set_up_and_a_fee_each_month_are_charged()
    {
        var subscription = new Subscription(SetUpFee: 5_000, MonthlyFee: 800.50m, Months: 12);

        var fee = subscription.OneFee();

        Assert.Equal(5_000 + 9_606 + 5_100, fee);
    }
}
