using System.Runtime.CompilerServices;

namespace Pricing.Model.Simulations;

/// <summary>How the loops over a block are compiled.</summary>
internal static class Hot
{
    /// <summary>At once and by itself.</summary>
    /// <remarks>
    /// At once, so that the first simulation is as fast as the tenth. By itself, because the compiler inlines a limited amount into one
    /// method: a caller that swallows a loop would leave calls inside it, each of which empties all vector registers.
    /// </remarks>
    public const MethodImplOptions Loop = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
