using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>The amounts of a series that stand at given ranks, and those below the tail's.</summary>
/// <param name="tailRank">Rank up to which the tail reaches.</param>
internal sealed class RankedAmounts(long tailRank)
{
    private readonly Dictionary<long, double> found = [];

    /// <summary>Rank up to which the tail reaches.</summary>
    public long TailRank => tailRank;

    /// <summary>Sum of the distances, of all amounts below the one at the tail's rank, from the series' centre.</summary>
    public double TailDistances { get; set; }

    /// <summary>How many they are.</summary>
    public long TailCount { get; set; }

    /// <summary>The amount at a rank, the smallest being the first.</summary>
    public double this[long rank]
    {
        get => found[rank];
        set => found[rank] = value;
    }
}

/// <summary>
/// Finds ranks among the amounts of a series between two bounds: counts bins of equal width, then looks into the bins that hold a
/// rank. A bin of few amounts is sorted; one of many is done if all are the same, else it is searched anew. Exact, in bounded memory.
/// </summary>
internal sealed class RankSearch
{
    /// <summary>A bin of more amounts than this is not kept.</summary>
    public const int MostKept = 16_384;

    private readonly double low, high;
    private readonly long below;
    private readonly long[] ranks;
    private readonly RankedAmounts result;
    private readonly bool isWhole;
    private List<RankedBin> bins = [];
    private int tailBin = -1;

    /// <summary>A search for some ranks.</summary>
    /// <param name="series">Place of the series.</param>
    /// <param name="low">Least amount.</param>
    /// <param name="high">Greatest amount, above the least.</param>
    /// <param name="binCount">Bins to count.</param>
    /// <param name="below">How many amounts of the series lie below the least.</param>
    /// <param name="ranks">Ranks in the whole series, ascending.</param>
    /// <param name="result">Where findings go.</param>
    /// <param name="isWhole">Whether the bounds are those of the whole series.</param>
    public RankSearch(int series, double low, double high, int binCount, long below, long[] ranks, RankedAmounts result, bool isWhole)
    {
        (Series, this.low, this.high, this.below, this.ranks, this.result, this.isWhole) = (series, low, high, below, ranks, result, isWhole);
        Counts = new long[binCount];
    }

    /// <summary>Place of the series.</summary>
    public int Series { get; }

    /// <summary>Amounts by bin.</summary>
    public long[] Counts { get; }

    /// <summary>Numbers a block's amounts by bin; those out of bounds, and trials that do not count, get the number after the last.</summary>
    [MethodImpl(Hot.Loop)]
    public void Number(Span<Vector512<double>> numbers, Series series, TrialBlock block, BlockPlace place)
    {
        ref var fee = ref MemoryMarshal.GetReference(block.Column(series.Fee));
        ref var other = ref MemoryMarshal.GetReference(block.Column(series.Other));
        ref var to = ref MemoryMarshal.GetReference(numbers);

        // A hair wider than the bins are, so that what stands at an edge but for its last digits counts to the bin above.
        var scale = Vector512.Create(Counts.Length / (high - low) * (1 + 1e-12));
        var (factor, least, last, none) = (Vector512.Create(series.Factor), Vector512.Create(low), Vector512.Create(Counts.Length - 1.0), Vector512.Create((double)Counts.Length));
        var (from, until, all) = (Vector512.Create(low), Vector512.Create(high), isWhole);
        var groups = place.Groups;
        for (nint i = 0; i < groups; i++)
        {
            var amount = VectorMath.Fma(Unsafe.Add(ref fee, i), factor, Unsafe.Add(ref other, i));
            var number = Vector512.MinNative(Vector512.Floor((amount - least) * scale), last);
            if (!all)
                number = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(amount, from) & Vector512.LessThanOrEqual(amount, until), number, none);
            Unsafe.Add(ref to, i) = number;
        }

