using Pricing.Application.Contract;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.Delivery;

/// <summary>What AI saves in volume, put into pieces that people make.</summary>
internal sealed class SavingsReinvestmentKind() : AnalysisKind<SavingsReinvestmentParameters, SavingsReinvestment>("savings-reinvestment")
{
    private static readonly ProductionMethod[] Needs = [ProductionMethod.Classic];

    protected override SavingsReinvestmentParameters Read(ObjectReader parameters, AnalysisSubject subject)
    {
        var references = new ReferenceReading(subject);
        return new(
            references.Alternatives(parameters, _ => Needs),
            references.SetUpPackages(parameters),
            parameters.Number("reinvestedShare", Allowed.Share),
            new Money(parameters.Number("heroPrice", Allowed.Positive).Value));
    }

    protected override SavingsReinvestment Answer(AnalysisSubject subject, SavingsReinvestmentParameters parameters, RunControl run) =>
        SavingsReinvestmentAnalysis.Of(subject.Comparison, parameters);

    protected override void Write(AnswerPen pen, AnalysisSubject subject, SavingsReinvestment result)
    {
        pen.Money("allClassicCost", result.AllClassicCost);
        pen.Money("currentCost", result.CurrentCost);
        pen.Money("setUpCost", result.SetUpCost);
        pen.Money("saving", result.Saving);
        pen.Money("reinvested", result.Reinvested);
        pen.Money("kept", result.Kept);
        pen.Number("heroPieces", result.HeroPieces);
        pen.Money("rest", result.Rest);
    }

    protected override Chart ChartOf(AnalysisSubject subject, SavingsReinvestment result) =>
        new SavingsReinvestmentChart(result, ChartSubject.Of(subject.Comparison));
}
