using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class FixedTests
{
    [Fact]
    public void The_price_rests_on_the_plan_and_leaves_expected_revision_cost_out()
    {
        var basis = FeesOf.Basis with { Work = FeesOf.Work with { ThirdParty = new(5_400), ThirdPartyRisk = new(400) } };

        var fee = new Fixed(Contingency: 0.1m, Margin: 0.2m, AiMarkup: 0.2m, ThirdPartyMarkup: 0.1m).OneFee(basis);

        // 9,000 × 1.1 / 0.8 = 12,375; 1,200; (5,400 − 400) × 1.1 = 5,500; K 100 in full.
        Assert.Equal(19_175, fee);
    }

    [Fact]
    public void A_margin_is_a_share_of_the_price_not_of_the_cost()
    {
        var basis = FeesOf.Basis with { Work = new() { PlannedLabour = new(8_000) } };

        var fee = new Fixed(0, Margin: 0.2m, 0, 0).OneFee(basis);

        Assert.Equal(10_000, fee);
    }
}
