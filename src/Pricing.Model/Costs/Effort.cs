using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Model.Costs;

/// <summary>How planned work turns into expected work.</summary>
internal static class Effort
{
    /// <summary>Expected factor on planned hours: (optimistic + 4 mostLikely + pessimistic) / 6.</summary>
    /// <remarks>Source: docs/formulas/costs.md, "Effort".</remarks>
    public static Figure Pert(ResolvedEngagement engagement, string code)
    {
        var (profile, i) = engagement.ProfileOf(code);
        var optimistic = engagement.Input(profile.Optimistic, "optimistic", $"/effortProfiles/{i}/optimistic");
        var mostLikely = engagement.Input(profile.MostLikely, "most likely", $"/effortProfiles/{i}/mostLikely");
        var pessimistic = engagement.Input(profile.Pessimistic, "pessimistic", $"/effortProfiles/{i}/pessimistic");
        return ((optimistic + 4 * mostLikely + pessimistic) / 6).Named($"PERT factor of {code}");
    }

    /// <summary>Attempts for one asset: acceptedPerAsset / acceptanceProbability.</summary>
    /// <remarks>Source: docs/formulas/costs.md, "Attempts and compute".</remarks>
    public static Figure Attempts(ResolvedEngagement engagement, int asset, int generation)
    {
        var made = engagement.Document.Assets[asset].Generations[generation];
        var accepted = engagement.Input(made.AcceptedPerAsset, "accepted per asset", $"/assets/{asset}/generations/{generation}/acceptedPerAsset");
        var probability = engagement.Input(made.AcceptanceProbability, "acceptance probability", $"/assets/{asset}/generations/{generation}/acceptanceProbability");
        return (accepted / probability).Named("attempts per asset");
    }

    /// <summary>Expected rounds beyond the included ones: q^(R + 1) / (1 − q) with q = q0 + g (q1 − q0).</summary>
    /// <remarks>Source: docs/formulas/costs.md, "Revisions".</remarks>
    public static Figure ExcessRounds(ResolvedEngagement engagement, Revisions revisions)
    {
        var q = Continuation(engagement, revisions);
        var excess = ExcessRounds(q.Value, revisions.IncludedRounds);
        return engagement.IsTraced
            ? Derivation.Told(excess, "excess rounds", "q^(included rounds + 1) ÷ (1 − q)",
                [q, engagement.Input(revisions.IncludedRounds, "included rounds", $"/revisions/includedRounds")])
            : excess;
    }

    /// <summary>q^(R + 1) / (1 − q).</summary>
    /// <param name="continuation">q: probability of one more round, below 1.</param>
    /// <param name="includedRounds">R: rounds that the price includes.</param>
    public static decimal ExcessRounds(decimal continuation, int includedRounds)
    {
        var power = 1m;
        for (var round = 0; round <= includedRounds && power != 0; round++)
            power *= continuation;
        return power / (1 - continuation);
    }

    /// <summary>Probability of one more round: q = q0 + g (q1 − q0).</summary>
    /// <remarks>Source: docs/formulas/costs.md, "Revisions".</remarks>
    public static Figure Continuation(ResolvedEngagement engagement, Revisions revisions)
    {
        var lowest = engagement.Input(revisions.MinimumContinuation, "continuation at g = 0", $"/revisions/minimumContinuation");
        var highest = engagement.Input(revisions.MaximumContinuation, "continuation at g = 1", $"/revisions/maximumContinuation");
        var concreteness = engagement.Input(revisions.Concreteness, "concreteness g", $"/revisions/concreteness");
        return (lowest + concreteness * (highest - lowest)).Named("continuation probability q");
    }
}
