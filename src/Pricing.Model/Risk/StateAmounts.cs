using Pricing.Model.Quantities;

namespace Pricing.Model.Risk;

/// <summary>An amount in every joint state: a constant, multiples of what the states say, and amounts by cost or outcome state, added up.</summary>
/// <remarks>
/// Every fee, cost, profit and surplus of the model is such a sum, so the moments are exact in a pass over each list
/// instead of over all pairs, and without any pass where only multiples are in it. Source: docs/formulas/risk.md.
/// </remarks>
public sealed class StateAmounts
{
    // Multiples of the cost factor, the value multiplier and the payout.
    private readonly Multiples multiples;
    private readonly JointStates? statesOfMultiples;

    // What else there is by state: clamped amounts, and all amounts that carry their calculation.
    private readonly Money[]? costRest, outcomeRest;

    // Kept, as several measures ask for it. Nobody sees the difference: it follows from what does not change.
    private OrderedStates? inOrder;

    private StateAmounts(Money constant, Money[]? costRest, Money[]? outcomeRest, Multiples multiples = default, JointStates? states = null) =>
        (Constant, this.costRest, this.outcomeRest, this.multiples, statesOfMultiples) = (constant, costRest, outcomeRest, multiples, states);

    /// <summary>The part that is the same in every state.</summary>
    public Money Constant { get; }

    /// <summary>The part that depends on the cost state; null where none does.</summary>
    public IReadOnlyList<Money>? ByCost => CostPart;

    /// <summary>The part that depends on the outcome state; null where none does.</summary>
    public IReadOnlyList<Money>? ByOutcome => OutcomePart;

    /// <summary>The same amount in every state.</summary>
    public static StateAmounts Same(Money amount) => new(amount, null, null);

    /// <summary>An amount that depends on the cost state only.</summary>
    public static StateAmounts PerCost(JointStates states, Func<CostState, Money> amount) =>
        new(Money.Zero, Each(states.Cost, amount), null);

    /// <summary>An amount that depends on the outcome only.</summary>
    public static StateAmounts PerOutcome(JointStates states, Func<OutcomeState, Money> amount) =>
        new(Money.Zero, null, Each(states.Outcome, amount));

    /// <summary>An amount times the factor of the cost state.</summary>
    public static StateAmounts TimesFactor(JointStates states, Money amount) => IsTold(amount, states.Factor)
        ? PerCost(states, state => amount * state.Factor)
        : new(Money.Zero, null, null, new(amount.Amount, 0, 0), states);

    /// <summary>An amount times the value multiplier of the outcome.</summary>
    public static StateAmounts TimesMultiplier(JointStates states, Money amount) => IsTold(amount, states.Multiplier)
        ? PerOutcome(states, state => amount * state.ValueMultiplier)
        : new(Money.Zero, null, null, new(0, amount.Amount, 0), states);

    /// <summary>An amount times the payout of the outcome.</summary>
    public static StateAmounts TimesPayout(JointStates states, Money amount) => IsTold(amount, states.Payout)
        ? PerOutcome(states, state => amount * state.Payout)
        : new(Money.Zero, null, null, new(0, 0, amount.Amount), states);

    /// <summary>Sum, state by state.</summary>
    public static StateAmounts operator +(StateAmounts left, StateAmounts right) => new(
        left.Constant + right.Constant, Sum(left.costRest, right.costRest), Sum(left.outcomeRest, right.outcomeRest),
        left.multiples + right.multiples, left.statesOfMultiples ?? right.statesOfMultiples);

    /// <summary>Sum with an amount that is the same in every state.</summary>
    public static StateAmounts operator +(StateAmounts left, Money right) =>
        new(left.Constant + right, left.costRest, left.outcomeRest, left.multiples, left.statesOfMultiples);

    /// <summary>Difference, state by state.</summary>
    public static StateAmounts operator -(StateAmounts left, StateAmounts right) => new(
        left.Constant - right.Constant, Difference(left.costRest, right.costRest), Difference(left.outcomeRest, right.outcomeRest),
        left.multiples + right.multiples * -1, left.statesOfMultiples ?? right.statesOfMultiples);

    /// <summary>Difference to an amount that is the same in every state.</summary>
    public static StateAmounts operator -(StateAmounts left, Money right) =>
        new(left.Constant - right, left.costRest, left.outcomeRest, left.multiples, left.statesOfMultiples);

    /// <summary>A multiple, state by state.</summary>
    public static StateAmounts operator *(StateAmounts amounts, Figure factor) => factor is { Value: 1, Origin: null } ? amounts : new(
        amounts.Constant * factor,
        amounts.costRest is { } costs ? Each(costs, amount => amount * factor) : null,
        amounts.outcomeRest is { } outcomes ? Each(outcomes, amount => amount * factor) : null,
        amounts.multiples * factor.Value, amounts.statesOfMultiples);

