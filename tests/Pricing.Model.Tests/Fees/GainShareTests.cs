using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class GainShareTests
{
    [Fact]
    public void Savings_are_shared_and_overruns_are_not()
    {
        var gainShare = new GainShare(BaselineCost: 16_000, AgencyShare: 0.4m);

        var fees = gainShare.ByCost();

        // cost 7,920 + 6,100 = 14,020, saving 1,980 × 0.4; cost 11,880 + 6,100 = 17,980, no saving.
        Assert.Equal([14_812, 17_980], fees);
    }

    [Fact]
    public void Gains_of_one_state_and_overruns_of_another_do_not_cancel()
    {
        var basis = FeesOf.Basis with { Work = new() { Labour = new(100_000) } };

        var fee = new GainShare(100_000, 0.4m).Fee(basis);

        // 0.8: 80,000 + 0.4 × 20,000 = 88,000; 1.2: 120,000; mean 104,000.
        Assert.Equal([88_000, 120_000], (decimal[])[fee.In(0, 0), fee.In(1, 0)]);
        Assert.Equal(104_000, fee.Expected(basis.States).Amount);
    }
}
