using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Costs;

/// <summary>Writes the lines of a cost model in document order and keeps the sums they add to.</summary>
internal sealed class CostLedger
{
    internal const string RevisionsName = "revisions";

    private readonly ResolvedEngagement engagement;
    private readonly Bounds bounds;
    private readonly List<CostLine> lines = [];
    private readonly Dictionary<string, RoleRates> rates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Figure> perts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RoleTally> roles = new(StringComparer.Ordinal);
    private readonly Dictionary<(Phase, string), Money> ideas = [];
    private readonly PhaseTally[] phases = [new(), new(), new(), new()];
    private readonly Figure levyRate;
    private string entry = "";

    // Running sums in document order, to name the entry at which one of them passes the bound.
    private readonly RunningSum labour = new("The sum of labour"), direct = new("The sum of direct labour"), planned = new("The sum of planned labour");
    private readonly RunningSum card = new("The value of the hours at card rates"), ai = new("The sum of AI cost"), thirdParty = new("The sum of third parties");
    private readonly RunningSum plannedHours = new("The sum of planned hours"), expectedHours = new("The sum of expected hours"), total = new("The total cost");

    public CostLedger(ResolvedEngagement engagement, Bounds bounds)
    {
        (this.engagement, this.bounds) = (engagement, bounds);
        levyRate = engagement.Input(engagement.Document.Agency.ArtistSocialLevyRate, "artists' social levy rate", $"/agency/artistSocialLevyRate");
    }

    /// <summary>Planned hours at card rates of work packages whose method is not AI.</summary>
    public IReadOnlyDictionary<(Phase, string), Money> Ideas => ideas;

    /// <summary>Runs one entry of the document; an overflow on the way counts against it.</summary>
    public void Enter(string pointer, string name, int index, Action<int> add)
    {
        entry = pointer;
        try
        {
            add(index);
            foreach (var sum in (ReadOnlySpan<RunningSum>)[labour, direct, planned, card, plannedHours, expectedHours, ai, thirdParty, total])
                sum.Keep(bounds, pointer);
        }
        catch (OverflowException)
        {
            bounds.Break(pointer, $"The cost of \"{name}\"");
        }
    }

    public void AddPackage(int i)
    {
        var package = engagement.Document.WorkPackages[i];
        var pert = PertOf(package.EffortProfile);
        foreach (var (role, hours) in package.Hours)
        {
            var planned = engagement.Input(hours, $"planned {role} hours", $"/workPackages/{i}/hours/{role}");
            AddLabour(package.Name, package.Phase, role, planned, planned * pert);
            if (package.Method != ProductionMethod.Ai)
            {
                var key = (package.Phase, role);
                ideas[key] = ideas.GetValueOrDefault(key) + new Hours(planned) * RatesOf(role).Card;
            }
        }
    }

    public void AddAsset(int i)
    {
        var asset = engagement.Document.Assets[i];
        var quantity = engagement.Input(asset.Quantity, "quantity", $"/assets/{i}/quantity");
        var pert = PertOf(asset.EffortProfile);
        foreach (var (role, planned) in PlannedHoursOf(asset, i, quantity))
            AddLabour(asset.Name, asset.Phase, role, planned, planned * pert);

        for (var g = 0; g < asset.Generations.Count; g++)
        {
            var made = asset.Generations[g];
            var compute = Figure.Product(
                quantity, Effort.Attempts(engagement, i, g),
                engagement.Input(made.SizePerAttempt, "size per attempt", $"/assets/{i}/generations/{g}/sizePerAttempt"),
                engagement.Input(made.UnitPrice, $"price per {made.Unit}", $"/assets/{i}/generations/{g}/unitPrice"),
                engagement.ExchangeRateOf(made.Currency));
            AddCost($"{asset.Name}: {made.Model}", asset.Phase, CostKind.Ai, new(compute));
        }

        for (var c = 0; c < asset.CostsPerAsset.Count; c++)
        {
            var cost = asset.CostsPerAsset[c];
            var amount = Figure.Product(
                quantity, engagement.Input(cost.Amount, cost.Name, $"/assets/{i}/costsPerAsset/{c}/amount"), engagement.ExchangeRateOf(cost.Currency));
            AddCost($"{asset.Name}: {cost.Name}", asset.Phase, cost.Kind, new(amount));
        }
    }

