using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Kinds of AI cost that an analysis tells apart.</summary>
public enum AiCostClass
{
    /// <summary>Clearing rights of people, music, places.</summary>
    Rights,

    /// <summary>Marking what is synthetic, proof of origin.</summary>
    Labelling,

    /// <summary>Every other one.</summary>
    Other,
}

/// <summary>What one asset costs when made by one method.</summary>
/// <remarks>Source: docs/formulas/analyses-delivery.md, "Unit cost".</remarks>
public sealed record UnitCost
{
    /// <summary>Attempts at the models' prices.</summary>
    public required Money Compute { get; init; }

    /// <summary>Review of the attempts, at loaded rates.</summary>
    public required Money Review { get; init; }

    /// <summary>Expected hours at loaded rates, without review.</summary>
    public required Money Labour { get; init; }

    /// <summary>AI costs that clear rights.</summary>
    public required Money Rights { get; init; }

    /// <summary>AI costs that label.</summary>
    public required Money Labelling { get; init; }

    /// <summary>Every other AI cost.</summary>
    public required Money OtherAi { get; init; }

    /// <summary>Artistic and other third parties.</summary>
    public required Money ThirdParty { get; init; }

    /// <summary>The levy on the artistic part.</summary>
    public required Money ArtistSocialLevy { get; init; }

    /// <summary>Compute and costs of kind ai.</summary>
    public Money Ai => Compute + Rights + Labelling + OtherAi;

    /// <summary>Labour, review included, third parties and levy.</summary>
    public Money NotAi => Review + Labour + ThirdParty + ArtistSocialLevy;

    /// <summary>Sum.</summary>
    public Money Total => Ai + NotAi;

    /// <summary>The cost of one, by the cost model.</summary>
    /// <param name="engagement">The engagement whose people, rates and profiles count.</param>
    /// <param name="asset">The asset as it is to be made; its quantity does not count.</param>
    /// <param name="classes">Class of an AI cost by its name; one that is not named is another.</param>
    internal static UnitCost Of(ResolvedEngagement engagement, Asset asset, IReadOnlyDictionary<string, AiCostClass>? classes = null)
    {
        var one = asset with { Quantity = 1 };
        var generated = engagement.CostOf([one with { HoursPerAsset = [], CostsPerAsset = [] }]);
        var rest = engagement.CostOf([one with { Generations = [] }]);
        return new()
        {
            Compute = generated.Ai,
            Review = generated.Labour,
            Labour = rest.Labour,
            Rights = AiOf(AiCostClass.Rights),
            Labelling = AiOf(AiCostClass.Labelling),
            OtherAi = AiOf(AiCostClass.Other),
            ThirdParty = rest.ThirdParty,
            ArtistSocialLevy = rest.ArtistSocialLevy,
        };

        Money AiOf(AiCostClass which) => engagement.CostOf([one with
        {
            HoursPerAsset = [],
            Generations = [],
            CostsPerAsset = [.. one.CostsPerAsset.Where(cost => cost.Kind == CostKind.Ai && ClassOf(cost) == which)],
        }]).Ai;

        AiCostClass ClassOf(Cost cost) => classes?.TryGetValue(cost.Name, out var named) == true ? named : AiCostClass.Other;
    }
}
