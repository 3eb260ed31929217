using Pricing.Model.Comparisons;
using Pricing.Model.Fees;

namespace Pricing.Model.Proposals;

/// <summary>What the work costs the agency in sums, for a client to whom it opens its books. Only finance may show it.</summary>
/// <remarks>It has no member for an hour, a rate, a salary or a role, so none of them can be read off it.</remarks>
/// <param name="Scopes">Cost of each scope on offer.</param>
public sealed record OpenBook(IReadOnlyList<ScopeCost> Scopes)
{
    /// <summary>The sums of the options' scopes; a scope that several options share counts once.</summary>
    public static OpenBook Of(IReadOnlyList<ProposedOption> options) => new([.. options.DistinctBy(option => option.Comparison).Select(ScopeCost.Of)]);
}

/// <summary>Expected cost of a scope.</summary>
/// <param name="Scope">Its name; null where all options deliver the same.</param>
/// <param name="Phases">By phase.</param>
/// <param name="Total">In the minor unit; the phases may differ from it by rounding.</param>
public sealed record ScopeCost(string? Scope, IReadOnlyList<PhaseCostSums> Phases, decimal Total)
{
    internal static ScopeCost Of(ProposedOption option)
    {
        var (cost, currency) = (option.Comparison.Cost, option.Comparison.Currency);
        return new(
            option.Scope,
            [
                .. cost.ByPhase.Select(row => new PhaseCostSums(
                    row.Phase, row.Work.Labour.ToMinorUnit(currency), row.Work.Ai.ToMinorUnit(currency),
                    row.Work.ThirdParty.ToMinorUnit(currency), row.Work.ArtistSocialLevy.ToMinorUnit(currency))),
            ],
            cost.Total.ToMinorUnit(currency));
    }
}

/// <summary>Expected cost of a phase by kind, each in the minor unit.</summary>
/// <param name="Phase">The phase; null for cost that belongs to none.</param>
/// <param name="Labour">The agency's own work, overhead included.</param>
/// <param name="Ai">Generative models.</param>
/// <param name="ThirdParty">Third parties.</param>
/// <param name="ArtistSocialLevy">The artists' social levy.</param>
public sealed record PhaseCostSums(Phase? Phase, decimal Labour, decimal Ai, decimal ThirdParty, decimal ArtistSocialLevy)
{
    /// <summary>All kinds.</summary>
    public decimal Total => Labour + Ai + ThirdParty + ArtistSocialLevy;
}
