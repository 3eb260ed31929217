namespace Pricing.Model.Proposals;

/// <summary>What lines that the client chooses can do to an option at the worst, whatever is chosen.</summary>
/// <remarks>
/// A margin needs no search over choices: that of the whole lies between those of its parts (the mediant of fractions), so it keeps a limit where
/// each part keeps it.
/// </remarks>
public static class ExtrasAtStake
{
    /// <summary>What an extra costs the agency; null where the agency has not said.</summary>
    public static decimal? CostOf(this ProposedOption option, Extra extra) => option.ExtraCosts.TryGetValue(extra.Code, out var unit) ? unit * extra.Quantity : null;

    /// <summary>Net price of the dearest choice.</summary>
    public static decimal MostCharged(this ProposedOption option) =>
        option.Extras.Where(extra => extra.Group is null).Sum(extra => extra.Amount)
        + option.Extras.Where(extra => extra.Group is not null).GroupBy(extra => extra.Group).Sum(group => group.Max(extra => extra.Amount));

    /// <summary>What the choice that costs the agency most loses it: 0 or less. Extras whose cost is not known do not count.</summary>
    public static decimal MostLost(this ProposedOption option)
    {
        return option.Extras.Where(extra => extra.Group is null).Sum(Lost) + option.Extras.Where(extra => extra.Group is not null).GroupBy(extra => extra.Group).Sum(group => group.Min(Lost));

        decimal Lost(Extra extra) => Math.Min(0, extra.Amount - (option.CostOf(extra) ?? 0));
    }
}
