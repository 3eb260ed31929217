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
    private readonly Dictionary<string, Figure> perts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RoleTally> roles = new(StringComparer.Ordinal);
    private readonly Dictionary<(Phase, string), Money> ideas = [];
    private readonly PhaseTally whole = new();
    private readonly PhaseTally[] phases;
    private readonly Figure levyRate;
    private string entry = "";

    // Sums so far over all phases, to name the entry at which one of them passes the bound.
    private static readonly (string Name, Func<PhaseTally, decimal, decimal> Of)[] Sums =
    [
        ("The sum of labour", (whole, _) => whole.Labour.Sum),
        ("The sum of direct labour", (whole, _) => whole.DirectLabour.Sum),
        ("The sum of planned labour", (whole, _) => whole.PlannedLabour.Sum),
        ("The value of the hours at card rates", (whole, _) => whole.CardValue.Sum),
        ("The sum of planned hours", (whole, _) => whole.PlannedHours.Sum),
        ("The sum of expected hours", (whole, _) => whole.ExpectedHours.Sum),
        ("The sum of AI cost", (whole, _) => whole.Ai.Sum),
        ("The sum of third parties", (whole, _) => whole.Artistic.Sum + whole.Other.Sum),
        ("The total cost", (whole, levy) => whole.Labour.Sum + whole.Ai.Sum + whole.Artistic.Sum * (1 + levy) + whole.Other.Sum),
    ];

    private readonly bool[] hasPassed = new bool[Sums.Length];

    public CostLedger(ResolvedEngagement engagement, Bounds bounds)
    {
        (this.engagement, this.bounds) = (engagement, bounds);
        phases = [new(whole), new(whole), new(whole), new(whole)];
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
            KeepSums(pointer);
        }
        catch (OverflowException)
        {
            bounds.Break(pointer, $"The cost of \"{name}\"");
            Array.Fill(hasPassed, true);
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
                ideas[key] = ideas.GetValueOrDefault(key) + new Hours(planned) * TallyOf(role).Rates.Card;
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
        var artisticSum = Money.Sum([.. phases.Select(phase => new Money(phase.Artistic.Total))]).Named("artistic third parties");
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
        var ofRole = TallyOf(role);
        var rate = ofRole.Rates;
        var worked = new Hours(expectedHours).Named($"expected {role} hours");
        var plan = new Hours(plannedHours);
        var (cost, value) = (worked * rate.Loaded, worked * rate.Card);
        var (directCost, plannedCost) = (worked * rate.Direct, plan * rate.Loaded);

        var tally = phases[(int)phase];
        tally.IsNamed = true;
        tally.Labour.Add(cost);
        tally.DirectLabour.Add(directCost);
        tally.PlannedLabour.Add(plannedCost);
        tally.CardValue.Add(value);
        tally.PlannedHours.Add(plan.Figure);
        tally.ExpectedHours.Add(worked.Figure);
        ofRole.Add(plan, worked, cost, value);
        lines.Add(new(name, phase, CostLineKind.Labour, role, plan, worked, cost.Named($"{name}, {role}"), entry));

        bounds.Keep(cost.Amount, entry, "The labour cost of", name);
    }

    private void AddCost(string name, Phase? phase, CostKind kind, Money amount)
    {
        amount = amount.Named(name);
        var tally = phases[(int?)phase ?? 3];
        tally.IsNamed = true;
        bounds.Keep(amount.Amount, entry, "The cost of", name);
        (kind switch { CostKind.Ai => tally.Ai, CostKind.ArtisticThirdParty => tally.Artistic, _ => tally.Other }).Add(amount);
        lines.Add(new(name, phase, (CostLineKind)((int)kind + 1), null, null, null, amount, entry));
    }

    // Only the entry at which a sum passes the bound is at fault, none after it.
    private void KeepSums(string pointer)
    {
        for (var i = 0; i < Sums.Length; i++)
            hasPassed[i] = hasPassed[i] || !bounds.Keep(Sums[i].Of(whole, levyRate.Value), pointer, Sums[i].Name);
    }

    private RoleTally TallyOf(string role)
    {
        if (!roles.TryGetValue(role, out var found))
            roles.Add(role, found = new(RoleRates.Of(engagement, role)));
        return found;
    }

    private Figure PertOf(string profile)
    {
        if (!perts.TryGetValue(profile, out var found))
            perts.Add(profile, found = Effort.Pert(engagement, profile));
        return found;
    }

    // Many terms of one sum, and of the sum over all phases. The terms themselves are kept only where somebody asked for them.
    private sealed class Tally(Tally? whole = null)
    {
        private List<Figure>? terms;

        public decimal Sum { get; private set; }

        public Figure Total => terms is null ? Sum : Figure.Sum([.. terms]);

        public void Add(Figure term)
        {
            Sum += term.Value;
            if (whole is not null)
                whole.Sum += term.Value;
            if (term.Origin is not null)
                (terms ??= []).Add(term);
        }

        public void Add(Money term) => Add(term.Figure);
    }

    private sealed class PhaseTally(PhaseTally? whole = null)
    {
        public bool IsNamed { get; set; }
        public Tally Labour { get; } = new(whole?.Labour);
        public Tally DirectLabour { get; } = new(whole?.DirectLabour);
        public Tally PlannedLabour { get; } = new(whole?.PlannedLabour);
        public Tally CardValue { get; } = new(whole?.CardValue);
        public Tally PlannedHours { get; } = new(whole?.PlannedHours);
        public Tally ExpectedHours { get; } = new(whole?.ExpectedHours);
        public Tally Ai { get; } = new(whole?.Ai);
        public Tally Artistic { get; } = new(whole?.Artistic);
        public Tally Other { get; } = new(whole?.Other);
        public Tally ThirdPartyRisk { get; } = new(whole?.ThirdPartyRisk);

        public Work Work(Figure levyRate, string phase)
        {
            var artistic = new Money(Artistic.Total).Named($"artistic third parties, {phase}");
            return new()
            {
                Labour = new Money(Labour.Total).Named($"labour, {phase}"),
                DirectLabour = new Money(DirectLabour.Total).Named($"direct labour, {phase}"),
                PlannedLabour = new Money(PlannedLabour.Total).Named($"planned labour, {phase}"),
                CardValue = new Money(CardValue.Total).Named($"card value, {phase}"),
                PlannedHours = new Hours(PlannedHours.Total).Named($"planned hours, {phase}"),
                ExpectedHours = new Hours(ExpectedHours.Total).Named($"expected hours, {phase}"),
                Ai = new Money(Ai.Total).Named($"AI cost, {phase}"),
                ThirdParty = (artistic + new Money(Other.Total).Named($"other third parties, {phase}")).Named($"third parties, {phase}"),
                ThirdPartyRisk = new(ThirdPartyRisk.Total),
                ArtistSocialLevy = (artistic * levyRate).Named($"artists' social levy, {phase}"),
            };
        }
    }

    private sealed class RoleTally(RoleRates rates)
    {
        private readonly Tally planned = new(), expected = new(), labour = new(), card = new();

        public RoleRates Rates { get; } = rates;

        public void Add(Hours plan, Hours worked, Money cost, Money value)
        {
            planned.Add(plan.Figure);
            expected.Add(worked.Figure);
            labour.Add(cost);
            card.Add(value);
        }

        public RoleCost Row(string role) => new(
            role, new Hours(planned.Total), new Hours(expected.Total), new Money(labour.Total), new Money(card.Total));
    }
}
