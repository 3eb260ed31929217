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

    /// <summary>The columns and their factors.</summary>
    public IEnumerable<(int Column, double Factor)> Parts => columns.Zip(factors);

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
        foreach (var (column, factor) in left.Parts.Concat(right.Parts))
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
        // The processor waits for memory more than for sums: three columns for one way there and back.
        switch (columns.Length)
        {
            case 0:
                result.Fill(Vector512.Create(Constant));
                break;
            case 1:
                OfOne(result, block);
                break;
            case 2:
                OfTwo(result, block);
                break;
            default:
                OfThree(result, block);
                for (var i = 3; i < columns.Length; i++)
                    Add(result, block, i);
                break;
        }
    }

    [MethodImpl(Hot.Loop)]
    private void OfOne(Span<Vector512<double>> result, TrialBlock block)
    {
        ref var to = ref MemoryMarshal.GetReference(result);
        ref var a = ref ColumnOf(block, 0, out var ofA);
        var constant = Vector512.Create(Constant);
        for (nint at = 0; at < TrialBlock.Groups; at++)
            Unsafe.Add(ref to, at) = VectorMath.Fma(Unsafe.Add(ref a, at), ofA, constant);
    }

    [MethodImpl(Hot.Loop)]
    private void OfTwo(Span<Vector512<double>> result, TrialBlock block)
    {
        ref var to = ref MemoryMarshal.GetReference(result);
        ref var a = ref ColumnOf(block, 0, out var ofA);
        ref var b = ref ColumnOf(block, 1, out var ofB);
        var constant = Vector512.Create(Constant);
        for (nint at = 0; at < TrialBlock.Groups; at++)
            Unsafe.Add(ref to, at) = VectorMath.Fma(Unsafe.Add(ref b, at), ofB, VectorMath.Fma(Unsafe.Add(ref a, at), ofA, constant));
    }

    [MethodImpl(Hot.Loop)]
    private void OfThree(Span<Vector512<double>> result, TrialBlock block)
    {
        ref var to = ref MemoryMarshal.GetReference(result);
        ref var a = ref ColumnOf(block, 0, out var ofA);
        ref var b = ref ColumnOf(block, 1, out var ofB);
        ref var c = ref ColumnOf(block, 2, out var ofC);
        var constant = Vector512.Create(Constant);
        for (nint at = 0; at < TrialBlock.Groups; at++)
        {
            var sum = VectorMath.Fma(Unsafe.Add(ref b, at), ofB, VectorMath.Fma(Unsafe.Add(ref a, at), ofA, constant));
            Unsafe.Add(ref to, at) = VectorMath.Fma(Unsafe.Add(ref c, at), ofC, sum);
        }
    }

    [MethodImpl(Hot.Loop)]
    private void Add(Span<Vector512<double>> result, TrialBlock block, int i)
    {
        ref var to = ref MemoryMarshal.GetReference(result);
        ref var a = ref ColumnOf(block, i, out var ofA);
        for (nint at = 0; at < TrialBlock.Groups; at++)
            Unsafe.Add(ref to, at) = VectorMath.Fma(Unsafe.Add(ref a, at), ofA, Unsafe.Add(ref to, at));
    }

    private ref Vector512<double> ColumnOf(TrialBlock block, int i, out Vector512<double> factor)
    {
        factor = Vector512.Create(factors[i]);
        return ref MemoryMarshal.GetReference(block.Column(columns[i]));
    }
}