        if (place.HasRest)
            numbers[place.WholeGroups] = Vector512.ConditionalSelect(place.RestMask, numbers[place.WholeGroups], none);
    }

    /// <summary>Finds the bins that hold the ranks, once they are counted.</summary>
    public void FindBins()
    {
        var found = new List<RankedBin>();
        var (bin, before) = (0, below);
        foreach (var rank in ranks)
        {
            while (before + Counts[bin] < rank)
                before += Counts[bin++];
            if (found.Count == 0 || found[^1].Bin != bin)
                found.Add(new(bin, before, Counts[bin]));
            found[^1].Ranks.Add(rank);
            if (rank == result.TailRank)
                tailBin = bin;
        }

        bins = found;
    }

    /// <summary>Looks into a block's amounts in those bins.</summary>
    /// <param name="numbers">The amounts' bins.</param>
    /// <param name="amounts">The amounts.</param>
    /// <param name="centre">Where distances are measured from.</param>
    /// <param name="groups">Groups that count.</param>
    /// <returns>Sum of the distances below the bin that the tail reaches into.</returns>
    public double Look(ReadOnlySpan<Vector512<double>> numbers, ReadOnlySpan<Vector512<double>> amounts, double centre, int groups)
    {
        foreach (var bin in bins)
            bin.Look(numbers[..groups], amounts[..groups]);
        return tailBin > 0 ? DistancesBelow(numbers[..groups], amounts[..groups], centre) : 0;
    }

    /// <summary>Brings what was kept in order.</summary>
    public void Sort()
    {
        foreach (var bin in bins)
            bin.Sort();
    }

    /// <summary>Draws the conclusions; what is still open comes back as searches in narrower bounds.</summary>
    public IEnumerable<RankSearch> Conclude(double distancesBelow, double centre)
    {
        if (tailBin >= 0)
            result.TailDistances += distancesBelow;
        foreach (var bin in bins)
        {
            if (bin.Sorted() is { } sorted)
                Take(bin, sorted, centre);
            else
                yield return new(Series, bin.Least, bin.Greatest, Counts.Length, bin.Before, [.. bin.Ranks], result, isWhole: false);
        }
    }

    private void Take(RankedBin bin, Func<long, double> sorted, double centre)
    {
        foreach (var rank in bin.Ranks)
            result[rank] = sorted(rank - bin.Before - 1);
        if (bin.Bin != tailBin)
            return;
        var limit = result[result.TailRank];
        result.TailCount = bin.Before;
        for (var i = 0L; sorted(i) < limit; i++)
        {
            result.TailDistances += sorted(i) - centre;
            result.TailCount++;
        }
    }

    [MethodImpl(Hot.Loop)]
    private double DistancesBelow(ReadOnlySpan<Vector512<double>> numbers, ReadOnlySpan<Vector512<double>> amounts, double centre)
    {
        var (limit, middle, sum) = (Vector512.Create((double)tailBin), Vector512.Create(centre), Vector512<double>.Zero);
        for (var i = 0; i < numbers.Length; i++)
            sum += Vector512.LessThan(numbers[i], limit) & (amounts[i] - middle);
        return Lanes.Total(sum);
    }
}

/// <summary>A bin in which ranks stand.</summary>
/// <param name="bin">Its number.</param>
/// <param name="before">Amounts of the series before it.</param>
/// <param name="count">Amounts in it.</param>
internal sealed class RankedBin(int bin, long before, long count)
{
    private readonly double[]? kept = count <= RankSearch.MostKept ? GC.AllocateUninitializedArray<double>((int)count) : null;
    private readonly Lock gate = new();
    private int filled;

    public int Bin => bin;

    public long Before => before;

    /// <summary>Ranks in it, ascending.</summary>
    public List<long> Ranks { get; } = [];

    /// <summary>Least amount, where they are not kept.</summary>
    public double Least { get; private set; } = double.PositiveInfinity;

    /// <summary>Greatest amount, where they are not kept.</summary>
    public double Greatest { get; private set; } = double.NegativeInfinity;

    /// <summary>Looks for amounts of the bin.</summary>
    public void Look(ReadOnlySpan<Vector512<double>> numbers, ReadOnlySpan<Vector512<double>> amounts)
    {
        if (kept is null)
            Bound(numbers, amounts);
        else
            Keep(numbers, amounts, kept);
    }

    /// <summary>Brings what was kept in order.</summary>
    public void Sort()
    {
        if (kept is not null)
            Array.Sort(kept);
    }

    /// <summary>The amounts in order by place from 0; null where there are too many and they differ.</summary>
    public Func<long, double>? Sorted()
    {
        if (kept is null)
            return Least == Greatest ? _ => Least : null;
        return place => kept[place];
    }

    [MethodImpl(Hot.Loop)]
    private void Keep(ReadOnlySpan<Vector512<double>> numbers, ReadOnlySpan<Vector512<double>> amounts, double[] to)
    {
        var wanted = Vector512.Create((double)bin);
        for (var i = 0; i < numbers.Length; i++)
        {
            // Most groups hold none: the usual way is short.
            var hits = Vector512.Equals(numbers[i], wanted).ExtractMostSignificantBits();
            if (hits != 0)
                KeepHits(hits, amounts[i], to);
        }
    }

    private void KeepHits(ulong hits, Vector512<double> amounts, double[] to)
    {
        for (; hits != 0; hits &= hits - 1)
            to[Interlocked.Increment(ref filled) - 1] = amounts[BitOperations.TrailingZeroCount(hits)];
    }

    [MethodImpl(Hot.Loop)]
    private void Bound(ReadOnlySpan<Vector512<double>> numbers, ReadOnlySpan<Vector512<double>> amounts)
    {
        var wanted = Vector512.Create((double)bin);
        var (least, greatest) = (Vector512.Create(double.PositiveInfinity), Vector512.Create(double.NegativeInfinity));
        for (var i = 0; i < numbers.Length; i++)
        {
            var isHit = Vector512.Equals(numbers[i], wanted);
            least = Vector512.MinNative(least, Vector512.ConditionalSelect(isHit, amounts[i], least));
            greatest = Vector512.MaxNative(greatest, Vector512.ConditionalSelect(isHit, amounts[i], greatest));
        }

        lock (gate)
        {
            Least = Math.Min(Least, Lanes.Least(least));
            Greatest = Math.Max(Greatest, Lanes.Greatest(greatest));
        }
    }
}
