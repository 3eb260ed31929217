using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>The first pass: moments, extremes, losses, and who beats whom.</summary>
internal sealed class Survey
{
    private const double Loss = -1e-6;

    private readonly TrialRunner runner;
    private readonly SimulationPlan plan;
    private readonly int[] columns;
    private readonly (int Left, int Right)[] products;
    private readonly double[] centres, seriesCentres;
    private readonly double[] halves;
    private readonly double[] sums;
    private readonly int width;
    private readonly Kept all;

    /// <summary>Goes through all trials.</summary>
    /// <param name="runner">The trials.</param>
    /// <param name="columns">Columns whose moments are asked for.</param>
    /// <param name="products">Columns, by their place among them, whose correlations are.</param>
    /// <param name="halfMinorUnit">By how much one must exceed the other to beat it.</param>
    public Survey(TrialRunner runner, int[] columns, (int Left, int Right)[] products, double halfMinorUnit)
    {
        (this.runner, plan, this.columns, this.products) = (runner, runner.Plan, columns, products);
        halves = plan.CostOfNetFee == 1 ? [halfMinorUnit] : [halfMinorUnit, halfMinorUnit / plan.CostOfNetFee];
        width = 2 * (columns.Length + plan.Series.Length) + products.Length;
        sums = new double[runner.Chunks * width];

        // Distances from the first trial keep their digits, however far from zero all trials lie.
        var first = runner.First();
        centres = [.. columns.Select(column => first.Numbers(column)[0])];
        seriesCentres = [.. plan.Series.Select(series => series.Of(first, 0)[0])];
        all = NewKept();
        runner.Each(NewKept, Consume, Merge);
    }

    /// <summary>Least value of each series.</summary>
    public IReadOnlyList<double> Least => all.Least;

    /// <summary>Greatest value of each series.</summary>
    public IReadOnlyList<double> Greatest => all.Greatest;

    /// <summary>A value in the middle of things to measure distances from, by series.</summary>
    public IReadOnlyList<double> Centres => seriesCentres;

    /// <summary>Trials of each series that make a loss.</summary>
    public IReadOnlyList<long> Losses => all.Losses;

    /// <summary>Statistics of a column, by its place among those asked for.</summary>
    public SampleStatistics ColumnStatistics(int i) => StatisticsOf(centres[i], 2 * i);

    /// <summary>Statistics of a series.</summary>
    public SampleStatistics SeriesStatistics(int i) => StatisticsOf(seriesCentres[i], 2 * (columns.Length + i));

    /// <summary>Correlation of two columns; null where either has no spread.</summary>
    public double? Correlation(int product)
    {
        var (left, right) = products[product];
        var n = (double)runner.Trials;
        var (sumLeft, sumRight) = (Total(2 * left), Total(2 * right));
        var covariance = Total(width - products.Length + product) - sumLeft * sumRight / n;
        var spread = Math.Sqrt((Total(2 * left + 1) - sumLeft * sumLeft / n) * (Total(2 * right + 1) - sumRight * sumRight / n));
        return spread > 0 ? Math.Clamp(covariance / spread, -1, 1) : null;
    }

    /// <summary>How often a structure beats another, by their places among the feasible ones.</summary>
    public (BeatShares Agency, BeatShares Client) Beats(int first, int second)
    {
        var pair = PairOf(first, second);
        var agency = Shares(0);
        var client = Shares(halves.Length - 1);

        // What a higher fee brings the agency it costs the client.
        return (agency, new(client.SecondBeats, client.FirstBeats));

        BeatShares Shares(int half)
        {
            var at = 2 * (pair * halves.Length + half);
            return new((double)all.Beats[at] / runner.Trials, (double)all.Beats[at + 1] / runner.Trials);
        }
    }

    private int PairOf(int first, int second) => first * (2 * plan.Fees.Length - first - 1) / 2 + second - first - 1;

    private SampleStatistics StatisticsOf(double centre, int at)
    {
        var n = (double)runner.Trials;
        var sum = Total(at);
        var deviation = Math.Sqrt(Math.Max(0, (Total(at + 1) - sum * sum / n) / (n - 1)));
        return new(centre + sum / n, deviation / Math.Sqrt(n), deviation);
    }

    private double Total(int at)
    {
        var total = 0.0;
        for (var chunk = 0; chunk < runner.Chunks; chunk++)
            total += sums[chunk * width + at];
        return total;
    }

    private Kept NewKept() => new(
        [.. seriesCentres], [.. seriesCentres], new long[seriesCentres.Length],
        new long[plan.Fees.Length * (plan.Fees.Length - 1) * halves.Length]);

    private void Merge(Kept kept)
    {
        for (var i = 0; i < kept.Least.Length; i++)
        {
            all.Least[i] = Math.Min(all.Least[i], kept.Least[i]);
            all.Greatest[i] = Math.Max(all.Greatest[i], kept.Greatest[i]);
            all.Losses[i] += kept.Losses[i];
        }

        for (var i = 0; i < kept.Beats.Length; i++)
            all.Beats[i] += kept.Beats[i];
    }

