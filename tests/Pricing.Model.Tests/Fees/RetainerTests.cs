using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class RetainerTests
{
    [Fact]
    public void Hours_beyond_the_tolerance_are_charged_at_the_mean_card_rate_less_the_card_discount()
    {
        var retainer = new Retainer(Months: 2, IncludedHours: 50, Tolerance: 0.1m, Rate: null, AiMarkup: 0, ThirdPartyMarkup: 0);

        var fees = retainer.ByCost();

        // r = 13,200 / 110 × 0.9 = 108, realisation left out; 2 × 50 × 108 = 10,800.
        // f 0.8: 44 h a month, no overage. f 1.2: 66 h − 55 h = 11 h, 2 × 11 × 108 = 2,376. Others 6,100.
        Assert.Equal([16_900, 19_276], fees);
    }

    [Fact]
    public void An_own_rate_takes_the_place_of_the_card()
    {
        var retainer = new Retainer(2, 50, 0.1m, Rate: 200, AiMarkup: 0.5m, ThirdPartyMarkup: 0.2m);

        var fees = retainer.ByCost();

        // 2 × 50 × 200 = 20,000; overage 2 × 11 × 200 = 4,400; others 1,500 + 6,000 + 100.
        Assert.Equal([27_600, 32_000], fees);
    }

    [Fact]
    public void Hours_within_the_tolerance_are_free()
    {
        var retainer = new Retainer(2, IncludedHours: 60, Tolerance: 0.1m, 100, 0, 0);

        var fees = retainer.ByCost();

        // 66 h are exactly 60 × 1.1.
        Assert.Equal([18_100, 18_100], fees);
    }

    [Fact]
    public void An_own_rate_needs_no_hours()
    {
        var retainer = new Retainer(3, 10, 0, Rate: 100, 0, 0);

        var fees = retainer.ByCost(FeesOf.Basis with { Work = Work.None });

        Assert.Equal([3_000, 3_000], fees);
    }
}
