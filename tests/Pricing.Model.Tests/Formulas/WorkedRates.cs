using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Answers = System.Collections.Generic.Dictionary<string, decimal?>;

namespace Pricing.Model.Tests.Formulas;

/// <summary>How the model answers a row of each kind of worked table about rates, hours and what is earned on them.</summary>
internal static class WorkedRates
{
    public static readonly IReadOnlyDictionary<string, Func<WorkedRow, Answers>> ByKind = new Dictionary<string, Func<WorkedRow, Answers>>(StringComparer.Ordinal)
    {
        ["price of an hour"] = PriceOfHour,
        ["income"] = Income,
        ["sold and worked hours"] = SoldAndWorked,
        ["blended rate"] = BlendedRate,
        ["retainer by month"] = RetainerByMonth,
        ["scope units"] = ScopeUnits,
        ["commission on net"] = CommissionOnNet,
    };

    private static Answers PriceOfHour(WorkedRow row)
    {
        var engagement = WorkedModels.OneHour(
            new Employee("ED", "", 0, row["annualSalary"], row["utilisation"], null),
            agency => agency with { AvailableHours = row["availableHours"], OnCostRate = row["onCostRate"], OverheadRate = row["overheadRate"] },
            new Fixed(0, row["margin"], 0, 0), new CostPlus(0));
        var comparison = Comparison.Of(ResolvedEngagement.From(engagement, traced: true));
        var price = comparison.Structures[0].ExpectedFee!.Value;
        return new()
        {
            ["billable hours"] = Told(comparison.Cost.DirectLabour.Figure.Origin!, "ED billable hours a year").Single(),
            ["price"] = price.Amount,
            ["multiplier"] = price.Over(comparison.Cost.DirectLabour)?.Value,
            ["markup"] = PricingTarget.ToMargin(comparison, 1, row["margin"], 2).Share.Value,
        };
    }

    private static IEnumerable<decimal> Told(Derivation step, string name) =>
        step.Parts.SelectMany(part => Told(part, name)).Concat(step.Name == name ? [step.Value] : []);

    private static Answers Income(WorkedRow row)
    {
        var (direct, thirdParties) = (row["direct labour"], row["third parties"]);
        var engagement = SmallEngagement.FeesOnly(SmallEngagement.Price(row["fee"] - thirdParties));

        // An hour of the editor is 60 direct.
        var column = (engagement with
        {
            Agency = engagement.Agency with { OverheadRate = row["overhead"] / direct },
            WorkPackages = [Sure(Phase.Production, direct / 60)],
            Costs = [new() { Name = "Others", Kind = CostKind.OtherThirdParty, Amount = thirdParties }],
        }).Column();
        return new()
        {
            ["AGI"] = column.AdjustedGrossIncome?.Amount,
            ["delivery margin"] = column.DeliveryMargin?.Value,
            ["profit"] = column.ExpectedProfit?.Amount,
            ["profit margin"] = column.ProfitMargin?.Value,
        };
    }

    private static Answers SoldAndWorked(WorkedRow row)
    {
        var (sold, overrun, rate) = (row["sold hours"], row["worked hours"] / row["sold hours"], row["card rate"]);
        var comparison = (SmallEngagement.FeesOnly(new PerUnit([new("Hour", sold, rate)], 0), new Hourly(0, 0)) with
        {
            RateCard = new(0, 1, [new Freelancer("ED", "", rate, 0, Artistic: false)]),
            EffortProfiles = [new("std", overrun, overrun, overrun)],
            WorkPackages = [SmallEngagement.Package("Work", Phase.Production, ("ED", sold))],
        }).Compared();
        var (column, cost) = (comparison.Structures[0], comparison.Cost);
        return new()
        {
            ["fee"] = column.ExpectedFee?.Amount,
            ["realisation"] = 1 - PricingTarget.ToBudget(comparison, 1, column.ExpectedFee!.Value, 2).Discount?.Value,
            ["effective rate"] = column.EffectiveHourlyRate?.Amount,
            ["over-servicing"] = cost.ExpectedHours.Value / cost.PlannedHours.Value - 1,
        };
    }

    private static Answers BlendedRate(WorkedRow row)
    {
        var roles = row.List("card rates").Select((rate, i) => new Freelancer($"{i}", "", rate, 0, Artistic: false));
        var hours = row.List("hours").Select((planned, i) => ($"{i}", planned));

        // One hour a month at the default rate, and as many more as there are at no charge.
        var column = (SmallEngagement.FeesOnly(new Retainer(1, 1, 1_000, null, 0, 0)) with
        {
            RateCard = new(0, 1, [.. roles]),
            WorkPackages = [SmallEngagement.Package("Work", Phase.Production, [.. hours]) with { EffortProfile = "sure" }],
        }).Column();
        return new() { ["blended rate"] = column.ExpectedFee?.Amount };
    }

    private static Answers RetainerByMonth(WorkedRow row)
    {
        Retainer Over(int months) => new(months, row["includedHours"], row["tolerance"], row["rate"], 0, 0);

        // A phase for each month, each with a retainer of its own.
        var months = row.List("hours by month").Zip(Enum.GetValues<Phase>()).ToList();
        var engagement = SmallEngagement.FeesOnly(new Combined([.. months.Select(month => new CombinedPart([month.Second], Over(1)))]), Over(months.Count));
        var columns = (engagement with
        {
            Scenarios = engagement.Scenarios with { Cost = [new(1, 1)] },
            WorkPackages = [.. months.Select(month => Sure(month.Second, month.First))],
        }).Compared().Structures;
        return new()
        {
            ["fee by month"] = columns[0].ExpectedFee?.Amount,
            ["effective rate"] = columns[0].EffectiveHourlyRate?.Amount,
            ["fee over the term"] = columns[1].ExpectedFee?.Amount,
            ["effective rate over the term"] = columns[1].EffectiveHourlyRate?.Amount,
        };
    }

    private static Answers ScopeUnits(WorkedRow row)
    {
        var units = row.List("pieces").Zip(row.List("size of each"), (pieces, size) => new PricedUnit("Piece", pieces, size * row["price of a unit"]));
        return new() { ["fee"] = SmallEngagement.FeesOnly(new PerUnit([.. units], 0)).Column().ExpectedFee?.Amount };
    }

    private static Answers CommissionOnNet(WorkedRow row)
    {
        var comparison = SmallEngagement.FeesOnly(new Commission(row["commission"], row["gross media"]), new Commission(0, row["net media"])).Compared();
        var fee = comparison.Structures[0].ExpectedFee!.Value;
        return new() { ["fee"] = fee.Amount, ["markup on net"] = PricingTarget.ToBudget(comparison, 1, fee, 2).Share.Value };
    }

    private static WorkPackage Sure(Phase phase, decimal hours) => SmallEngagement.Package("Work", phase, ("ED", hours)) with { EffortProfile = "sure" };
}
