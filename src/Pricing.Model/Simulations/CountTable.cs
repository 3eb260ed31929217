using System.Runtime.CompilerServices;

namespace Pricing.Model.Simulations;

/// <summary>A distribution of counts written out, to be drawn from by one random number.</summary>
/// <remarks>
/// Counts whose probability is below 1e-18 of the likeliest one's are left out: no run is long enough to meet them. A guide says
/// where the search begins (Chen and Asau 1974).
/// </remarks>
internal sealed class CountTable
{
    /// <summary>Entries of the guide.</summary>
    public const int Guides = 1_024;

    private const int MostCounts = 65_536;
    private const double Negligible = 1e-18;

    private CountTable(double least, double[] below, int[] guide) => (Least, Below, Guide) = (least, below, guide);

    /// <summary>The least count.</summary>
    public double Least { get; }

    /// <summary>Probability to stay at or below each count, from the least one on; 1 at the last.</summary>
    public double[] Below { get; }

    /// <summary>For each equal share of [0, 1], the first count that a number of it may give.</summary>
    public int[] Guide { get; }

    /// <summary>The failures before n successes; null where they spread over too many counts.</summary>
    public static CountTable? OfFailures(double n, double success)
    {
        var failure = 1 - success;
        if (n < 1 || failure <= 0 || Math.Sqrt(n * failure) / success * 20 > MostCounts)
            return null;

        var mode = Math.Floor(Math.Max(0, (n - 1) * failure / success));
        var down = new List<double>();
        var up = new List<double> { 1 };
        for (var (k, weight) = (mode, 1.0); k > 0 && weight > Negligible; k--)
            down.Add(weight *= k / ((k + n - 1) * failure));
        for (var (k, weight) = (mode, 1.0); weight > Negligible && up.Count < MostCounts; k++)
            up.Add(weight *= (k + n) * failure / (k + 1));
        down.Reverse();
        return Of(mode - down.Count, [.. down, .. up]);
    }

    /// <summary>The count that a random number stands for.</summary>
    public double Draw(double uniform) => Least + PlaceOf(uniform, Below, Guide);

    /// <summary>Turns random numbers into counts, each with something added.</summary>
    [MethodImpl(Hot.Loop)]
    public void Draw(Span<double> numbers, double more)
    {
        var (below, guide, first) = (Below, Guide, Least + more);
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = first + PlaceOf(numbers[i], below, guide);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(double uniform, double[] below, int[] guide)
    {
        var at = guide[double.ConvertToIntegerNative<int>(uniform * Guides)];
        while (below[at] < uniform)
            at++;
        return at;
    }

    private static CountTable Of(double least, double[] weights)
    {
        var total = weights.Sum();
        var below = new double[weights.Length];
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            below[i] = (sum += weights[i]) / total;
        below[^1] = 1;

        var guide = new int[Guides];
        var at = 0;
        for (var share = 0; share < Guides; share++)
        {
            while (below[at] < (double)share / Guides)
                at++;
            guide[share] = at;
        }

        return new(least, below, guide);
    }
}
