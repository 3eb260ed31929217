using System.Text;
using Pricing.Application.Contract;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;

namespace Pricing.Application.Features.Engagements;

internal static class EngagementComparison
{
    /// <summary>The comparison of a stored engagement, from the figures that it keeps.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="traced">Whether figures shall carry their calculation trees.</param>
    /// <exception cref="ArgumentException">The stored document is unsound: it was checked when it was saved.</exception>
    public static Comparison Compare(this EngagementRecord engagement, bool traced = false) =>
        Comparison.Of(ResolvedEngagement.From(engagement.Restore(), traced));

    /// <summary>What a stored engagement says, everything spelled out.</summary>
    /// <exception cref="ArgumentException">The stored document is unsound: it was checked when it was saved.</exception>
    public static Engagement Restore(this EngagementRecord engagement) => EngagementReader.Restore(Encoding.UTF8.GetBytes(engagement.ResolvedDocument));
}
