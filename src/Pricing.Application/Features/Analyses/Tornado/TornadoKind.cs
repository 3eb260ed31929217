using Pricing.Application.Contract;
using Pricing.Application.Features.Analyses.Levers;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;

namespace Pricing.Application.Features.Analyses.Tornado;

/// <summary>What moves a figure most.</summary>
internal sealed class TornadoKind() : AnalysisKind<TornadoParameters, TornadoAnswer>("tornado")
{
    private static readonly Allowed Down = new(-1, 0, IsAbove: true, IsBelow: true);
    private static readonly Allowed Up = new(0, 10, IsAbove: true);

    protected override TornadoParameters Read(ObjectReader parameters, AnalysisSubject subject)
    {
        var engagement = MovableEngagement.Of(subject);
        return new(
            engagement,
            parameters.OptionalCode("figure", AnalysisCodes.Figures) ?? ComparisonFigure.ExpectedProfit,
            parameters.StructurePlace(subject),
            parameters.Levers(engagement),
            parameters.OptionalNumber("low", Down) ?? -0.1m,
            parameters.OptionalNumber("high", Up) ?? 0.1m,
            parameters.Fees(FeeTerms.Agreed));
    }

    protected override TornadoAnswer Answer(AnalysisSubject subject, TornadoParameters parameters, RunControl run)
    {
        var tornado = Model.Analyses.Tornado.Of(
            subject.Comparison, parameters.Figure, parameters.Structure, parameters.Levers.Count, parameters.Low, parameters.High,
            (lever, change) => parameters.Engagement.At(parameters.Levers[lever], parameters.Levers[lever].Current * (1 + change), parameters.Fees));
        return new(parameters, tornado);
    }

    protected override void Write(AnswerPen pen, AnalysisSubject subject, TornadoAnswer result)
    {
        var (parameters, tornado) = result;
        pen.Text("figure", EnumCode.Of(tornado.Figure));
        pen.FigureStructure(tornado.Figure, tornado.Structure);
        pen.Number("lowChange", parameters.Low);
        pen.Number("highChange", parameters.High);
        pen.Figure("base", tornado.Figure, tornado.Base);
        pen.List("rows", tornado.Rows, row =>
        {
            pen.Text("lever", parameters.Levers[row.Lever].Name);
            pen.Figure("low", tornado.Figure, row.Low);
            pen.Figure("high", tornado.Figure, row.High);
            pen.Figure("swing", tornado.Figure, row.Swing);
        });
    }

    protected override Chart ChartOf(AnalysisSubject subject, TornadoAnswer result) => new TornadoChart(
        result.Tornado, [.. result.Parameters.Levers.Select(lever => lever.ForChart())], result.Parameters.Low, result.Parameters.High, ChartSubject.Of(subject.Comparison));
}

internal sealed record TornadoParameters(
    MovableEngagement Engagement, ComparisonFigure Figure, int Structure, IReadOnlyList<Lever> Levers, decimal Low, decimal High, FeeTerms Fees);

internal sealed record TornadoAnswer(TornadoParameters Parameters, Model.Analyses.Tornado Tornado);
