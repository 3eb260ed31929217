using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class CombinedTests
{
    private static readonly CombinedPart Idea = new([Phase.Ideation], new CostPlus(Markup: 0.2m));
    private static readonly CombinedPart Making = new([Phase.Production], new PerUnit([new("All", 1, 3_000)], 0.1m));

    [Fact]
    public void Each_part_prices_the_work_of_its_own_phases()
    {
        var combined = new Combined([Idea, Making]);

        var fees = combined.ByCost();

        // 7,920 × 1.2 = 9,504 or 11,880 × 1.2 = 14,256; 3,000 + 5,500 + 100.
        Assert.Equal([18_104, 22_856], fees);
    }

    [Fact]
    public void A_part_without_phases_is_a_bonus_on_top()
    {
        var combined = new Combined([Idea, Making, new([], new Performance(0, 0.01m))]);

        var fee = combined.Fee();

        // 0.01 × 100,000 × 0.5 or 1.5, no pass-through of its own.
        Assert.Equal(18_104 + 500, fee.In(0, 0));
        Assert.Equal(22_856 + 1_500, fee.In(1, 1));
    }

    [Fact]
    public void The_ceiling_of_a_value_based_part_is_what_the_other_parts_leave_after_discount()
    {
        var combined = new Combined([new([Phase.Ideation], new ValueBased(1, 0)), Making]) { Discount = 0.5m };

        var price = combined.Price(FeesOf.Basis);

        // Making 8,600, after discount 8,600 − 0.5 × 3,500 = 6,850; ceiling left 90,000 − 6,850 = 83,150, after discount 41,575.
        var listed = Assert.IsType<FeeSchedule.Feasible>(price.Parts[0].Listed);
        Assert.Equal(83_150, listed.Fee.Lowest.Amount);
        Assert.Equal(41_575 + 6_850, combined.OneFee());
        Assert.Equal(83_150 + 8_600, Assert.IsType<FeeSchedule.Feasible>(price.Listed).Fee.Lowest.Amount);
    }

    [Fact]
    public void A_value_based_part_has_the_floor_of_its_own_phases()
    {
        var combined = new Combined([new([Phase.Ideation], new ValueBased(0, MinimumMargin: 0.1m)), Making]);

        var price = combined.Price(FeesOf.Basis);

        // 9,900 / 0.9 = 11,000.
        Assert.Equal(11_000, Assert.IsType<FeeSchedule.Feasible>(price.Parts[0].Fee).Fee.Lowest.Amount);
    }

    [Fact]
    public void One_part_without_a_fee_leaves_the_whole_without_one()
    {
        var combined = new Combined([new([Phase.Ideation], new ValueBased(0.5m, 0)), Making]);

        var price = combined.Price(FeesOf.Basis with { Ceiling = new(18_000) });

        // ceiling left 18,000 − 8,600 = 9,400, floor 9,900.
        Assert.Equal(500, Assert.IsType<FeeSchedule.Infeasible>(price.Fee).Gap.Amount);
    }

    [Fact]
    public void The_discount_is_taken_from_each_part()
    {
        var combined = new Combined([Idea, Making]) { Discount = 0.1m };

        var fees = combined.ByCost();

        // 9,504 × 0.9 = 8,553.60 and 14,256 × 0.9 = 12,830.40; 8,600 − 0.1 × (8,600 − 5,100) = 8,250.
        Assert.Equal([16_803.60m, 21_080.40m], fees);
    }

    [Fact]
    public void A_licence_counts_the_packages_of_the_engagement_also_as_a_part()
    {
        var combined = new Combined([new([], new Licence(0, ["ED"], Phase.Ideation, new(1, 0, 0, 0)))]);

        var fee = combined.OneFee();

        Assert.Equal(12_000, fee);
    }
}
