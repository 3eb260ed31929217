namespace Pricing.Model.Risk;

/// <summary>An amount in all joint states, in order of size, without writing the pairs out.</summary>
/// <remarks>
/// Each amount is the sum of one by cost state and one by outcome state. With both lists in order, what lies below a limit
/// is found in one walk along them, so that 60 × 60 states take a hundred steps instead of thousands.
/// </remarks>
internal sealed class OrderedStates
{
    private readonly decimal[] costs, costWeights, outcomes;

    // Sums over the smallest outcomes: probability, and probability × amount.
    private readonly decimal[] massOf, momentOf;

    /// <param name="states">The states that the amounts belong to.</param>
    /// <param name="costs">Amounts by cost state; put in order here.</param>
    /// <param name="costWeights">Their probabilities.</param>
    /// <param name="outcomes">Amounts by outcome; put in order here.</param>
    /// <param name="outcomeWeights">Their probabilities.</param>
    public OrderedStates(JointStates states, decimal[] costs, decimal[] costWeights, decimal[] outcomes, decimal[] outcomeWeights)
    {
        States = states;
        Array.Sort(costs, costWeights);
        Array.Sort(outcomes, outcomeWeights);
        (this.costs, this.costWeights, this.outcomes) = (costs, costWeights, outcomes);
        massOf = new decimal[outcomes.Length + 1];
        momentOf = new decimal[outcomes.Length + 1];
        for (var j = 0; j < outcomes.Length; j++)
        {
            massOf[j + 1] = massOf[j] + outcomeWeights[j];
            momentOf[j + 1] = momentOf[j] + outcomeWeights[j] * outcomes[j];
        }
    }

    /// <summary>The states that the amounts belong to.</summary>
    public JointStates States { get; }

    /// <summary>Probability of an amount below a limit.</summary>
    public decimal MassBelow(decimal limit)
    {
        Span<int> below = stackalloc int[costs.Length];
        Count(limit, below, isLimitCounted: false);
        return MassOf(below);
    }

    /// <summary>Sum of probability × amount over the worst states up to a tail's probability, the last state split.</summary>
    public decimal SumOfWorst(decimal tail)
    {
        // In each row, states before first lie in the tail and states from last on lie beyond it; the rest is open.
        Span<int> first = stackalloc int[costs.Length], last = stackalloc int[costs.Length];
        first.Clear();
        last.Fill(outcomes.Length);
        Span<int> below = stackalloc int[costs.Length], upTo = stackalloc int[costs.Length];
        while (MiddleOf(first, last) is { } middle)
        {
            Count(middle, below, isLimitCounted: false);
            Count(middle, upTo, isLimitCounted: true);
            var massBelow = MassOf(below);
            if (massBelow >= tail)
                below.CopyTo(last);
            else if (MassOf(upTo) < tail)
                upTo.CopyTo(first);
            else
                return SumOf(below) + (tail - massBelow) * middle;
        }

        // The states hold less probability than the tail, by the tolerance of their sum.
        return SumOf(first);
    }

    private decimal? MiddleOf(ReadOnlySpan<int> first, ReadOnlySpan<int> last)
    {
        var open = 0;
        for (var i = 0; i < first.Length; i++)
            open += last[i] - first[i];
        if (open == 0)
            return null;

        var row = 0;
        var steps = open / 2;
        while (steps >= last[row] - first[row])
        {
            steps -= last[row] - first[row];
            row++;
        }

        return costs[row] + outcomes[first[row] + steps];
    }

    // How many outcomes of each cost state keep the amount below the limit: the larger the cost part, the fewer.
    private void Count(decimal limit, Span<int> counts, bool isLimitCounted)
    {
        var count = outcomes.Length;
        for (var i = 0; i < costs.Length; i++)
        {
            while (count > 0)
            {
                var amount = costs[i] + outcomes[count - 1];
                if (isLimitCounted ? amount <= limit : amount < limit)
                    break;
                count--;
            }

            counts[i] = count;
        }
    }

    private decimal MassOf(ReadOnlySpan<int> counts)
    {
        var mass = 0m;
        for (var i = 0; i < counts.Length && counts[i] > 0; i++)
            mass += costWeights[i] * massOf[counts[i]];
        return mass;
    }

    private decimal SumOf(ReadOnlySpan<int> counts)
    {
        var sum = 0m;
        for (var i = 0; i < counts.Length && counts[i] > 0; i++)
            sum += costWeights[i] * (costs[i] * massOf[counts[i]] + momentOf[counts[i]]);
        return sum;
    }
}
