using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>An asset's unit cost as the attempts at one of its generations vary.</summary>
internal sealed class AttemptedWork
{
    private readonly Money rest;

    /// <summary>Takes the cost of an attempt out of an asset's.</summary>
    /// <param name="engagement">The engagement whose people, rates and profiles count.</param>
    /// <param name="asset">The asset as it is to be made.</param>
    /// <param name="generation">Position of the generation.</param>
    public AttemptedWork(ResolvedEngagement engagement, Asset asset, int generation)
    {
        Generation = asset.Generations[generation];
        var others = asset.Generations.Where((_, i) => i != generation);
        rest = UnitCost.Of(engagement, asset with { Generations = [.. others] }).Total;

        var attempt = Generation with { AcceptedPerAsset = 1, AcceptanceProbability = 1 };
        var one = UnitCost.Of(engagement, asset with { HoursPerAsset = [], CostsPerAsset = [], Generations = [attempt] });
        (ComputePerAttempt, CostPerAttempt) = (one.Compute, one.Total);
    }

    /// <summary>The generation whose attempts vary.</summary>
    public Generation Generation { get; }

    /// <summary>k: accepted pieces that one asset needs.</summary>
    public Figure Pieces => Generation.AcceptedPerAsset;

    /// <summary>p: probability that an attempt is accepted.</summary>
    public Figure Acceptance => Generation.AcceptanceProbability;

    /// <summary>c: compute and review of one attempt.</summary>
    public Money CostPerAttempt { get; }

    /// <summary>Compute of one attempt.</summary>
    public Money ComputePerAttempt { get; }

    /// <summary>k / p: attempts for one asset.</summary>
    public Figure Attempts => Pieces / Acceptance;

    /// <summary>The unit cost when the attempts at this generation cost an amount.</summary>
    public Money UnitCostWith(Money ofAttempts) => rest + ofAttempts;

    /// <summary>The unit cost at a number of attempts.</summary>
    public Money UnitCostAt(Figure attempts) => UnitCostWith(CostPerAttempt * attempts);

    /// <summary>The unit cost at another acceptance.</summary>
    /// <exception cref="OverflowException">The acceptance is so small that the attempts have no number.</exception>
    public Money UnitCostAtAcceptance(Figure acceptance)
    {
        var once = CostPerAttempt * Pieces;
        if (once.Amount == 0)
            return rest;
        return acceptance.Value == 0 ? throw new OverflowException("Nothing would ever be accepted.") : UnitCostWith(once / acceptance);
    }
}
