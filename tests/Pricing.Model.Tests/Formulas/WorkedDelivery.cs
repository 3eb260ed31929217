using Pricing.Model.Analyses;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Tests.Analyses;
using Answers = System.Collections.Generic.Dictionary<string, decimal?>;

namespace Pricing.Model.Tests.Formulas;

/// <summary>How the analyses of delivery answer a row of each kind of worked table.</summary>
internal static class WorkedDelivery
{
    public static readonly IReadOnlyDictionary<string, Func<WorkedRow, Answers>> ByKind = new Dictionary<string, Func<WorkedRow, Answers>>(StringComparer.Ordinal)
    {
        ["unit cost of a case"] = UnitCost,
        ["automation sweep of a case"] = Sweep,
        ["fall below the floor"] = Crossing,
        ["acceptance of a case"] = Acceptance,
        ["uncertain acceptance of a case"] = UncertainAcceptance,
        ["capped attempts"] = CappedAttemptsOfOne,
        ["capped attempts of a case"] = CappedAttempts,
        ["own model of a case"] = BrandModel,
        ["vendor of a case"] = Vendor,
        ["reinvested savings of a case"] = Savings,
        ["shift of hours of a case"] = Shift,
        ["sum of the shift of a case"] = SumOfShift,
    };

    private static readonly string[] Videos = ["AI video", "Hybrid video", "Classic video"];

    private static Answers UnitCost(WorkedRow row)
    {
        var asset = Array.IndexOf(Videos, row.Text("asset"));
        var method = AlternativeWork.MethodOf(WorkedModels.CaseOf(row).Engagement.Document.Assets[asset]);
        var cost = AiUnitEconomicsAnalysis.Of(WorkedModels.CaseOf(row), new() { Asset = CaseAnalyses.Otherwise(asset), Method = method, Volume = 1 }).UnitCost;
        return Said(
            ("compute", cost.Compute.Amount), ("review", cost.Review.Amount), ("labour", cost.Labour.Amount), ("AI", cost.Ai.Amount),
            ("third party", cost.ThirdParty.Amount), ("levy", cost.ArtistSocialLevy.Amount), ("by people", (cost.Labour + cost.Review).Amount),
            ("by others", (cost.Ai + cost.ThirdParty + cost.ArtistSocialLevy).Amount), ("total", cost.Total.Amount));
    }

    private static Answers Sweep(WorkedRow row)
    {
        var sweep = AutomationSweepAnalysis.Of(WorkedModels.CaseOf(row), new(CaseAnalyses.Videos, [CaseAnalyses.Pipeline], 10, [row["θ"]], 1));
        var at = sweep.Rows.Index().Single(each => each.Item.Share.Value == row["share"]);
        var price = sweep.PassThrough[0].Prices[at.Index];
        return Said(
            ("cost", at.Item.Cost.Amount), ("floor", at.Item.Floor.Amount), ("hourly fee", at.Item.Fees[0].ExpectedFee?.Amount), ("fixed fee", at.Item.Fees[1].ExpectedFee?.Amount),
            ("price", price.Price?.Amount), ("profit", price.Profit?.Amount), ("client saving", price.ClientSaving?.Amount));
    }

    private static Answers Crossing(WorkedRow row)
    {
        var comparison = WorkedModels.CaseOf(row).Changed(document => document with { RateCard = document.RateCard with { Realisation = row["realisation"] } });
        return Said(("hourly below floor", AutomationSweepAnalysis.Of(comparison, new(CaseAnalyses.Videos, [CaseAnalyses.Pipeline], 10, [0], 1)).Crossings[0]?.Value));
    }

    private static Answers Acceptance(WorkedRow row)
    {
        var each = VideoOf(row, video => video with { Acceptances = [row["acceptance"]] }).Sensitivity![0];
        return Said(("attempts", each.Attempts.Value), ("unit cost", each.UnitCost.Amount), ("break-even volume", each.BreakEvenVolume?.Value));
    }

    private static Answers UncertainAcceptance(WorkedRow row)
    {
        var uncertain = VideoOf(row, video => video with { AcceptanceBeta = new(row["a"], row["b"]) }).UncertainAcceptance!;
        return Said(
            ("mean", uncertain.Mean.Value), ("E[1/p]", uncertain.ExpectedInverse.Value), ("understatement", uncertain.Understatement.Value),
            ("attempts", uncertain.Attempts.Value), ("unit cost", uncertain.UnitCost.Amount));
    }

