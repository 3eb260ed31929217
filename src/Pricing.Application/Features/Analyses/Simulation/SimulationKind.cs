using Pricing.Application.Contract;
using Pricing.Documents.Charts;
using Pricing.Model.Simulations;

namespace Pricing.Application.Features.Analyses.Simulation;

/// <summary>How profits and surpluses spread: Monte Carlo over effort, attempts, revisions, outcome, prices and vendors.</summary>
internal sealed class SimulationKind() : AnalysisKind<SimulationParameters, SimulationResult>("simulation")
{
    private const int LongFrom = 1_000_001;

    public override bool MayRunLong => true;

    protected override SimulationParameters Read(ObjectReader parameters, AnalysisSubject subject) => new SimulationReader(subject).Read(parameters);

    protected override bool IsLong(SimulationParameters parameters) => parameters.Trials >= LongFrom;

    protected override SimulationResult Answer(AnalysisSubject subject, SimulationParameters parameters, RunControl run) =>
        Model.Simulations.Simulation.Run(subject.Comparison, parameters, run.Progress, run.Cancellation);

    protected override void Write(AnswerPen pen, AnalysisSubject subject, SimulationResult result)
    {
        pen.Whole("trials", result.Trials);
        pen.Text("seed", result.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        pen.Object("inputs", () => WriteInputs(pen, result.Inputs));
        pen.List("structures", result.Structures.Index(), entry => WriteStructure(pen, entry.Index, entry.Item));
        pen.List("pairs", result.Pairs, pair =>
        {
            pen.Whole("first", pair.First);
            pen.Whole("second", pair.Second);
            pen.Object("agency", () => WriteShares(pen, pair.Agency));
            pen.Object("client", () => WriteShares(pen, pair.Client));
        });
    }

    protected override Chart ChartOf(AnalysisSubject subject, SimulationResult result) =>
        new SimulationChart(result, subject.Engagement.TailProbability, ChartSubject.Of(subject.Comparison));

    private static void WriteInputs(AnswerPen pen, SimulatedInputs inputs)
    {
        pen.Object("cost", () => WriteAmounts(pen, inputs.Cost));
        pen.Object("hours", () => WriteFigures(pen, inputs.Hours));
        if (inputs.CostFactor is { } factor)
            pen.Object("costFactor", () => WriteFigures(pen, factor));
        if (inputs.Effort is { } effort)
        {
            pen.List("effort", effort, profile =>
            {
                pen.Text("effortProfile", profile.EffortProfile);
                WriteFigures(pen, profile.Factor);
            });
        }

        pen.List("attempts", inputs.Attempts, attempts =>
        {
            pen.Text("asset", attempts.Asset);
            pen.Whole("generation", attempts.Generation);
            WriteFigures(pen, attempts.Attempts);
            pen.Object("fallbacks", () => WriteFigures(pen, attempts.Fallbacks));
        });
        if (inputs.ExcessRounds is { } rounds)
            pen.Object("excessRounds", () => WriteFigures(pen, rounds));
        pen.Object("outcomeMultiplier", () => WriteFigures(pen, inputs.OutcomeMultiplier));
        if (inputs.Kpis is { } kpis)
        {
            pen.List("kpis", kpis, kpi =>
            {
                pen.Text("name", kpi.Name);
                WriteFigures(pen, kpi.Achievement);
                pen.Sampled("correlation", kpi.Correlation);
            });
        }

        if (inputs.Payout is { } payout)
            pen.Object("payout", () => WriteFigures(pen, payout));
        pen.Object("priceFactor", () => WriteFigures(pen, inputs.PriceFactor));
        pen.Object("vendorStop", () => WriteAmounts(pen, inputs.VendorStop));
    }

    private static void WriteStructure(AnswerPen pen, int place, SimulatedStructure structure)
    {
        pen.Structure(place);
        pen.Flag("feasible", structure.Feasible);
        pen.Object("fee", structure.Fee, fee => WriteAmounts(pen, fee));
        pen.Object("agency", structure.Agency, side => WriteSide(pen, side));
        pen.Object("client", structure.Client, side => WriteSide(pen, side));
    }

    private static void WriteSide(AnswerPen pen, SimulatedSide side)
    {
        WriteAmounts(pen, side.Statistics);
        pen.Object("percentiles", () =>
        {
            string[] names = ["p5", "p25", "p50", "p75", "p95"];
            foreach (var (name, value) in names.Zip(side.Percentiles))
                pen.Money(name, value.AsMoney());
        });
        pen.Sampled("lossProbability", side.LossProbability);
        pen.Money("valueAtRisk", side.ValueAtRisk.AsMoney());
        pen.Money("conditionalValueAtRisk", side.ConditionalValueAtRisk.AsMoney());
        pen.Money("certaintyEquivalent", side.CertaintyEquivalent.AsMoney());
        pen.Money("certaintyEquivalentExponential", side.CertaintyEquivalentExponential.AsMoney());
        pen.Object("histogram", () =>
        {
            pen.Amounts("edges", side.Histogram.Edges.Select(edge => edge.AsMoney().Amount));
            pen.Counts("counts", side.Histogram.Counts);
        });
    }

    private static void WriteAmounts(AnswerPen pen, SampleStatistics statistics)
    {
        pen.Money("mean", statistics.Mean.AsMoney());
        pen.Money("standardError", statistics.StandardError.AsMoney());
        pen.Money("standardDeviation", statistics.StandardDeviation.AsMoney());
    }

    private static void WriteFigures(AnswerPen pen, SampleStatistics statistics)
    {
        pen.Sampled("mean", statistics.Mean);
        pen.Sampled("standardError", statistics.StandardError);
        pen.Sampled("standardDeviation", statistics.StandardDeviation);
    }

    private static void WriteShares(AnswerPen pen, BeatShares shares)
    {
        pen.Sampled("firstBeats", shares.FirstBeats);
        pen.Sampled("secondBeats", shares.SecondBeats);
    }
}
