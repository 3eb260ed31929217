using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>The passes behind the first: bins and utilities, and what stands at a rank.</summary>
internal sealed class RankPasses(TrialRunner runner, IReadOnlyList<double> centres)
{
    private readonly SimulationPlan plan = runner.Plan;

    /// <summary>Counts bins, and sums exp((least − x) / R) where a risk tolerance R is given.</summary>
    /// <param name="searches">The searches.</param>
    /// <param name="utilities">Least amount and risk tolerance by search; null for none.</param>
    /// <returns>The sums.</returns>
    public double[] Count(RankSearch[] searches, (double Least, double RiskTolerance)[]? utilities)
    {
        var sums = new double[runner.Chunks * searches.Length];
        runner.Each(
            () => new Counted(searches),
            (counted, block, place) =>
            {
                for (var i = 0; i < searches.Length; i++)
                {
                    var series = plan.Series[searches[i].Series];
                    searches[i].Number(counted.Numbers, series, block, place);
                    CountInto(counted.Counts[i], counted.Numbers, place.Trials);
                    if (utilities is not null)
                        sums[place.Chunk * searches.Length + i] += Utilities(series, utilities[i], block, place);
                }
            },
            counted =>
            {
                for (var i = 0; i < searches.Length; i++)
                {
                    for (var bin = 0; bin < searches[i].Counts.Length; bin++)
                        searches[i].Counts[bin] += counted.Counts[i][bin];
                }
            });
        return Totals(sums, searches.Length);
    }

    /// <summary>Looks into the bins that hold ranks.</summary>
    /// <returns>What is still open.</returns>
    public RankSearch[] Look(RankSearch[] searches)
    {
        foreach (var search in searches)
            search.FindBins();
        var sums = new double[runner.Chunks * searches.Length];
        runner.Each(
            () => new Looked(),
            (looked, block, place) =>
            {
                for (var i = 0; i < searches.Length; i++)
                {
                    var series = plan.Series[searches[i].Series];
                    searches[i].Number(looked.Numbers, series, block, place);
                    series.Into(looked.Amounts, block);
                    sums[place.Chunk * searches.Length + i] += searches[i].Look(looked.Numbers, looked.Amounts, centres[searches[i].Series], place.Groups);
                }
            },
            _ => { });
        var totals = Totals(sums, searches.Length);
        runner.ForAll(searches.Length, i => searches[i].Sort());
        return [.. searches.SelectMany((search, i) => search.Conclude(totals[i], centres[search.Series]))];
    }

    private static double[] Totals(double[] sums, int width)
    {
        var totals = new double[width];
        for (var at = 0; at < sums.Length; at++)
            totals[at % width] += sums[at];
        return totals;
    }

    [MethodImpl(Hot.Loop)]
    private static void CountInto(int[] counts, ReadOnlySpan<Vector512<double>> numbers, int trials)
    {
        ref var count = ref MemoryMarshal.GetArrayDataReference(counts);
        ref var number = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<Vector512<double>, double>(numbers));
        unchecked
        {
            // Four at a time, so that a bin met twice in a row is not waited for so often.
            nint i = 0;
            for (; i + 3 < trials; i += 4)
            {
                var a = (nint)double.ConvertToIntegerNative<int>(Unsafe.Add(ref number, i));
                var b = (nint)double.ConvertToIntegerNative<int>(Unsafe.Add(ref number, i + 1));
                var c = (nint)double.ConvertToIntegerNative<int>(Unsafe.Add(ref number, i + 2));
                var d = (nint)double.ConvertToIntegerNative<int>(Unsafe.Add(ref number, i + 3));
                Unsafe.Add(ref count, a)++;
                Unsafe.Add(ref count, b)++;
                Unsafe.Add(ref count, c)++;
                Unsafe.Add(ref count, d)++;
            }

            for (; i < trials; i++)
                Unsafe.Add(ref count, (nint)double.ConvertToIntegerNative<int>(Unsafe.Add(ref number, i)))++;
        }
    }

    [MethodImpl(Hot.Loop)]
    private static double Utilities(Series series, (double Least, double RiskTolerance) utility, TrialBlock block, BlockPlace place)
    {
        ref var fee = ref MemoryMarshal.GetReference(block.Column(series.Fee));
        ref var other = ref MemoryMarshal.GetReference(block.Column(series.Other));
        var (factor, least, perTolerance) = (Vector512.Create(series.Factor), Vector512.Create(utility.Least), Vector512.Create(1 / utility.RiskTolerance));
        var sum = Vector512<double>.Zero;
        var whole = place.WholeGroups;
        for (nint i = 0; i < whole; i++)
            sum += VectorMath.Exp((least - VectorMath.Fma(Unsafe.Add(ref fee, i), factor, Unsafe.Add(ref other, i))) * perTolerance);
        if (place.HasRest)
            sum += VectorMath.Exp((least - VectorMath.Fma(Unsafe.Add(ref fee, whole), factor, Unsafe.Add(ref other, whole))) * perTolerance) & place.RestMask;
        return Lanes.Total(sum);
    }

    // What a thread counts.
    private sealed class Counted(RankSearch[] searches)
    {
        private readonly TrialBlock numbers = new(1);

        public Span<Vector512<double>> Numbers => numbers.Column(0);

        public int[][] Counts { get; } = [.. searches.Select(search => new int[search.Counts.Length + 1])];
    }

    // Where a thread works.
    private sealed class Looked
    {
        private readonly TrialBlock columns = new(2);

        public Span<Vector512<double>> Numbers => columns.Column(0);

        public Span<Vector512<double>> Amounts => columns.Column(1);
    }
}
