using System.Text;
using System.Text.Json.Nodes;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.ValueDrivers;

namespace Pricing.Application.Tests.Features.ValueDrivers;

public sealed class CalculatorTests
{
    private static readonly CalculatorKind[] Kinds = Enum.GetValues<CalculatorKind>();

    [Fact]
    public async Task A_revenue_a_year_becomes_the_first_month_with_its_derivation_and_the_entry()
    {
        await using var desk = await Desk.Open();

        var answer = await desk.Send(IncrementalGrossProfit(180_000_000, 0.04m, 0.45m));

        Assert.Equal(270_000, answer.FirstMonth);
        Assert.Equal("first month", answer.Figure.Name);
        Assert.Equal("revenue a year ÷ 12 × uplift × gross margin", answer.Figure.Formula);
        Assert.Equal(["/inputs/annualRevenue/value", "/inputs/uplift/value", "/inputs/grossMargin/value"], answer.Figure.Parts.Select(part => part.Input));
        Assert.Equal("money a year; Controlling; Annual report 2025; Reported", answer.Figure.Parts[0].Source);
        Assert.Equal("fraction", answer.Figure.Parts[1].Source);
        Assert.Equal(["uplift", "grossMargin"], answer.Unsourced);
        Assert.Equal(
            new DriverEntry(
                "Incremental gross profit", 270_000, 0.88m, 12, 0, 0.35m, 0.8m,
                "revenue a year ÷ 12 × uplift × gross margin: revenue a year 180,000,000, uplift 0.04, gross margin 0.45",
                "Agreed convention", "Controlling", "revenue a year: Annual report 2025"),
            answer.Driver);
    }

    [Fact]
    public async Task Every_calculator_is_listed_with_an_example_that_works()
    {
        await using var desk = await Desk.Open();

        var list = await desk.Send(new ListCalculators());

        Assert.Equal(Kinds, list.Calculators.Select(calculator => calculator.Kind));
        foreach (var calculator in list.Calculators)
        {
            var example = calculator.Example;
            var answer = await desk.Send(new CalculateDriver { Kind = calculator.Kind, Inputs = example.Inputs, Attribution = example.Attribution, Confidence = example.Confidence });
            Assert.True(answer.FirstMonth > 0, calculator.Title);
            Assert.Empty(answer.Unsourced);
            Assert.Equal(calculator.Once, answer.Driver.Months == 1);
            Assert.All(calculator.Inputs, input => Assert.Contains(input.Title, calculator.Kind == CalculatorKind.OptionValue ? $"{calculator.Formula} month" : calculator.Formula, StringComparison.Ordinal));
        }
    }

    /// <summary>The worked example of economic value: V, the range, the fee and its split, from what the client knows.</summary>
    [Fact]
    public async Task Four_drivers_from_calculators_give_the_worked_bargaining_range()
    {
        await using var desk = await Desk.Open();
        var document = JsonNode.Parse("""
            {
              "name": "Worked example", "currency": "EUR",
              "agency": { "availableHours": 1700, "onCostRate": 0, "overheadRate": 0, "riskTolerance": 500000, "vatRate": 0.19, "artistSocialLevyRate": 0 },
              "rateCard": { "discount": 0, "realisation": 1, "roles": [{ "code": "A", "title": "A", "hourlyRate": 100, "costPerHour": 80 }] },
              "effortProfiles": [{ "code": "plain", "optimistic": 1, "mostLikely": 1, "pessimistic": 1 }],
              "costs": [{ "name": "Cost", "kind": "ai", "amount": 62000 }],
              "value": { "discountRate": 0.09, "drivers": [], "referencePrice": 95000, "referenceValueShare": 0.7 },
              "scenarios": { "cost": [{ "factor": 1, "probability": 1 }], "outcome": [{ "name": "base", "valueMultiplier": 1, "probability": 1 }] },
              "tailProbability": 0.1,
              "feeStructures": [{ "type": "valueBased", "valueShare": 0.4, "minimumMargin": 0.05 }]
            }
            """)!.AsObject();
        FillDriver[] fillings =
        [
            Filling(CalculatorKind.IncrementalGrossProfit, 0.75m, ("annualRevenue", 30_000_000), ("uplift", 0.03m), ("grossMargin", 0.45m)) with { Attribution = 0.4m, MonthlyRetention = 0.95m },
            Filling(CalculatorKind.CostSaving, 0.9m, ("baselineCost", 6_000)),
            Filling(CalculatorKind.SpeedToMarket, 0.5m, ("weeklyProfit", 25_000), ("weeksEarlier", 2)),
            Filling(CalculatorKind.RiskReduction, 0.8m, ("loss", 400_000), ("probabilityBefore", 0.08m), ("probabilityAfter", 0.03m), ("discountRate", 0.09m)),
        ];

        var engagement = await desk.Send(new CreateEngagement { Document = Desk.Raw(document) });
        foreach (var filling in fillings)
            await desk.Send(filling with { Id = engagement.Id });

        var comparison = Desk.Parsed(await desk.Send(new CompareEngagement(engagement.Id)));
        Assert.Equal([89_096.86m, 61_748.53m, 24_813.90m, 16_000m], comparison["value"]!["drivers"]!.AsArray().Select(driver => (decimal)driver!["counted"]!));
        Assert.Equal(191_659.29m, (decimal)comparison["value"]!["total"]!);
        var range = comparison["bargainingRange"]!;
        Assert.Equal(152_497.79m, (decimal)range["economicValueToCustomer"]!);
        Assert.Equal(152_497.79m, (decimal)range["ceiling"]!);
        Assert.Equal(65_263.16m, (decimal)range["floor"]!);
        Assert.Equal(87_234.63m, (decimal)range["zopa"]!);
        Assert.Equal(0.1307m, decimal.Round((decimal)range["split"]!, 4));
        var structure = comparison["structures"]![0]!;
        Assert.Equal(76_663.72m, (decimal)structure["expectedFee"]!);
        Assert.Equal(114_995.57m, (decimal)structure["clientSurplus"]!);
        Assert.Equal(1.5m, decimal.Round((decimal)structure["clientRoi"]!, 4));
        Assert.Equal(14_663.72m, (decimal)structure["expectedProfit"]!);
    }

