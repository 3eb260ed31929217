using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Weighs the cost of training an own model against what it saves until it has aged.</summary>
/// <remarks>
/// A model retrained every r months has age (t − 1) mod r in month t and acceptance p_b × retention^age.
/// Source: docs/formulas/analyses-delivery.md, "Own model of the brand".
/// </remarks>
internal static class BrandModelPlanning
{
    public static BrandModel Of(BrandModelPlan plan, AttemptedWork work, Money genericUnitCost, Currency currency)
    {
        var byAge = Enumerable.Range(0, plan.Months)
            .Select(age => work.UnitCostAtAcceptance(plan.AcceptanceProbability * RealPower.Of(plan.MonthlyRetention, age)))
            .ToArray();
        var intervals = Enumerable.Range(1, plan.Months).Select(every => Interval(plan, every, byAge)).ToArray();
        var best = intervals.OrderBy(interval => interval.Total.ToMinorUnit(currency)).ThenByDescending(interval => interval.EveryMonths).First();

        var saved = genericUnitCost - byAge[0];
        var breakEven = saved.Amount > Figure.ZeroTolerance ? (plan.DataCost + plan.TrainingCost).Figure / saved.Figure : (Figure?)null;
        return new(intervals, best.EveryMonths, genericUnitCost * plan.AssetsPerMonth * plan.Months, breakEven);
    }

    private static TrainingInterval Interval(BrandModelPlan plan, int every, Money[] byAge)
    {
        var trainings = (plan.Months + every - 1) / every;
        var modelCost = plan.DataCost + trainings * plan.TrainingCost;
        var months = Enumerable.Range(0, plan.Months).Select(month => byAge[month % every]).ToArray();
        var production = plan.AssetsPerMonth * Money.Sum(months);
        return new(every, trainings, modelCost, modelCost / (plan.AssetsPerMonth * plan.Months), production, modelCost + production);
    }
}
