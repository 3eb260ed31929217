using Pricing.Application.Contract;
using Pricing.Application.Features.Analyses.Levers;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;

namespace Pricing.Application.Features.Analyses.BreakEven;

/// <summary>Where a figure reaches a target as one lever moves.</summary>
internal sealed class BreakEvenKind() : AnalysisKind<BreakEvenParameters, BreakEvenAnswer>("break-even")
{
    protected override BreakEvenParameters Read(ObjectReader parameters, AnalysisSubject subject)
    {
        var engagement = MovableEngagement.Of(subject);
        var figure = parameters.Code("figure", AnalysisCodes.Figures);
        var target = parameters.Number("target", Allowed.Any);
        var structure = parameters.StructurePlace(subject);
        var lever = parameters.Lever(engagement);
        var minimum = parameters.Number("minimum", Allowed.Any);
        var maximum = parameters.Number("maximum", Allowed.Any);
        if (minimum.IsRead && maximum.IsRead && maximum.Value <= minimum.Value)
            parameters.Fault("maximum", $"maximum must be above minimum ({Allowed.Text(minimum)}); you sent {Allowed.Text(maximum)}.");
        return new(engagement, figure, target, structure, lever, minimum, maximum, parameters.Fees(FeeTerms.Agreed));
    }

    protected override BreakEvenAnswer Answer(AnalysisSubject subject, BreakEvenParameters parameters, RunControl run)
    {
        var breakEven = Model.Analyses.BreakEven.Of(
            subject.Comparison, parameters.Figure, parameters.Structure, parameters.Target, parameters.Minimum, parameters.Maximum,
            value => parameters.Engagement.At(parameters.Lever, value, parameters.Fees),
            run.Cancellation);
        return new(parameters, breakEven);
    }

    protected override void Write(AnswerPen pen, AnalysisSubject subject, BreakEvenAnswer result)
    {
        var (parameters, breakEven) = result;
        pen.Text("figure", EnumCode.Of(parameters.Figure));
        pen.FigureStructure(parameters.Figure, parameters.Structure);
        pen.Text("lever", parameters.Lever.Name);
        pen.Figure("target", parameters.Figure, parameters.Target);
        pen.Number("currentValue", parameters.Lever.Current);
        pen.Figure("currentFigure", parameters.Figure, breakEven.CurrentFigure);
        pen.List("solutions", breakEven.Solutions, solution =>
        {
            pen.Number("value", solution.Value);
            pen.Figure("figure", parameters.Figure, solution.Figure);
            pen.Flag("reached", solution.Reached);
        });
    }

    protected override Chart ChartOf(AnalysisSubject subject, BreakEvenAnswer result) =>
        new BreakEvenChart(result.BreakEven, DataOf(result.Parameters), ChartSubject.Of(subject.Comparison));

    private static BreakEvenChartData DataOf(BreakEvenParameters parameters) =>
        new(parameters.Figure, parameters.Structure, parameters.Lever.ForChart(), parameters.Target, parameters.Lever.Current);
}

internal sealed record BreakEvenParameters(
    MovableEngagement Engagement, ComparisonFigure Figure, decimal Target, int Structure, Lever Lever, decimal Minimum, decimal Maximum, FeeTerms Fees);

internal sealed record BreakEvenAnswer(BreakEvenParameters Parameters, Model.Analyses.BreakEven BreakEven);
