using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>Eight numbers made one, always in the same order.</summary>
internal static class Lanes
{
    /// <summary>Their sum.</summary>
    public static double Total(Vector512<double> numbers) =>
        ((numbers[0] + numbers[4]) + (numbers[2] + numbers[6])) + ((numbers[1] + numbers[5]) + (numbers[3] + numbers[7]));

    /// <summary>The least.</summary>
    public static double Least(Vector512<double> numbers)
    {
        var least = numbers[0];
        for (var lane = 1; lane < Vector512<double>.Count; lane++)
            least = Math.Min(least, numbers[lane]);
        return least;
    }

    /// <summary>The greatest.</summary>
    public static double Greatest(Vector512<double> numbers) => -Least(-numbers);
}
