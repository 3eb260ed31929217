using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class FeeStructureTests
{
    [Fact]
    public void A_discount_spares_what_passes_through()
    {
        var perUnit = new PerUnit([new("All", 1, 20_000)], 0) { Discount = 0.1m };

        var price = perUnit.Price(FeesOf.Basis);

        Assert.Equal(25_100, Assert.IsType<FeeSchedule.Feasible>(price.Listed).Fee.Lowest.Amount);
        Assert.Equal(23_100, perUnit.OneFee());
    }

    [Fact]
    public void A_fee_below_the_pass_through_is_not_discounted()
    {
        var basis = FeesOf.Basis with { Work = FeesOf.Work with { ThirdPartyRisk = new(5_000), PlannedLabour = new(0) } };

        var fee = (new Fixed(0, 0, AiMarkup: 0, 0) { Discount = 0.5m }).OneFee(basis);

        // 1,000 + 100 is below T + K = 5,100.
        Assert.Equal(1_100, fee);
    }

    [Fact]
    public void A_discount_comes_after_every_clamp_and_in_every_state()
    {
        var performance = new Performance(10_000, 0.3m, MinimumFee: 30_000, MaximumFee: 50_000) { Discount = 0.1m };

        var fees = performance.ByOutcome();

        Assert.Equal([27_000 + 5_100, 45_000 + 5_100], fees);
    }

    [Fact]
    public void A_discount_can_take_a_value_fee_below_its_floor()
    {
        var valueBased = new ValueBased(0.05m, 0.05m) { Discount = 0.2m };

        var fee = valueBased.OneFee();

        // floor 10,900 / 0.95 + 5,100; 20 % off the first term.
        Assert.Equal(10_900 / 0.95m * 0.8m + 5_100, fee, 20);
        Assert.True(fee < 16_573.68m);
    }

    [Fact]
    public void Every_structure_says_its_type_as_the_contract_spells_it()
    {
        var names = typeof(FeeStructure).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FeeStructure))).Select(type => type.Name).Order(StringComparer.Ordinal);

        Assert.Equal(
            ["Combined", "Commission", "CostPlus", "Fixed", "GainShare", "Hourly", "Hybrid", "Licence", "PerUnit", "Performance", "Retainer", "Subscription", "ValueBased"],
            names);
        Assert.Equal("valueBased", new ValueBased(0, 0).Type);
        Assert.Equal("costPlus", new CostPlus(0).Type);
    }
}
