using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Pricing.Model.Engagements;

namespace Pricing.Model.Simulations;

/// <summary>The outcome: one random number a trial, from which multiplier, state and normal follow.</summary>
internal sealed record OutcomeDraw(int Uniform, int? Normal) : Draw(DrawnInput.Outcome)
{
    [MethodImpl(Hot.Loop)]
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(Uniform);
        new VectorGenerator(key).Fill(column);
        if (Normal is not { } to)
            return;
        var quantiles = block.Column(to);
        for (var i = 0; i < quantiles.Length; i++)
            quantiles[i] = VectorMath.NormalQuantile(column[i]);
    }
}

/// <summary>A value of the outcome state.</summary>
internal sealed record OutcomeStateStep(int To, int Uniform, StateTable States, IReadOnlyList<double> Values) : Step
{
    public override void Run(TrialBlock block, ulong seed, int index) => States.Look(block.Column(Uniform), Values, block.Column(To));
}

/// <summary>A lognormal outcome multiplier with mean 1.</summary>
internal sealed record LognormalOutcomeStep(int To, int Normal, double LogVariance) : Step
{
    public override void Run(TrialBlock block, ulong seed, int index) => Lognormal.OfNormals(block.Column(Normal), block.Column(To), 1, LogVariance);
}

/// <summary>A lognormal achievement on the normal rho Z + √(1 − rho²) E.</summary>
internal sealed record KpiDraw(int Place, int To, int Normal, KpiSpread Spread) : Draw(DrawnInput.Kpi, Place)
{
    private readonly double logVariance = Lognormal.LogVariance(Spread.CoefficientOfVariation);

    [MethodImpl(Hot.Loop)]
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(To);
        var outcome = block.Column(Normal);
        new VectorGenerator(key).Fill(column);
        var rho = (double)Spread.Correlation;
        var (shared, own) = (Number(rho), Number(Math.Sqrt(1 - rho * rho)));
        for (var i = 0; i < column.Length; i++)
            column[i] = VectorMath.Fma(shared, outcome[i], own * VectorMath.NormalQuantile(column[i]));
        Lognormal.OfNormals(column, column, (double)Spread.Mean, logVariance);
    }
}

/// <summary>The scorecard's payout of drawn achievements.</summary>
/// <remarks>Source: docs/formulas/risk.md, "Scorecard payout".</remarks>
internal sealed record PayoutStep(int To, IReadOnlyList<(int Column, double Weight)> Kpis, Scorecard Scorecard) : Step
{
    private readonly double threshold = (double)Scorecard.Threshold, stretch = (double)Scorecard.Stretch, cap = (double)Scorecard.Cap;

    public override void Run(TrialBlock block, ulong seed, int index)
    {
        var payout = block.Column(To);
        payout.Clear();
        foreach (var (column, weight) in Kpis)
            Add(payout, block.Column(column), weight);
    }

    [MethodImpl(Hot.Loop)]
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
