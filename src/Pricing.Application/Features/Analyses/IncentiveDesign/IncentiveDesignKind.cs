using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.IncentiveDesign;

/// <summary>How much of the fee should depend on the outcome.</summary>
internal sealed class IncentiveDesignKind() : AnalysisKind<IncentiveParameters, Model.Analyses.IncentiveDesign>("incentive-design")
{
    // What full effort adds, at least.
    private const decimal LeastEffectiveness = 0.001m;

    // Beyond this a correlation cannot be.
    private const decimal MostCorrelation = 1 + 1e-9m;

    private static readonly Allowed Effectiveness = new(LeastEffectiveness, Allowed.Huge);

    protected override IncentiveParameters Read(ObjectReader parameters, AnalysisSubject subject)
    {
        var document = subject.Engagement;
        var value = subject.Comparison.Value.Total.Amount;
        var effectiveness = value < LeastEffectiveness
            ? parameters.Number("effectiveness", Effectiveness)
            : parameters.OptionalNumber("effectiveness", Effectiveness) ?? value;
        var model = new IncentiveModel(
            effectiveness,
            parameters.Number("effortCost", Allowed.Positive),
            parameters.OptionalNumber("riskAversion", Allowed.Amount) ?? 1 / document.Agency.RiskTolerance,
            parameters.OptionalNumber("principalRiskAversion", Allowed.Amount) ?? 0,
            parameters.OptionalNumber("reservation", Allowed.Any) ?? 0);
        return new()
        {
            Model = model,
            OutcomeVariance = parameters.OptionalNumber("outcomeVariance", Allowed.Variance) ?? VarianceOf(subject),
            NegotiatedShare = parameters.OptionalNumber("negotiatedShare", Allowed.Share),
            ShareLimit = parameters.OptionalNumber("shareLimit", Allowed.AtLeastOne) ?? 2,
            NoiseSignal = parameters.OptionalObject("noiseFilter", filter => new NoiseSignal(filter.Number("covariance", Allowed.Covariance), filter.Number("variance", Allowed.PositiveVariance))),
            NoiseThreshold = parameters.OptionalNumber("noiseThreshold", Allowed.Share) ?? 0.25m,
            UnmeasuredTask = parameters.OptionalObject("unmeasuredTask", task => new UnmeasuredTask(task.Number("value", Allowed.Amount), task.Number("substitution", Allowed.Share))),
            MultitaskThreshold = parameters.OptionalNumber("multitaskThreshold", Allowed.Share) ?? 0.25m,
            Kpis = ReadKpis(parameters, document),
            HybridStructure = parameters.StructurePlace<Hybrid>(subject, "hybridStructure"),
            FixedStructure = parameters.StructurePlace<Fixed>(subject, "fixedStructure"),
        };
    }

    protected override Model.Analyses.IncentiveDesign Answer(AnalysisSubject subject, IncentiveParameters parameters, RunControl run)
    {
        if (parameters.NoiseSignal is { } signal)
            CheckSignal(signal, parameters.OutcomeVariance);
        return Model.Analyses.IncentiveDesign.Of(subject.Comparison, parameters);
    }

    protected override void Write(AnswerPen pen, AnalysisSubject subject, Model.Analyses.IncentiveDesign result)
    {
        var parameters = result.Parameters;
        pen.Variance("outcomeVariance", parameters.OutcomeVariance);
        pen.Object("recommended", () => Write(pen, result.Recommended));
        pen.Object("firstBest", () =>
        {
            var (effort, total) = parameters.Model.FirstBest;
            pen.Number("share", 1);
            pen.Number("effort", effort);
            pen.Money("totalCertaintyEquivalent", total);
        });
        if (result.Negotiated is { } negotiated)
            pen.Object("negotiated", () => Write(pen, negotiated));
        if (parameters.NoiseSignal is { } signal)
            pen.Object("noiseFilter", () => Write(pen, signal, result));
        if (parameters.UnmeasuredTask is not null)
        {
            pen.Object("unmeasuredTask", () =>
            {
                pen.Number("share", result.UnmeasuredShare);
                pen.Number("reduction", result.Reduction);
            });
        }

        if (parameters.Kpis.Count > 0)
        {
            pen.List("kpis", parameters.Kpis.Zip(result.KpiShares), kpi =>
            {
                pen.Text("name", kpi.First.Name);
                pen.Number("share", kpi.Second);
            });
        }

        pen.Object("fairness", result.Fairness, fairness =>
        {
            pen.Whole("hybridStructure", fairness.HybridStructure);
            pen.Whole("fixedStructure", fairness.FixedStructure);
            pen.Money("feeDifference", fairness.FeeDifference);
            pen.Money("riskPremium", fairness.RiskPremium);
            pen.Flag("fair", fairness.Fair);
            pen.Money("hiddenPriceCut", fairness.HiddenPriceCut);
        });
        pen.List("warnings", result.Warnings, warning => Write(pen, warning));
    }

