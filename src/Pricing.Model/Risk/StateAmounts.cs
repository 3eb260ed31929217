using Pricing.Model.Quantities;

namespace Pricing.Model.Risk;

/// <summary>An amount in every joint state: a constant, an amount by cost state and an amount by outcome state, added up.</summary>
/// <remarks>
/// Every fee, cost, profit and surplus of the model is such a sum, so the moments are exact in a pass over each list
/// instead of over all pairs. Source: docs/formulas/risk.md.
/// </remarks>
public sealed class StateAmounts
{
    private StateAmounts(Money constant, IReadOnlyList<Money>? byCost, IReadOnlyList<Money>? byOutcome) =>
        (Constant, ByCost, ByOutcome) = (constant, byCost, byOutcome);

    /// <summary>The part that is the same in every state.</summary>
    public Money Constant { get; }

    /// <summary>The part that depends on the cost state; null where none does.</summary>
    public IReadOnlyList<Money>? ByCost { get; }

    /// <summary>The part that depends on the outcome state; null where none does.</summary>
    public IReadOnlyList<Money>? ByOutcome { get; }

    /// <summary>The same amount in every state.</summary>
    public static StateAmounts Same(Money amount) => new(amount, null, null);

    /// <summary>An amount that depends on the cost state only.</summary>
    public static StateAmounts PerCost(JointStates states, Func<CostState, Money> amount) =>
        new(Money.Zero, [.. states.Cost.Select(amount)], null);

    /// <summary>An amount that depends on the outcome only.</summary>
    public static StateAmounts PerOutcome(JointStates states, Func<OutcomeState, Money> amount) =>
        new(Money.Zero, null, [.. states.Outcome.Select(amount)]);

    /// <summary>Sum, state by state.</summary>
    public static StateAmounts operator +(StateAmounts left, StateAmounts right) =>
        new(left.Constant + right.Constant, Pairwise(left.ByCost, right.ByCost), Pairwise(left.ByOutcome, right.ByOutcome));

    /// <summary>Difference, state by state.</summary>
    public static StateAmounts operator -(StateAmounts left, StateAmounts right) => left + right * -1;

    /// <summary>A multiple, state by state.</summary>
    public static StateAmounts operator *(StateAmounts amounts, Figure factor) => new(
        amounts.Constant * factor,
        amounts.ByCost?.Select(amount => amount * factor).ToArray(),
        amounts.ByOutcome?.Select(amount => amount * factor).ToArray());

    /// <summary>A function of the amount, state by state; the amount must depend on one list at most.</summary>
    /// <exception cref="InvalidOperationException">The amount depends on cost and outcome states at once.</exception>
    public StateAmounts Map(Func<Money, Money> function) => (ByCost, ByOutcome) switch
    {
        (null, null) => Same(function(Constant)),
        ({ } costs, null) => new(Money.Zero, [.. costs.Select(amount => function(Constant + amount))], null),
        (null, { } outcomes) => new(Money.Zero, null, [.. outcomes.Select(amount => function(Constant + amount))]),
        _ => throw new InvalidOperationException("The amount depends on cost and outcome states at once."),
    };

    /// <summary>Expected amount: the sum over the joint states of probability × amount.</summary>
    public Money Expected(JointStates states)
    {
        var mass = Product(states.CostMass, states.OutcomeMass);
        var expected = mass.Value == 1 ? Constant : Constant * mass;
        if (ByCost is not null)
            expected = WithoutZero(expected, Weighted(ByCost, states.Cost.Select(state => state.Probability), states.OutcomeMass));
        if (ByOutcome is not null)
            expected = WithoutZero(expected, Weighted(ByOutcome, states.Outcome.Select(state => state.Probability), states.CostMass));
        return expected;
    }

    /// <summary>Amount by outcome, expected over the cost states.</summary>
    public Money ExpectedIn(JointStates states, int outcome)
    {
        var expected = Constant;
        if (ByCost is not null)
            expected += Weighted(ByCost, states.Cost.Select(state => state.Probability), 1);
        return ByOutcome is null ? expected : expected + ByOutcome[outcome];
    }

    /// <summary>Smallest amount over all states.</summary>
    public Money Lowest => Constant + (ByCost?.Min() ?? Money.Zero) + (ByOutcome?.Min() ?? Money.Zero);

    /// <summary>Largest amount over all states.</summary>
    public Money Highest => Constant + (ByCost?.Max() ?? Money.Zero) + (ByOutcome?.Max() ?? Money.Zero);

    /// <summary>Variance of the amount, in money squared.</summary>
    public Figure Variance(JointStates states)
    {
        if (ByCost is null && ByOutcome is null && states.CostMass.Value == 1 && states.OutcomeMass.Value == 1)
            return Told(0m, "variance", "the amount is the same in every state");

        // sum p q (c + x + y - mean)^2, multiplied out over the two lists; centred first so that no digits cancel.
        var mean = Expected(states).Amount;
        var (costMean, costSquare, costMass) = Moments(ByCost, states.Cost.Select(state => state.Probability.Value), out var x);
        var (outcomeMean, outcomeSquare, outcomeMass) = Moments(ByOutcome, states.Outcome.Select(state => state.Probability.Value), out var y);
        var rest = Constant.Amount + x + y - mean;
        var variance = costSquare * outcomeMass + outcomeSquare * costMass + rest * rest * costMass * outcomeMass
            + 2 * (costMean * outcomeMean + rest * costMean * outcomeMass + rest * outcomeMean * costMass);
        return Told(Math.Max(0, variance), "variance", "sum over the joint states of probability × (amount − expected amount)²");
    }

