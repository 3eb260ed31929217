using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>Eight numbers made one, always in the same order.</summary>
/// <remarks>
/// All of it must be inlined: a call keeps no vector in a register, and one call behind a loop makes the loop store what it sums up.
/// </remarks>
internal static class Lanes
{
    /// <summary>Their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector512<double> numbers) =>
        ((numbers[0] + numbers[4]) + (numbers[2] + numbers[6])) + ((numbers[1] + numbers[5]) + (numbers[3] + numbers[7]));

    /// <summary>The least.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Least(Vector512<double> numbers) => Math.Min(
        Math.Min(Math.Min(numbers[0], numbers[1]), Math.Min(numbers[2], numbers[3])), Math.Min(Math.Min(numbers[4], numbers[5]), Math.Min(numbers[6], numbers[7])));

    /// <summary>The greatest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Greatest(Vector512<double> numbers) => -Least(-numbers);
}