    [Fact]
    public async Task Every_bad_input_is_named_with_its_place()
    {
        await using var desk = await Desk.Open();
        var request = IncrementalGrossProfit(-1, 40, 0.45m);
        var inputs = new Dictionary<string, CalculatorInputTerms>(request.Inputs) { ["discount/rate"] = new() { Value = 1 } };
        inputs["annualRevenue"] = inputs["annualRevenue"] with { Source = " " };
        inputs.Remove("grossMargin");

        var faults = await desk.Refused(request with { Inputs = inputs, Attribution = null, Confidence = null });

        Assert.Equal(
            ["/attribution", "/confidence", "/inputs/annualRevenue/source", "/inputs/annualRevenue/value", "/inputs/discount~1rate", "/inputs/grossMargin", "/inputs/uplift/value"],
            faults.Select(fault => fault.Pointer));
    }

    [Theory]
    [InlineData(CalculatorKind.RiskReduction, "/inputs/probabilityAfter/value", "loss", 100.0, "probabilityBefore", 0.1, "probabilityAfter", 0.2)]
    [InlineData(CalculatorKind.CostSaving, "/inputs/remainingCost/value", "baselineCost", 100.0, "remainingCost", 200.0, null, 0.0)]
    [InlineData(CalculatorKind.PricePremium, "/inputs/grossMargin", "annualRevenue", 100.0, "premium", 0.1, "volumeLoss", 0.2)]
    [InlineData(CalculatorKind.OptionValue, "/inputs/month/value", "rebuildCost", 100.0, "month", 1.5, null, 0.0)]
    [InlineData(CalculatorKind.SpeedToMarket, "/inputs", "weeklyProfit", 1e12, "weeksEarlier", 2.0, null, 0.0)]
    public async Task Inputs_that_do_not_go_together_are_refused(CalculatorKind kind, string pointer, string first, double one, string second, double two, string? third, double three)
    {
        await using var desk = await Desk.Open();
        var inputs = new[] { (first, one), (second, two), (third, three) }.Where(input => input.Item1 is not null)
            .ToDictionary(input => input.Item1!, input => new CalculatorInputTerms { Value = (decimal)input.Item2 });

        var faults = await desk.Refused(new CalculateDriver { Kind = kind, Inputs = inputs, Attribution = 1, Confidence = 1 });

        Assert.Equal([pointer], faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task What_the_calculator_works_out_is_not_stated_beside_it()
    {
        await using var desk = await Desk.Open();

        var ofOnce = await desk.Refused(Calculation(CalculatorKind.SpeedToMarket, ("weeklyProfit", 1), ("weeksEarlier", 1)) with { Months = 12 });
        var ofMonth = await desk.Refused(Calculation(CalculatorKind.OptionValue, ("rebuildCost", 20_000), ("month", 12)) with { DelayMonths = 3 });
        var later = await desk.Send(Calculation(CalculatorKind.OptionValue, ("rebuildCost", 20_000), ("month", 12)));

        Assert.Equal(["/months"], ofOnce.Select(fault => fault.Pointer));
        Assert.Equal(["/delayMonths"], ofMonth.Select(fault => fault.Pointer));
        Assert.Equal((1, 11), (later.Driver.Months, later.Driver.DelayMonths));
    }

    internal static CalculateDriver IncrementalGrossProfit(decimal revenue, decimal uplift, decimal margin) => new()
    {
        Kind = CalculatorKind.IncrementalGrossProfit,
        Inputs = new Dictionary<string, CalculatorInputTerms>
        {
            ["annualRevenue"] = new() { Value = revenue, Owner = "Controlling", Source = "Annual report 2025", Method = "Reported" },
            ["uplift"] = new() { Value = uplift },
            ["grossMargin"] = new() { Value = margin },
        },
        MonthlyRetention = 0.88m,
        Attribution = 0.35m,
        AttributionMethod = "Agreed convention",
        Confidence = 0.8m,
    };

    private static CalculateDriver Calculation(CalculatorKind kind, params (string Name, decimal Value)[] inputs) =>
        new() { Kind = kind, Inputs = Inputs(inputs), Attribution = 1, Confidence = 1 };

    private static FillDriver Filling(CalculatorKind kind, decimal confidence, params (string Name, decimal Value)[] inputs) =>
        new() { Kind = kind, Inputs = Inputs(inputs), Confidence = confidence };

    private static Dictionary<string, CalculatorInputTerms> Inputs((string Name, decimal Value)[] inputs) =>
        inputs.ToDictionary(input => input.Name, input => new CalculatorInputTerms { Value = input.Value });
}
