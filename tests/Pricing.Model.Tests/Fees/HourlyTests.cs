using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class HourlyTests
{
    [Fact]
    public void Hours_are_billed_at_card_rates_less_discount_and_write_off()
    {
        var hourly = new Hourly(AiMarkup: 0.2m, ThirdPartyMarkup: 0.1m);

        var fees = hourly.ByCost();

        // 0.9 × 0.9 × 13,200 = 10,692; others 1,000 × 1.2 + 5,000 × 1.1 + 100 = 6,800.
        Assert.Equal([10_692 * 0.8m + 6_800, 10_692 * 1.2m + 6_800], fees);
    }

    [Fact]
    public void The_cap_limits_the_labour_charge_in_each_cost_state_and_nothing_else()
    {
        var hourly = new Hourly(0.2m, 0.1m, Cap: 10_000);

        var fees = hourly.ByCost();

        // 8,553.60 stays, 12,830.40 is capped; the others come on top.
        Assert.Equal([15_353.60m, 16_800], fees);
    }

    // docs/formulas/fees.md, "Hourly": 5 hours at 110 are 550, and the AI cost of 40 is billed too.
    [Fact]
    public void Efficiency_cuts_what_is_billed()
    {
        var basis = FeesOf.Basis with
        {
            Work = new() { CardValue = new(550), ExpectedHours = new(5), Ai = new(40) },
            States = new([new(1, 1)], [new("only", 1, 1, 0)]),
            RateCardDiscount = 0,
            Realisation = 1,
        };

        var fee = new Hourly(0, 0).Fee(basis).In(0, 0);

        Assert.Equal(590, fee);
    }
}
