using Pricing.Model.Engagements;

namespace Pricing.Model.Comparisons;

/// <summary>Which results two engagements share, because all that these rest on is the same.</summary>
internal static class SharedInputs
{
    /// <summary>Whether the cost model is the same.</summary>
    public static bool HasSameCost(this Engagement engagement, Engagement other) =>
        engagement.Agency with { RiskTolerance = 0, VatRate = 0 } == other.Agency with { RiskTolerance = 0, VatRate = 0 }
        && AreSame(engagement.ExchangeRates, other.ExchangeRates)
        && AreSame(engagement.RateCard.Roles, other.RateCard.Roles)
        && AreSame(engagement.EffortProfiles, other.EffortProfiles)
        && AreSame(engagement.WorkPackages, other.WorkPackages)
        && AreSame(engagement.Assets, other.Assets)
        && AreSame(engagement.Costs, other.Costs)
        && engagement.Revisions == other.Revisions;

    /// <summary>Whether the value model is the same.</summary>
    public static bool HasSameBenefit(this ValueCase value, ValueCase other) =>
        value.DiscountRate == other.DiscountRate && AreSame(value.Drivers, other.Drivers);

    /// <summary>Whether the joint states are the same; an agreed scorecard stays, so only a quoted one is looked at.</summary>
    public static bool HasSameStates(this Engagement engagement, Engagement other, bool isAgreed) =>
        engagement.Scenarios == other.Scenarios && (isAgreed || engagement.Scorecard == other.Scorecard);

    private static bool AreSame<T>(IReadOnlyList<T> left, IReadOnlyList<T> right) => ReferenceEquals(left, right) || left.SequenceEqual(right);
}
