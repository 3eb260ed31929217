using Pricing.Application.Contract;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.Market;

/// <summary>Whether a mood film that looks finished saves more than the rounds it provokes cost.</summary>
internal sealed class MoodFilmTrapKind() : AnalysisKind<MoodFilmTrapParameters, MoodFilmTrap>("mood-film-trap")
{
    private const int MostPoints = 101;

    private static readonly CodeTable<bool> Curves = new(("linear", false), ("uShaped", true));

    // Stands in where the engagement has none; a request about such an engagement is refused.
    private static readonly Revisions None = new(default, 0, 0, 0, 0, [], 0);

    protected override MoodFilmTrapParameters Read(ObjectReader parameters, AnalysisSubject subject)
    {
        if (subject.Engagement.Revisions is null)
            parameters.FaultBeyond("/engagement/revisions", "revisions is missing; the trap is about revision rounds.");
        var revisions = subject.Engagement.Revisions ?? None;
        return new(
            new Money(parameters.Number("avoidedCost", Allowed.Amount).Value),
            ReadFilm(parameters, new ReferenceReading(subject)),
            parameters.OptionalObject("curve", curve => ReadCurve(curve, revisions)) ?? Linear(revisions),
            parameters.OptionalWhole("includedRounds", 0, Limits.IncludedRounds) ?? revisions.IncludedRounds,
            parameters.OptionalNumber("concreteness", Allowed.Share) ?? revisions.Concreteness,
            parameters.OptionalNumber("referenceConcreteness", Allowed.Share) ?? 0,
            parameters.OptionalNumbers("points", Allowed.Share, MostPoints) ?? [0, 0.25m, 0.5m, 0.75m, 1]);
    }

    protected override MoodFilmTrap Answer(AnalysisSubject subject, MoodFilmTrapParameters parameters, RunControl run) =>
        MoodFilmTrapAnalysis.Of(subject.Comparison, parameters);

    protected override void Write(AnswerPen pen, AnalysisSubject subject, MoodFilmTrap result)
    {
        pen.Money("costPerRound", result.CostPerRound);
        pen.Money("moodFilmCost", result.MoodFilmCost);
        pen.Money("avoidedCost", result.AvoidedCost);
        pen.Object("at", () => WritePoint(pen, result.At));
        pen.List("points", result.Points, point => WritePoint(pen, point));
        pen.List("payingRanges", result.PayingRanges, range =>
        {
            pen.Number("from", range.From);
            pen.Number("to", range.To);
        });
        pen.Number("breakEvenConcreteness", result.BreakEvenConcreteness);
        pen.Number("bestConcreteness", result.BestConcreteness);
    }

    protected override Chart ChartOf(AnalysisSubject subject, MoodFilmTrap result) =>
        new MoodFilmTrapChart(result, ChartSubject.Of(subject.Comparison));

    private static MoodFilm ReadFilm(ObjectReader parameters, ReferenceReading references)
    {
        var cost = parameters.OptionalNumber("moodFilmCost", Allowed.Amount);
        var assets = references.Assets(parameters, "moodFilmAssets");
        var packages = references.Packages(parameters, "moodFilmPackages");
        var isListed = parameters.Has("moodFilmAssets") || parameters.Has("moodFilmPackages");
        if (isListed == parameters.Has("moodFilmCost"))
            parameters.Fault("moodFilmCost", "What the mood film takes is said either by moodFilmCost, or by moodFilmAssets and moodFilmPackages.");
        return new(cost is { } amount ? new Money(amount) : null, assets ?? [], packages ?? []);
    }

    private static ContinuationCurve.Linear Linear(Revisions revisions) => new(revisions.MinimumContinuation, revisions.MaximumContinuation);

    private static ContinuationCurve ReadCurve(ObjectReader curve, Revisions revisions)
    {
        var isUShaped = curve.Code("type", Curves);
        if (!isUShaped.IsRead)
        {
            curve.LeaveOtherMembers();
            return Linear(revisions);
        }

        return isUShaped.Value ? ReadUShaped(curve) : ReadLinear(curve, revisions);
    }

    private static ContinuationCurve.Linear ReadLinear(ObjectReader curve, Revisions revisions)
    {
        var minimum = curve.OptionalNumber("minimumContinuation", Allowed.Margin);
        var maximum = curve.OptionalNumber("maximumContinuation", Allowed.Margin);
        var areKnown = (minimum is not null || curve.Lacks("minimumContinuation")) && (maximum is not null || curve.Lacks("maximumContinuation"));
        var linear = new ContinuationCurve.Linear(minimum ?? revisions.MinimumContinuation, maximum ?? revisions.MaximumContinuation);
        if (areKnown)
            curve.CheckOrder<decimal>("minimumContinuation", linear.MinimumContinuation, "maximumContinuation", linear.MaximumContinuation);
        return linear;
    }

    private static ContinuationCurve.UShaped ReadUShaped(ObjectReader curve)
    {
        var minimum = curve.Number("minimumContinuation", Allowed.Margin);
        var optimum = curve.Number("optimum", Allowed.Share);
        var (below, above) = (curve.Number("below", Allowed.Amount), curve.Number("above", Allowed.Amount));
        var read = new ContinuationCurve.UShaped(minimum, optimum, below, above);
        if (minimum.IsRead && optimum.IsRead && below.IsRead && ReachesOne(read, 0))
            curve.Fault("below", "With this rise the probability of another round reaches 1 at concreteness 0; there would be no end.");
        if (minimum.IsRead && optimum.IsRead && above.IsRead && ReachesOne(read, 1))
            curve.Fault("above", "With this rise the probability of another round reaches 1 at concreteness 1; there would be no end.");
        return read;
    }

    private static bool ReachesOne(ContinuationCurve curve, decimal concreteness) => 1 - curve.At(concreteness) <= Figure.ZeroTolerance;

    private static void WritePoint(AnswerPen pen, TrapPoint point)
    {
        pen.Number("concreteness", point.Concreteness);
        pen.Number("continuation", point.Continuation);
        pen.Number("excessRounds", point.ExcessRounds);
        pen.Money("trapCost", point.TrapCost);
        pen.Money("netEffect", point.NetEffect);
    }
}
