using Pricing.Model.Comparisons;

namespace Pricing.Model.Analyses;

/// <summary>How far a lever must move before another structure is recommended.</summary>
/// <param name="Lever">Place of the lever in the order named.</param>
/// <param name="Change">Smallest relative change that does it; null where none within reach does.</param>
/// <param name="Structure">Place of the structure then recommended; null for none.</param>
/// <remarks>Source: docs/formulas/analyses-negotiation.md, "Recommendation".</remarks>
public sealed record RecommendationFlip(int Lever, decimal? Change, int? Structure)
{
    // Changes are told apart, and looked for, this finely.
    private const int ComparedDecimals = 8;
    private const decimal SearchWidth = 1e-10m;

    /// <summary>Looks for the flips of all levers: the nearest first, then those without.</summary>
    /// <param name="recommended">Place of the structure recommended now; null for none.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="levers">Number of levers.</param>
    /// <param name="step">Step of the search, a relative change.</param>
    /// <param name="maximum">Largest relative change looked at.</param>
    /// <param name="moved">The comparison with a lever's numbers times 1 + change; null where the contract refuses that.</param>
    /// <param name="cancellation">Ends the search between two levers.</param>
    public static IReadOnlyList<RecommendationFlip> All(
        int? recommended, RecommendationRule rule, int levers, decimal step, decimal maximum, Func<int, decimal, Comparison?> moved,
        CancellationToken cancellation = default)
    {
        var flips = new RecommendationFlip[levers];
        Parallel.For(0, levers, new ParallelOptions { CancellationToken = cancellation }, lever => flips[lever] = Nearest(lever, recommended, step, maximum, change => moved(lever, change) is { } there ? new(Recommendation.ChoiceOf(there, rule)) : null));
        return [.. flips.OrderBy(flip => flip.Change is null).ThenBy(flip => Compared(flip.Change))];
    }

    // Both sides take the same steps, so the first step that flips on either side holds the nearest flip.
    private static RecommendationFlip Nearest(int lever, int? recommended, decimal step, decimal maximum, Func<decimal, Choice?> at)
    {
        bool isDownOpen = true, isUpOpen = true;
        for (var reach = step; reach <= maximum && (isDownOpen || isUpOpen); reach += step)
        {
            var down = isDownOpen ? FlipWithin(-1, reach, ref isDownOpen) : null;
            var up = isUpOpen ? FlipWithin(1, reach, ref isUpOpen) : null;
            if (down is not null && (up is null || Compared(down.Change) <= Compared(up.Change)))
                return down;
            if (up is not null)
                return up;
        }

        return new(lever, null, null);

        RecommendationFlip? FlipWithin(int sign, decimal reach, ref bool isOpen)
        {
            var there = at(sign * reach);
            isOpen = there is not null;
            if (there is null || there.Structure == recommended)
                return null;
            var (near, far) = (reach - step, reach);
            while (far - near > SearchWidth)
            {
                var middle = (near + far) / 2;
                if (at(sign * middle) is { } choice && choice.Structure != recommended)
                    (far, there) = (middle, choice);
                else
                    near = middle;
            }

            return new(lever, sign * far, there.Structure);
        }
    }

#pragma warning disable RS0030 // A relative change, no money.
    private static decimal? Compared(decimal? change) => change is { } known ? decimal.Round(Math.Abs(known), ComparedDecimals, MidpointRounding.ToEven) : null;
#pragma warning restore RS0030

    private sealed record Choice(int? Structure);
}
