using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Value.Calculators;
using Answers = System.Collections.Generic.Dictionary<string, decimal?>;

namespace Pricing.Model.Tests.Formulas;

/// <summary>How the worked case of value pricing answers; its figures stand in docs/formulas/value.md.</summary>
internal static class WorkedValueCase
{
    private const decimal DiscountRate = 0.09m;

    public static readonly IReadOnlyDictionary<string, Func<WorkedRow, Answers>> ByKind = new Dictionary<string, Func<WorkedRow, Answers>>(StringComparer.Ordinal)
    {
        ["driver of the value case"] = Driver,
        ["value case"] = ValueCase,
        ["option of the value case"] = Option,
    };

    private static Answers Driver(WorkedRow row)
    {
        var comparison = Compared(row);
        var position = comparison.Engagement.Document.Value.Drivers.Select(driver => driver.Name).ToList().IndexOf(row.Text("driver"));
        var driver = comparison.Value.Drivers[position];
        return new()
        {
            ["first month"] = comparison.Engagement.Document.Value.Drivers[position].FirstMonth,
            ["present value"] = driver.PresentValue.Amount,
            ["counted"] = driver.Counted.Amount,
        };
    }

    private static Answers ValueCase(WorkedRow row)
    {
        var comparison = Compared(row);
        var (range, column) = (comparison.BargainingRange, comparison.Structures[0]);
        return new()
        {
            ["V"] = comparison.Value.Total.Amount,
            ["V_ref"] = range.ReferenceValue.Amount,
            ["EVC"] = range.EconomicValueToCustomer.Amount,
            ["ceiling"] = range.Ceiling.Amount,
            ["floor"] = range.Floor.Amount,
            ["ZOPA"] = range.Zopa.Amount,
            ["fee"] = column.ExpectedFee?.Amount,
            ["split"] = comparison.Split?.Value,
            ["surplus"] = column.ClientSurplus?.Amount,
            ["return"] = column.ClientRoi?.Value,
            ["profit"] = column.ExpectedProfit?.Amount,
        };
    }

    private static Answers Option(WorkedRow row)
    {
        var comparison = Compared(row);
        var option = NegotiationOption.Of(comparison, row["split"]);
        return new()
        {
            ["price"] = option.Price?.Amount,
            ["Nash price"] = Nash.PriceOf(comparison.BargainingRange)?.Amount,
            ["surplus versus alternative"] = option.SurplusVersusAlternative?.Amount,
        };
    }

    private static Comparison Compared(WorkedRow row) => (SmallEngagement.FeesOnly(new ValueBased(row.Given("value share") ?? 0.40m, MinimumMargin: 0.05m)) with
    {
        Costs = [new() { Name = "Work", Kind = CostKind.Ai, Amount = row.Given("own cost") ?? 62_000 }],
        Value = new(DiscountRate, InputTaxDeductible: null, Drivers(), ReferencePrice: 95_000, ReferenceValueShare: 0.70m),
    }).Compared();

    private static List<ValueDriver> Drivers() =>
    [
        Monthly("incremental gross profit", FirstMonthBenefit.IncrementalGrossProfit(30_000_000, 0.03m, 0.45m).Value, 0.75m) with { MonthlyRetention = 0.95m, Attribution = 0.40m },
        Monthly("cost saving", FirstMonthBenefit.CostSaving(6_000, 0).Value, 0.90m),
        Once("speed to market", FirstMonthBenefit.SpeedToMarket(25_000, 2).Value, 0.50m),
        Once("risk reduction", FirstMonthBenefit.RiskReduction(400_000, 0.08m, 0.03m, DiscountRate).Value, 0.80m),
    ];

    private static ValueDriver Monthly(string name, decimal amount, decimal confidence) => Once(name, amount, confidence) with { Months = 12 };

    private static ValueDriver Once(string name, decimal amount, decimal confidence) => SmallEngagement.Once(amount) with { Name = name, Confidence = confidence };
}
