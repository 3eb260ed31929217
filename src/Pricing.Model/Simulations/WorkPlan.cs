using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Simulations;

/// <summary>The work of each phase as linear forms of what is drawn.</summary>
/// <remarks>Amounts, hours and rates are the cost model's; only what a draw moves is taken out of its sums and put in anew.</remarks>
internal sealed class WorkPlan
{
    private const int NoPhase = 3;

    private readonly ResolvedEngagement engagement;
    private readonly CostModel cost;
    private readonly DrawPlan draws;
    private readonly Dictionary<(int Phase, HourFactor Factor), WorkedHours> hours = [];
    private readonly Dictionary<string, RoleRates> rates = new(StringComparer.Ordinal);
    private readonly decimal[] compute = new decimal[4];
    private ILookup<string, decimal>? computeLines;
    private readonly Linear[] labour = [0, 0, 0, 0], card = [0, 0, 0, 0], worked = [0, 0, 0, 0], ai = [0, 0, 0, 0], thirdParty = [0, 0, 0, 0];

    public WorkPlan(Comparison comparison, DrawPlan draws, VendorStop? stop)
    {
        (engagement, cost, this.draws) = (comparison.Engagement, comparison.Cost, draws);
        foreach (var attempts in draws.Attempts)
            AddAttempts(attempts);
        foreach (var line in cost.Lines)
            AddLabour(line);
        foreach (var ((phase, factor), sum) in hours)
            AddHours(phase, factor.Form, sum);
        AddRevisions();
        AddCosts();
        if (stop is not null)
            ai[(int)stop.Phase] += draws.VendorStop;
    }

    /// <summary>The whole work.</summary>
    public ActualWork Whole => Of([0, 1, 2, NoPhase]);

    /// <summary>The work of some phases.</summary>
    public ActualWork Of(IEnumerable<Phase> phases) => Of([.. phases.Select(phase => (int)phase)]);

    private ActualWork Of(int[] phases) => phases.Aggregate(ActualWork.None, (sum, phase) => sum + new ActualWork
    {
        Labour = labour[phase],
        CardValue = card[phase],
        Hours = worked[phase],
        Ai = ai[phase],
        ThirdParty = thirdParty[phase],
        ArtistSocialLevy = (double)(WorkOf(phase)?.ArtistSocialLevy.Amount ?? 0),
    });

    // Drawn attempts in place of the expected ones: compute, review and what a failed piece costs.
    private void AddAttempts(DrawnAttempts drawn)
    {
        var asset = engagement.Document.Assets[drawn.Spread.Asset];
        var made = asset.Generations[drawn.Spread.Generation];
        var phase = (int)asset.Phase;
        var expected = drawn.Pieces / made.AcceptanceProbability;
        var attempts = Linear.Column(drawn.Attempts);
        if (expected > 0)
        {
            var amount = ComputeOf(drawn.Spread.Asset, drawn.Spread.Generation);
            compute[phase] -= amount;
            ai[phase] += draws.Times(draws.PriceFactor, attempts) * (double)(amount / expected) - (double)amount;
        }

        if (drawn.Failed is { } failed)
            ai[phase] += Linear.Column(failed) * (double)drawn.Spread.Cap!.FallbackCost;
        if (made is not { ReviewRole: { } role, ReviewMinutesPerAttempt: { } minutes })
            return;
        var factor = draws.FactorOf(asset.EffortProfile);
        var each = WorkedHours.Of(RatesOf(role), minutes / 60);
        Keep(phase, factor, each * -expected);
        AddHours(phase, draws.Times(factor, attempts), each);
    }

    private void AddLabour(CostLine line)
    {
        if (line.Kind != CostLineKind.Labour || ProfileOf(line.Source) is not { } profile)
            return;
        Keep((int)line.Phase!.Value, draws.FactorOf(profile), WorkedHours.Of(RatesOf(line.Role!), line.PlannedHours!.Value.Value));
    }

    private void AddRevisions()
    {
        if (engagement.Document.Revisions is not { } revisions)
            return;
        var rounds = draws.Times(draws.RevisionFactor, draws.ExcessRounds!);
        foreach (var (role, perRound) in revisions.HoursPerRound)
            AddHours((int)revisions.Phase, rounds, WorkedHours.Of(RatesOf(role), perRound));
        if (draws.HasDrawnRounds)
            thirdParty[(int)revisions.Phase] += draws.ExcessRounds! * (double)revisions.ExternalCostPerRound - (double)cost.Work.ThirdPartyRisk.Amount;
    }

    private void AddCosts()
    {
        for (var i = 0; i < engagement.Document.Assets.Count; i++)
        {
            for (var g = 0; g < engagement.Document.Assets[i].Generations.Count; g++)
                compute[(int)engagement.Document.Assets[i].Phase] += ComputeOf(i, g);
        }

        for (var phase = 0; phase <= NoPhase; phase++)
        {
            if (WorkOf(phase) is not { } work)
                continue;
            ai[phase] += (double)work.Ai.Amount + (draws.PriceFactor - 1) * (double)compute[phase];
            thirdParty[phase] += (double)work.ThirdParty.Amount;
        }
    }

    private void Keep(int phase, HourFactor factor, WorkedHours more) => hours[(phase, factor)] = hours.GetValueOrDefault((phase, factor)) + more;

    private void AddHours(int phase, Linear factor, WorkedHours sum)
    {
        labour[phase] += factor * (double)sum.Labour;
        card[phase] += factor * (double)sum.CardValue;
        worked[phase] += factor * (double)sum.Hours;
    }

    private Work? WorkOf(int phase) => cost.ByPhase.FirstOrDefault(row => ((int?)row.Phase ?? NoPhase) == phase)?.Work;

    private RoleRates RatesOf(string role)
    {
        if (!rates.TryGetValue(role, out var found))
            rates.Add(role, found = RoleRates.Of(engagement, role));
        return found;
    }

    // The lines of an asset are its labour, then one for each generation, then its costs.
    private decimal ComputeOf(int asset, int generation)
    {
        computeLines ??= cost.Lines.Where(line => line.Kind != CostLineKind.Labour).ToLookup(line => line.Source, line => line.Amount.Amount);
        return computeLines[$"/assets/{asset}"].ElementAt(generation);
    }

    // Null for revisions, whose hours have no profile.
    private string? ProfileOf(string source)
    {
        var parts = source.Split('/');
        return parts switch
        {
            [_, "workPackages", var i] => engagement.Document.WorkPackages[Index(i)].EffortProfile,
            [_, "assets", var i] => engagement.Document.Assets[Index(i)].EffortProfile,
            _ => null,
        };

        static int Index(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    // Hours and what they cost and bring.
    private readonly record struct WorkedHours(decimal Labour, decimal CardValue, decimal Hours)
    {
        public static WorkedHours Of(RoleRates rates, decimal hours) => new(hours * rates.Loaded.PerHour.Value, hours * rates.Card.PerHour.Value, hours);

        public static WorkedHours operator +(WorkedHours left, WorkedHours right) => new(left.Labour + right.Labour, left.CardValue + right.CardValue, left.Hours + right.Hours);

        public static WorkedHours operator *(WorkedHours hours, decimal factor) => new(hours.Labour * factor, hours.CardValue * factor, hours.Hours * factor);
    }
}
