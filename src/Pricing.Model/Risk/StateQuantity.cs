using Pricing.Model.Quantities;

namespace Pricing.Model.Risk;

/// <summary>A number that every state of a list has, such as its cost factor, with the moments that sums over the states take.</summary>
/// <remarks>They belong to the states and not to an amount: what follows the number needs no pass over the list.</remarks>
internal sealed class StateQuantity
{
    private readonly Figure[] probabilities;
    private readonly decimal[] distances;

    /// <param name="values">The number of each state.</param>
    /// <param name="probabilities">The probability of each state.</param>
    public StateQuantity(Figure[] values, Figure[] probabilities)
    {
        (Values, this.probabilities) = (values, probabilities);
        for (var i = 0; i < values.Length; i++)
            Expected += probabilities[i].Value * values[i].Value;

        distances = new decimal[values.Length];
        (Lowest, Highest) = (values[0].Value, values[0].Value);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i].Value;
            distances[i] = value - Expected;
            MeanDistance += probabilities[i].Value * distances[i];
            (Lowest, Highest) = (Math.Min(Lowest, value), Math.Max(Highest, value));
        }

        Square = Times(this);
    }

    /// <summary>The number of each state.</summary>
    public Figure[] Values { get; }

    /// <summary>Sum of probability × number.</summary>
    public decimal Expected { get; }

    /// <summary>Sum of probability × (number − expected number): 0 where the probabilities add to 1.</summary>
    public decimal MeanDistance { get; }

    /// <summary>Sum of probability × (number − expected number)².</summary>
    public decimal Square { get; }

    /// <summary>Smallest number.</summary>
    public decimal Lowest { get; }

    /// <summary>Largest number.</summary>
    public decimal Highest { get; }

    /// <summary>Largest magnitude.</summary>
    public decimal Reach => Math.Max(Math.Abs(Lowest), Math.Abs(Highest));

    /// <summary>Sum of probability × the distances of two numbers of the same states from their expected ones.</summary>
    public decimal Times(StateQuantity other)
    {
        var sum = 0m;
        for (var i = 0; i < distances.Length; i++)
            sum += probabilities[i].Value * distances[i] * other.distances[i];
        return sum;
    }
}
