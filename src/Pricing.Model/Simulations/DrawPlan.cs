using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;

namespace Pricing.Model.Simulations;

/// <summary>A quantity times a drawn factor: where the factor stands, and by how much more to multiply. Without a column only that.</summary>
internal readonly record struct HourFactor(int? Column, double Multiple)
{
    /// <summary>The factor as a linear form.</summary>
    public Linear Form => Column is { } column ? Linear.Column(column) * Multiple : Multiple;
}

/// <summary>A generation whose attempts are drawn.</summary>
internal sealed record DrawnAttempts(AttemptSpread Spread, int Pieces, int Attempts, int? Failed);

/// <summary>The drawn quantities of a simulation, each with its column, and the steps that fill them.</summary>
internal sealed class DrawPlan
{
    private readonly Engagement document;
    private readonly SimulationParameters parameters;
    private readonly List<Step> steps = [];
    private readonly Dictionary<(int, int), int> products = [];
    private readonly Dictionary<string, int> effortColumns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> perts = new(StringComparer.Ordinal);
    private readonly int? costFactor;

    public DrawPlan(Comparison comparison, SimulationParameters parameters)
    {
        document = comparison.Engagement.Document;
        this.parameters = parameters;
        foreach (var profile in document.EffortProfiles)
            perts[profile.Code] = (double)Costs.Effort.Pert(comparison.Engagement, profile.Code).Value;

        if (parameters.Effort is null)
            costFactor = Add(NewColumn(), to => new CostStateDraw(to, new([.. document.Scenarios.Cost.Select(state => state.Probability)]), [.. document.Scenarios.Cost.Select(state => (double)state.Factor)]));
        else
            AddEfforts(parameters.Effort);
        CostFactor = costFactor is { } factor ? Linear.Column(factor) : null;
        Attempts = [.. parameters.Attempts.Select(DrawAttempts)];
        ExcessRounds = document.Revisions is { } revisions ? Rounds(comparison.Engagement, revisions) : null;
        PriceFactor = parameters.PriceDrift is { } drift ? DrawPrice(drift) : 1;
        VendorStop = parameters.VendorStop is { } stop
            ? Linear.Column(Add(NewColumn(), to => new VendorStopDraw(to, (double)stop.Probability, (double)stop.MigrationCost)))
            : 0;

        var uniform = NewColumn();
        var normal = parameters.OutcomeVariation is not null || parameters.Kpis is not null ? NewColumn() : (int?)null;
        steps.Add(new OutcomeDraw(uniform, normal));
        OutcomeMultiplier = DrawMultiplier(uniform, normal);
        Kpis = parameters.Kpis is { } kpis ? [.. kpis.Select((kpi, i) => Add(NewColumn(), to => new KpiDraw(i, to, normal!.Value, kpi)))] : [];
        Payout = DrawPayout(comparison, uniform);
    }

    /// <summary>The steps in their order.</summary>
    public IReadOnlyList<Step> Steps => steps;

    /// <summary>How many columns there are.</summary>
    public int Columns { get; private set; }

    /// <summary>Factor on all hours; null where effort is drawn by profile.</summary>
    public Linear? CostFactor { get; }

    /// <summary>The generations drawn, as sent.</summary>
    public IReadOnlyList<DrawnAttempts> Attempts { get; }

    /// <summary>Rounds beyond the included ones; null without revisions.</summary>
    public Linear? ExcessRounds { get; }

    /// <summary>Factor on all compute.</summary>
    public Linear PriceFactor { get; }

    /// <summary>Cost of a vendor's stop.</summary>
    public Linear VendorStop { get; }

    /// <summary>m.</summary>
    public Linear OutcomeMultiplier { get; }

    /// <summary>Columns of the drawn achievements, as sent.</summary>
    public IReadOnlyList<int> Kpis { get; }

    /// <summary>Payout of the scorecard; null where nothing is achieved.</summary>
    public Linear? Payout { get; }

    /// <summary>Factor on the planned hours of a profile.</summary>
    public HourFactor FactorOf(string profile)
    {
        if (costFactor is { } factor)
            return new(factor, perts[profile]);
        return effortColumns.TryGetValue(profile, out var column) ? new(column, 1) : new(null, perts[profile]);
    }

    /// <summary>Factor on the hours of revision rounds.</summary>
    public HourFactor RevisionFactor => new(costFactor, 1);

    /// <summary>Whether a profile's factor is drawn.</summary>
    public bool IsDrawn(string profile) => effortColumns.ContainsKey(profile);

    /// <summary>Whether revision rounds are drawn.</summary>
    public bool HasDrawnRounds => parameters.Revisions == RoundSpread.Geometric;

    /// <summary>The product of a factor and a drawn quantity.</summary>
    public Linear Times(HourFactor factor, Linear quantity) => Times(factor.Form, quantity);

