using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>A constant and multiples of columns.</summary>
internal sealed class Linear
{
    private readonly int[] columns;
    private readonly double[] factors;

    private Linear(double constant, int[] columns, double[] factors) => (Constant, this.columns, this.factors) = (constant, columns, factors);

    /// <summary>The part that is the same in every trial.</summary>
    public double Constant { get; }

    /// <summary>Whether it is the same in every trial.</summary>
    public bool IsConstant => columns.Length == 0;

    /// <summary>How many columns it takes.</summary>
    public int Terms => columns.Length;

    /// <summary>The only column and its factor, of a form without a constant.</summary>
    /// <exception cref="InvalidOperationException">It takes more than that.</exception>
    public (int Column, double Factor) Single => columns.Length == 1 && Constant == 0
        ? (columns[0], factors[0])
        : throw new InvalidOperationException("The form is more than a multiple of one column.");

    /// <summary>A constant.</summary>
    public static implicit operator Linear(double constant) => new(constant, [], []);

    /// <summary>A column.</summary>
    public static Linear Column(int column) => new(0, [column], [1.0]);

    /// <summary>Sum.</summary>
    public static Linear operator +(Linear left, Linear right)
    {
        var sum = new SortedDictionary<int, double>();
        foreach (var (column, factor) in left.columns.Zip(left.factors).Concat(right.columns.Zip(right.factors)))
            sum[column] = sum.GetValueOrDefault(column) + factor;
        return new(left.Constant + right.Constant, [.. sum.Keys], [.. sum.Values]);
    }

    /// <summary>Difference.</summary>
    public static Linear operator -(Linear left, Linear right) => left + right * -1;

    /// <summary>A multiple.</summary>
    public static Linear operator *(Linear linear, double factor) => factor == 0
        ? 0
        : new Linear(linear.Constant * factor, linear.columns, [.. linear.factors.Select(each => each * factor)]);

    /// <summary>Works it out for a block.</summary>
    public void Into(Span<Vector512<double>> result, TrialBlock block)
    {
        result.Fill(Vector512.Create(Constant));
        var i = 0;
        for (; i + 2 < columns.Length; i += 3)
            AddThree(result, block, i);
        for (; i < columns.Length; i++)
            AddOne(result, block, i);
    }

    private void AddOne(Span<Vector512<double>> result, TrialBlock block, int i)
    {
        ref var to = ref MemoryMarshal.GetReference(result);
        ref var a = ref MemoryMarshal.GetReference(block.Column(columns[i]));
        var factor = Vector512.Create(factors[i]);
        for (var at = 0; at < TrialBlock.Groups; at++)
            Unsafe.Add(ref to, at) = VectorMath.Fma(Unsafe.Add(ref a, at), factor, Unsafe.Add(ref to, at));
    }

    // The processor waits for memory more than for sums: three columns for one way there and back.
    private void AddThree(Span<Vector512<double>> result, TrialBlock block, int i)
    {
        ref var to = ref MemoryMarshal.GetReference(result);
        ref var a = ref MemoryMarshal.GetReference(block.Column(columns[i]));
        ref var b = ref MemoryMarshal.GetReference(block.Column(columns[i + 1]));
        ref var c = ref MemoryMarshal.GetReference(block.Column(columns[i + 2]));
        var (ofA, ofB, ofC) = (Vector512.Create(factors[i]), Vector512.Create(factors[i + 1]), Vector512.Create(factors[i + 2]));
        for (var at = 0; at < TrialBlock.Groups; at++)
        {
            var sum = VectorMath.Fma(Unsafe.Add(ref a, at), ofA, Unsafe.Add(ref to, at));
            sum = VectorMath.Fma(Unsafe.Add(ref b, at), ofB, sum);
            Unsafe.Add(ref to, at) = VectorMath.Fma(Unsafe.Add(ref c, at), ofC, sum);
        }
    }
}