    /// <summary>The amount, but in no state less than a bound; the amount must depend on one list at most.</summary>
    /// <exception cref="InvalidOperationException">The bound cuts an amount that depends on cost and outcome states at once.</exception>
    public StateAmounts AtLeast(Money bound) =>
        IsTraced || bound.Figure.Origin is not null ? Map(amount => Money.Max(amount, bound))
        : Lowest >= bound ? this
        : Highest <= bound ? Same(bound)
        : Map(amount => Money.Max(amount, bound));

    /// <summary>The amount, but in no state more than a bound; the amount must depend on one list at most.</summary>
    /// <exception cref="InvalidOperationException">The bound cuts an amount that depends on cost and outcome states at once.</exception>
    public StateAmounts AtMost(Money bound) =>
        IsTraced || bound.Figure.Origin is not null ? Map(amount => Money.Min(amount, bound))
        : Highest <= bound ? this
        : Lowest >= bound ? Same(bound)
        : Map(amount => Money.Min(amount, bound));

    /// <summary>Expected amount: the sum over the joint states of probability × amount.</summary>
    public Money Expected(JointStates states)
    {
        var mass = Product(states.CostMass, states.OutcomeMass);
        var expected = mass.Value == 1 ? Constant : Constant * mass;
        if (costRest is not null)
            expected += Weighted(costRest, "cost", states.CostProbabilities, states.OutcomeMass);
        if (outcomeRest is not null)
            expected += Weighted(outcomeRest, "outcome", states.OutcomeProbabilities, states.CostMass);
        if (multiples.OfFactor != 0)
            expected += new Money(multiples.OfFactor * states.Factor.Expected * states.OutcomeMass.Value);
        if (multiples.OfMultiplier != 0 || multiples.OfPayout != 0)
            expected += new Money((multiples.OfMultiplier * states.Multiplier.Expected + multiples.OfPayout * states.Payout.Expected) * states.CostMass.Value);
        return expected;
    }

    /// <summary>Amount by outcome, expected over the cost states.</summary>
    public Money ExpectedIn(JointStates states, int outcome)
    {
        var expected = Constant;
        if (CostPart is { } byCost)
            expected += Weighted(byCost, "cost", states.CostProbabilities, 1);
        return OutcomePart is { } byOutcome ? expected + byOutcome[outcome] : expected;
    }

    /// <summary>A magnitude that no state exceeds; where multiples of several numbers are in it, none may come near.</summary>
    internal decimal Reach => Math.Abs(Constant.Amount) + ReachOf(costRest) + ReachOf(outcomeRest)
        + Math.Abs(multiples.OfFactor) * (statesOfMultiples?.Factor.Reach ?? 0)
        + Math.Abs(multiples.OfMultiplier) * (statesOfMultiples?.Multiplier.Reach ?? 0)
        + Math.Abs(multiples.OfPayout) * (statesOfMultiples?.Payout.Reach ?? 0);

    /// <summary>Smallest amount over all states.</summary>
    public Money Lowest => Constant + Extreme(-1);

    /// <summary>Largest amount over all states.</summary>
    public Money Highest => Constant + Extreme(1);

