using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Costs a part of an engagement, or work that could take its place, with the engagement's own people, rates and profiles.</summary>
/// <remarks>The cost model does the arithmetic, so that no formula of cost stands twice.</remarks>
internal static class PartialCost
{
    /// <summary>The cost of some assets, work packages and costs alone, revisions left out.</summary>
    public static CostModel CostOf(
        this ResolvedEngagement engagement, IReadOnlyList<Asset> assets, IReadOnlyList<WorkPackage>? packages = null, IReadOnlyList<Cost>? costs = null) =>
        CostModel.Of(ResolvedEngagement.From(engagement.Document with { Assets = assets, WorkPackages = packages ?? [], Costs = costs ?? [], Revisions = null }));

    /// <summary>S: what exists only for AI delivery, the levy included where artistic.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="packages">Positions of the work packages that exist only for AI delivery.</param>
    /// <remarks>Source: docs/formulas/analyses-delivery.md, "Set-up".</remarks>
    public static Money SetUpCost(this ResolvedEngagement engagement, IReadOnlyList<int> packages) =>
        engagement.CostOf([], engagement.Packages(packages), [.. engagement.Document.Costs.Where(cost => cost.SetUp == true)]).Total;

    /// <summary>The work packages at some positions.</summary>
    public static IReadOnlyList<WorkPackage> Packages(this ResolvedEngagement engagement, IReadOnlyList<int> positions) =>
        [.. positions.Select(position => engagement.Document.WorkPackages[position])];
}
