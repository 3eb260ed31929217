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
internal sealed class CostStateDraw(int to, StateTable states, IReadOnlyList<double> factors) : Draw(DrawnInput.CostState)
{
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(to);
        new VectorGenerator(key).Fill(column);
        states.Look(column, factors, column);
    }
}

/// <summary>A PERT factor.</summary>
internal sealed class PertDraw(int to, int profile, double optimistic, double mostLikely, double pessimistic) : Draw(DrawnInput.Effort, profile)
{
    private readonly double[] quantiles = PertQuantiles.Of(optimistic, mostLikely, pessimistic);

    protected override void Fill(TrialBlock block, ulong key)
    {
        new VectorGenerator(key).Fill(block.Column(to));
        var numbers = block.Numbers(to);
        for (var i = 0; i < numbers.Length; i++)
        {
            var place = numbers[i] * PertQuantiles.Steps;
            var step = (int)place;
            numbers[i] = quantiles[step] + (place - step) * (quantiles[step + 1] - quantiles[step]);
        }
    }
}

/// <summary>A triangular factor, by its inverse distribution function.</summary>
internal sealed class TriangularDraw(int to, int profile, double optimistic, double mostLikely, double pessimistic) : Draw(DrawnInput.Effort, profile)
{
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(to);
        new VectorGenerator(key).Fill(column);
        var width = pessimistic - optimistic;
        var (low, high) = (Number(optimistic), Number(pessimistic));
        var (rise, fall) = (Number(width * (mostLikely - optimistic)), Number(width * (pessimistic - mostLikely)));
        var peak = Number(width == 0 ? 0 : (mostLikely - optimistic) / width);
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
internal sealed class LognormalDraw(DrawnInput input, int place, int to, double mean, double logVariance) : Draw(input, place)
{
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(to);
        new VectorGenerator(key).Fill(column);
        Lognormal.Quantiles(column, column, mean, logVariance);
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
    public static void Quantiles(ReadOnlySpan<Vector512<double>> uniform, Span<Vector512<double>> result, double mean, double logVariance)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = VectorMath.NormalQuantile(uniform[i]);
        OfNormals(result, result, mean, logVariance);
    }

    /// <summary>mean × exp(s z − s² / 2).</summary>
    public static void OfNormals(ReadOnlySpan<Vector512<double>> normal, Span<Vector512<double>> result, double mean, double logVariance)
    {
        var (s, shift, scale) = (Vector512.Create(Math.Sqrt(logVariance)), Vector512.Create(-logVariance / 2), Vector512.Create(mean));
        for (var i = 0; i < result.Length; i++)
            result[i] = scale * VectorMath.Exp(VectorMath.Fma(s, normal[i], shift));
    }
}