    private static Answers CappedAttempts(WorkedRow row)
    {
        var capped = VideoOf(row, video => video with { AttemptCap = new((int)row["cap"], new(row["fallback"])) }).CappedAttempts!;
        return Said(
            ("fail", capped.FailProbability.Value), ("attempts", capped.AttemptsPerPiece.Value), ("cost per piece", capped.CostPerPiece.Amount), ("unit cost", capped.UnitCost.Amount));
    }

    private static Answers CappedAttemptsOfOne(WorkedRow row)
    {
        var made = new Generation { Model = "model", AcceptedPerAsset = 1, SizePerAttempt = 1, Unit = "unit", UnitPrice = row["cost per attempt"], AcceptanceProbability = row["acceptance"] };
        var capped = AiUnitEconomicsAnalysis.Of(WorkedModels.WithAsset(made, 1, 1).Compared(), new()
        {
            Asset = new(0, new Dictionary<ProductionMethod, AssetWork> { [ProductionMethod.Ai] = new("sure", [], [made], []) }),
            Method = ProductionMethod.Ai,
            Volume = 1,
            AttemptCap = new((int)row["cap"], new(row["fallback"])),
        }).CappedAttempts!;
        return Said(
            ("fail", capped.FailProbability.Value), ("attempts", capped.AttemptsPerPiece.Value), ("cost per piece", capped.CostPerPiece.Amount),
            ("trying on pays", capped.KeepTrying ? 1 : 0));
    }

    private static Answers BrandModel(WorkedRow row)
    {
        var model = VideoOf(row, video => video with { BrandModel = new(new(2_500), new(400), 0.35m, 40, 4, 0.9m) }).BrandModel!;
        var interval = model.Intervals.Single(each => each.EveryMonths == row["every months"]);
        return Said(
            ("trainings", interval.Trainings), ("model cost", interval.ModelCost.Amount), ("production", interval.ProductionCost.Amount), ("total", interval.Total.Amount));
    }

    private static Answers Vendor(WorkedRow row)
    {
        var vendor = VideoOf(row, video => video with { Vendor = new(0, 0, row["price change"], row["remaining share"], null, null) }).Vendor!;
        return Said(
            ("more cost", (vendor.RepricedCost - vendor.ExpectedCost).Amount), ("hourly profit", vendor.Structures[0].RepricedProfit?.Amount),
            ("fixed profit", vendor.Structures[1].RepricedProfit?.Amount), ("cost-plus profit", vendor.Structures[2].RepricedProfit?.Amount));
    }

    private static AiUnitEconomics VideoOf(WorkedRow row, Func<AiUnitEconomicsParameters, AiUnitEconomicsParameters> asked) => AiUnitEconomicsAnalysis.Of(
        WorkedModels.CaseOf(row), asked(new() { Asset = CaseAnalyses.Videos[0], Method = ProductionMethod.Ai, SetUpPackages = [CaseAnalyses.Pipeline], Volume = 96 }));

    private static Answers Savings(WorkedRow row)
    {
        var savings = SavingsReinvestmentAnalysis.Of(WorkedModels.CaseOf(row), new(CaseAnalyses.Videos, [CaseAnalyses.Pipeline], row["share"], new(row["hero price"])));
        return Said(
            ("all classic", savings.AllClassicCost.Amount), ("as made", savings.CurrentCost.Amount), ("set-up", savings.SetUpCost.Amount), ("saving", savings.Saving.Amount),
            ("reinvested", savings.Reinvested.Amount), ("pieces", savings.HeroPieces.Value), ("rest", savings.Rest.Amount));
    }

    private static Answers Shift(WorkedRow row)
    {
        var role = ShiftOf(row).Roles.Single(each => each.Role == row.Text("role"));
        return Said(
            ("classic hours", role.ClassicHours.Value), ("hours", role.Hours.Value), ("shift", role.Shift.Value),
            ("people", role.FullTimeEquivalents?.Value), ("cost shift", role.CostShift.Amount));
    }

    private static Answers SumOfShift(WorkedRow row)
    {
        var shift = ShiftOf(row);
        return Said(("shift", shift.Shift.Value), ("people", shift.FullTimeEquivalents.Value), ("cost shift", shift.CostShift.Amount));
    }

    private static RoleHoursShift ShiftOf(WorkedRow row) =>
        RoleHoursShiftAnalysis.Of(WorkedModels.CaseOf(row), new(CaseAnalyses.Videos, [CaseAnalyses.Pipeline], null, row["utilisation"]));

    private static Answers Said(params (string Name, decimal? Value)[] answers) => answers.ToDictionary(answer => answer.Name, answer => answer.Value);
}
