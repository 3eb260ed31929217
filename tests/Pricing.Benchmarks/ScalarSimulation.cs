using Pricing.Model.Simulations;

namespace Pricing.Benchmarks;

/// <summary>The simulation's job as a plain loop: one trial at a time, the platform's functions, every amount kept and sorted.</summary>
internal sealed class ScalarSimulation(SimulationPlan plan, int trials, double tolerance)
{
    private readonly double[] columns = new double[plan.Columns];
    private readonly Dictionary<Step, double[]> tables = plan.Draws.Steps.OfType<PertDraw>().ToDictionary(Step (draw) => draw, draw => PertQuantiles.Of(draw.Optimistic, draw.MostLikely, draw.Pessimistic));

    /// <summary>Runs it.</summary>
    /// <returns>Of each series the mean, deviation, value at risk, mean of the tail and exponential certainty equivalent.</returns>
    public double[][] Run(ulong seed)
    {
        var random = new ScalarGenerator(seed);
        var amounts = plan.Series.Select(_ => new double[trials]).ToArray();
        var beats = new long[plan.Fees.Length * plan.Fees.Length];
        var sums = new double[2 * plan.Columns];
        for (var trial = 0; trial < trials; trial++)
        {
            foreach (var step in plan.Draws.Steps)
                Take(step, ref random);
            for (var k = 0; k < plan.Feasible.Length; k++)
                columns[plan.Fees[k]] = FeeOf(plan.TrialFees[plan.Feasible[k]]!);
            for (var s = 0; s < amounts.Length; s++)
                amounts[s][trial] = plan.Series[s].Factor * columns[plan.Series[s].Fee] + columns[plan.Series[s].Other];
            for (var column = 0; column < columns.Length; column++)
            {
                sums[2 * column] += columns[column];
                sums[2 * column + 1] += columns[column] * columns[column];
            }

            CountBeats(beats);
        }

        return [.. amounts.Select(Figures)];
    }

    private void CountBeats(long[] beats)
    {
        for (var i = 0; i < plan.Fees.Length; i++)
        {
            for (var j = 0; j < plan.Fees.Length; j++)
            {
                if (columns[plan.Fees[i]] - columns[plan.Fees[j]] > 0.005)
                    beats[i * plan.Fees.Length + j]++;
            }
        }
    }

    private double[] Figures(double[] amounts)
    {
        var mean = amounts.Average();
        var deviation = Math.Sqrt(amounts.Sum(amount => (amount - mean) * (amount - mean)) / (trials - 1));
        var utility = amounts.Sum(amount => Math.Exp(-amount / tolerance)) / trials;
        Array.Sort(amounts);
        var tail = trials / 10;
        return [mean, deviation, amounts[tail - 1], amounts.Take(tail).Average(), -tolerance * Math.Log(utility)];
    }

    private void Take(Step step, ref ScalarGenerator random)
    {
        switch (step)
        {
            case PertDraw draw:
                var place = random.Next() * PertQuantiles.Steps;
                var quantiles = tables[draw];
                columns[draw.To] = quantiles[(int)place] + (place - (int)place) * (quantiles[(int)place + 1] - quantiles[(int)place]);
                break;
            case TriangularDraw draw:
                var (u, width) = (random.Next(), draw.Pessimistic - draw.Optimistic);
                columns[draw.To] = u < (draw.MostLikely - draw.Optimistic) / width
                    ? draw.Optimistic + Math.Sqrt(u * width * (draw.MostLikely - draw.Optimistic))
                    : draw.Pessimistic - Math.Sqrt((1 - u) * width * (draw.Pessimistic - draw.MostLikely));
                break;
            case LognormalDraw draw:
                columns[draw.To] = draw.Mean * Math.Exp(Math.Sqrt(draw.LogVariance) * DiscreteDraws.Normal(ref random) - draw.LogVariance / 2);
                break;
            case AttemptDraw draw:
                columns[draw.Attempts] = draw.Pieces + draw.Table!.Draw(random.Next());
                break;
            case RoundDraw draw:
                columns[draw.To] = Math.Max(0, Math.Floor(Math.Log(random.Next()) / Math.Log(draw.Continuation)) - draw.Included);
                break;
            case VendorStopDraw draw:
                columns[draw.To] = random.Next() < draw.Probability ? draw.Cost : 0;
                break;
            case OutcomeDraw draw:
                columns[draw.Normal!.Value] = DiscreteDraws.Normal(ref random);
                break;
            case LognormalOutcomeStep outcome:
                columns[outcome.To] = Math.Exp(Math.Sqrt(outcome.LogVariance) * columns[outcome.Normal] - outcome.LogVariance / 2);
                break;
            case KpiDraw draw:
                var (rho, logVariance) = ((double)draw.Spread.Correlation, Lognormal.LogVariance(draw.Spread.CoefficientOfVariation));
                var normal = rho * columns[draw.Normal] + Math.Sqrt(1 - rho * rho) * DiscreteDraws.Normal(ref random);
                columns[draw.To] = (double)draw.Spread.Mean * Math.Exp(Math.Sqrt(logVariance) * normal - logVariance / 2);
                break;
            case PayoutStep payout:
                columns[payout.To] = payout.Kpis.Sum(kpi => kpi.Weight * PayoutOf(payout, columns[kpi.Column]));
                break;
            case ProductStep product:
                columns[product.To] = columns[product.Left] * columns[product.Right];
                break;
            case LinearStep linear:
                columns[linear.To] = Value(linear.Form);
                break;
        }
    }

    private static double PayoutOf(PayoutStep payout, double achievement)
    {
        var (threshold, stretch, cap) = ((double)payout.Scorecard.Threshold, (double)payout.Scorecard.Stretch, (double)payout.Scorecard.Cap);
        if (achievement < threshold)
            return 0;
        return achievement <= 1 ? (achievement - threshold) / (1 - threshold) : Math.Min(cap, 1 + (achievement - 1) / (stretch - 1) * (cap - 1));
    }

    private double FeeOf(TrialFee fee)
    {
        var sum = Value(fee.Sum);
        foreach (var piece in fee.Bent)
        {
            var listed = Value(piece.Flat);
            if (piece.Inner is not null)
                listed += piece.Slope * Math.Min(Math.Max(Value(piece.Inner), piece.Low), piece.High);
            sum += listed - piece.Discount * Math.Max(0, listed - Value(piece.PassThrough));
        }

        return sum;
    }

    private double Value(Linear form)
    {
        var value = form.Constant;
        foreach (var (column, factor) in form.Parts)
            value += factor * columns[column];
        return value;
    }
}
