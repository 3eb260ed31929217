using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Model.Simulations;

/// <summary>Draws an engagement's hours, costs and outcome many times over, and says what each fee structure makes of it.</summary>
/// <remarks>
/// The same parameters give the same result to the last bit, on any number of threads. Source: docs/formulas/simulation.md.
/// </remarks>
public static class Simulation
{
    /// <summary>Simulates.</summary>
    /// <param name="comparison">The engagement, compared: what rests on expectations is taken from here.</param>
    /// <param name="parameters">What is drawn.</param>
    /// <param name="progress">Told how far it is, from 0 to 1, by any thread; null for nobody.</param>
    /// <param name="cancellation">Ends it between two blocks of trials.</param>
    /// <exception cref="ArgumentException">The parameters do not fit the engagement.</exception>
    /// <exception cref="BeyondBoundsException">An amount exceeds 1e13; the pointer is that of the parameters.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SimulationResult Run(
        Comparison comparison, SimulationParameters parameters, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var plan = new SimulationPlan(comparison, parameters);
        var runner = new TrialRunner(plan, parameters.Trials, parameters.Seed, parameters.Threads, share => progress?.Report(share), cancellation);
        var inputs = new InputStatistics(comparison, parameters, plan);
        var survey = new Survey(runner, inputs.Columns, inputs.Products, HalfMinorUnit(comparison.Currency));
        KeepBounds(survey.Least.Concat(survey.Greatest));
        var sides = new SideStatistics(comparison, parameters, runner, survey).All();

        var structures = comparison.Structures.Select((column, i) => new SimulatedStructure(column.Structure, null, null, null)).ToArray();
        for (var k = 0; k < plan.Feasible.Length; k++)
            structures[plan.Feasible[k]] = structures[plan.Feasible[k]] with { Fee = inputs.FeeOf(survey, k), Agency = sides[2 * k], Client = sides[2 * k + 1] };
        var result = new SimulationResult(parameters.Trials, parameters.Seed, inputs.Of(survey), structures, Pairs(plan, survey));
        KeepBounds(AmountsOf(result));
        progress?.Report(1);
        return result;
    }

    // By more than half a minor unit, and no less than what counts as nothing.
    private static double HalfMinorUnit(Currency currency) => 0.5 * Math.Pow(10, -currency.Decimals) + (double)Figure.ZeroTolerance;

    private static void KeepBounds(IEnumerable<double> amounts)
    {
        if (amounts.All(amount => Math.Abs(amount) <= (double)Bounds.Largest))
            return;
        var bounds = new Bounds();
        bounds.Break("/parameters", "An amount of the simulation");
        bounds.ThrowIfBroken();
    }

    // Amounts that the extremes of profits and surpluses do not bound.
    private static IEnumerable<double> AmountsOf(SimulationResult result)
    {
        var fees = result.Structures.Where(structure => structure.Feasible).Select(structure => structure.Fee!);
        foreach (var statistics in fees.Append(result.Inputs.Cost).Append(result.Inputs.VendorStop))
        {
            yield return statistics.Mean;
            yield return statistics.StandardDeviation;
        }

        foreach (var side in result.Structures.Where(structure => structure.Feasible).SelectMany(structure => new[] { structure.Agency!, structure.Client! }))
        {
            yield return side.CertaintyEquivalent;
            yield return side.CertaintyEquivalentExponential;
        }
    }

    private static List<SimulatedPair> Pairs(SimulationPlan plan, Survey survey)
    {
        var pairs = new List<SimulatedPair>();
        for (var i = 0; i < plan.Feasible.Length; i++)
        {
            for (var j = i + 1; j < plan.Feasible.Length; j++)
            {
                var (agency, client) = survey.Beats(i, j);
                pairs.Add(new(plan.Feasible[i], plan.Feasible[j], agency, client));
            }
        }

        return pairs;
    }
}
