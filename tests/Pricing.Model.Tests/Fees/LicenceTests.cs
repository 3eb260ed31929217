using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class LicenceTests
{
    private static readonly LicenceUsage Usage = new(Type: 1, Territory: 0.3m, Term: 0.3m, Scope: 0.7m);

    [Fact]
    public void The_idea_is_charged_at_card_rates_times_its_usage()
    {
        var licence = new Licence(BaseMargin: 0.2m, ["ED"], Phase.Ideation, Usage);

        var fee = licence.OneFee();

        // 13,625 + 12,000 × 2.3 + 5,100.
        Assert.Equal(46_325, fee);
    }

    [Fact]
    public void A_role_named_twice_counts_once()
    {
        var licence = new Licence(0.2m, ["ED", "ED", "FR"], Phase.Ideation, Usage);

        var fee = licence.OneFee();

        Assert.Equal(46_325, fee);
    }

    [Fact]
    public void Only_planned_hours_of_packages_that_are_not_made_by_ai_count_at_the_undiscounted_card()
    {
        var package = SmallEngagement.Package("Idea", Phase.Ideation, ("ED", 10));
        var engagement = SmallEngagement.Of(new Licence(0, ["ED"], Phase.Ideation, new(1, 0, 0, 0))) with
        {
            WorkPackages =
            [
                package, package with { Method = ProductionMethod.Hybrid }, package with { Method = ProductionMethod.Classic },
                package with { Method = ProductionMethod.Ai }, package with { Phase = Phase.Strategy },
            ],
            Costs = [],
        };

        var fee = engagement.Column().ExpectedFee;

        // B = 5 × 11 h × 90 = 4,950; idea = 3 × 10 h × 120 = 3,600.
        Assert.Equal(8_550, fee!.Value.Amount);
    }
}
