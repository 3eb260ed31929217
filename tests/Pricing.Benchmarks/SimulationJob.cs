using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Simulations;

namespace Pricing.Benchmarks;

/// <summary>What every competitor simulates: the worked engagement with its eleven fee structures, and every kind of draw.</summary>
internal static class SimulationJob
{
    /// <summary>The tail of the document, which the percentiles of <see cref="Ranks"/> include.</summary>
    private static readonly decimal[] Shares = [0.05m, 0.1m, 0.25m, 0.5m, 0.75m, 0.95m];

    public static Comparison Comparison()
    {
        var request = JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", "simulation.json")))!;
        var engagement = EngagementReader.Read(Encoding.UTF8.GetBytes(request["engagement"]!.ToJsonString())).Engagement!;
        return Model.Comparisons.Comparison.Of(ResolvedEngagement.From(engagement));
    }

    public static SimulationParameters Parameters(int trials) => new()
    {
        Trials = trials,
        Effort = new Dictionary<string, EffortSpread>
        {
            ["strategy"] = new PertEffort(null),
            ["ideation"] = new PertEffort(null),
            ["classic"] = new TriangularEffort(null),
            ["ai"] = new LognormalEffort(null, 0.2m),
        },
        Attempts = [new(0, 0)],
        Revisions = RoundSpread.Geometric,
        OutcomeVariation = 0.6m,
        Kpis = [new("Awareness", 1, 0.2m, 0.5m), new("Consideration", 1, 0.15m, 0.4m), new("Conversion", 1, 0.1m, 0.3m)],
        PriceDrift = new(-0.2m, 0.25m, 1),
        VendorStop = new(0.05m, 10_000),
    };

    public static long[] Ranks(int trials) => [.. Shares.Select(share => (long)decimal.Ceiling(share * trials))];

    /// <summary>The plan as the C program reads it: numbers, separated by blanks.</summary>
    public static string Text(Comparison comparison, SimulationParameters parameters)
    {
        var plan = new SimulationPlan(comparison, parameters);
        var inputs = new InputStatistics(comparison, parameters, plan);
        var text = new StringBuilder();
        Put(plan.Columns, plan.Columns - 3, 0.005 + 1e-9, 0.1 * parameters.Trials, (double)comparison.Engagement.Document.Agency.RiskTolerance);
        Put([.. Ranks(parameters.Trials).Select(rank => (double)rank), Ranks(parameters.Trials)[1]]);
        Put(plan.Draws.Steps.Count);
        foreach (var step in plan.Draws.Steps)
            PutStep(step);
        Put(plan.Feasible.Length);
        for (var k = 0; k < plan.Feasible.Length; k++)
            PutFee(plan.Fees[k], plan.TrialFees[plan.Feasible[k]]!);
        Put([inputs.Columns.Length, .. inputs.Columns.Select(column => (double)column)]);
        Put(plan.Series.Length);
        foreach (var series in plan.Series)
            Put(series.Fee, series.Factor, series.Other);
        return text.ToString();

        void Put(params double[] numbers) => text.AppendJoin(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))).Append('\n');

        void PutLinear(Linear form)
        {
            Put(form.Constant, form.Parts.Count());
            foreach (var (column, factor) in form.Parts)
                Put(column, factor);
        }

        void PutFee(int column, TrialFee fee)
        {
            Put(column);
            PutLinear(fee.Sum);
            Put(fee.Bent.Length);
            foreach (var piece in fee.Bent)
            {
                PutLinear(piece.Flat);
                Put(piece.Inner is null ? 0 : 1);
                if (piece.Inner is not null)
                {
                    PutLinear(piece.Inner);
                    Put(Math.Max(piece.Low, -1e300), Math.Min(piece.High, 1e300), piece.Slope);
                }

                Put(piece.Discount);
                PutLinear(piece.PassThrough);
            }
        }

        void PutStep(Step step)
        {
            switch (step)
            {
                case PertDraw draw:
                    PutDraw('P', draw, draw.To, 0, [], PertQuantiles.Of(draw.Optimistic, draw.MostLikely, draw.Pessimistic));
                    break;
                case TriangularDraw draw:
                    PutDraw('T', draw, draw.To, 0, [draw.Optimistic, draw.MostLikely, draw.Pessimistic]);
                    break;
                case LognormalDraw draw:
                    PutDraw('G', draw, draw.To, 0, [draw.Mean, draw.LogVariance]);
                    break;
                case AttemptDraw { Table: { } table } draw:
                    PutDraw('A', draw, draw.Attempts, 0, [draw.Pieces, table.Least], table.Below, [.. table.Guide.Select(at => (double)at)]);
                    break;
                case RoundDraw draw:
                    PutDraw('R', draw, draw.To, 0, [1 / Math.Log(draw.Continuation), draw.Included]);
                    break;
                case VendorStopDraw draw:
                    PutDraw('V', draw, draw.To, 0, [draw.Probability, draw.Cost]);
                    break;
                case OutcomeDraw draw:
                    PutDraw('O', draw, draw.Uniform, draw.Normal!.Value, []);
                    break;
                case LognormalOutcomeStep outcome:
                    PutDraw('m', null, outcome.To, outcome.Normal, [outcome.LogVariance]);
                    break;
                case KpiDraw draw:
                    var rho = (double)draw.Spread.Correlation;
                    PutDraw('K', draw, draw.To, draw.Normal, [rho, Math.Sqrt(1 - rho * rho), (double)draw.Spread.Mean, Lognormal.LogVariance(draw.Spread.CoefficientOfVariation)]);
                    break;
                case PayoutStep payout:
                    var scorecard = payout.Scorecard;
                    PutDraw(
                        'Y', null, payout.To, 0, [(double)scorecard.Threshold, (double)scorecard.Stretch, (double)scorecard.Cap],
                        [.. payout.Kpis.Select(kpi => (double)kpi.Column)], [.. payout.Kpis.Select(kpi => kpi.Weight)]);
                    break;
                case ProductStep product:
                    PutDraw('X', null, product.To, product.Left, [], second: product.Right);
                    break;
                case LinearStep linear:
                    PutDraw('L', null, linear.To, 0, [], form: linear.Form);
                    break;
                default:
                    throw new NotSupportedException($"The C program knows no {step.GetType().Name}.");
            }
        }

        void PutDraw(char kind, Draw? draw, int to, int first, double[] parameters, double[]? table = null, double[]? more = null, Linear? form = null, int second = 0)
        {
            text.Append(kind).Append(' ');
            Put([draw?.Stream ?? 0, to, first, second, .. parameters, .. new double[6 - parameters.Length], table?.Length ?? 0, .. table ?? [], more?.Length ?? 0, .. more ?? []]);
            PutLinear(form ?? 0);
        }
    }
}