    /// <summary>Variance of the amount, in money squared.</summary>
    public Figure Variance(JointStates states)
    {
        if (!DependsOnCost && !DependsOnOutcome && states.CostMass.Value == 1 && states.OutcomeMass.Value == 1)
            return Told(0m, "variance", "the amount is the same in every state");

        // sum p q (c + x + y - mean)^2, multiplied out over the two lists; centred first so that no digits cancel.
        var (costMean, costSquare, costMass) = CostMoments(states, out var x);
        var (outcomeMean, outcomeSquare, outcomeMass) = OutcomeMoments(states, out var y);
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

    private bool DependsOnCost => costRest is not null || multiples.OfFactor != 0;

    private bool DependsOnOutcome => outcomeRest is not null || multiples.OfMultiplier != 0 || multiples.OfPayout != 0;

    private Money[]? CostPart => multiples.OfFactor == 0 ? costRest : Sum(costRest, Array.ConvertAll(
        statesOfMultiples!.Factor.Values, factor => new Money(multiples.OfFactor * factor.Value)));

    private Money[]? OutcomePart
    {
        get
        {
            if (multiples.OfMultiplier == 0 && multiples.OfPayout == 0)
                return outcomeRest;
            var (multipliers, payouts) = (statesOfMultiples!.Multiplier.Values, statesOfMultiples.Payout.Values);
            var amounts = new Money[multipliers.Length];
            for (var i = 0; i < amounts.Length; i++)
                amounts[i] = new(multiples.OfMultiplier * multipliers[i].Value + multiples.OfPayout * payouts[i].Value);
            return Sum(outcomeRest, amounts);
        }
    }

    private Money Extreme(int sign)
    {
        var ofCost = costRest is null ? Extreme(multiples.OfFactor, statesOfMultiples?.Factor, sign) : Extreme(CostPart, sign);
        if (outcomeRest is not null || (multiples.OfMultiplier != 0 && multiples.OfPayout != 0))
            return ofCost + Extreme(OutcomePart, sign);
        return ofCost + (multiples.OfPayout == 0
            ? Extreme(multiples.OfMultiplier, statesOfMultiples?.Multiplier, sign)
            : Extreme(multiples.OfPayout, statesOfMultiples?.Payout, sign));
    }

    private static Money Extreme(decimal multiple, StateQuantity? quantity, int sign) =>
        multiple == 0 || quantity is null ? Money.Zero : new(multiple * (multiple * sign > 0 ? quantity.Highest : quantity.Lowest));

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

    private static decimal ReachOf(Money[]? amounts)
    {
        var reach = 0m;
        foreach (var amount in amounts ?? [])
            reach = Math.Max(reach, Math.Abs(amount.Amount));
        return reach;
    }

    // A function of the amount, state by state.
    private StateAmounts Map(Func<Money, Money> function) => (CostPart, OutcomePart) switch
    {
        (null, null) => Same(function(Constant)),
        ({ } costs, null) => new(Money.Zero, Each(costs, amount => function(Constant + amount)), null),
        (null, { } outcomes) => new(Money.Zero, null, Each(outcomes, amount => function(Constant + amount))),
        _ => throw new InvalidOperationException("The amount depends on cost and outcome states at once."),
    };

    private static bool IsTold(Money amount, StateQuantity quantity) => amount.Figure.Origin is not null || quantity.Values[0].Origin is not null;

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

    private (decimal Mean, decimal Square, decimal Mass) CostMoments(JointStates states, out decimal centre)
    {
        if (costRest is not null)
            return Moments(CostPart, states.CostProbabilities, states.CostMass.Value, out centre);
        var multiple = multiples.OfFactor;
        centre = multiple * states.Factor.Expected;
        return (multiple * states.Factor.MeanDistance, multiple * states.Factor.Square * multiple, states.CostMass.Value);
    }

    private (decimal Mean, decimal Square, decimal Mass) OutcomeMoments(JointStates states, out decimal centre)
    {
        if (outcomeRest is not null)
            return Moments(OutcomePart, states.OutcomeProbabilities, states.OutcomeMass.Value, out centre);
        var (multiplier, payout) = (states.Multiplier, states.Payout);
        var (m, p) = (multiples.OfMultiplier, multiples.OfPayout);
        centre = m * multiplier.Expected + p * payout.Expected;
        var square = m * multiplier.Square * m + p * payout.Square * p + 2 * (m * states.MultiplierByPayout * p);
        return (m * multiplier.MeanDistance + p * payout.MeanDistance, square, states.OutcomeMass.Value);
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
        Values(CostPart, Constant.Amount), Weights(DependsOnCost, states.CostProbabilities, states.CostMass),
        Values(OutcomePart, 0), Weights(DependsOnOutcome, states.OutcomeProbabilities, states.OutcomeMass));

    private static decimal[] Values(Money[]? amounts, decimal more)
    {
        if (amounts is null)
            return [more];
        var values = new decimal[amounts.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = more + amounts[i].Amount;
        return values;
    }

    private static decimal[] Weights(bool isListed, Figure[] probabilities, Figure mass)
    {
        if (!isListed)
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
        parts.AddRange((costRest ?? []).Select((amount, i) => amount.Figure.Named($"in cost state {i + 1}")));
        parts.AddRange((outcomeRest ?? []).Select((amount, i) => amount.Figure.Named($"in outcome state {i + 1}")));
        return Derivation.Told(value, name, operation, parts);
    }

    private bool IsTraced =>
        Constant.Figure.Origin is not null || costRest is [{ Figure.Origin: not null }, ..] || outcomeRest is [{ Figure.Origin: not null }, ..];

    private readonly record struct Multiples(decimal OfFactor, decimal OfMultiplier, decimal OfPayout)
    {
        public static Multiples operator +(Multiples left, Multiples right) =>
            new(left.OfFactor + right.OfFactor, left.OfMultiplier + right.OfMultiplier, left.OfPayout + right.OfPayout);

        public static Multiples operator *(Multiples multiples, decimal times) =>
            new(multiples.OfFactor * times, multiples.OfMultiplier * times, multiples.OfPayout * times);
    }
}
