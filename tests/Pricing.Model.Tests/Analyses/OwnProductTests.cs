using Pricing.Model.Analyses;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using static Pricing.Model.Tests.Analyses.CaseAnalyses;

namespace Pricing.Model.Tests.Analyses;

public sealed class OwnProductTests
{
    private static readonly OwnProductParameters Tool = new(
        BuildCost: new(120_000), MonthlyRevenue: new(9_000), Churn: 0.03m, Margin: 0.7m, NewCustomersRevenue: default, DiscountRate: 0, Months: 36, Structure: 0);

    [Fact]
    public void The_margin_reaches_the_build_cost_in_some_month()
    {
        var product = OwnProductAnalysis.Of(A, Tool);

        Assert.Equal((true, 28, false), (product.BreaksEven, product.BreakEvenMonth, product.ProvenNever));
        Assert.Equal((210_000, null), (product.LifetimeMargin.Cents(), product.Shortfall?.Amount));
        Assert.Equal([6_300, 12_411, 18_338.67m], product.Series.Take(3).Select(month => month.CumulativeMargin.Cents()));
        Assert.Equal((3_099.23m, 139_854.19m, 19_854.19m), (product.Series[35].Revenue.Cents(), product.Series[35].CumulativeMargin.Cents(), product.Series[35].Balance.Cents()));
        Assert.Equal((19_854.19m, 11_629.87m, 0.63061082m), (product.Profit.Cents(), product.EngagementProfit.Cents(), product.ProfitShare.Shown()));
    }

    [Fact]
    public void Discounting_delays_the_break_even_and_new_customers_hasten_it()
    {
        var discounted = OwnProductAnalysis.Of(A, Tool with { DiscountRate = 0.09m });
        var growing = OwnProductAnalysis.Of(A, Tool with { NewCustomersRevenue = new(300) });

        Assert.Equal((34, 168_000), (discounted.BreakEvenMonth, discounted.LifetimeMargin.Cents()));
        Assert.Equal(19, growing.BreakEvenMonth);
        Assert.Null(growing.LifetimeMargin);
    }

    [Fact]
    public void What_the_margin_tends_to_may_prove_that_it_never_pays()
    {
        var product = OwnProductAnalysis.Of(A, Tool with { BuildCost = new(250_000) });

        Assert.Equal((false, null, true), (product.BreaksEven, product.BreakEvenMonth, product.ProvenNever));
        Assert.Equal((210_000, 40_000), (product.LifetimeMargin.Cents(), product.Shortfall.Cents()));
    }

    [Theory]
    [InlineData("210000", "0.03", "0", true)]    // tends to the build cost and never gets there
    [InlineData("6300", "1", "0", false)]        // one month, and it pays
    [InlineData("6300.01", "1", "0", true)]
    [InlineData("6300", "1", "1", false)]
    [InlineData("0", "1", "0", false)]
    public void A_limit_at_the_build_cost_is_only_reached_where_the_first_month_is_all(string build, string churn, string added, bool never)
    {
        var product = OwnProductAnalysis.Of(A, Tool with { BuildCost = new(Number.Of(build)), Churn = Number.Of(churn), NewCustomersRevenue = new(Number.Of(added)) });

        Assert.Equal(never, product.ProvenNever);
        Assert.Equal(never ? null : 1, product.BreakEvenMonth);
    }

    [Fact]
    public void Without_margin_nothing_is_ever_paid_and_the_whole_build_falls_short()
    {
        var product = OwnProductAnalysis.Of(A, Tool with { Margin = 0, Churn = 0 });

        Assert.True(product.ProvenNever);
        Assert.Null(product.LifetimeMargin);
        Assert.Equal(120_000, product.Shortfall!.Value.Amount);
    }

    [Fact]
    public void Beyond_a_hundred_years_nothing_is_looked_for_though_nothing_is_proven()
    {
        // 1 a month without churn: 120,000 months.
        var product = OwnProductAnalysis.Of(A, Tool with { MonthlyRevenue = new(1), Margin = 1, Churn = 0 });

        Assert.Equal((null, false, null), (product.BreakEvenMonth, product.ProvenNever, product.Shortfall?.Amount));
    }

    [Fact]
    public void A_century_at_the_highest_discount_rate_still_has_a_sum()
    {
        var product = OwnProductAnalysis.Of(A, Tool with { BuildCost = new(100_000_000_000), MonthlyRevenue = new(1), NewCustomersRevenue = new(1_000_000_000), DiscountRate = 1, Churn = 0 });

        // The limit (1 + 12e9) × 0.7 / (1/12) just pays 1e11 in the end.
        Assert.False(product.ProvenNever);
        Assert.InRange(product.BreakEvenMonth!.Value, 20, 200);
    }

    [Fact]
    public void An_infeasible_structure_has_no_profit_to_be_held_against()
    {
        var engagement = A.Changed(document => document with { Value = document.Value with { Drivers = [] }, FeeStructures = [new ValueBased(0.3m, 0.05m)] });

        var product = OwnProductAnalysis.Of(engagement, Tool);

        Assert.Null(product.EngagementProfit);
        Assert.Null(product.ProfitShare);
    }

    [Fact]
    public void A_loss_that_eats_the_engagements_profit_has_no_share_in_it()
    {
        Assert.Null(OwnProductAnalysis.Of(A, Tool with { Months = 12 }).ProfitShare);
    }
}
