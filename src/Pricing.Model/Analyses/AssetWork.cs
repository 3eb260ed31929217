using Pricing.Model.Engagements;

namespace Pricing.Model.Analyses;

/// <summary>What it takes to make one asset by some method.</summary>
/// <param name="EffortProfile">Code of the effort profile.</param>
/// <param name="HoursPerAsset">Planned hours for one, by role.</param>
/// <param name="Generations">What models generate for one.</param>
/// <param name="CostsPerAsset">Costs of one.</param>
public sealed record AssetWork(
    string EffortProfile, IReadOnlyList<RoleHours> HoursPerAsset, IReadOnlyList<Generation> Generations, IReadOnlyList<Cost> CostsPerAsset)
{
    /// <summary>The work of an asset as it stands in the engagement.</summary>
    public static AssetWork Of(Asset asset) => new(asset.EffortProfile, asset.HoursPerAsset, asset.Generations, asset.CostsPerAsset);
}