    /// <summary>Probability that the amount is negative, beyond a magnitude of 1e-9.</summary>
    public Figure ProbabilityOfLoss(JointStates states)
    {
        var probability = 0m;
        foreach (var (amount, weight) in Atoms(states))
        {
            if (amount < -Figure.ZeroTolerance)
                probability += weight;
        }

        return Told(probability, "probability of a loss", "sum of the probabilities of the joint states with a negative amount");
    }

    /// <summary>Mean of the worst cases: the sum over the tail divided by its probability, the last state split.</summary>
    /// <param name="states">The joint states.</param>
    /// <param name="tailProbability">Probability of the tail, a fraction in (0, 1].</param>
    public Money Cvar(JointStates states, Figure tailProbability)
    {
        var atoms = Atoms(states);
        Array.Sort(atoms, static (a, b) => a.Amount.CompareTo(b.Amount));

        decimal left = tailProbability.Value, sum = 0;
        foreach (var (amount, weight) in atoms)
        {
            var taken = Math.Min(weight, left);
            sum += taken * amount;
            left -= taken;
            if (left <= 0)
                break;
        }

        return new(Told(sum / tailProbability.Value, "mean of the worst cases", "sum over the worst tailProbability of the joint states, divided by it", tailProbability));
    }

    private static Money WithoutZero(Money sum, Money next) => sum.Amount == 0 && sum.Figure.Origin is null ? next : sum + next;

    private static Figure Product(Figure left, Figure right) => left.Value == 1 ? right : right.Value == 1 ? left : left * right;

    private static Money Weighted(IReadOnlyList<Money> amounts, IEnumerable<Figure> probabilities, Figure otherMass)
    {
        Money[] terms = [.. probabilities.Zip(amounts, (probability, amount) => probability * amount)];
        var sum = Money.Sum(terms);
        return otherMass.Value == 1 ? sum : sum * otherMass;
    }

    private static Money[]? Pairwise(IReadOnlyList<Money>? left, IReadOnlyList<Money>? right) => (left, right) switch
    {
        (null, null) => null,
        ({ } only, null) => [.. only],
        (null, { } only) => [.. only],
        _ => [.. left.Zip(right, (a, b) => a + b)],
    };

    // First and second moment about the mean of one list, and its mass.
    private static (decimal Mean, decimal Square, decimal Mass) Moments(IReadOnlyList<Money>? amounts, IEnumerable<decimal> probabilities, out decimal centre)
    {
        decimal[] weights = [.. probabilities];
        var mass = weights.Sum();
        centre = 0;
        if (amounts is null)
            return (0, 0, mass);

        for (var i = 0; i < weights.Length; i++)
            centre += weights[i] * amounts[i].Amount;
        decimal mean = 0, square = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var distance = amounts[i].Amount - centre;
            mean += weights[i] * distance;
            square += weights[i] * distance * distance;
        }

        return (mean, square, mass);
    }

    private (decimal Amount, decimal Weight)[] Atoms(JointStates states)
    {
        (decimal, decimal)[] costs = ByCost is null
            ? [(0, states.CostMass.Value)]
            : [.. states.Cost.Zip(ByCost, (state, amount) => (amount.Amount, state.Probability.Value))];
        (decimal, decimal)[] outcomes = ByOutcome is null
            ? [(0, states.OutcomeMass.Value)]
            : [.. states.Outcome.Zip(ByOutcome, (state, amount) => (amount.Amount, state.Probability.Value))];

        var atoms = new (decimal, decimal)[costs.Length * outcomes.Length];
        var next = 0;
        foreach (var (cost, p) in costs)
        {
            var start = Constant.Amount + cost;
            foreach (var (outcome, q) in outcomes)
                atoms[next++] = (start + outcome, p * q);
        }

        return atoms;
    }

    private Figure Told(decimal value, string name, string operation, params ReadOnlySpan<Figure> more)
    {
        if (!IsTraced)
            return value;
        List<Figure> parts = [.. more];
        if (Constant.Figure.Origin is not null)
            parts.Add(Constant.Figure.Named("in every state"));
        parts.AddRange((ByCost ?? []).Select((amount, i) => amount.Figure.Named($"in cost state {i + 1}")));
        parts.AddRange((ByOutcome ?? []).Select((amount, i) => amount.Figure.Named($"in outcome state {i + 1}")));
        return Derivation.Told(value, name, operation, parts);
    }

    private bool IsTraced =>
        Constant.Figure.Origin is not null || ByCost is [{ Figure.Origin: not null }, ..] || ByOutcome is [{ Figure.Origin: not null }, ..];
}
