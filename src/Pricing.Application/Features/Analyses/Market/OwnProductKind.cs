using Pricing.Application.Contract;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.Market;

/// <summary>When a product on the agency's own account pays for itself.</summary>
internal sealed class OwnProductKind() : AnalysisKind<OwnProductParameters, OwnProduct>("own-product")
{
    private const int UsualMonths = 36;

    protected override OwnProductParameters Read(ObjectReader parameters, AnalysisSubject subject) => new(
        new Money(parameters.Number("buildCost", Allowed.Amount).Value),
        new Money(parameters.Number("monthlyRevenue", Allowed.Amount).Value),
        parameters.Number("churn", Allowed.Share),
        parameters.Number("margin", Allowed.Share),
        new Money(parameters.OptionalNumber("newCustomersRevenue", Allowed.Amount) ?? 0),
        parameters.OptionalNumber("discountRate", Allowed.Share) ?? 0,
        parameters.OptionalWhole("months", 1, Limits.Term) ?? UsualMonths,
        parameters.StructurePlace(subject));

    protected override OwnProduct Answer(AnalysisSubject subject, OwnProductParameters parameters, RunControl run) => OwnProductAnalysis.Of(subject.Comparison, parameters);

    protected override void Write(AnswerPen pen, AnalysisSubject subject, OwnProduct result)
    {
        pen.Flag("breaksEven", result.BreaksEven);
        pen.Whole("breakEvenMonth", result.BreakEvenMonth);
        pen.Flag("provenNever", result.ProvenNever);
        pen.Money("lifetimeMargin", result.LifetimeMargin);
        pen.Money("shortfall", result.Shortfall);
        pen.List("series", result.Series, month =>
        {
            pen.Whole("month", month.Month);
            pen.Money("revenue", month.Revenue);
            pen.Money("cumulativeMargin", month.CumulativeMargin);
            pen.Money("balance", month.Balance);
        });
        pen.Money("profit", result.Profit);
        pen.Money("engagementProfit", result.EngagementProfit);
        pen.Number("profitShare", result.ProfitShare);
    }

    protected override Chart ChartOf(AnalysisSubject subject, OwnProduct result) =>
        new OwnProductChart(result, ChartSubject.Of(subject.Comparison));
}
