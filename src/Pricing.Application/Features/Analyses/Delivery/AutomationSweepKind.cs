using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.Delivery;

/// <summary>What happens to cost and fees as the share made by AI grows.</summary>
internal sealed class AutomationSweepKind() : AnalysisKind<AutomationSweepParameters, AutomationSweep>("automation-sweep")
{
    private const int MostSteps = 100, MostShares = 21;

    private static readonly ProductionMethod[] Needs = [ProductionMethod.Classic, ProductionMethod.Ai];

    protected override AutomationSweepParameters Read(ObjectReader parameters, AnalysisSubject subject)
    {
        var references = new ReferenceReading(subject);
        var alternatives = references.Alternatives(parameters, _ => Needs);
        if (parameters.IsSound && HasNoQuantity(alternatives, subject.Engagement))
            parameters.Fault("alternatives", "The listed assets have no quantity, so there is no share of it to make by AI.");
        return new(
            alternatives,
            references.SetUpPackages(parameters),
            parameters.OptionalWhole("steps", 1, MostSteps) ?? 10,
            parameters.OptionalNumbers("passThroughShares", Allowed.Share, MostShares) ?? [0, 0.25m, 0.5m, 0.75m, 1],
            parameters.StructurePlace(subject, "passThroughStructure", FirstFixed(subject)));
    }

    protected override AutomationSweep Answer(AnalysisSubject subject, AutomationSweepParameters parameters, RunControl run)
    {
        var missing = AutomationSweepAnalysis.MissingRates(subject.Comparison, parameters);
        return missing.Count == 0
            ? AutomationSweepAnalysis.Of(subject.Comparison, parameters)
            : throw new InvalidRequestException([.. missing.Select(fault => new Fault($"/engagement{fault.Pointer}", fault.Detail))]);
    }

    protected override void Write(AnswerPen pen, AnalysisSubject subject, AutomationSweep result)
    {
        pen.Number("currentShare", result.CurrentShare);
        pen.Money("setUpCost", result.SetUpCost);
        pen.List("rows", result.Rows, row => WriteRow(pen, row));
        pen.List("crossings", result.Crossings.Index(), crossing =>
        {
            pen.Structure(crossing.Index);
            pen.Number("belowFloorShare", crossing.Item);
        });
        pen.Whole("passThroughStructure", result.PassThroughStructure);
        pen.List("passThrough", result.PassThrough, passed =>
        {
            pen.Number("passThroughShare", passed.PassThroughShare);
            pen.List("prices", passed.Prices, price => WritePrice(pen, price));
        });
    }

    protected override Chart ChartOf(AnalysisSubject subject, AutomationSweep result) =>
        new AutomationSweepChart(result, ChartSubject.Of(subject.Comparison));

    private static bool HasNoQuantity(IReadOnlyList<AlternativeWork> listed, Engagement engagement) =>
        new Figure(listed.Sum(alternative => engagement.Assets[alternative.Asset].Quantity)).IsZero;

    private static int FirstFixed(AnalysisSubject subject) =>
        Math.Max(0, subject.Engagement.FeeStructures.ToList().FindIndex(structure => structure is Fixed));

    private static void WriteRow(AnswerPen pen, AutomationRow row)
    {
        pen.Number("share", row.Share);
        pen.Number("plannedHours", row.Work.PlannedHours.Figure);
        pen.Number("expectedHours", row.Work.ExpectedHours.Figure);
        pen.Money("labour", row.Work.Labour);
        pen.Money("compute", row.Compute);
        pen.Money("ai", row.Work.Ai);
        pen.Money("thirdParty", row.Work.ThirdParty);
        pen.Money("artistSocialLevy", row.Work.ArtistSocialLevy);
        pen.Money("cost", row.Cost);
        pen.Money("floor", row.Floor);
        pen.Money("ceiling", row.Ceiling);
        pen.List("structures", row.Fees.Index(), fee =>
        {
            pen.Structure(fee.Index);
            pen.Flag("feasible", fee.Item.Feasible);
            pen.Money("expectedFee", fee.Item.ExpectedFee);
            pen.Money("expectedProfit", fee.Item.ExpectedProfit);
            pen.Number("profitMargin", fee.Item.ProfitMargin);
        });
    }

    private static void WritePrice(AnswerPen pen, PassThroughPrice price)
    {
        pen.Number("share", price.Share);
        pen.Money("price", price.Price);
        pen.Money("profit", price.Profit);
        pen.Number("profitMargin", price.ProfitMargin);
        pen.Money("clientSaving", price.ClientSaving);
    }
}
