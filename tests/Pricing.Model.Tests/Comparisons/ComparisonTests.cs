using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Value;

namespace Pricing.Model.Tests.Comparisons;

public sealed class ComparisonTests
{
    private static readonly Currency Euro = Currency.Of("EUR");

    [Fact]
    public void The_agency_sees_profit_margin_and_income()
    {
        var column = SmallEngagement.Of(SmallEngagement.Price(14_900)).Column();

        // fee 20,000, cost 16,000; AGI 20,000 − 5,100 = 14,900; (14,900 − 6,600 − 1,000) / 14,900; 14,900 / 110.
        Assert.Equal(20_000, column.ExpectedFee!.Value.Amount);
        Assert.Equal(16_000, column.ExpectedCost.Amount);
        Assert.Equal(4_000, column.ExpectedProfit!.Value.Amount);
        Assert.Equal(0.2m, column.ProfitMargin!.Value.Value);
        Assert.Equal(14_900, column.AdjustedGrossIncome!.Value.Amount);
        Assert.Equal(7_300m / 14_900, column.DeliveryMargin!.Value.Value);
        Assert.Equal(14_900m / 110, column.EffectiveHourlyRate!.Value.Amount);
    }

    [Fact]
    public void The_agency_sees_the_risk_of_its_profit()
    {
        var column = SmallEngagement.Of(SmallEngagement.Price(10_000)).Column();

        // fee 15,100; cost 14,020 or 17,980: profit 1,080 or −2,880, each 0.5; deviation 1,980.
        Assert.Equal(-900, column.ExpectedProfit!.Value.Amount);
        Assert.Equal(1_980, column.ProfitStandardDeviation!.Value.Amount);
        Assert.Equal(0.5m, column.LossProbability!.Value.Value);
        Assert.Equal(-2_880, column.ProfitCvar!.Value.Amount);
        Assert.Equal(-900 - 1_980m * 1_980 / 200_000, column.CertaintyEquivalent!.Value.Amount);
    }

    [Fact]
    public void The_client_sees_surplus_return_risk_and_payback()
    {
        var column = SmallEngagement.Of(SmallEngagement.Price(74_900)).Column();

        // fee 80,000; value 50,000 or 150,000; alternative 60,000 − 50,000.
        Assert.Equal(100_000, column.ClientValue.Amount);
        Assert.Equal(20_000, column.ClientSurplus!.Value.Amount);
        Assert.Equal(0.25m, column.ClientRoi!.Value.Value);
        Assert.Equal(0.5m, column.ClientLossProbability!.Value.Value);
        Assert.Equal(-30_000, column.ClientCvar!.Value.Amount);
        Assert.Equal(10_000, column.SurplusVersusAlternative!.Value.Amount);
        Assert.Equal(1, column.PaybackMonth!.Value.Value);
    }

    [Fact]
    public void A_client_that_bears_the_tax_counts_it_everywhere()
    {
        var engagement = SmallEngagement.Of(SmallEngagement.Price(58_900)) with { Agency = SmallEngagement.Of().Agency with { VatRate = 0.25m } };

        var column = (engagement with { Value = engagement.Value with { InputTaxDeductible = false } }).Column();

        // fee 64,000 costs 80,000; alternative 60,000 − 1.25 × 50,000 = −2,500.
        Assert.Equal(64_000, column.ExpectedFee!.Value.Amount);
        Assert.Equal(20_000, column.ClientSurplus!.Value.Amount);
        Assert.Equal(0.25m, column.ClientRoi!.Value.Value);
        Assert.Equal(0.5m, column.ClientLossProbability!.Value.Value);
        Assert.Equal(-30_000, column.ClientCvar!.Value.Amount);
        Assert.Equal(22_500, column.SurplusVersusAlternative!.Value.Amount);
        Assert.Equal((16_000, 80_000), (column.Vat!.Value.Amount, column.Gross!.Value.Amount));
    }

    [Fact]
    public void Payback_of_a_client_that_bears_the_tax_counts_it()
    {
        var engagement = SmallEngagement.FeesOnly(SmallEngagement.Price(1_000));
        engagement = engagement with { Value = engagement.Value with { InputTaxDeductible = false, Drivers = [SmallEngagement.Once(1_000) with { Months = 3 }] } };

        Assert.Equal(2, engagement.Column().PaybackMonth!.Value.Value);
    }

    [Fact]
    public void Vat_rests_on_the_rounded_fee_so_that_net_and_vat_add_up_on_paper()
    {
        var engagement = SmallEngagement.FeesOnly(SmallEngagement.Price(5_350.656m));

        var column = (engagement with { Agency = engagement.Agency with { VatRate = 0.22m } }).Column();

        // 5,350.66 × 0.22 = 1,177.1452.
        Assert.Equal(5_350.66m, column.ExpectedFee!.Value.ToMinorUnit(Euro));
        Assert.Equal(1_177.15m, column.Vat!.Value.Amount);
        Assert.Equal(6_527.81m, column.Gross!.Value.Amount);
    }

    [Fact]
    public void Vat_goes_half_away_from_zero_where_net_goes_half_to_even()
    {
        var engagement = SmallEngagement.FeesOnly(SmallEngagement.Price(0.025m));

        var column = (engagement with { Agency = engagement.Agency with { VatRate = 0.25m } }).Column();

        // 0.025 → 0.02 (even); 0.25 × 0.02 = 0.005 → 0.01.
        Assert.Equal(0.02m, column.ExpectedFee!.Value.ToMinorUnit(Euro));
        Assert.Equal(0.01m, column.Vat!.Value.Amount);
    }

