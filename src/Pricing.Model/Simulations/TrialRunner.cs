using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>Where a block stands in a simulation.</summary>
/// <param name="Chunk">The chunk it belongs to: what one thread does in one go, and the unit in which sums are merged.</param>
/// <param name="Trials">Trials of the block that count; the last block may have fewer than the rest.</param>
internal readonly record struct BlockPlace(int Chunk, int Trials)
{
    /// <summary>Groups of eight trials that all count.</summary>
    public int WholeGroups => Trials / 8;

    /// <summary>Whether a group follows of which some count.</summary>
    public bool HasRest => Trials % 8 != 0;

    /// <summary>Which trials of that group count: all bits set or none.</summary>
    public Vector512<double> RestMask
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.LessThan(Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)(Trials % 8)));
    }


    /// <summary>Groups that hold a trial that counts.</summary>
    public int Groups => WholeGroups + (HasRest ? 1 : 0);
}

/// <summary>Runs through all trials, as often as asked: each time the same ones.</summary>
internal sealed class TrialRunner(SimulationPlan plan, int trials, ulong seed, int? threads, Action<double> progress, CancellationToken cancellation)
{
    private const int BlocksOfChunk = 8;
    private const int ChunkTrials = BlocksOfChunk * TrialBlock.Trials;

    // Three passes find everything but where most trials share a few values that lie close together.
    private const int UsualPasses = 3;

    private readonly ConcurrentBag<TrialBlock> blocks = [];
    private int done;

    /// <summary>Number of trials.</summary>
    public int Trials => trials;

    /// <summary>The plan of a trial.</summary>
    public SimulationPlan Plan => plan;

    /// <summary>Number of chunks.</summary>
    public int Chunks => (trials + ChunkTrials - 1) / ChunkTrials;

    /// <summary>The first block, to look at.</summary>
    public TrialBlock First()
    {
        var block = Rent();
        plan.Fill(block, seed, 0);
        blocks.Add(block);
        return block;
    }

    /// <summary>Goes through all blocks.</summary>
    /// <param name="begin">What a thread keeps to itself.</param>
    /// <param name="consume">Takes a block; sums go to the chunk's place, so that threads change nothing about their order.</param>
    /// <param name="end">Merges what a thread kept: counts and extremes, for which order does not matter. One at a time.</param>
    public void Each<T>(Func<T> begin, Action<T, TrialBlock, BlockPlace> consume, Action<T> end)
    {
        var gate = new Lock();

        // An exception must not leave the loop: while it passes, .NET 10 may let go of what the loop's last step still holds, and the process dies.
        Parallel.For(
            0, Chunks, Options,
            () => new Share<T>(begin(), Rent()),
            (chunk, loop, share) =>
            {
                if (RunChunk(chunk, share.Block, (block, place) => consume(share.Kept, block, place)))
                    Report();
                else
                    loop.Stop();
                return share;
            },
            share =>
            {
                blocks.Add(share.Block);
                lock (gate)
                    end(share.Kept);
            });
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Does something for each of so many things that are independent of each other.</summary>
    public void ForAll(int count, Action<int> act)
    {
        cancellation.ThrowIfCancellationRequested();
        Parallel.For(0, count, Options, act);
    }

    // False where it was cancelled on the way.
    private bool RunChunk(int chunk, TrialBlock block, Action<TrialBlock, BlockPlace> consume)
    {
        var end = Math.Min(trials, (chunk + 1) * ChunkTrials);
        for (var first = chunk * ChunkTrials; first < end; first += TrialBlock.Trials)
        {
            if (cancellation.IsCancellationRequested)
                return false;
            plan.Fill(block, seed, first / TrialBlock.Trials);
            consume(block, new(chunk, Math.Min(TrialBlock.Trials, end - first)));
        }

        return true;
    }

    private void Report() => progress(Math.Min(1, (double)Interlocked.Increment(ref done) / (Chunks * UsualPasses)));

    private ParallelOptions Options => new() { MaxDegreeOfParallelism = Math.Min(threads ?? int.MaxValue, Environment.ProcessorCount) };

    private TrialBlock Rent() => blocks.TryTake(out var block) ? block : new(plan.Columns);

    // What a thread works with.
    private sealed record Share<T>(T Kept, TrialBlock Block);
}
