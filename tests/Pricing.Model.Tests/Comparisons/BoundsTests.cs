using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Comparisons;

public sealed class BoundsTests
{
    [Fact]
    public void A_line_at_the_bound_is_priced()
    {
        var comparison = WithCosts(1e12m, 9e12m).Compared();

        Assert.Equal(1e13m, comparison.Cost.Total.Amount);
    }

    [Fact]
    public void A_line_beyond_the_bound_names_its_entry()
    {
        Assert.Equal(["/costs/1"], FaultsOf(WithCosts(1, 1.1e13m, 1)));
    }

    [Fact]
    public void Every_line_beyond_the_bound_is_named()
    {
        Assert.Equal(["/costs/0", "/costs/2"], FaultsOf(WithCosts(2e13m, 1, 2e13m)));
    }

    [Fact]
    public void A_sum_names_the_entry_at_which_it_passes_the_bound_and_none_after_it()
    {
        Assert.Equal(["/costs/1"], FaultsOf(WithCosts(6e12m, 6e12m, 1, 6e12m)));
    }

    [Fact]
    public void Labour_and_costs_pass_the_bound_together()
    {
        var engagement = WithCosts(5e12m, 6e12m) with { WorkPackages = [SmallEngagement.Package("Edit", Phase.Ideation, ("ED", 1e10m))] };

        // 1.1e10 × 90 = 0.99e12, Card 1.32e12: the total passes at the second cost.
        Assert.Equal(["/costs/1"], FaultsOf(engagement));
    }

    [Fact]
    public void The_value_at_card_rates_and_hours_are_sums_too()
    {
        var engagement = WithCosts() with
        {
            RateCard = new(0, 1, [new Freelancer("ED", "Editor", 100, 0, false)]),
            WorkPackages = [SmallEngagement.Package("One", Phase.Ideation, ("ED", 8e10m)), SmallEngagement.Package("Two", Phase.Ideation, ("ED", 8e10m))],
        };

        // 2 × 8.8e10 h × 100 at the card.
        Assert.Equal(["/workPackages/1"], FaultsOf(engagement));
    }

    [Fact]
    public void The_levy_counts_towards_the_total()
    {
        var engagement = WithCosts(5e12m, 4.9e12m);

        engagement = engagement with { Costs = [.. engagement.Costs.Select(cost => cost with { Kind = CostKind.ArtisticThirdParty })] };

        // 9.9e12 × 1.05.
        Assert.Equal(["/costs/1"], FaultsOf(engagement));
    }

    [Fact]
    public void An_overflow_on_the_way_counts_as_exceeding_and_names_nothing_else()
    {
        var asset = new Asset
        {
            Name = "Spot",
            Phase = Phase.Production,
            Quantity = 1e12m,
            EffortProfile = "std",
            HoursPerAsset = [new("ED", 1e12m)],
            CostsPerAsset = [new() { Name = "Voice", Kind = CostKind.Ai, Amount = 1e12m, Currency = "USD" }],
        };
        var engagement = WithCosts(9e12m) with { ExchangeRates = [new("USD", 1e6m, new(2026, 1, 2))], Assets = [asset] };

        Assert.Equal(["/assets/0"], FaultsOf(engagement));
    }

    [Fact]
    public void Revisions_are_an_entry_like_any_other()
    {
        var engagement = WithCosts(1) with { Revisions = new(Phase.Production, 0, 0, 0.999999m, 0.999999m, [], 1e12m) };

        Assert.Equal(["/revisions"], FaultsOf(engagement));
    }

    [Fact]
    public void A_driver_beyond_the_bound_is_named_before_attribution_and_confidence()
    {
        Assert.Equal(["/value/drivers/1"], FaultsOf(WithDrivers(1, SmallEngagement.Once(2e13m) with { Confidence = 0.1m }, SmallEngagement.Once(1))));
    }

    [Fact]
    public void The_value_names_the_driver_at_which_it_passes_the_bound_and_none_after_it()
    {
        var drivers = WithDrivers(6e12m, SmallEngagement.Once(6e12m), SmallEngagement.Once(1), SmallEngagement.Once(5));

        Assert.Equal(["/value/drivers/1"], FaultsOf(drivers));
    }