    [Theory]
    [InlineData("JPY", "1235.5", "1236", "235", "1471")]           // 1,236 × 0.19 = 234.84
    [InlineData("KWD", "12.4345", "12.434", "2.362", "14.796")]    // 12.434 × 0.19 = 2.36246
    public void Currencies_without_cents_or_with_mills_round_to_their_own_unit(string currency, string fee, string net, string vat, string gross)
    {
        var column = (SmallEngagement.FeesOnly(SmallEngagement.Price(Number.Of(fee))) with { Currency = currency }).Column();

        Assert.Equal(Number.Of(net), column.ExpectedFee!.Value.ToMinorUnit(Currency.Of(currency)));
        Assert.Equal(Number.Of(vat), column.Vat!.Value.Amount);
        Assert.Equal(Number.Of(gross), column.Gross!.Value.Amount);
    }

    [Fact]
    public void Ratios_over_nothing_are_null()
    {
        var column = SmallEngagement.FeesOnly(SmallEngagement.Price(0)).Column();

        Assert.Null(column.ProfitMargin);
        Assert.Null(column.DeliveryMargin);
        Assert.Null(column.ClientRoi);
        Assert.Null(column.EffectiveHourlyRate);
        Assert.Equal(1, column.PaybackMonth!.Value.Value);
    }

    [Fact]
    public void An_infeasible_structure_has_a_gap_and_no_figure_that_hangs_on_a_fee()
    {
        var engagement = SmallEngagement.Of(new ValueBased(0.4m, 0));

        var column = (engagement with { Value = engagement.Value with { Drivers = [SmallEngagement.Once(15_000)], ReferencePrice = 9_000 } }).Column();

        Assert.False(column.Feasible);
        Assert.Equal(1_000, column.Gap!.Value.Amount);
        Assert.Equal((16_000, 15_000), (column.ExpectedCost.Amount, column.ClientValue.Amount));
        var filled = typeof(StructureComparison).GetProperties()
            .Where(property => Nullable.GetUnderlyingType(property.PropertyType) is not null && property.GetValue(column) is not null)
            .Select(property => property.Name);
        Assert.Equal([nameof(StructureComparison.Gap)], filled);
        Assert.Null(column.Parts);
    }

    [Fact]
    public void The_parts_of_a_combined_structure_have_columns_of_their_own()
    {
        var parts = new CombinedPart[]
        {
            new([Phase.Production], new CostPlus(Markup: 0.5m) { Name = "Making" }),
            new([Phase.Ideation], new PerUnit([new("Idea", 1, 12_000)], 0)),
            new([], new Subscription(0, 0, 1)),
        };

        var column = SmallEngagement.Of(new Combined(parts) { Discount = 0.1m }).Column();

        // 1,000 × 1.5 × 0.9 + 5,100 against 6,100; 12,000 × 0.9 against 9,900; nothing.
        Assert.Equal([6_450, 10_800, 0], column.Parts!.Select(part => part.ExpectedFee.Amount));
        Assert.Equal([6_100, 9_900, 0], column.Parts!.Select(part => part.ExpectedCost.Amount));
        Assert.Equal([350, 900, 0], column.Parts!.Select(part => part.ExpectedProfit.Amount));
        Assert.Equal([350m / 6_450, 900m / 10_800, null], column.Parts!.Select(part => part.ProfitMargin?.Value));
        Assert.Equal((17_250, 18_600), (column.ExpectedFee!.Value.Amount, column.ListFee!.Value.Amount));
    }

    [Fact]
    public void A_structure_that_is_not_combined_has_no_parts()
    {
        Assert.Null(SmallEngagement.Of(SmallEngagement.Price(1)).Column().Parts);
    }

    [Fact]
    public void A_discounted_value_fee_below_its_floor_says_so()
    {
        var column = SmallEngagement.Of(new ValueBased(0, MinimumMargin: 0.2m) { Discount = 0.01m }).Column();

        Assert.True(column.Feasible);
        Assert.Equal(18_725, column.ListFee!.Value.Amount);
        Assert.Equal(18_725 - 136.25m, column.ExpectedFee!.Value.Amount);
        Assert.Equal(RangePosition.Below, column.RangePosition);
    }

    [Fact]
    public void Columns_stand_in_the_order_sent()
    {
        var comparison = SmallEngagement.Of(SmallEngagement.Price(3), SmallEngagement.Price(1), SmallEngagement.Price(2)).Compared();

        Assert.Equal([5_103, 5_101, 5_102], comparison.Structures.Select(column => column.ExpectedFee!.Value.Amount));
    }

    [Fact]
    public void A_revision_round_moves_floor_and_cost_but_not_a_fixed_price()
    {
        var quote = new Fixed(0, 0, 0, 0);
        var engagement = SmallEngagement.Of(quote) with { Revisions = new(Phase.Production, 0, 0, 0.5m, 0.5m, [], 400) };

        var column = engagement.Column();

        Assert.Equal(SmallEngagement.Of(quote).Column().ExpectedFee!.Value.Amount, column.ExpectedFee!.Value.Amount);
        Assert.Equal(16_400, column.ExpectedCost.Amount);
    }

    [Fact]
    public void The_largest_document_is_priced()
    {
        var comparison = LargestDocument.Of().Compared();

        Assert.Equal(50, comparison.Structures.Count);
        Assert.Equal(20_000, comparison.Cost.Lines.Count(line => line.Name.StartsWith("Package", StringComparison.Ordinal)));
        Assert.All(comparison.Structures, column => Assert.True(column.Feasible));
    }
}