    private void Consume(Kept kept, TrialBlock block, BlockPlace place)
    {
        var to = sums.AsSpan(place.Chunk * width, width);
        for (var i = 0; i < columns.Length; i++)
            AddColumn(to[(2 * i)..], block.Column(columns[i]), centres[i], place);
        for (var i = 0; i < plan.Series.Length; i++)
            AddSeries(to[(2 * (columns.Length + i))..], kept, i, block, place);
        for (var i = 0; i < products.Length; i++)
            to[width - products.Length + i] += Product(block, products[i], place);
        var pair = 0;
        for (var i = 0; i < plan.Fees.Length; i++)
        {
            for (var j = i + 1; j < plan.Fees.Length; j++, pair++)
            {
                for (var half = 0; half < halves.Length; half++)
                    CountBeats(kept.Beats.AsSpan(2 * (pair * halves.Length + half), 2), block.Column(plan.Fees[i]), block.Column(plan.Fees[j]), halves[half], place);
            }
        }
    }

    [MethodImpl(Hot.Loop)]
    private static void AddColumn(Span<double> to, ReadOnlySpan<Vector512<double>> column, double centre, BlockPlace place)
    {
        ref var from = ref MemoryMarshal.GetReference(column);
        var middle = Vector512.Create(centre);
        var (sum, square) = (Vector512<double>.Zero, Vector512<double>.Zero);
        var whole = place.WholeGroups;
        for (nint i = 0; i < whole; i++)
            Add(Unsafe.Add(ref from, i), Vector512<double>.AllBitsSet);
        if (place.HasRest)
            Add(Unsafe.Add(ref from, whole), place.RestMask);
        to[0] += Lanes.Total(sum);
        to[1] += Lanes.Total(square);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Add(Vector512<double> amount, Vector512<double> counts)
        {
            var distance = (amount - middle) & counts;
            sum += distance;
            square = VectorMath.Fma(distance, distance, square);
        }
    }

    [MethodImpl(Hot.Loop)]
    private void AddSeries(Span<double> to, Kept kept, int at, TrialBlock block, BlockPlace place)
    {
        var series = plan.Series[at];
        ref var fee = ref MemoryMarshal.GetReference(block.Column(series.Fee));
        ref var other = ref MemoryMarshal.GetReference(block.Column(series.Other));
        var (factor, centre, loss) = (Vector512.Create(series.Factor), Vector512.Create(seriesCentres[at]), Vector512.Create(Loss));
        var (sum, square, losses) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<long>.Zero);
        var (least, greatest) = (centre, centre);
        var whole = place.WholeGroups;
        for (nint i = 0; i < whole; i++)
            Add(VectorMath.Fma(Unsafe.Add(ref fee, i), factor, Unsafe.Add(ref other, i)), Vector512<double>.AllBitsSet);
        if (place.HasRest)
            Add(VectorMath.Fma(Unsafe.Add(ref fee, whole), factor, Unsafe.Add(ref other, whole)), place.RestMask);
        to[0] += Lanes.Total(sum);
        to[1] += Lanes.Total(square);
        kept.Least[at] = Math.Min(kept.Least[at], Lanes.Least(least));
        kept.Greatest[at] = Math.Max(kept.Greatest[at], Lanes.Greatest(greatest));
        kept.Losses[at] += Vector512.Sum(losses);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Add(Vector512<double> amount, Vector512<double> counts)
        {
            losses -= (Vector512.LessThan(amount, loss) & counts).AsInt64();

            // The centre is a trial's amount, so it is never beyond the extremes.
            amount = Vector512.ConditionalSelect(counts, amount, centre);
            var distance = amount - centre;
            sum += distance;
            square = VectorMath.Fma(distance, distance, square);
            least = Vector512.MinNative(least, amount);
            greatest = Vector512.MaxNative(greatest, amount);
        }
    }

    [MethodImpl(Hot.Loop)]
    private double Product(TrialBlock block, (int Left, int Right) product, BlockPlace place)
    {
        ref var left = ref MemoryMarshal.GetReference(block.Column(columns[product.Left]));
        ref var right = ref MemoryMarshal.GetReference(block.Column(columns[product.Right]));
        var (ofLeft, ofRight, sum) = (Vector512.Create(centres[product.Left]), Vector512.Create(centres[product.Right]), Vector512<double>.Zero);
        var whole = place.WholeGroups;
        for (nint i = 0; i < whole; i++)
            sum = VectorMath.Fma(Unsafe.Add(ref left, i) - ofLeft, Unsafe.Add(ref right, i) - ofRight, sum);
        if (place.HasRest)
            sum += ((Unsafe.Add(ref left, whole) - ofLeft) * (Unsafe.Add(ref right, whole) - ofRight)) & place.RestMask;
        return Lanes.Total(sum);
    }

    [MethodImpl(Hot.Loop)]
    private static void CountBeats(Span<long> counts, ReadOnlySpan<Vector512<double>> first, ReadOnlySpan<Vector512<double>> second, double half, BlockPlace place)
    {
        ref var left = ref MemoryMarshal.GetReference(first);
        ref var right = ref MemoryMarshal.GetReference(second);
        var (above, below) = (Vector512.Create(half), Vector512.Create(-half));
        var (more, less) = (Vector512<long>.Zero, Vector512<long>.Zero);
        var whole = place.WholeGroups;
        for (nint i = 0; i < whole; i++)
            Count(Unsafe.Add(ref left, i) - Unsafe.Add(ref right, i));
        if (place.HasRest)
            Count((Unsafe.Add(ref left, whole) - Unsafe.Add(ref right, whole)) & place.RestMask);
        counts[0] += Vector512.Sum(more);
        counts[1] += Vector512.Sum(less);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Count(Vector512<double> difference)
        {
            more -= Vector512.GreaterThan(difference, above).AsInt64();
            less -= Vector512.LessThan(difference, below).AsInt64();
        }
    }

    // What a thread counts.
    private sealed record Kept(double[] Least, double[] Greatest, long[] Losses, long[] Beats);
}
