using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Model.Analyses;

/// <summary>An asset of the engagement and the methods by which it could be made instead.</summary>
/// <param name="Asset">Zero-based position of the asset in the engagement.</param>
/// <param name="ByMethod">The work by method; the asset's own method is the engagement's and is not among them.</param>
/// <remarks>Source: docs/formulas/analyses-delivery.md, "Work done otherwise".</remarks>
public sealed record AlternativeWork(int Asset, IReadOnlyDictionary<ProductionMethod, AssetWork> ByMethod)
{
    /// <summary>The method by which an asset is made; classic where it has none.</summary>
    public static ProductionMethod MethodOf(Asset asset) => asset.Method ?? ProductionMethod.Classic;

    /// <summary>The work by a method: the asset's own, or the alternative; null where there is none.</summary>
    public AssetWork? By(ProductionMethod method, Engagement document)
    {
        var own = document.Assets[Asset];
        return MethodOf(own) == method ? AssetWork.Of(own) : ByMethod.GetValueOrDefault(method);
    }

    /// <summary>The asset made by a method, in the engagement's quantity.</summary>
    /// <exception cref="ArgumentException">There is no work by this method.</exception>
    internal Asset Made(ProductionMethod method, Engagement document) =>
        Made(By(method, document) ?? throw new ArgumentException($"The asset has no work by method {method}.", nameof(method)), method, document.Assets[Asset]);

    /// <summary>An asset made by other work.</summary>
    internal static Asset Made(AssetWork work, ProductionMethod method, Asset asset) => asset with
    {
        Method = method,
        EffortProfile = work.EffortProfile,
        HoursPerAsset = work.HoursPerAsset,
        Generations = work.Generations,
        CostsPerAsset = work.CostsPerAsset,
    };
}
