using Pricing.Model.Analyses;
using Pricing.Model.Quantities;
using Pricing.Model.Tests.Analyses;
using Answers = System.Collections.Generic.Dictionary<string, decimal?>;

namespace Pricing.Model.Tests.Formulas;

/// <summary>How the analyses of the market answer a row of each kind of worked table.</summary>
internal static class WorkedMarket
{
    public static readonly IReadOnlyDictionary<string, Func<WorkedRow, Answers>> ByKind = new Dictionary<string, Func<WorkedRow, Answers>>(StringComparer.Ordinal)
    {
        ["price erosion of a case"] = Erosion,
        ["limit price of a case"] = LimitPrice,
        ["reopening of a case"] = Reopening,
        ["mood film of a case"] = MoodFilm,
        ["user-generated content of a case"] = Content,
        ["own product"] = Product,
    };

    private static Answers Erosion(WorkedRow row)
    {
        var erosion = PriceErosionAnalysis.Of(WorkedModels.CaseOf(row), ErosionOf(row));
        var year = erosion.Series[(int)row["t"]];
        return Said(
            ("AI cost", erosion.AiCost.Amount), ("other cost", erosion.OtherCost.Amount),
            ("marginal cost", year.MarginalCost.Amount), ("price", year.Price.Amount), ("floor", year.Floor.Amount), ("floor time", erosion.FloorTime?.Value));
    }

    private static Answers LimitPrice(WorkedRow row) =>
        Said(("time", PriceErosionAnalysis.Of(WorkedModels.CaseOf(row), ErosionOf(row) with { LimitPrice = new Money(row["limit"]) }).LimitTime?.Value));

    private static Answers Reopening(WorkedRow row)
    {
        var reopening = PriceErosionAnalysis.Of(WorkedModels.CaseOf(row), ErosionOf(row) with { Reopen = new(3, row["maximum split"], null, null) }).Reopening!;
        return Said(("month", reopening.Month), ("reference price", reopening.ReferencePrice?.Amount), ("ceiling", reopening.Ceiling?.Amount));
    }

    private static PriceErosionParameters ErosionOf(WorkedRow row) => new()
    {
        Asset = CaseAnalyses.AiVideo,
        InitialPrice = new(row["price"]),
        Rates = new(row["γ"], row["w"], row["δ"]),
        Years = 7,
    };

    private static Answers MoodFilm(WorkedRow row)
    {
        var revisions = WorkedModels.CaseOf(row).Engagement.Document.Revisions!;
        var curve = new ContinuationCurve.Linear(revisions.MinimumContinuation, revisions.MaximumContinuation);
        var trap = MoodFilmTrapAnalysis.Of(WorkedModels.CaseOf(row), new(new(row["avoided cost"]), new(null, [0], [2]), curve, revisions.IncludedRounds, row["g"], 0, []));
        return Said(
            ("film", trap.MoodFilmCost.Amount), ("round", trap.CostPerRound.Amount),
            ("q", trap.At.Continuation.Value), ("excess", trap.At.ExcessRounds.Value), ("trap", trap.At.TrapCost.Amount), ("net", trap.At.NetEffect.Amount),
            ("break-even", trap.BreakEvenConcreteness?.Value));
    }

    private static Answers Content(WorkedRow row)
    {
        var content = UserGeneratedContentAnalysis.Of(WorkedModels.CaseOf(row), UserGeneratedContentTests.Campaign with
        {
            Published = (int)row["published"],
            Elasticity = row["elasticity"],
        });
        return Said(
            ("cost", content.Cost.Total.Amount), ("marginal cost", content.MarginalCost.Amount), ("value", content.Value.Amount), ("net", content.Net.Amount),
            ("best volume", content.BestVolume), ("best net", content.BestNet.Amount));
    }

    private static Answers Product(WorkedRow row)
    {
        var product = OwnProductAnalysis.Of(CaseAnalyses.A, new(
            new(row["build cost"]), new(row["revenue"]), row["churn"], row["margin"], new(row["new customers"]), row["discount rate"], 36, 0));
        return Said(("month", product.BreakEvenMonth), ("limit", product.LifetimeMargin?.Amount), ("shortfall", product.Shortfall?.Amount));
    }

    private static Answers Said(params (string Name, decimal? Value)[] answers) => answers.ToDictionary(answer => answer.Name, answer => answer.Value);
}
