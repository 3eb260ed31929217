using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Tests.Analyses;
using Answers = System.Collections.Generic.Dictionary<string, decimal?>;

namespace Pricing.Model.Tests.Formulas;

/// <summary>How the worked cases answer a row of each kind of worked table about their bonus and their pieces.</summary>
internal static class WorkedBonus
{
    public static readonly IReadOnlyDictionary<string, Func<WorkedRow, Answers>> ByKind = new Dictionary<string, Func<WorkedRow, Answers>>(StringComparer.Ordinal)
    {
        ["payout of an outcome"] = PayoutOfOutcome,
        ["bonus of a case"] = Bonus,
        ["price per piece of a case"] = PricePerPiece,
    };

    private static Answers PayoutOfOutcome(WorkedRow row)
    {
        var state = WorkedModels.CaseOf(row).States.Outcome.Single(outcome => outcome.Name == row.Text("outcome"));
        return new() { ["probability"] = state.Probability.Value, ["payout"] = state.Payout.Value };
    }

    private static Answers Bonus(WorkedRow row)
    {
        var comparison = WorkedModels.CaseOf(row);
        var service = ServiceFees(comparison);
        var atTarget = ServiceFees(comparison.Changed(document => document with { Scenarios = AtTarget(document.Scenarios) }));
        return new()
        {
            ["base"] = service.Base.Amount,
            ["pool"] = (atTarget.Hybrid - atTarget.Base).Amount,
            ["expected bonus"] = (service.Hybrid - service.Base).Amount,
            ["expected payout"] = (service.Hybrid - service.Base).Over(atTarget.Hybrid - atTarget.Base)?.Value,
        };
    }

    // The hybrid with and without its pool, less what passes through.
    private static (Money Base, Money Hybrid) ServiceFees(Comparison comparison)
    {
        var hybrid = comparison.Engagement.Document.FeeStructures.OfType<Hybrid>().First();
        var columns = comparison.Changed(document => document with { FeeStructures = [hybrid with { BonusPool = 0 }, hybrid] }).Structures;
        return (columns[0].AdjustedGrossIncome!.Value, columns[1].AdjustedGrossIncome!.Value);
    }

    private static Scenarios AtTarget(Scenarios scenarios) => scenarios with
    {
        Outcome = [.. scenarios.Outcome.Select(outcome => outcome with { KpiAchievement = [.. outcome.KpiAchievement!.Select(kpi => KeyValuePair.Create(kpi.Key, 1m))] })],
    };

    private static Answers PricePerPiece(WorkedRow row)
    {
        var pieces = WorkedModels.CaseOf(row).Engagement.Document.Assets.Sum(asset => asset.Quantity);
        return new() { ["pieces"] = pieces, ["price per piece"] = (WorkedModels.ColumnOf(row).ExpectedFee / pieces)?.Amount };
    }
}
