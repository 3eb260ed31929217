using Pricing.Model.Proposals;

namespace Pricing.Documents;

/// <summary>Which of the lines on choice are taken.</summary>
internal enum ExtraChoice
{
    /// <summary>No optional line; of each group the cheapest.</summary>
    Without,

    /// <summary>What the agency recommends.</summary>
    Recommended,

    /// <summary>Every optional line, and of each group the dearest.</summary>
    Most,
}

/// <summary>The three choices whose totals documents show.</summary>
internal static class ExtraChoices
{
    public static IReadOnlyList<(ExtraChoice Kind, IReadOnlySet<string> Chosen)> Of(FeeOption option)
    {
        var optional = option.Extras.Where(extra => extra.Group is null).ToArray();
        var groups = option.Extras.Where(extra => extra.Group is not null).GroupBy(extra => extra.Group).ToArray();
        var inPrice = option.Extras.Where(extra => extra.IsInBasePrice).ToArray();
        return
        [
            (ExtraChoice.Without, option.FewestExtras),
            (ExtraChoice.Recommended, Codes([.. inPrice, .. optional.Where(extra => extra.IsPreselected)])),
            (ExtraChoice.Most, Codes([.. optional.Where(extra => extra.Amount > 0), .. groups.Select(group => group.MaxBy(extra => extra.Amount)!)])),
        ];
    }

    private static HashSet<string> Codes(IEnumerable<Extra> extras) => [.. extras.Select(extra => extra.Code)];
}
