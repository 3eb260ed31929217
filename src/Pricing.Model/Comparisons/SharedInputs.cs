using Pricing.Model.Costs;
using Pricing.Model.Engagements;

namespace Pricing.Model.Comparisons;

/// <summary>Which results two engagements share, because all that these rest on is the same.</summary>
internal static class SharedInputs
{
    // Entries that are costed apart; of more, the whole document takes hardly longer.
    private const int FewEntries = 100;

    /// <summary>The cost of an engagement, as far as it follows from that of one that differs in some numbers; null where every line must be costed.</summary>
    public static CostModel? CostFrom(this Engagement engagement, Comparison unmoved)
    {
        var before = unmoved.Engagement.Document;
        if (!HasSameRates(engagement, before))
            return null;
        var (now, then) = (Differing(engagement, before), Differing(before, engagement));
        var entries = now.WorkPackages.Count + now.Assets.Count + now.Costs.Count;
        if (entries == 0 && now.Revisions == then.Revisions)
            return unmoved.Cost;
        if (entries > FewEntries)
            return null;
        var cost = unmoved.Cost.Exchanged(CostModel.Of(ResolvedEngagement.From(then)), CostModel.Of(ResolvedEngagement.From(now)));
        return cost.IsWithinBounds ? cost : null;
    }

    /// <summary>Whether the value model is the same.</summary>
    public static bool HasSameBenefit(this ValueCase value, ValueCase other) =>
        value.DiscountRate == other.DiscountRate && AreSame(value.Drivers, other.Drivers);

    /// <summary>Whether the joint states are the same; an agreed scorecard stays, so only a quoted one is looked at.</summary>
    public static bool HasSameStates(this Engagement engagement, Engagement other, bool isAgreed) =>
        engagement.Scenarios == other.Scenarios && (isAgreed || engagement.Scorecard == other.Scorecard);

    private static bool HasSameRates(Engagement engagement, Engagement other) =>
        engagement.Agency with { RiskTolerance = 0, VatRate = 0 } == other.Agency with { RiskTolerance = 0, VatRate = 0 }
        && AreSame(engagement.ExchangeRates, other.ExchangeRates)
        && AreSame(engagement.RateCard.Roles, other.RateCard.Roles)
        && AreSame(engagement.EffortProfiles, other.EffortProfiles);

    // The entries that another engagement has otherwise; it has as many.
    private static Engagement Differing(Engagement engagement, Engagement other) => engagement with
    {
        WorkPackages = Differing(engagement.WorkPackages, other.WorkPackages),
        Assets = Differing(engagement.Assets, other.Assets),
        Costs = Differing(engagement.Costs, other.Costs),
    };

    private static T[] Differing<T>(IReadOnlyList<T> entries, IReadOnlyList<T> others)
        where T : class =>
        ReferenceEquals(entries, others) ? [] : [.. entries.Where((entry, i) => !entry.Equals(others[i]))];

    private static bool AreSame<T>(IReadOnlyList<T> left, IReadOnlyList<T> right) => ReferenceEquals(left, right) || left.SequenceEqual(right);
}
