using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>One step of a trial's programme, taken for a whole block: it fills a column or more from those before it.</summary>
internal abstract record Step
{
    /// <summary>Takes the step for a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="seed">The simulation's seed.</param>
    /// <param name="index">Which block it is, from 0.</param>
    public abstract void Run(TrialBlock block, ulong seed, int index);
}

/// <summary>A linear form as a column of its own, so that others need not work it out again.</summary>
internal sealed record LinearStep(int To, Linear Form) : Step
{
    public override void Run(TrialBlock block, ulong seed, int index) => Form.Into(block.Column(To), block);
}

/// <summary>The product of two columns.</summary>
internal sealed record ProductStep(int To, int Left, int Right) : Step
{
    [MethodImpl(Hot.Loop)]
    public override void Run(TrialBlock block, ulong seed, int index)
    {
        var product = block.Column(To);
        var a = block.Column(Left);
        var b = block.Column(Right);
        for (var i = 0; i < product.Length; i++)
            product[i] = a[i] * b[i];
    }
}

/// <summary>What a draw is for; each has random numbers of its own, whatever else is drawn.</summary>
internal enum DrawnInput
{
    CostState,
    Effort,
    Attempts,
    Rounds,
    Outcome,
    Kpi,
    Price,
    VendorStop,
}

/// <summary>A step that takes random numbers.</summary>
internal abstract record Draw(DrawnInput Input, int Place = 0) : Step
{
    public sealed override void Run(TrialBlock block, ulong seed, int index) => Fill(block, BlockKey.Of(seed, Stream, index));

    /// <summary>Number of its generators.</summary>
    public int Stream => ((int)Input << 24) + Place;

    protected abstract void Fill(TrialBlock block, ulong key);

    protected static Vector512<double> Number(double value) => Vector512.Create(value);
}