    public void AddCost(int i)
    {
        var cost = engagement.Document.Costs[i];
        var amount = engagement.Input(cost.Amount, cost.Name, $"/costs/{i}/amount") * engagement.ExchangeRateOf(cost.Currency);
        AddCost(cost.Name, cost.Phase, cost.Kind, new(amount));
    }

    /// <summary>Rounds beyond the included ones: expected, not planned, and not a matter of PERT.</summary>
    public void AddRevisions(Revisions revisions)
    {
        var excess = Effort.ExcessRounds(engagement, revisions);
        foreach (var (role, hours) in revisions.HoursPerRound)
        {
            var perRound = engagement.Input(hours, $"{role} hours per round", $"/revisions/hoursPerRound/{role}");
            AddLabour(RevisionsName, revisions.Phase, role, 0, excess * perRound);
        }

        var external = engagement.Input(revisions.ExternalCostPerRound, "external cost per round", $"/revisions/externalCostPerRound");
        var amount = new Money(excess * external);
        AddCost(RevisionsName, revisions.Phase, CostKind.OtherThirdParty, amount);
        phases[(int)revisions.Phase].ThirdPartyRisk.Add(amount);
    }

    /// <summary>All lines, the levy last.</summary>
    public IReadOnlyList<CostLine> LinesWithLevy()
    {
        var artisticSum = Money.Sum([.. phases.SelectMany(phase => phase.Artistic)]).Named("artistic third parties");
        var levy = (artisticSum * levyRate).Named("artists' social levy");
        lines.Add(new("artist social levy", null, CostLineKind.ArtistSocialLevy, null, null, null, levy, ""));
        return lines;
    }

    public IReadOnlyList<PhaseCost> Phases()
    {
        var rows = new List<PhaseCost>();
        for (var i = 0; i < phases.Length; i++)
        {
            if (phases[i].IsNamed)
                rows.Add(new(i < 3 ? (Phase)i : null, phases[i].Work(levyRate, i < 3 ? ((Phase)i).ToString().ToLowerInvariant() : "no phase")));
        }

        return rows;
    }

    public IReadOnlyList<RoleCost> Roles() =>
        [.. engagement.Document.RateCard.Roles.Where(role => roles.ContainsKey(role.Code)).Select(role => roles[role.Code].Row(role.Code))];

    private List<(string Role, Figure Planned)> PlannedHoursOf(Asset asset, int i, Figure quantity)
    {
        var hours = new List<(string Role, Figure Planned)>(asset.HoursPerAsset.Count + 1);
        foreach (var (role, perAsset) in asset.HoursPerAsset)
            hours.Add((role, quantity * engagement.Input(perAsset, $"planned {role} hours per asset", $"/assets/{i}/hoursPerAsset/{role}")));

        for (var g = 0; g < asset.Generations.Count; g++)
        {
            if (asset.Generations[g] is not { ReviewRole: { } role, ReviewMinutesPerAttempt: { } minutes })
                continue;
            var perAttempt = engagement.Input(minutes, "review minutes per attempt", $"/assets/{i}/generations/{g}/reviewMinutesPerAttempt");
            var review = (Figure.Product(quantity, Effort.Attempts(engagement, i, g), perAttempt) / 60).Named($"{role} review hours");
            var at = hours.FindIndex(line => line.Role == role);
            if (at < 0)
                hours.Add((role, review));
            else
                hours[at] = (role, hours[at].Planned + review);
        }

        return hours;
    }

    private void AddLabour(string name, Phase phase, string role, Figure plannedHours, Figure expectedHours)
    {
        var rate = RatesOf(role);
        var worked = new Hours(expectedHours).Named($"expected {role} hours");
        var plan = new Hours(plannedHours);
        var (cost, value) = (worked * rate.Loaded, worked * rate.Card);

        var tally = phases[(int)phase];
        tally.IsNamed = true;
        tally.Labour.Add(cost);
        tally.DirectLabour.Add(worked * rate.Direct);
        tally.PlannedLabour.Add(plan * rate.Loaded);
        tally.CardValue.Add(value);
        tally.PlannedHours.Add(plan.Figure);
        tally.ExpectedHours.Add(worked.Figure);
        if (!roles.TryGetValue(role, out var ofRole))
            roles.Add(role, ofRole = new());
        ofRole.Add(plan, worked, cost, value);
        lines.Add(new(name, phase, CostLineKind.Labour, role, plan, worked, cost.Named($"{name}, {role}"), entry));

        bounds.Keep(cost.Amount, entry, $"The labour cost of \"{name}\"");
        labour.Add(cost.Amount);
        direct.Add(tally.DirectLabour[^1].Amount);
        planned.Add(tally.PlannedLabour[^1].Amount);
        card.Add(value.Amount);
        this.plannedHours.Add(plan.Value);
        this.expectedHours.Add(worked.Value);
        total.Add(cost.Amount);
    }

