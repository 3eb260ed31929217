using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>Attempts for all pieces of a generation, and pieces given up.</summary>
/// <param name="Place">Place in the request.</param>
/// <param name="Attempts">Column of the attempts.</param>
/// <param name="Failed">Column of the pieces given up; null without a cap.</param>
/// <param name="Pieces">Pieces to be accepted.</param>
/// <param name="Acceptance">Acceptance probability of the document.</param>
/// <param name="Spread">What is drawn.</param>
internal sealed record AttemptDraw(int Place, int Attempts, int? Failed, double Pieces, double Acceptance, AttemptSpread Spread) : Draw(DrawnInput.Attempts, Place)
{
    /// <summary>The failed attempts written out, where they always spread the same and over few counts.</summary>
    public CountTable? Table { get; } = Spread is { Cap: null, Acceptance: null } ? CountTable.OfFailures(Pieces, Acceptance) : null;

    protected override void Fill(TrialBlock block, ulong key)
    {
        if (Table is null)
            FillOneByOne(block, new(key));
        else
            FillFrom(Table, block, key);
    }

    private void FillFrom(CountTable table, TrialBlock block, ulong key)
    {
        new VectorGenerator(key).Fill(block.Column(Attempts));
        table.Draw(block.Numbers(Attempts), Pieces);
    }

    private void FillOneByOne(TrialBlock block, ScalarGenerator random)
    {
        var tried = block.Numbers(Attempts);
        var given = Failed is { } column ? block.Numbers(column) : [];
        for (var i = 0; i < tried.Length; i++)
        {
            var p = Spread.Acceptance is { } shape ? DiscreteDraws.Beta(ref random, (double)shape.A, (double)shape.B) : Acceptance;
            if (Spread.Cap is { } cap)
                (tried[i], given[i]) = CappedAttempts.Draw(ref random, Pieces, p, cap.Attempts);
            else
                tried[i] = Pieces == 0 ? 0 : Pieces + DiscreteDraws.Failures(ref random, Pieces, p);
        }
    }
}

/// <summary>Revision rounds beyond the included ones: N with P(N ≥ j) = q^j, less R.</summary>
internal sealed record RoundDraw(int To, double Continuation, int Included) : Draw(DrawnInput.Rounds)
{
    [MethodImpl(Hot.Loop)]
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(To);
        if (Continuation <= 0)
        {
            column.Clear();
            return;
        }

        new VectorGenerator(key).Fill(column);
        var (perLog, free) = (Number(1 / Math.Log(Continuation)), Number(Included));
        for (var i = 0; i < column.Length; i++)
            column[i] = Vector512.MaxNative(Vector512<double>.Zero, Vector512.Floor(VectorMath.Log(column[i]) * perLog) - free);
    }
}

/// <summary>A cost that arises with some probability.</summary>
internal sealed record VendorStopDraw(int To, double Probability, double Cost) : Draw(DrawnInput.VendorStop)
{
    [MethodImpl(Hot.Loop)]
    protected override void Fill(TrialBlock block, ulong key)
    {
        var column = block.Column(To);
        new VectorGenerator(key).Fill(column);
        for (var i = 0; i < column.Length; i++)
            column[i] = Vector512.LessThan(column[i], Number(Probability)) & Number(Cost);
    }
}
