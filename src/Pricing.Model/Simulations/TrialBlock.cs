using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>A block of trials as columns: one for each quantity that differs by trial, and one fee for each structure.</summary>
/// <remarks>The columns begin at a cache line, and all of a block stay in the processor's cache.</remarks>
internal sealed class TrialBlock
{
    /// <summary>Trials of a block.</summary>
    public const int Trials = 1024;

    /// <summary>Groups of eight trials of a block.</summary>
    public const int Groups = Trials / 8;

    private readonly double[] numbers;
    private readonly int start;

    /// <summary>A block of so many columns.</summary>
    public TrialBlock(int columns)
    {
        numbers = GC.AllocateUninitializedArray<double>(columns * Trials + 8, pinned: true);
        var misplaced = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(numbers, 0) % 64);
        start = misplaced == 0 ? 0 : (64 - misplaced) / sizeof(double);
    }

    /// <summary>A column, trial by trial.</summary>
    public Span<double> Numbers(int column) => numbers.AsSpan(start + column * Trials, Trials);

    /// <summary>A column, eight trials at a time.</summary>
    public Span<Vector512<double>> Column(int column) => MemoryMarshal.Cast<double, Vector512<double>>(Numbers(column));
}
