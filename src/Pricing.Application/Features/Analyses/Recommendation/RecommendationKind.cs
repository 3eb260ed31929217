using Pricing.Application.Contract;
using Pricing.Application.Features.Analyses.Levers;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;

namespace Pricing.Application.Features.Analyses.Recommendation;

/// <summary>Which fee structure to take, why, and what would change that.</summary>
internal sealed class RecommendationKind() : AnalysisKind<RecommendationParameters, RecommendationAnswer>("recommendation")
{
    private static readonly Allowed Step = new(0.01m, 0.5m, IsFraction: true);
    private static readonly Allowed LeastMargin = new(-1, 0.999999m, IsFraction: true);

    private static readonly CodeTable<ComparisonFigure> Criteria = AnalysisCodes.FiguresOf(
        ComparisonFigure.CertaintyEquivalent, ComparisonFigure.ExpectedProfit, ComparisonFigure.ProfitMargin, ComparisonFigure.ProfitCvar,
        ComparisonFigure.ClientSurplus, ComparisonFigure.ClientRoi, ComparisonFigure.SurplusVersusAlternative);

    protected override RecommendationParameters Read(ObjectReader parameters, AnalysisSubject subject)
    {
        var engagement = MovableEngagement.Of(subject);
        var rule = new RecommendationRule(
            parameters.OptionalCode("criterion", Criteria) ?? ComparisonFigure.CertaintyEquivalent,
            [.. Limits(parameters)],
            parameters.OptionalFlag("insideRange") ?? true);
        var levers = parameters.Levers(engagement);
        var step = parameters.OptionalNumber("step", Step);
        var maximum = parameters.OptionalNumber("maximumChange", Allowed.Margin) ?? 0.5m;
        if (step > maximum && maximum != 0)
            parameters.Fault("step", $"step must be at most maximumChange ({Allowed.Text(maximum)}); you sent {Allowed.Text(step.Value)}.");
        return new(engagement, rule, levers, step ?? 0.05m, maximum, parameters.Fees(FeeTerms.Quoted));
    }

    protected override RecommendationAnswer Answer(AnalysisSubject subject, RecommendationParameters parameters, RunControl run)
    {
        var recommendation = Model.Analyses.Recommendation.Of(subject.Comparison, parameters.Rule);
        var flips = RecommendationFlip.All(
            recommendation.Recommended, parameters.Rule, parameters.Levers.Count, parameters.Step, parameters.MaximumChange,
            (lever, change) => parameters.Engagement.At(parameters.Levers[lever], parameters.Levers[lever].Current * (1 + change), parameters.Fees),
            run.Cancellation);
        return new(recommendation, flips, parameters.Levers);
    }

    protected override void Write(AnswerPen pen, AnalysisSubject subject, RecommendationAnswer result)
    {
        var (recommendation, flips, levers) = result;
        pen.Text("criterion", EnumCode.Of(recommendation.Rule.Criterion));
        pen.Whole("recommended", recommendation.Recommended);
        pen.List("ranking", recommendation.Ranking.Index(), entry =>
        {
            pen.Structure(entry.Item.Structure);
            pen.Whole("rank", entry.Index + 1);
            pen.Flag("eligible", entry.Item.Eligible);
            pen.Figure("value", recommendation.Rule.Criterion, entry.Item.Value);
            pen.List("violations", entry.Item.Violations, violation => Write(pen, violation));
        });
        pen.List("reasons", recommendation.Reasons, reason =>
        {
            pen.Text("code", EnumCode.Of(reason.Code));
            pen.Text("figure", EnumCode.Of(reason.Figure));
            pen.Figure("value", reason.Figure, reason.Value);
            pen.Figure("limit", reason.Figure, reason.Limit);
            pen.Whole("structure", reason.Structure);
        });
        pen.List("flips", flips, flip =>
        {
            pen.Text("lever", levers[flip.Lever].Name);
            pen.Number("change", flip.Change);
            pen.Whole("structure", flip.Structure);
        });
    }

    protected override Chart ChartOf(AnalysisSubject subject, RecommendationAnswer result) =>
        new RecommendationChart(result.Recommendation, ChartSubject.Of(subject.Comparison));

    private static IEnumerable<FigureLimit> Limits(ObjectReader parameters)
    {
        yield return new(ComparisonFigure.SurplusVersusAlternative, parameters.OptionalNumber("minimumSurplusVersusAlternative", Allowed.Any) ?? 0, IsMinimum: true);
        yield return new(ComparisonFigure.ClientSurplus, parameters.OptionalNumber("minimumClientSurplus", Allowed.Any) ?? 0, IsMinimum: true);
        yield return new(ComparisonFigure.LossProbability, parameters.OptionalNumber("maximumLossProbability", Allowed.Share) ?? 0.1m, IsMinimum: false);
        yield return new(ComparisonFigure.ClientLossProbability, parameters.OptionalNumber("maximumClientLossProbability", Allowed.Share) ?? 0.25m, IsMinimum: false);
        if (parameters.OptionalNumber("minimumProfitMargin", LeastMargin) is { } margin)
            yield return new(ComparisonFigure.ProfitMargin, margin, IsMinimum: true);
    }

    private static void Write(AnswerPen pen, RuleViolation violation)
    {
        pen.Text("code", EnumCode.Of(violation.Code));
        pen.Text("figure", violation.Figure is { } figure ? EnumCode.Of(figure) : "gap");
        pen.Figure("value", violation.Figure ?? ComparisonFigure.ExpectedFee, violation.Value);
        pen.Figure("limit", violation.Figure ?? ComparisonFigure.ExpectedFee, violation.Limit);
    }
}

internal sealed record RecommendationParameters(
    MovableEngagement Engagement, RecommendationRule Rule, IReadOnlyList<Lever> Levers, decimal Step, decimal MaximumChange, FeeTerms Fees);

internal sealed record RecommendationAnswer(Model.Analyses.Recommendation Recommendation, IReadOnlyList<RecommendationFlip> Flips, IReadOnlyList<Lever> Levers);