    [Fact]
    public void A_value_that_comes_back_within_the_bound_is_priced()
    {
        var comparison = WithDrivers(6e12m, SmallEngagement.Once(6e12m), SmallEngagement.Once(-6e12m)).Compared();

        Assert.Equal(6e12m, comparison.Value.Total.Amount);
    }

    [Fact]
    public void Cost_and_value_are_told_together_and_no_structure_that_only_follows()
    {
        var engagement = WithCosts(2e13m);

        Assert.Equal(["/costs/0", "/value/drivers/0"], FaultsOf(engagement with { Value = engagement.Value with { Drivers = [SmallEngagement.Once(2e13m)] } }));
    }

    [Fact]
    public void A_fee_names_its_structure()
    {
        var engagement = SmallEngagement.FeesOnly(SmallEngagement.Price(1), SmallEngagement.Price(1.1e13m), SmallEngagement.Price(2));

        Assert.Equal(["/feeStructures/1"], FaultsOf(engagement));
    }

    [Fact]
    public void A_fee_counts_before_its_discount()
    {
        Assert.Equal(["/feeStructures/0"], FaultsOf(SmallEngagement.FeesOnly(SmallEngagement.Price(1.1e13m) with { Discount = 0.9m })));
    }

    [Fact]
    public void A_fee_counts_in_every_state()
    {
        var engagement = SmallEngagement.FeesOnly(new Performance(0, 1));

        // V = 8e12, in the good outcome 1.2e13; on average within the bound.
        Assert.Equal(["/feeStructures/0"], FaultsOf(engagement with { Value = engagement.Value with { Drivers = [SmallEngagement.Once(8e12m)] } }));
    }

    [Fact]
    public void A_part_names_the_structure_it_belongs_to()
    {
        var combined = new Combined([new([], SmallEngagement.Price(1)), new([], SmallEngagement.Price(1.1e13m))]);

        Assert.Equal(["/feeStructures/1"], FaultsOf(SmallEngagement.FeesOnly(SmallEngagement.Price(1), combined)));
    }

    [Fact]
    public void A_certainty_equivalent_names_its_structure()
    {
        var engagement = SmallEngagement.FeesOnly(SmallEngagement.Price(1), new Performance(0, 1));
        engagement = engagement with { Agency = engagement.Agency with { RiskTolerance = 1 }, Value = engagement.Value with { Drivers = [SmallEngagement.Once(1e7m)] } };

        // deviation 5e6, variance 2.5e13, halved 1.25e13.
        Assert.Equal(["/feeStructures/1"], FaultsOf(engagement));
    }

    [Fact]
    public void A_retainer_without_rate_needs_hours_to_take_one_from()
    {
        var retainer = new Retainer(1, 1, 0, Rate: null, 0, 0);
        var combined = new Combined([new([Phase.Ideation], retainer), new([Phase.Production], retainer), new([], retainer with { Rate = 5 })]);

        Assert.Equal(["/feeStructures/1/parts/1/structure/rate"], FaultsOf(SmallEngagement.Of(retainer, combined)));
        Assert.Equal(["/feeStructures/0/rate"], FaultsOf(SmallEngagement.FeesOnly(retainer)));
    }

    private static Engagement WithCosts(params decimal[] amounts) => SmallEngagement.FeesOnly() with
    {
        Costs = [.. amounts.Select((amount, i) => new Cost { Name = $"Cost {i}", Kind = CostKind.OtherThirdParty, Amount = amount })],
        FeeStructures = [new Subscription(0, 0, 1)],
        Agency = SmallEngagement.Of().Agency with { RiskTolerance = 1e12m },
    };

    private static Engagement WithDrivers(decimal first, params ValueDriver[] more)
    {
        var engagement = SmallEngagement.FeesOnly();
        return engagement with { Value = engagement.Value with { Drivers = [SmallEngagement.Once(first), .. more] } };
    }

    private static IEnumerable<string> FaultsOf(Engagement engagement) =>
        Assert.Throws<BeyondBoundsException>(engagement.Compared).Faults.Select(fault => fault.Pointer);
}
