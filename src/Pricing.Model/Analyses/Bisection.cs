namespace Pricing.Model.Analyses;

/// <summary>Halves an interval until it is as narrow as asked.</summary>
internal static class Bisection
{
    /// <summary>Width to which an interval is halved, relative to places above 1.</summary>
    public const decimal Width = 1e-12m;

    // A decimal has 96 bits: no interval can be halved more often.
    private const int Most = 200;

    /// <summary>Where a condition begins to hold: false at the lower end, true at the upper end, which it moves to the answer.</summary>
    /// <param name="low">Where it does not hold.</param>
    /// <param name="high">Where it holds.</param>
    /// <param name="holds">The condition.</param>
    public static decimal Beginning(decimal low, decimal high, Func<decimal, bool> holds)
    {
        for (var i = 0; i < Most && high - low > Width * Math.Max(1, Math.Abs(high)); i++)
        {
            var middle = low + (high - low) / 2;
            if (holds(middle))
                high = middle;
            else
                low = middle;
        }

        return high;
    }
}
