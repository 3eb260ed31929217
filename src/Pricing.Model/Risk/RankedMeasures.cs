using Pricing.Model.Quantities;

namespace Pricing.Model.Risk;

/// <summary>The measures of a spread that rank its states, worked out once somebody asks: searches over many engagements need few of them.</summary>
/// <param name="amounts">The amount in every state.</param>
/// <param name="states">The joint states.</param>
/// <param name="tailProbability">Tail of the mean of the worst cases, a fraction in (0, 1].</param>
internal sealed class RankedMeasures(StateAmounts amounts, JointStates states, Figure tailProbability)
{
    // Boxed, so that a thread sees a whole figure or none.
    private object? lossProbability, cvar;

    /// <summary>Probability of a negative amount.</summary>
    public Figure LossProbability => (Figure)(lossProbability ??= amounts.ProbabilityOfLoss(states));

    /// <summary>Mean of the worst cases.</summary>
    public Money Cvar => (Money)(cvar ??= amounts.Cvar(states, tailProbability));
}
