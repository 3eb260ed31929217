using Pricing.Application.Features.Engagements;
using Pricing.Model.Comparisons;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.DriftWatch;

/// <summary>What the agency earns under a structure.</summary>
/// <param name="ExpectedFee">Expected fee after discount, net.</param>
/// <param name="ExpectedCost">Expected cost.</param>
/// <param name="ExpectedProfit">Expected fee less cost.</param>
/// <param name="ProfitMargin">Profit / fee, a fraction; null over zero.</param>
/// <param name="CertaintyEquivalent">Expected profit less what its spread costs the agency.</param>
public sealed record EarnedFigures(decimal ExpectedFee, decimal ExpectedCost, decimal ExpectedProfit, decimal? ProfitMargin, decimal CertaintyEquivalent)
{
    /// <summary>The figures of a structure; null where it is infeasible.</summary>
    internal static EarnedFigures? Of(Comparison comparison, int position)
    {
        var structure = comparison.Structures[position];
        return structure.Feasible
            ? new(Shown(structure.ExpectedFee), Shown(structure.ExpectedCost), Shown(structure.ExpectedProfit), structure.ProfitMargin?.Shown, Shown(structure.CertaintyEquivalent))
            : null;

        decimal Shown(Money? amount) => amount!.Value.ToMinorUnit(comparison.Currency);   // a feasible structure has all of them
    }
}

internal static class OfferedStructures
{
    /// <summary>The structures on the table: those of the offer, else those suggested, else all that have a fee; and the recommended one.</summary>
    public static (IReadOnlyList<int> Positions, int? Recommended) Of(EngagementRecord engagement, Comparison comparison)
    {
        if (engagement.OfferTerms is { } chosen)
            return (chosen.Structures, chosen.Recommended);
        return Offer.Suggested(comparison) is { } suggested
            ? (suggested.Structures, suggested.Recommended)
            : ([.. Enumerable.Range(0, comparison.Structures.Count).Where(position => comparison.Structures[position].Feasible)], null);
    }
}

/// <summary>An engagement that cannot be priced as asked.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Stage">Where it stands on its way to a contract.</param>
/// <param name="Version">Its version.</param>
/// <param name="Faults">What stands in the way, with JSON pointers into a request that holds its document.</param>
public sealed record UnpricedEngagement(Guid Id, string Name, EngagementStage Stage, int Version, IReadOnlyList<Errors.Fault> Faults)
{
    internal static UnpricedEngagement Of(EngagementRecord engagement, IReadOnlyList<Errors.Fault> faults) =>
        new(engagement.Id, engagement.Name, engagement.Stage, engagement.Version, faults);
}

internal static class OpenEngagements
{
    private static readonly EngagementStage[] Stages = [EngagementStage.Lead, EngagementStage.Qualified, EngagementStage.Proposal, EngagementStage.Negotiation];

    /// <summary>Engagements that may still become a contract: neither won nor lost, neither archived nor templates.</summary>
    public static IQueryable<EngagementRecord> Open(this IQueryable<EngagementRecord> engagements) =>
        engagements.Where(engagement => Stages.Contains(engagement.Stage) && !engagement.IsArchived && !engagement.IsTemplate);
}
