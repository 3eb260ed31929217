using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>One step of a trial's programme, taken for a whole block: it fills a column or more from those before it.</summary>
internal abstract class Step
{
    /// <summary>Takes the step for a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="seed">The simulation's seed.</param>
    /// <param name="index">Which block it is, from 0.</param>
    public abstract void Run(TrialBlock block, ulong seed, int index);
}

/// <summary>A linear form as a column of its own, so that others need not work it out again.</summary>
internal sealed class LinearStep(int to, Linear form) : Step
{
    public override void Run(TrialBlock block, ulong seed, int index) => form.Into(block.Column(to), block);
}

/// <summary>The product of two columns.</summary>
internal sealed class ProductStep(int to, int left, int right) : Step
{
    public override void Run(TrialBlock block, ulong seed, int index)
    {
        var product = block.Column(to);
        var a = block.Column(left);
        var b = block.Column(right);
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
internal abstract class Draw(DrawnInput input, int place = 0) : Step
{
    public sealed override void Run(TrialBlock block, ulong seed, int index) => Fill(block, BlockKey.Of(seed, ((int)input << 24) + place, index));

    protected abstract void Fill(TrialBlock block, ulong key);

    protected static Vector512<double> Number(double value) => Vector512.Create(value);
}
