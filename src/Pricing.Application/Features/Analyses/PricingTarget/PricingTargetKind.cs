using Pricing.Application.Contract;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.PricingTarget;

/// <summary>What it takes to meet a client's budget or the agency's wanted margin.</summary>
internal sealed class PricingTargetKind() : AnalysisKind<PricingTargetParameters, PricingTargetAnswer>("pricing-target")
{
    private static readonly Allowed Scope = new(0, 10, IsAbove: true);

    protected override PricingTargetParameters Read(ObjectReader parameters, AnalysisSubject subject)
    {
        var budget = parameters.OptionalNumber("budget", Allowed.Positive);
        var margin = parameters.OptionalNumber("margin", Allowed.Margin);
        if (parameters.Has("budget"))
            parameters.Refuse("margin", "margin may not stand beside budget: the price follows from one of them.");
        else if (parameters.Lacks("margin"))
            parameters.Fault("budget", "budget is missing; send it, or the margin that the price shall bring.");
        return new(parameters.StructurePlace(subject), budget, margin, parameters.OptionalNumber("maximumScope", Scope) ?? 2);
    }

    protected override PricingTargetAnswer Answer(AnalysisSubject subject, PricingTargetParameters parameters, RunControl run) => new(
        parameters.Structure,
        parameters.Budget is { } budget
            ? Model.Analyses.PricingTarget.ToBudget(subject.Comparison, parameters.Structure, new Money(budget), parameters.MaximumScope)
            : Model.Analyses.PricingTarget.ToMargin(subject.Comparison, parameters.Structure, parameters.Margin ?? 0, parameters.MaximumScope));

    protected override void Write(AnswerPen pen, AnalysisSubject subject, PricingTargetAnswer result)
    {
        var target = result.Target;
        pen.Structure(result.Structure);
        pen.Money("price", target.Price);
        pen.Money("expectedCost", target.ExpectedCost);
        pen.Money("profit", target.Profit);
        pen.Number("profitMargin", target.ProfitMargin);
        pen.Money("clientSurplus", target.ClientSurplus);
        pen.Text("rangePosition", Codes.Of(target.RangePosition));
        pen.Money("listFee", target.ListFee);
        pen.Number("discount", target.Discount);
        pen.Object("share", () =>
        {
            pen.Text("member", target.Share.Member);
            pen.Number("value", target.Share.Value);
        });
        pen.Object("scope", target.Scope, scope =>
        {
            pen.Number("factor", scope.Factor);
            pen.Money("expectedFee", scope.ExpectedFee);
            pen.Money("expectedCost", scope.ExpectedCost);
            pen.Number("profitMargin", scope.ProfitMargin);
        });
    }

    protected override Chart ChartOf(AnalysisSubject subject, PricingTargetAnswer result) =>
        new PricingTargetChart(
        result.Target, result.Structure, subject.Comparison.BargainingRange.Floor.Amount, subject.Comparison.BargainingRange.Ceiling.Amount, ChartSubject.Of(subject.Comparison));
}

internal sealed record PricingTargetParameters(int Structure, decimal? Budget, decimal? Margin, decimal MaximumScope);

internal sealed record PricingTargetAnswer(int Structure, Model.Analyses.PricingTarget Target);
