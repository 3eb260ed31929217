using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Costs;

/// <summary>What an engagement costs the agency, line by line and in sum.</summary>
/// <remarks>Source: docs/formulas/costs.md. expected cost = L + A + T + K.</remarks>
public sealed class CostModel
{
    private CostModel(
        IReadOnlyList<CostLine> lines, IReadOnlyList<PhaseCost> byPhase, IReadOnlyList<RoleCost> byRole,
        IReadOnlyDictionary<(Phase, string), Money> ideas, Work work)
    {
        (Lines, ByPhase, ByRole, Ideas, Work) = (lines, byPhase, byRole, ideas, work);
        Total = (Labour + Ai + ThirdParty + ArtistSocialLevy).Named("expected cost");
    }

    /// <summary>The sums of all phases.</summary>
    public Work Work { get; }

    /// <summary>L: expected hours at loaded rates.</summary>
    public Money Labour => Work.Labour;

    /// <summary>Expected hours at direct rates.</summary>
    public Money DirectLabour => Work.DirectLabour;

    /// <summary>L_plan: planned hours at loaded rates.</summary>
    public Money PlannedLabour => Work.PlannedLabour;

    /// <summary>A: compute and every cost of kind ai.</summary>
    public Money Ai => Work.Ai;

    /// <summary>T: third parties.</summary>
    public Money ThirdParty => Work.ThirdParty;

    /// <summary>K: artists' social levy.</summary>
    public Money ArtistSocialLevy => Work.ArtistSocialLevy;

    /// <summary>L + A + T + K.</summary>
    public Money Total { get; }

    /// <summary>Expected hours at card rates.</summary>
    public Money CardValue => Work.CardValue;

    /// <summary>Planned hours.</summary>
    public Hours PlannedHours => Work.PlannedHours;

    /// <summary>Expected hours.</summary>
    public Hours ExpectedHours => Work.ExpectedHours;

    /// <summary>A row for each phase that a line names, and one without phase where a cost has none.</summary>
    public IReadOnlyList<PhaseCost> ByPhase { get; }

    /// <summary>A row for each role that a line names, in the order of the rate card.</summary>
    public IReadOnlyList<RoleCost> ByRole { get; }

    /// <summary>One line for every entry, in the order of the document.</summary>
    public IReadOnlyList<CostLine> Lines { get; }

    /// <summary>Planned hours at card rates of work packages whose method is not AI, by phase and role.</summary>
    internal IReadOnlyDictionary<(Phase Phase, string Role), Money> Ideas { get; }

    /// <summary>Costs an engagement.</summary>
    /// <exception cref="BeyondBoundsException">A line or a sum exceeds 1e13.</exception>
    public static CostModel Of(ResolvedEngagement engagement)
    {
        var bounds = new Bounds();
        var ledger = new CostLedger(engagement, bounds);
        var document = engagement.Document;

        for (var i = 0; i < document.WorkPackages.Count; i++)
            ledger.Enter($"/workPackages/{i}", document.WorkPackages[i].Name, i, ledger.AddPackage);
        for (var i = 0; i < document.Assets.Count; i++)
            ledger.Enter($"/assets/{i}", document.Assets[i].Name, i, ledger.AddAsset);
        for (var i = 0; i < document.Costs.Count; i++)
            ledger.Enter($"/costs/{i}", document.Costs[i].Name, i, ledger.AddCost);
        if (document.Revisions is not null)
            ledger.Enter("/revisions", CostLedger.RevisionsName, 0, _ => ledger.AddRevisions(document.Revisions));

        bounds.ThrowIfBroken();
        var phases = ledger.Phases();
        return new(ledger.LinesWithLevy(), phases, ledger.Roles(), ledger.Ideas, Named(phases.Aggregate(Work.None, (sum, phase) => sum + phase.Work)));
    }

    /// <summary>
    /// The sums where numbers move along a line on which every sum of cost is linear: this model at 0, another at 1.
    /// </summary>
    /// <param name="other">The other model.</param>
    /// <param name="share">How far the numbers have moved; below 0 and above 1 the line goes on.</param>
    internal CostModel Towards(CostModel other, decimal share) => Mixed(1 - share, other, share);

    /// <summary>The sums with some entries taken for others.</summary>
    /// <param name="before">The entries as they were, costed alone.</param>
    /// <param name="now">The entries as they are, costed alone.</param>
    internal CostModel Exchanged(CostModel before, CostModel now) => Mixed(1, before, -1).Mixed(1, now, 1);

    /// <summary>Whether every sum keeps within the largest amount that is priced; as no cost is negative, every line then does.</summary>
    internal bool IsWithinBounds =>
        ((ReadOnlySpan<decimal>)[Total.Amount, DirectLabour.Amount, PlannedLabour.Amount, CardValue.Amount, PlannedHours.Value, ExpectedHours.Value])
            .ContainsAnyExceptInRange(-Bounds.Largest, Bounds.Largest) == false;

    /// <summary>The work of each phase; what belongs to none is left out.</summary>
    internal IReadOnlyDictionary<Phase, Work> WorkByPhase() =>
        ByPhase.Where(row => row.Phase is not null).ToDictionary(row => row.Phase!.Value, row => row.Work);

    private Work WorkOf(Phase? phase) => ByPhase.FirstOrDefault(row => row.Phase == phase)?.Work ?? Work.None;

    // Lines and roles are left out: nobody looks at them on the way of a search.
    private CostModel Mixed(decimal times, CostModel other, decimal timesOther) => new(
        [],
        [
            .. ByPhase.Select(row => row.Phase).Union(other.ByPhase.Select(row => row.Phase))
                .Select(phase => new PhaseCost(phase, WorkOf(phase) * times + other.WorkOf(phase) * timesOther)),
        ],
        [],
        Ideas.Keys.Union(other.Ideas.Keys).ToDictionary(
            idea => idea, idea => Ideas.GetValueOrDefault(idea) * times + other.Ideas.GetValueOrDefault(idea) * timesOther),
        Work * times + other.Work * timesOther);

    private static Work Named(Work work) => work with
    {
        Labour = work.Labour.Named("labour L"),
        DirectLabour = work.DirectLabour.Named("direct labour"),
        PlannedLabour = work.PlannedLabour.Named("planned labour"),
        CardValue = work.CardValue.Named("card value"),
        PlannedHours = work.PlannedHours.Named("planned hours"),
        ExpectedHours = work.ExpectedHours.Named("expected hours"),
        Ai = work.Ai.Named("AI cost A"),
        ThirdParty = work.ThirdParty.Named("third parties T"),
        ArtistSocialLevy = work.ArtistSocialLevy.Named("artists' social levy K"),
    };
}
