using System.Runtime.Intrinsics;
using Pricing.Model.Engagements;

namespace Pricing.Model.Simulations;

/// <summary>The outcome: one random number a trial, from which multiplier, state and normal follow.</summary>
internal sealed class OutcomeDraw(int uniform, int? normal) : Draw(DrawnInput.Outcome)
{
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(uniform);
        new VectorGenerator(key).Fill(column);
        if (normal is not { } to)
            return;
        var quantiles = block.Column(to);
        for (var i = 0; i < quantiles.Length; i++)
            quantiles[i] = VectorMath.NormalQuantile(column[i]);
    }
}

/// <summary>A value of the outcome state.</summary>
internal sealed class OutcomeStateStep(int to, int uniform, StateTable states, IReadOnlyList<double> values) : Step
{
    public override void Run(TrialBlock block, ulong seed, int index) => states.Look(block.Column(uniform), values, block.Column(to));
}

/// <summary>A lognormal outcome multiplier with mean 1.</summary>
internal sealed class LognormalOutcomeStep(int to, int normal, double logVariance) : Step
{
    public override void Run(TrialBlock block, ulong seed, int index) => Lognormal.OfNormals(block.Column(normal), block.Column(to), 1, logVariance);
}

/// <summary>A lognormal achievement on the normal rho Z + √(1 − rho²) E.</summary>
internal sealed class KpiDraw(int place, int to, int normal, KpiSpread spread) : Draw(DrawnInput.Kpi, place)
{
    private readonly double logVariance = Lognormal.LogVariance(spread.CoefficientOfVariation);

    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(to);
        var outcome = block.Column(normal);
        new VectorGenerator(key).Fill(column);
        var rho = (double)spread.Correlation;
        var (shared, own) = (Number(rho), Number(Math.Sqrt(1 - rho * rho)));
        for (var i = 0; i < column.Length; i++)
            column[i] = VectorMath.Fma(shared, outcome[i], own * VectorMath.NormalQuantile(column[i]));
        Lognormal.OfNormals(column, column, (double)spread.Mean, logVariance);
    }
}

/// <summary>The scorecard's payout of drawn achievements.</summary>
/// <remarks>Source: docs/formulas/risk.md, "Scorecard payout".</remarks>
internal sealed class PayoutStep(int to, IReadOnlyList<(int Column, double Weight)> kpis, Scorecard scorecard) : Step
{
    private readonly double threshold = (double)scorecard.Threshold, stretch = (double)scorecard.Stretch, cap = (double)scorecard.Cap;

    public override void Run(TrialBlock block, ulong seed, int index)
    {
        var payout = block.Column(to);
        payout.Clear();
        foreach (var (column, weight) in kpis)
            Add(payout, block.Column(column), weight);
    }

    private void Add(Span<Vector512<double>> payout, ReadOnlySpan<Vector512<double>> achievement, double weight)
    {
        var one = Vector512<double>.One;
        var (least, most) = (Vector512.Create(threshold), Vector512.Create(cap));
        var (below, above) = (Vector512.Create(1 / (1 - threshold)), Vector512.Create((cap - 1) / (stretch - 1)));
        for (var i = 0; i < payout.Length; i++)
        {
            var a = achievement[i];
            var beyond = Vector512.MinNative(most, VectorMath.Fma(a - one, above, one));
            var paid = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(a, one), (a - least) * below, beyond);
            paid = Vector512.ConditionalSelect(Vector512.LessThan(a, least), Vector512<double>.Zero, paid);
            payout[i] = VectorMath.Fma(paid, Vector512.Create(weight), payout[i]);
        }
    }
}
