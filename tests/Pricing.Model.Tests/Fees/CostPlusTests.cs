using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class CostPlusTests
{
    [Fact]
    public void A_markup_goes_on_labour_and_ai_but_not_on_what_passes_through()
    {
        var costPlus = new CostPlus(Markup: 0.18m);

        var fees = costPlus.ByCost();

        // (7,920 + 1,000) × 1.18 = 10,525.60 and (11,880 + 1,000) × 1.18 = 15,198.40, each + 5,100.
        Assert.Equal([15_625.60m, 20_298.40m], fees);
    }

    [Fact]
    public void A_fixed_fee_stays_whatever_the_cost()
    {
        var costPlus = new CostPlus(Markup: null, FixedFee: 2_000);

        var fees = costPlus.ByCost();

        Assert.Equal([8_920 + 7_100, 12_880 + 7_100], fees);
    }

    [Fact]
    public void What_is_saved_or_overrun_against_the_target_is_shared()
    {
        var costPlus = new CostPlus(null, FixedFee: 2_000, TargetCost: 10_000, SharingRatio: 0.3m);

        var fees = costPlus.ByCost();

        // 8,920 + 2,000 + 0.3 × 1,080 + 5,100 = 16,344; 12,880 + 2,000 − 0.3 × 2,880 + 5,100 = 19,116.
        Assert.Equal([16_344, 19_116], fees);
    }
}
