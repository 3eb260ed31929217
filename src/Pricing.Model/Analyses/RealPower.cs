namespace Pricing.Model.Analyses;

/// <summary>Powers, exponentials and logarithms in decimals, so that money loses no cent to binary fractions.</summary>
/// <remarks>
/// Relative error below 1e-24 where the result is at least 1e-3; below, the decimal's 28 places are the limit. A result too small
/// for a decimal is 0.
/// </remarks>
public static class RealPower
{
    private const decimal Ln2 = 0.6931471805599453094172321215m;
    private const decimal SmallestExponent = -65;

    /// <summary>base^exponent; 0^0 is 1.</summary>
    /// <param name="value">The base, zero or more.</param>
    /// <param name="exponent">The exponent, zero or more where the base is 0.</param>
    /// <exception cref="OverflowException">The power is no decimal.</exception>
    public static decimal Of(decimal value, decimal exponent)
    {
        if (exponent >= 0 && exponent <= int.MaxValue && exponent == decimal.Truncate(exponent))
            return Of(value, (int)exponent);
        return value == 0 ? 0 : Exp(exponent * Ln(value));
    }

    /// <summary>base^exponent for a whole exponent; 0^0 is 1.</summary>
    public static decimal Of(decimal value, int exponent)
    {
        var (power, square) = (1m, value);
        for (var rest = exponent; rest > 0; rest /= 2)
        {
            if (rest % 2 == 1)
                power *= square;
            if (rest > 1)
                square *= square;
        }

        return power;
    }

    /// <summary>e^exponent.</summary>
    /// <exception cref="OverflowException">The power is no decimal.</exception>
    public static decimal Exp(decimal exponent)
    {
        if (exponent < SmallestExponent)
            return 0;

        // e^x = 2^k e^r with r within half of ln 2, where the series converges fast.
        var doublings = decimal.Floor(exponent / Ln2 + 0.5m);
        var rest = exponent - doublings * Ln2;
        decimal sum = 1, term = 1;
        for (var n = 1; term != 0; n++)
        {
            term *= rest / n;
            sum += term;
        }

        return doublings < 0 ? sum / Of(2, (int)-doublings) : sum * Of(2, (int)decimal.Min(doublings, 100));
    }

    /// <summary>The natural logarithm.</summary>
    /// <param name="value">Above 0.</param>
    public static decimal Ln(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);

        // ln x = k ln 2 + ln m with m near 1, and ln m = 2 (z + z^3/3 + z^5/5 ...) with z = (m - 1)/(m + 1).
        var doublings = 0;
        for (; value > 1.5m; doublings++)
            value /= 2;
        for (; value < 0.75m; doublings--)
            value *= 2;

        var z = (value - 1) / (value + 1);
        var (sum, power) = (0m, z);
        for (var n = 1; power != 0; n += 2)
        {
            sum += power / n;
            power *= z * z;
        }

        return doublings * Ln2 + 2 * sum;
    }
}
