using Pricing.Model.Quantities;

namespace Pricing.Model.Risk;

/// <summary>A possible level of labour cost.</summary>
/// <param name="Factor">Factor on expected labour, mean 1.</param>
/// <param name="Probability">Its probability, a fraction in [0, 1].</param>
public sealed record CostState(Figure Factor, Figure Probability);

/// <summary>A possible outcome of the work for the client.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ValueMultiplier">Factor on the client's expected value, mean 1.</param>
/// <param name="Probability">Its probability, a fraction in [0, 1].</param>
/// <param name="Payout">Payout of the scorecard, 1 at target; zero where there is no scorecard.</param>
public sealed record OutcomeState(string Name, Figure ValueMultiplier, Figure Probability, Figure Payout);

/// <summary>Cost and outcome states, independent of each other: every pair is a joint state.</summary>
/// <remarks>Source: docs/formulas/risk.md. Expectations are sums over the states as given; nothing is normalised.</remarks>
public sealed class JointStates
{
    /// <summary>All pairs of the given states.</summary>
    public JointStates(IReadOnlyList<CostState> cost, IReadOnlyList<OutcomeState> outcome)
    {
        (Cost, Outcome) = (cost, outcome);
        CostProbabilities = [.. cost.Select(state => state.Probability)];
        OutcomeProbabilities = [.. outcome.Select(state => state.Probability)];
        CostMass = Mass(CostProbabilities);
        OutcomeMass = Mass(OutcomeProbabilities);
        Factor = new([.. cost.Select(state => state.Factor)], CostProbabilities);
        Multiplier = new([.. outcome.Select(state => state.ValueMultiplier)], OutcomeProbabilities);
        Payout = new([.. outcome.Select(state => state.Payout)], OutcomeProbabilities);
        MultiplierByPayout = Multiplier.Times(Payout);
    }

    /// <summary>The cost states, in the order of the document.</summary>
    public IReadOnlyList<CostState> Cost { get; }

    /// <summary>The outcome states, in the order of the document.</summary>
    public IReadOnlyList<OutcomeState> Outcome { get; }

    /// <summary>Probabilities of the cost states.</summary>
    internal Figure[] CostProbabilities { get; }

    /// <summary>Probabilities of the outcome states.</summary>
    internal Figure[] OutcomeProbabilities { get; }

    /// <summary>Sum of the cost probabilities: 1 within 1e-9.</summary>
    internal Figure CostMass { get; }

    /// <summary>Sum of the outcome probabilities: 1 within 1e-9.</summary>
    internal Figure OutcomeMass { get; }

    /// <summary>The factors on labour cost.</summary>
    internal StateQuantity Factor { get; }

    /// <summary>The factors on the client's value.</summary>
    internal StateQuantity Multiplier { get; }

    /// <summary>The payouts of the scorecard.</summary>
    internal StateQuantity Payout { get; }

    /// <summary>Mixed moment of multipliers and payouts.</summary>
    internal decimal MultiplierByPayout { get; }

    private static Figure Mass(Figure[] probabilities)
    {
        var mass = Figure.Sum(probabilities);
        return mass.Value == 1 ? 1 : mass.Named("sum of probabilities");
    }
}
