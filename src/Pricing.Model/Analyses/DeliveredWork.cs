using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>The work of an engagement under some way of delivery: what fees rest on, and the compute in it.</summary>
internal sealed record DeliveredWork(CostModel Cost, Money Compute)
{
    /// <summary>The sums of all phases.</summary>
    public Work Work => Cost.Work;

    /// <summary>The work of a document.</summary>
    public static DeliveredWork Of(Engagement document)
    {
        var engagement = ResolvedEngagement.From(document);
        var compute = engagement.CostOf([.. document.Assets.Select(asset => asset with { HoursPerAsset = [], CostsPerAsset = [] })]).Ai;
        return new(CostModel.Of(engagement), compute);
    }

    /// <summary>The work of which a share is delivered another way; every sum lies between the two.</summary>
    /// <param name="other">The other way; it has the same work packages.</param>
    /// <param name="share">The share, a fraction.</param>
    public DeliveredWork Towards(DeliveredWork other, decimal share) =>
        new(Cost.Towards(other.Cost, share), Compute * (1 - share) + other.Compute * share);

    /// <summary>What a fee structure rests on, were the work this.</summary>
    public FeeBasis Basis(FeeBasis basis) => basis with
    {
        Work = Work,
        ByPhase = Cost.WorkByPhase(),
        IdeaValue = (phase, role) => Cost.Ideas.GetValueOrDefault((phase, role)),
    };
}
