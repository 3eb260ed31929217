using Pricing.Model.Engagements;

namespace Pricing.Application.Contract;

/// <summary>Reads what the work is worth to the client and what may happen.</summary>
internal sealed class ValueCaseReader(DocumentContext context)
{
    public static ValueCase ReadValue(ObjectReader value) => new(
        value.Number("discountRate", Allowed.Share),
        value.OptionalFlag("inputTaxDeductible"),
        value.List("drivers", ReadDriver, Limits.Drivers),
        value.Number("referencePrice", Allowed.Amount),
        value.Number("referenceValueShare", Allowed.Share));

    public Scorecard ReadScorecard(ObjectReader scorecard)
    {
        var weights = new Total();
        var read = new Scorecard(
            scorecard.Number("threshold", Allowed.Margin),
            scorecard.Number("stretch", Allowed.Stretch),
            scorecard.Number("cap", Allowed.Cap),
            scorecard.List("kpis", kpi => ReadKpi(kpi, weights), Limits.Kpis, mayBeEmpty: false));
        if (weights.Misses1)
            scorecard.Fault("kpis", $"The weights of the KPIs add to {weights}; they must add to 1.");
        return read;
    }

    /// <param name="scenarios">The scenarios.</param>
    /// <param name="isWithoutScorecard">Whether achievement may be left out.</param>
    public Scenarios ReadScenarios(ObjectReader scenarios, bool isWithoutScorecard)
    {
        var (costs, factors) = (new Total(), new Total());
        var (outcomes, multipliers) = (new Total(), new Total());
        var achievement = isWithoutScorecard || !context.Kpis.IsKnown
            ? new MapRule(Allowed.Amount, "Achievement", null, _ => "")
            : new(Allowed.Amount, "Achievement", context.Kpis, kpi => $"There is no KPI {JsonText.Quote(kpi)} on the scorecard.", IsComplete: true);
        var read = new Scenarios(
            scenarios.List("cost", state => ReadCostState(state, costs, factors), Limits.States, mayBeEmpty: false),
            scenarios.List("outcome", state => ReadOutcomeState(state, outcomes, multipliers, achievement), Limits.States, mayBeEmpty: false));
        CheckSet(scenarios, "cost", "Cost", "factor", costs, factors);
        CheckSet(scenarios, "outcome", "Outcome", "valueMultiplier", outcomes, multipliers);
        return read;
    }

    private static CostScenario ReadCostState(ObjectReader state, Total probabilities, Total factors)
    {
        var factor = state.Number("factor", Allowed.Amount);
        var probability = state.Number("probability", Allowed.Share);
        probabilities.Add(probability);
        factors.Add(factor, probability);
        return new(factor, probability);
    }

    private static OutcomeScenario ReadOutcomeState(ObjectReader state, Total probabilities, Total multipliers, MapRule achievement)
    {
        var name = state.Text("name");
        var multiplier = state.Number("valueMultiplier", Allowed.Amount);
        var probability = state.Number("probability", Allowed.Share);
        probabilities.Add(probability);
        multipliers.Add(multiplier, probability);
        return new(name, multiplier, probability,
            state.Map("kpiAchievement", achievement, KeyValuePair.Create, isOptional: !achievement.IsComplete));
    }

    // Where the probabilities are wrong, so is every mean: one fault, not two.
    private static void CheckSet(ObjectReader scenarios, string list, string subject, string factor, Total probabilities, Total mean)
    {
        if (probabilities.Misses1)
            scenarios.Fault(list, $"{subject} probabilities add to {probabilities}; they must add to 1.");
        else if (mean.Misses1)
            scenarios.Fault(list, $"The mean of {factor}, weighted by probability, is {mean}; it must be 1.");
    }

    private static ValueDriver ReadDriver(ObjectReader driver) => new()
    {
        Id = driver.OptionalUniqueText("id"),
        Name = driver.Text("name"),
        FirstMonth = driver.Number("firstMonth", Allowed.Any),
        MonthlyRetention = driver.Number("monthlyRetention", Allowed.Retention),
        Months = driver.Whole("months", 1, Limits.Term),
        DelayMonths = driver.Whole("delayMonths", 0, Limits.Term),
        Attribution = driver.Number("attribution", Allowed.Share),
        Confidence = driver.Number("confidence", Allowed.Share),
        Formula = driver.OptionalText("formula"),
        AttributionMethod = driver.OptionalText("attributionMethod"),
        DataOwner = driver.OptionalText("dataOwner"),
        Source = driver.OptionalText("source"),
    };

    private Kpi ReadKpi(ObjectReader kpi, Total weights)
    {
        var id = kpi.OptionalUniqueText("id");
        var name = kpi.UniqueText("name");
        context.Kpis.Add(name);
        var weight = kpi.Number("weight", Allowed.Share);
        weights.Add(weight);
        return new()
        {
            Id = id,
            Name = name,
            Weight = weight,
            Unit = kpi.OptionalText("unit"),
            Definition = kpi.OptionalText("definition"),
            Baseline = kpi.OptionalNumber("baseline", Allowed.Any),
            Target = kpi.OptionalNumber("target", Allowed.Any),
            Direction = kpi.OptionalWord("direction", CodeTables.Directions),
            Window = kpi.OptionalText("window"),
            DataOwner = kpi.OptionalText("dataOwner"),
            Source = kpi.OptionalText("source"),
        };
    }
}
