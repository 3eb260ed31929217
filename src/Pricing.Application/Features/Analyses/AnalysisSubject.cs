using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses;

/// <summary>What an analysis looks at: a sound engagement, as sent and as compared.</summary>
/// <param name="Json">The engagement's document, UTF-8 JSON that spells everything out.</param>
/// <param name="Comparison">The engagement under every fee structure.</param>
internal sealed record AnalysisSubject(ReadOnlyMemory<byte> Json, Comparison Comparison)
{
    /// <summary>Whether the answer may say what single roles cost, which tells their salaries.</summary>
    public bool WithRoleCosts { get; init; } = true;

    /// <summary>The engagement with all codes looked up.</summary>
    public ResolvedEngagement Resolved => Comparison.Engagement;

    /// <summary>The engagement.</summary>
    public Engagement Engagement => Resolved.Document;

    /// <summary>Currency of every amount.</summary>
    public Currency Currency => Comparison.Currency;
}
