using Pricing.Model.Comparisons;

namespace Pricing.Model.Simulations;

/// <summary>What the draws were like: which columns to survey, and what the survey says of them.</summary>
internal sealed class InputStatistics
{
    private readonly List<int> columns = [];
    private readonly DrawPlan draws;
    private readonly Comparison comparison;
    private readonly SimulationParameters parameters;
    private readonly int firstFee, cost, hours;

    /// <summary>Puts together what to survey.</summary>
    public InputStatistics(Comparison comparison, SimulationParameters parameters, SimulationPlan plan)
    {
        (this.comparison, this.parameters, draws) = (comparison, parameters, plan.Draws);
        columns.AddRange([plan.Cost, plan.Hours]);
        foreach (var form in Forms().Where(form => !form.IsConstant))
            columns.Add(form.Single.Column);
        Columns = [.. columns.Distinct(), .. plan.Fees];
        firstFee = Columns.Length - plan.Fees.Length;
        Products = [.. draws.Kpis.Select(kpi => (PlaceOf(kpi), PlaceOf(draws.OutcomeMultiplier.Single.Column)))];
        (cost, hours) = (plan.Cost, plan.Hours);
    }

    /// <summary>Columns to survey; the fees come last.</summary>
    public int[] Columns { get; }

    /// <summary>Columns, by their place among these, whose correlations are asked for.</summary>
    public (int Left, int Right)[] Products { get; }

    /// <summary>Statistics of a feasible structure's fee.</summary>
    public SampleStatistics FeeOf(Survey survey, int k) => survey.ColumnStatistics(firstFee + k);

    /// <summary>What the survey says.</summary>
    public SimulatedInputs Of(Survey survey)
    {
        var document = comparison.Engagement.Document;
        return new()
        {
            Cost = survey.ColumnStatistics(PlaceOf(cost)),
            Hours = survey.ColumnStatistics(PlaceOf(hours)),
            CostFactor = draws.CostFactor is { } factor ? Told(factor) : null,
            Effort = draws.CostFactor is null
                ? [.. document.EffortProfiles.Select(profile => new SimulatedEffort(profile.Code, draws.IsDrawn(profile.Code), Told(draws.FactorOf(profile.Code).Form)))]
                : null,
            Attempts = [.. draws.Attempts.Select(drawn => new SimulatedAttempts(
                document.Assets[drawn.Spread.Asset].Name, drawn.Spread.Generation, Told(Linear.Column(drawn.Attempts)), Told(FailedOf(drawn))))],
            ExcessRounds = draws.ExcessRounds is { } rounds ? Told(rounds) : null,
            OutcomeMultiplier = Told(draws.OutcomeMultiplier),
            Kpis = parameters.Kpis is { } kpis
                ? [.. kpis.Select((kpi, i) => new SimulatedKpi(kpi.Name, Told(Linear.Column(draws.Kpis[i])), survey.Correlation(i)))]
                : null,
            Payout = draws.Payout is { } payout ? Told(payout) : null,
            PriceFactor = Told(draws.PriceFactor),
            VendorStop = Told(draws.VendorStop),
        };

        SampleStatistics Told(Linear form) => form.IsConstant ? new(form.Constant, 0, 0) : survey.ColumnStatistics(PlaceOf(form.Single.Column));
    }

    private int PlaceOf(int column) => Array.IndexOf(Columns, column);

    private static Linear FailedOf(DrawnAttempts drawn) => drawn.Failed is { } failed ? Linear.Column(failed) : 0;

    private IEnumerable<Linear> Forms()
    {
        foreach (var profile in comparison.Engagement.Document.EffortProfiles.Where(profile => draws.IsDrawn(profile.Code)))
            yield return draws.FactorOf(profile.Code).Form;
        foreach (var drawn in draws.Attempts)
        {
            yield return Linear.Column(drawn.Attempts);
            yield return FailedOf(drawn);
        }

        foreach (var kpi in draws.Kpis)
            yield return Linear.Column(kpi);
        foreach (var form in new[] { draws.CostFactor, draws.ExcessRounds, draws.PriceFactor, draws.VendorStop, draws.OutcomeMultiplier, draws.Payout })
            yield return form ?? 0;
    }
}
