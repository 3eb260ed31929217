using Pricing.Model.Quantities;

namespace Pricing.Model.Risk;

/// <summary>An amount in every joint state: a constant, an amount by cost state and an amount by outcome state, added up.</summary>
/// <remarks>
/// Every fee, cost, profit and surplus of the model is such a sum, so the moments are exact in a pass over each list
/// instead of over all pairs. Source: docs/formulas/risk.md.
/// </remarks>
public sealed class StateAmounts
{
    private readonly Money[]? byCost, byOutcome;

    // Kept, as two measures ask for it. Nobody sees the difference: it follows from what does not change.
    private OrderedStates? inOrder;

    private StateAmounts(Money constant, Money[]? byCost, Money[]? byOutcome) =>
        (Constant, this.byCost, this.byOutcome) = (constant, byCost, byOutcome);

    /// <summary>The part that is the same in every state.</summary>
    public Money Constant { get; }

    /// <summary>The part that depends on the cost state; null where none does.</summary>
    public IReadOnlyList<Money>? ByCost => byCost;

    /// <summary>The part that depends on the outcome state; null where none does.</summary>
    public IReadOnlyList<Money>? ByOutcome => byOutcome;

    /// <summary>The same amount in every state.</summary>
    public static StateAmounts Same(Money amount) => new(amount, null, null);

    /// <summary>An amount that depends on the cost state only.</summary>
    public static StateAmounts PerCost(JointStates states, Func<CostState, Money> amount) =>
        new(Money.Zero, Each(states.Cost, amount), null);

    /// <summary>An amount that depends on the outcome only.</summary>
    public static StateAmounts PerOutcome(JointStates states, Func<OutcomeState, Money> amount) =>
        new(Money.Zero, null, Each(states.Outcome, amount));

    /// <summary>Sum, state by state.</summary>
    public static StateAmounts operator +(StateAmounts left, StateAmounts right) =>
        new(left.Constant + right.Constant, Sum(left.byCost, right.byCost), Sum(left.byOutcome, right.byOutcome));

    /// <summary>Difference, state by state.</summary>
    public static StateAmounts operator -(StateAmounts left, StateAmounts right) =>
        new(left.Constant - right.Constant, Difference(left.byCost, right.byCost), Difference(left.byOutcome, right.byOutcome));

    /// <summary>A multiple, state by state.</summary>
    public static StateAmounts operator *(StateAmounts amounts, Figure factor) => factor is { Value: 1, Origin: null } ? amounts : new(
        amounts.Constant * factor,
        amounts.byCost is { } costs ? Each(costs, amount => amount * factor) : null,
        amounts.byOutcome is { } outcomes ? Each(outcomes, amount => amount * factor) : null);

    /// <summary>A function of the amount, state by state; the amount must depend on one list at most.</summary>
    /// <exception cref="InvalidOperationException">The amount depends on cost and outcome states at once.</exception>
    public StateAmounts Map(Func<Money, Money> function) => (byCost, byOutcome) switch
    {
        (null, null) => Same(function(Constant)),
        ({ } costs, null) => new(Money.Zero, Each(costs, amount => function(Constant + amount)), null),
        (null, { } outcomes) => new(Money.Zero, null, Each(outcomes, amount => function(Constant + amount))),
        _ => throw new InvalidOperationException("The amount depends on cost and outcome states at once."),
    };

    /// <summary>Expected amount: the sum over the joint states of probability × amount.</summary>
    public Money Expected(JointStates states)
    {
        var mass = Product(states.CostMass, states.OutcomeMass);
        var expected = mass.Value == 1 ? Constant : Constant * mass;
        if (byCost is not null)
            expected += Weighted(byCost, "cost", states.CostProbabilities, states.OutcomeMass);
        if (byOutcome is not null)
            expected += Weighted(byOutcome, "outcome", states.OutcomeProbabilities, states.CostMass);
        return expected;
    }

    /// <summary>Amount by outcome, expected over the cost states.</summary>
    public Money ExpectedIn(JointStates states, int outcome)
    {
        var expected = Constant;
        if (byCost is not null)
            expected += Weighted(byCost, "cost", states.CostProbabilities, 1);
        return byOutcome is null ? expected : expected + byOutcome[outcome];
    }

    /// <summary>Smallest amount over all states.</summary>
    public Money Lowest => Constant + Extreme(byCost, -1) + Extreme(byOutcome, -1);

    /// <summary>Largest amount over all states.</summary>
    public Money Highest => Constant + Extreme(byCost, 1) + Extreme(byOutcome, 1);

    /// <summary>Variance of the amount, in money squared.</summary>
    public Figure Variance(JointStates states)
    {
        if (byCost is null && byOutcome is null && states.CostMass.Value == 1 && states.OutcomeMass.Value == 1)
            return Told(0m, "variance", "the amount is the same in every state");

        // sum p q (c + x + y - mean)^2, multiplied out over the two lists; centred first so that no digits cancel.
        var (costMean, costSquare, costMass) = Moments(byCost, states.CostProbabilities, states.CostMass.Value, out var x);
        var (outcomeMean, outcomeSquare, outcomeMass) = Moments(byOutcome, states.OutcomeProbabilities, states.OutcomeMass.Value, out var y);
        var (costWhole, outcomeWhole) = (states.CostMass.Value, states.OutcomeMass.Value);
        var mean = Constant.Amount * costWhole * outcomeWhole + x * outcomeWhole + y * costWhole;
        var rest = Constant.Amount + x + y - mean;
        var variance = costSquare * outcomeMass + outcomeSquare * costMass + rest * rest * costMass * outcomeMass
            + 2 * (costMean * outcomeMean + rest * costMean * outcomeMass + rest * outcomeMean * costMass);
        return Told(Math.Max(0, variance), "variance", "sum over the joint states of probability × (amount − expected amount)²");
    }