    /// <summary>The product of two quantities, of which each is a constant or a column.</summary>
    public Linear Times(Linear left, Linear right)
    {
        if (left.IsConstant)
            return right * left.Constant;
        if (right.IsConstant)
            return left * right.Constant;
        var (a, b) = (left.Single, right.Single);
        if (!products.TryGetValue((a.Column, b.Column), out var product))
            products.Add((a.Column, b.Column), product = Add(NewColumn(), to => new ProductStep(to, a.Column, b.Column)));
        return Linear.Column(product) * (a.Factor * b.Factor);
    }

    /// <summary>The form as a column of its own, where it takes more than one.</summary>
    public Linear AsColumn(Linear form) => form.Terms < 2 ? form : Linear.Column(ColumnOf(form));

    /// <summary>A column that holds the form.</summary>
    public int ColumnOf(Linear form) => Add(NewColumn(), to => new LinearStep(to, form));

    /// <summary>A new column.</summary>
    public int NewColumn() => Columns++;

    private int Add(int column, Func<int, Step> step)
    {
        steps.Add(step(column));
        return column;
    }

    private void AddEfforts(IReadOnlyDictionary<string, EffortSpread> efforts)
    {
        for (var i = 0; i < document.EffortProfiles.Count; i++)
        {
            var profile = document.EffortProfiles[i];
            if (efforts.TryGetValue(profile.Code, out var spread))
                effortColumns.Add(profile.Code, Add(NewColumn(), to => EffortOf(profile, spread, i, to)));
        }
    }

    private Draw EffortOf(EffortProfile profile, EffortSpread spread, int place, int to)
    {
        var own = new EffortRange(profile.Optimistic, profile.MostLikely, profile.Pessimistic);
        return spread switch
        {
            PertEffort { Range: var range } when (range ?? own) is var (low, likely, high) => new PertDraw(to, place, (double)low, (double)likely, (double)high),
            TriangularEffort { Range: var range } when (range ?? own) is var (low, likely, high) => new TriangularDraw(to, place, (double)low, (double)likely, (double)high),
            LognormalEffort lognormal => new LognormalDraw(
                DrawnInput.Effort, place, to, (double?)lognormal.Mean ?? perts[profile.Code], Lognormal.LogVariance(lognormal.CoefficientOfVariation)),
            _ => throw new ArgumentException($"Effort does not spread as {spread.GetType().Name}.", nameof(spread)),
        };
    }

    private DrawnAttempts DrawAttempts(AttemptSpread spread, int place)
    {
        var pieces = AttemptSpread.PiecesOf(document, spread.Asset, spread.Generation)
            ?? throw new ArgumentException("Attempts are drawn for a whole number of pieces, a million at most.", nameof(spread));
        var acceptance = (double)document.Assets[spread.Asset].Generations[spread.Generation].AcceptanceProbability;
        var failed = spread.Cap is null ? (int?)null : NewColumn();
        var attempts = Add(NewColumn(), to => new AttemptDraw(place, to, failed, pieces, acceptance, spread));
        return new(spread, pieces, attempts, failed);
    }

    private Linear Rounds(ResolvedEngagement engagement, Revisions revisions) => HasDrawnRounds
        ? Linear.Column(Add(NewColumn(), to => new RoundDraw(to, (double)Costs.Effort.Continuation(engagement, revisions).Value, revisions.IncludedRounds)))
        : (double)Costs.Effort.ExcessRounds(engagement, revisions).Value;

    private Linear DrawPrice(PriceDrift drift)
    {
        var years = (double)drift.Years;
        var mean = Math.Pow(1 + (double)drift.AnnualDrift, years);
        var logVariance = (double)(drift.AnnualVolatility * drift.AnnualVolatility) * years;
        return logVariance == 0 ? mean : Linear.Column(Add(NewColumn(), to => new LognormalDraw(DrawnInput.Price, 0, to, mean, logVariance)));
    }

    private Linear DrawMultiplier(int uniform, int? normal) => Linear.Column(parameters.OutcomeVariation is { } variation
        ? Add(NewColumn(), to => new LognormalOutcomeStep(to, normal!.Value, Lognormal.LogVariance(variation)))
        : Add(NewColumn(), to => new OutcomeStateStep(to, uniform, Outcomes(), [.. document.Scenarios.Outcome.Select(state => (double)state.ValueMultiplier)])));

    private Linear? DrawPayout(Comparison comparison, int uniform)
    {
        if (document.Scorecard is not { } scorecard)
            return null;
        if (parameters.Kpis is { } kpis)
        {
            var weights = kpis.Select((kpi, i) => (Kpis[i], (double)scorecard.Kpis.First(of => of.Name == kpi.Name).Weight));
            return Linear.Column(Add(NewColumn(), to => new PayoutStep(to, [.. weights], scorecard)));
        }

        if (parameters.OutcomeVariation is not null)
            return null;
        return Linear.Column(Add(NewColumn(), to => new OutcomeStateStep(to, uniform, Outcomes(), [.. comparison.States.Outcome.Select(state => (double)state.Payout.Value)])));
    }

    private StateTable Outcomes() => new([.. document.Scenarios.Outcome.Select(state => state.Probability)]);
}
