using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>Attempts for all pieces of a generation, and pieces given up.</summary>
/// <param name="place">Place in the request.</param>
/// <param name="attempts">Column of the attempts.</param>
/// <param name="failed">Column of the pieces given up; null without a cap.</param>
/// <param name="pieces">Pieces to be accepted.</param>
/// <param name="acceptance">Acceptance probability of the document.</param>
/// <param name="spread">What is drawn.</param>
internal sealed class AttemptDraw(int place, int attempts, int? failed, double pieces, double acceptance, AttemptSpread spread) : Draw(DrawnInput.Attempts, place)
{
    protected override void Fill(TrialBlock block, ulong key)
    {
        var random = new ScalarGenerator(key);
        var tried = block.Numbers(attempts);
        var given = failed is { } column ? block.Numbers(column) : [];
        for (var i = 0; i < tried.Length; i++)
        {
            var p = spread.Acceptance is { } shape ? DiscreteDraws.Beta(ref random, (double)shape.A, (double)shape.B) : acceptance;
            if (spread.Cap is { } cap)
                (tried[i], given[i]) = CappedAttempts.Draw(ref random, pieces, p, cap.Attempts);
            else
                tried[i] = pieces == 0 ? 0 : pieces + DiscreteDraws.Failures(ref random, pieces, p);
        }
    }
}

/// <summary>Revision rounds beyond the included ones: N with P(N ≥ j) = q^j, less R.</summary>
internal sealed class RoundDraw(int to, double continuation, int included) : Draw(DrawnInput.Rounds)
{
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(to);
        if (continuation <= 0)
        {
            column.Clear();
            return;
        }

        new VectorGenerator(key).Fill(column);
        var (perLog, free) = (Number(1 / Math.Log(continuation)), Number(included));
        for (var i = 0; i < column.Length; i++)
            column[i] = Vector512.MaxNative(Vector512<double>.Zero, Vector512.Floor(VectorMath.Log(column[i]) * perLog) - free);
    }
}

/// <summary>A cost that arises with some probability.</summary>
internal sealed class VendorStopDraw(int to, double probability, double cost) : Draw(DrawnInput.VendorStop)
{
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(to);
        new VectorGenerator(key).Fill(column);
        for (var i = 0; i < column.Length; i++)
            column[i] = Vector512.LessThan(column[i], Number(probability)) & Number(cost);
    }
}