    /// <summary>Probability that the amount is negative, beyond a magnitude of 1e-9.</summary>
    public Figure ProbabilityOfLoss(JointStates states)
    {
        var probability = InOrder(states).MassBelow(-Figure.ZeroTolerance);
        return Told(probability, "probability of a loss", "sum of the probabilities of the joint states with a negative amount");
    }

    /// <summary>Mean of the worst cases: the sum over the tail divided by its probability, the last state split.</summary>
    /// <param name="states">The joint states.</param>
    /// <param name="tailProbability">Probability of the tail, a fraction in (0, 1].</param>
    public Money Cvar(JointStates states, Figure tailProbability)
    {
        var sum = InOrder(states).SumOfWorst(tailProbability.Value);
        return new(Told(sum / tailProbability.Value, "mean of the worst cases", "sum over the worst tailProbability of the joint states, divided by it", tailProbability));
    }

    private static Money Extreme(Money[]? amounts, int sign)
    {
        if (amounts is null)
            return Money.Zero;
        var extreme = amounts[0];
        foreach (var amount in amounts)
        {
            if (amount.CompareTo(extreme) * sign > 0)
                extreme = amount;
        }

        return extreme;
    }

    private static Figure Product(Figure left, Figure right) => left.Value == 1 ? right : right.Value == 1 ? left : left * right;

    private static Money[] Each<T>(IReadOnlyList<T> states, Func<T, Money> amount)
    {
        var amounts = new Money[states.Count];
        for (var i = 0; i < amounts.Length; i++)
            amounts[i] = amount(states[i]);
        return amounts;
    }

    private static Money Weighted(Money[] amounts, string kind, Figure[] probabilities, Figure otherMass)
    {
        var terms = new Money[amounts.Length];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = probabilities[i] * (amounts[i].Figure.Origin is null ? amounts[i] : amounts[i].Named($"amount in {kind} state {i + 1}"));
        var sum = Money.Sum(terms);
        return otherMass.Value == 1 ? sum : sum * otherMass;
    }

    private static Money[]? Sum(Money[]? left, Money[]? right)
    {
        if (left is null || right is null)
            return left ?? right;
        var sums = new Money[left.Length];
        for (var i = 0; i < sums.Length; i++)
            sums[i] = left[i] + right[i];
        return sums;
    }

    private static Money[]? Difference(Money[]? left, Money[]? right)
    {
        if (right is null)
            return left;
        var differences = new Money[right.Length];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = (left is null ? Money.Zero : left[i]) - right[i];
        return differences;
    }

    // First and second moment about the mean of one list, and its mass.
    private static (decimal Mean, decimal Square, decimal Mass) Moments(Money[]? amounts, Figure[] weights, decimal mass, out decimal centre)
    {
        centre = 0;
        if (amounts is null)
            return (0, 0, mass);

        for (var i = 0; i < weights.Length; i++)
            centre += weights[i].Value * amounts[i].Amount;
        decimal mean = 0, square = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var distance = amounts[i].Amount - centre;
            var weighted = weights[i].Value * distance;
            mean += weighted;
            square += weighted * distance;
        }

        return (mean, square, mass);
    }

    private OrderedStates InOrder(JointStates states) => inOrder is { } kept && kept.States == states ? kept : inOrder = new(
        states,
        Values(byCost, Constant.Amount), Weights(byCost, states.CostProbabilities, states.CostMass),
        Values(byOutcome, 0), Weights(byOutcome, states.OutcomeProbabilities, states.OutcomeMass));

    private static decimal[] Values(Money[]? amounts, decimal more)
    {
        if (amounts is null)
            return [more];
        var values = new decimal[amounts.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = more + amounts[i].Amount;
        return values;
    }

    private static decimal[] Weights(Money[]? amounts, Figure[] probabilities, Figure mass)
    {
        if (amounts is null)
            return [mass.Value];
        var weights = new decimal[probabilities.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = probabilities[i].Value;
        return weights;
    }

    private Figure Told(decimal value, string name, string operation, params ReadOnlySpan<Figure> more)
    {
        if (!IsTraced)
            return value;
        List<Figure> parts = [.. more];
        if (Constant.Figure.Origin is not null)
            parts.Add(Constant.Figure.Named("in every state"));
        parts.AddRange((byCost ?? []).Select((amount, i) => amount.Figure.Named($"in cost state {i + 1}")));
        parts.AddRange((byOutcome ?? []).Select((amount, i) => amount.Figure.Named($"in outcome state {i + 1}")));
        return Derivation.Told(value, name, operation, parts);
    }

    private bool IsTraced =>
        Constant.Figure.Origin is not null || byCost is [{ Figure.Origin: not null }, ..] || byOutcome is [{ Figure.Origin: not null }, ..];
}
