using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>States by their probabilities, in the order sent.</summary>
internal sealed class StateTable
{
    private readonly double[] bounds;
    private readonly int[] states;

    /// <summary>Adds the probabilities up; states without any are left out.</summary>
    public StateTable(IReadOnlyList<decimal> probabilities)
    {
        states = [.. Enumerable.Range(0, probabilities.Count).Where(i => probabilities[i] > 0)];
        bounds = new double[states.Length - 1];
        var sum = 0m;
        for (var i = 0; i < bounds.Length; i++)
            bounds[i] = (double)(sum += probabilities[states[i]]);
    }

    /// <summary>Each trial's value: that of the state in whose share of [0, 1] its random number lies.</summary>
    [MethodImpl(Hot.Loop)]
    public void Look(ReadOnlySpan<Vector512<double>> uniform, IReadOnlyList<double> values, Span<Vector512<double>> result)
    {
        Span<Vector512<double>> byState = stackalloc Vector512<double>[states.Length];
        for (var i = 0; i < byState.Length; i++)
            byState[i] = Vector512.Create(values[states[i]]);
        for (var i = 0; i < result.Length; i++)
        {
            var u = uniform[i];
            var value = byState[0];
            for (var k = 0; k < bounds.Length; k++)
                value = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(u, Vector512.Create(bounds[k])), byState[k + 1], value);
            result[i] = value;
        }
    }
}

/// <summary>One cost state a trial.</summary>
internal sealed record CostStateDraw(int To, StateTable States, IReadOnlyList<double> Factors) : Draw(DrawnInput.CostState)
{
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(To);
        new VectorGenerator(key).Fill(column);
        States.Look(column, Factors, column);
    }
}

/// <summary>A PERT factor.</summary>
internal sealed record PertDraw(int To, int Place, double Optimistic, double MostLikely, double Pessimistic) : Draw(DrawnInput.Effort, Place)
{
    private readonly double[] quantiles = PertQuantiles.Of(Optimistic, MostLikely, Pessimistic);

    protected override void Fill(TrialBlock block, ulong key)
    {
        new VectorGenerator(key).Fill(block.Column(To));
        Interpolate(block.Numbers(To), quantiles);
    }

    [MethodImpl(Hot.Loop)]
    private static void Interpolate(Span<double> numbers, double[] quantiles)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(quantiles);
        foreach (ref var number in numbers)
        {
            // Below 1, so never at the last quantile.
            var place = number * PertQuantiles.Steps;
            var step = double.ConvertToIntegerNative<int>(place);
            var low = Unsafe.Add(ref first, step);
            number = low + (place - step) * (Unsafe.Add(ref first, step + 1) - low);
        }
    }
}

/// <summary>A triangular factor, by its inverse distribution function.</summary>
internal sealed record TriangularDraw(int To, int Place, double Optimistic, double MostLikely, double Pessimistic) : Draw(DrawnInput.Effort, Place)
{
    [MethodImpl(Hot.Loop)]
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(To);
        new VectorGenerator(key).Fill(column);
        var width = Pessimistic - Optimistic;
        var (low, high) = (Number(Optimistic), Number(Pessimistic));
        var (rise, fall) = (Number(width * (MostLikely - Optimistic)), Number(width * (Pessimistic - MostLikely)));
        var peak = Number(width == 0 ? 0 : (MostLikely - Optimistic) / width);
        for (var i = 0; i < column.Length; i++)
        {
            var u = column[i];
            var rising = low + Vector512.Sqrt(u * rise);
            var falling = high - Vector512.Sqrt((Vector512<double>.One - u) * fall);
            column[i] = Vector512.ConditionalSelect(Vector512.LessThan(u, peak), rising, falling);
        }
    }
}

/// <summary>A lognormal factor of a given mean: effort, or a change of price.</summary>
internal sealed record LognormalDraw(DrawnInput Input, int Place, int To, double Mean, double LogVariance) : Draw(Input, Place)
{
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(To);
        new VectorGenerator(key).Fill(column);
        Lognormal.Quantiles(column, column, Mean, LogVariance);
    }
}

/// <summary>Lognormal variables.</summary>
internal static class Lognormal
{
    /// <summary>s² = ln(1 + v²) of a coefficient of variation v.</summary>
    public static double LogVariance(decimal coefficientOfVariation)
    {
        var v = (double)coefficientOfVariation;
        return DiscreteDraws.Log1P(v * v);
    }

    /// <summary>Turns random numbers into lognormal ones.</summary>
    [MethodImpl(Hot.Loop)]
    public static void Quantiles(ReadOnlySpan<Vector512<double>> uniform, Span<Vector512<double>> result, double mean, double logVariance)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = VectorMath.NormalQuantile(uniform[i]);
        OfNormals(result, result, mean, logVariance);
    }

    /// <summary>mean × exp(s z − s² / 2).</summary>
    [MethodImpl(Hot.Loop)]
    public static void OfNormals(ReadOnlySpan<Vector512<double>> normal, Span<Vector512<double>> result, double mean, double logVariance)
    {
        var (s, shift, scale) = (Vector512.Create(Math.Sqrt(logVariance)), Vector512.Create(-logVariance / 2), Vector512.Create(mean));
        for (var i = 0; i < result.Length; i++)
            result[i] = scale * VectorMath.Exp(VectorMath.Fma(s, normal[i], shift));
    }
}
