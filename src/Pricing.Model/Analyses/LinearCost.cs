using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>The cost of an engagement as numbers move that every sum of cost is linear in: all lines are costed at two places, and no more at any other.</summary>
/// <param name="here">The cost before any move.</param>
/// <param name="there">The engagement at the other place.</param>
public sealed class LinearCost(CostModel here, Func<Engagement> there)
{
    private readonly Lazy<CostModel?> end = new(() => CostOf(there()));

    /// <summary>The cost after a move.</summary>
    /// <param name="share">How far the numbers moved: 0 for not at all, 1 for the other place, any other number for a place on the same line.</param>
    /// <returns>Null where a sum exceeds the bounds there, or at the other place: the lines must tell.</returns>
    public CostModel? At(decimal share)
    {
        if (end.Value is not { } other)
            return null;
        try
        {
            return here.Towards(other, share) is { IsWithinBounds: true } cost ? cost : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static CostModel? CostOf(Engagement engagement)
    {
        try
        {
            return CostModel.Of(ResolvedEngagement.From(engagement));
        }
        catch (BeyondBoundsException)
        {
            return null;
        }
    }
}
