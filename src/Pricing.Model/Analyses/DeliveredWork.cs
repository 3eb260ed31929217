using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>The work of an engagement under some way of delivery: what fees rest on, and the compute in it.</summary>
internal sealed record DeliveredWork(
    Work Work, IReadOnlyDictionary<Phase, Work> ByPhase, IReadOnlyDictionary<(Phase Phase, string Role), Money> Ideas, Money Compute)
{
    /// <summary>The work of a document.</summary>
    public static DeliveredWork Of(Engagement document)
    {
        var engagement = ResolvedEngagement.From(document);
        var cost = CostModel.Of(engagement);
        var compute = engagement.CostOf([.. document.Assets.Select(asset => asset with { HoursPerAsset = [], CostsPerAsset = [] })]).Ai;
        return new(cost.Work, cost.WorkByPhase(), cost.Ideas, compute);
    }

    /// <summary>The work of which a share is delivered another way; every sum lies between the two.</summary>
    /// <param name="other">The other way; it has the same work packages.</param>
    /// <param name="share">The share, a fraction.</param>
    public DeliveredWork Towards(DeliveredWork other, decimal share) => this with
    {
        Work = Mix(Work, other.Work, share),
        ByPhase = ByPhase.Keys.Union(other.ByPhase.Keys).ToDictionary(
            phase => phase, phase => Mix(ByPhase.GetValueOrDefault(phase, Work.None), other.ByPhase.GetValueOrDefault(phase, Work.None), share)),
        Compute = Compute * (1 - share) + other.Compute * share,
    };

    /// <summary>What a fee structure rests on, were the work this.</summary>
    public FeeBasis Basis(FeeBasis basis) => basis with
    {
        Work = Work,
        ByPhase = ByPhase,
        IdeaValue = (phase, role) => Ideas.GetValueOrDefault((phase, role)),
    };

    private static Work Mix(Work left, Work right, decimal share) => left * (1 - share) + right * share;
}
