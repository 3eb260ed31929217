using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class HybridTests
{
    [Fact]
    public void The_bonus_is_a_share_of_the_base_times_the_payout()
    {
        var hybrid = new Hybrid(BaseMargin: 0.2m, BonusPool: 0.3m);

        var fees = hybrid.ByOutcome();

        // B = 10,900 / 0.8 = 13,625; pool 4,087.50; payout 0 and 1.5.
        Assert.Equal([18_725, 18_725 + 6_131.25m], fees);
    }

    [Fact]
    public void Without_a_pool_the_base_is_the_fee()
    {
        var hybrid = new Hybrid(0.2m, BonusPool: 0);

        var fees = hybrid.ByOutcome();

        Assert.Equal([18_725, 18_725], fees);
    }
}