    protected override Chart ChartOf(AnalysisSubject subject, Model.Analyses.IncentiveDesign result) =>
        new IncentiveDesignChart(result, ChartSubject.Of(subject.Comparison));

    private static decimal VarianceOf(AnalysisSubject subject)
    {
        var value = subject.Comparison.Value.Total.Amount;
        var variance = value * value * subject.Engagement.Scenarios.Outcome.Sum(state => state.Probability * (state.ValueMultiplier - 1) * (state.ValueMultiplier - 1));
        return new Figure(variance).IsZero ? 0 : variance;
    }

    private static IReadOnlyList<KpiSignal> ReadKpis(ObjectReader parameters, Model.Engagements.Engagement document)
    {
        string[] names = [.. (document.Scorecard?.Kpis ?? []).Select(kpi => kpi.Name)];
        var kpis = parameters.OptionalObjects(
            "kpis", names, name => $"The scorecard has no KPI {JsonText.Quote(name)}.",
            (name, kpi) => new KpiSignal(name, kpi.Number("effectiveness", Effectiveness), kpi.Number("variance", Allowed.Variance)));
        return [.. (kpis ?? []).Select(kpi => kpi.Value).OrderBy(kpi => Array.IndexOf(names, kpi.Name))];
    }

    private static void CheckSignal(NoiseSignal signal, decimal outcomeVariance)
    {
        var isNoise = outcomeVariance == 0 && signal.Covariance != 0;
        if (isNoise || signal.CorrelationSquared(outcomeVariance) > MostCorrelation)
            throw new InvalidRequestException([new("/parameters/noiseFilter/covariance", "covariance is too large for these variances: its square must be at most variance × outcomeVariance.")]);
    }

    private static void Write(AnswerPen pen, IncentiveContract contract)
    {
        pen.Number("share", contract.Share);
        pen.Number("effort", contract.Effort);
        pen.Money("fixedPart", contract.FixedPart);
        pen.Money("riskPremium", contract.RiskPremium);
        pen.Money("agencyCertaintyEquivalent", contract.AgencyCertaintyEquivalent);
        pen.Money("clientCertaintyEquivalent", contract.ClientCertaintyEquivalent);
        pen.Money("totalCertaintyEquivalent", contract.TotalCertaintyEquivalent);
    }

    private static void Write(AnswerPen pen, NoiseSignal signal, Model.Analyses.IncentiveDesign result)
    {
        var variance = result.Parameters.OutcomeVariance;
        pen.Number("weight", signal.Weight);
        pen.Number("correlationSquared", signal.CorrelationSquared(variance));
        pen.Variance("remainingVariance", signal.RemainingVariance(variance));
        pen.Object("contract", result.Filtered, contract => Write(pen, contract));
    }

    private static void Write(AnswerPen pen, IncentiveWarning warning)
    {
        pen.Text("code", EnumCode.Of(warning.Code));
        var isMoney = warning.Code == IncentiveWarningCode.HiddenPriceCut;
        pen.Figure("value", isMoney ? ComparisonFigure.ExpectedFee : ComparisonFigure.ProfitMargin, warning.Value);
        pen.Figure("limit", isMoney ? ComparisonFigure.ExpectedFee : ComparisonFigure.ProfitMargin, warning.Limit);
    }
}