    private void AddCost(string name, Phase? phase, CostKind kind, Money amount)
    {
        amount = amount.Named(name);
        var tally = phases[(int?)phase ?? 3];
        tally.IsNamed = true;
        bounds.Keep(amount.Amount, entry, $"The cost of \"{name}\"");
        (kind switch { CostKind.Ai => tally.Ai, CostKind.ArtisticThirdParty => tally.Artistic, _ => tally.Other }).Add(amount);
        (kind == CostKind.Ai ? ai : thirdParty).Add(amount.Amount);
        total.Add(kind == CostKind.ArtisticThirdParty ? amount.Amount * (1 + levyRate.Value) : amount.Amount);

        lines.Add(new(name, phase, (CostLineKind)((int)kind + 1), null, null, null, amount, entry));
    }

    private RoleRates RatesOf(string role)
    {
        if (!rates.TryGetValue(role, out var found))
            rates.Add(role, found = RoleRates.Of(engagement, role));
        return found;
    }

    private Figure PertOf(string profile)
    {
        if (!perts.TryGetValue(profile, out var found))
            perts.Add(profile, found = Effort.Pert(engagement, profile));
        return found;
    }

    private sealed class RunningSum(string name)
    {
        private decimal sum;
        private bool isBroken;

        public void Add(decimal amount) => sum += amount;

        // Only the entry at which the sum passes the bound is at fault, none after it.
        public void Keep(Bounds bounds, string entry) => isBroken = isBroken || !bounds.Keep(sum, entry, name);
    }

    private sealed class PhaseTally
    {
        public bool IsNamed { get; set; }
        public List<Money> Labour { get; } = [];
        public List<Money> DirectLabour { get; } = [];
        public List<Money> PlannedLabour { get; } = [];
        public List<Money> CardValue { get; } = [];
        public List<Figure> PlannedHours { get; } = [];
        public List<Figure> ExpectedHours { get; } = [];
        public List<Money> Ai { get; } = [];
        public List<Money> Artistic { get; } = [];
        public List<Money> Other { get; } = [];
        public List<Money> ThirdPartyRisk { get; } = [];

        public Work Work(Figure levyRate, string phase)
        {
            var artistic = Money.Sum([.. Artistic]).Named($"artistic third parties, {phase}");
            return new()
            {
                Labour = Money.Sum([.. Labour]).Named($"labour, {phase}"),
                DirectLabour = Money.Sum([.. DirectLabour]).Named($"direct labour, {phase}"),
                PlannedLabour = Money.Sum([.. PlannedLabour]).Named($"planned labour, {phase}"),
                CardValue = Money.Sum([.. CardValue]).Named($"card value, {phase}"),
                PlannedHours = new Hours(Figure.Sum([.. PlannedHours])).Named($"planned hours, {phase}"),
                ExpectedHours = new Hours(Figure.Sum([.. ExpectedHours])).Named($"expected hours, {phase}"),
                Ai = Money.Sum([.. Ai]).Named($"AI cost, {phase}"),
                ThirdParty = (artistic + Money.Sum([.. Other]).Named($"other third parties, {phase}")).Named($"third parties, {phase}"),
                ThirdPartyRisk = Money.Sum([.. ThirdPartyRisk]),
                ArtistSocialLevy = (artistic * levyRate).Named($"artists' social levy, {phase}"),
            };
        }
    }

    private sealed class RoleTally
    {
        private readonly List<Figure> planned = [], expected = [];
        private readonly List<Money> labour = [], card = [];

        public void Add(Hours plan, Hours worked, Money cost, Money value)
        {
            planned.Add(plan.Figure);
            expected.Add(worked.Figure);
            labour.Add(cost);
            card.Add(value);
        }

        public RoleCost Row(string role) => new(
            role, new Hours(Figure.Sum([.. planned])), new Hours(Figure.Sum([.. expected])), Money.Sum([.. labour]), Money.Sum([.. card]));
    }
}
