using Pricing.Application.Contract;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;

namespace Pricing.Application.Features.Analyses.Delivery;

/// <summary>What one asset costs by a method, and when that beats classic work.</summary>
internal sealed class AiUnitEconomicsKind() : AnalysisKind<AiUnitEconomicsParameters, AiUnitEconomics>("ai-unit-economics")
{
    protected override AiUnitEconomicsParameters Read(ObjectReader parameters, AnalysisSubject subject) => new AiUnitEconomicsReading(parameters, subject).Read();

    protected override AiUnitEconomics Answer(AnalysisSubject subject, AiUnitEconomicsParameters parameters, RunControl run) =>
        AiUnitEconomicsAnalysis.Of(subject.Comparison, parameters);

    protected override void Write(AnswerPen pen, AnalysisSubject subject, AiUnitEconomics result)
    {
        pen.Text("asset", result.Asset);
        pen.Text("method", CodeTables.Methods.CodeOf(result.Method));
        pen.Number("volume", result.Volume);
        pen.Object("unitCost", () => WriteUnitCost(pen, result.UnitCost));
        pen.Number("computeShare", result.ComputeShare);
        pen.Number("humanShare", result.HumanShare);
        pen.Money("setUpCost", result.SetUpCost);
        pen.Money("setUpShare", result.SetUpShare);
        pen.Money("totalWithSetUp", result.TotalWithSetUp);
        pen.Money("classicUnitCost", result.ClassicUnitCost);
        pen.Number("breakEvenVolume", result.BreakEvenVolume);
        pen.Number("breakEvenWhole", result.BreakEvenWhole);
        WriteExaminations(pen, result);
    }

    protected override Chart ChartOf(AnalysisSubject subject, AiUnitEconomics result) =>
        new AiUnitEconomicsChart(result, ChartSubject.Of(subject.Comparison));

    private static void WriteUnitCost(AnswerPen pen, UnitCost cost)
    {
        pen.Money("compute", cost.Compute);
        pen.Money("review", cost.Review);
        pen.Money("labour", cost.Labour);
        pen.Money("rights", cost.Rights);
        pen.Money("labelling", cost.Labelling);
        pen.Money("otherAi", cost.OtherAi);
        pen.Money("thirdParty", cost.ThirdParty);
        pen.Money("artistSocialLevy", cost.ArtistSocialLevy);
        pen.Money("total", cost.Total);
    }

    // What was not asked is absent.
    private static void WriteExaminations(AnswerPen pen, AiUnitEconomics result)
    {
        if (result.Sensitivity is { } cases)
            pen.List("sensitivity", cases, each => Write(pen, each));
        if (result.UncertainAcceptance is { } uncertain)
            pen.Object("uncertainAcceptance", () => Write(pen, uncertain));
        if (result.CappedAttempts is { } capped)
            pen.Object("cappedAttempts", () => Write(pen, capped));
        if (result.Clips is { } clips)
            pen.Object("clips", () => Write(pen, clips));
        if (result.SelfHosted is { } hosted)
            pen.Object("selfHosted", () => Write(pen, hosted));
        if (result.BrandModel is { } model)
            pen.Object("brandModel", () => Write(pen, model));
        if (result.Vendor is { } vendor)
            pen.Object("vendor", () => Write(pen, vendor));
    }

    private static void Write(AnswerPen pen, AcceptanceCase each)
    {
        pen.Number("acceptanceProbability", each.AcceptanceProbability);
        pen.Number("attempts", each.Attempts);
        pen.Money("unitCost", each.UnitCost);
        pen.Number("breakEvenVolume", each.BreakEvenVolume);
    }

    private static void Write(AnswerPen pen, UncertainAcceptance uncertain)
    {
        pen.Number("mean", uncertain.Mean);
        pen.Number("expectedInverse", uncertain.ExpectedInverse);
        pen.Number("inverseOfMean", uncertain.InverseOfMean);
        pen.Number("understatement", uncertain.Understatement);
        pen.Number("attempts", uncertain.Attempts);
        pen.Money("unitCost", uncertain.UnitCost);
        pen.Money("unitCostAtMean", uncertain.UnitCostAtMean);
    }

    private static void Write(AnswerPen pen, CappedAttempts capped)
    {
        pen.Money("costPerAttempt", capped.CostPerAttempt);
        pen.Number("failProbability", capped.FailProbability);
        pen.Number("attemptsPerPiece", capped.AttemptsPerPiece);
        pen.Money("costPerPiece", capped.CostPerPiece);
        pen.Flag("keepTrying", capped.KeepTrying);
        pen.Money("unitCost", capped.UnitCost);
    }

    private static void Write(AnswerPen pen, ClippedAsset clips)
    {
        pen.Number("clipsPerAsset", clips.ClipsPerAsset);
        pen.Number("attempts", clips.Attempts);
        pen.Money("compute", clips.Compute);
        pen.Money("unitCost", clips.UnitCost);
    }

    private static void Write(AnswerPen pen, SelfHostedCompute hosted)
    {
        pen.Number("gpuHoursPerAsset", hosted.GpuHoursPerAsset);
        pen.Money("computePerAsset", hosted.ComputePerAsset);
        pen.Money("vendorComputePerAsset", hosted.VendorComputePerAsset);
        pen.Money("unitCost", hosted.UnitCost);
    }

    private static void Write(AnswerPen pen, BrandModel model)
    {
        pen.List("intervals", model.Intervals, interval =>
        {
            pen.Whole("everyMonths", interval.EveryMonths);
            pen.Whole("trainings", interval.Trainings);
            pen.Money("modelCost", interval.ModelCost);
            pen.Money("modelShare", interval.ModelShare);
            pen.Money("productionCost", interval.ProductionCost);
            pen.Money("total", interval.Total);
        });
        pen.Whole("bestInterval", model.BestInterval);
        pen.Money("genericTotal", model.GenericTotal);
        pen.Number("breakEvenAssets", model.BreakEvenAssets);
    }

    private static void Write(AnswerPen pen, VendorEffect vendor)
    {
        pen.Money("expectedCost", vendor.ExpectedCost);
        pen.Money("repricedCost", vendor.RepricedCost);
        pen.Money("stoppedCost", vendor.StoppedCost);
        pen.Money("riskCostPerAsset", vendor.RiskCostPerAsset);
        pen.List("structures", vendor.Structures.Index(), effect =>
        {
            pen.Structure(effect.Index);
            pen.Money("expectedProfit", effect.Item.ExpectedProfit);
            pen.Money("repricedProfit", effect.Item.RepricedProfit);
            pen.Money("stoppedProfit", effect.Item.StoppedProfit);
        });
    }
}
