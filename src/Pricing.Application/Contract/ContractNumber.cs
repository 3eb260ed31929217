using System.Globalization;

namespace Pricing.Application.Contract;

/// <summary>The decimals that JSON numbers stand for.</summary>
internal static class ContractNumber
{
    /// <summary>
    /// Reads a JSON number. False where its magnitude lies outside the contract's: a number that a decimal would turn
    /// into 0 or cannot hold is outside too. Digits beyond those of a decimal are rounded.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> literal, out decimal value)
    {
        if (!decimal.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return IsZero(literal);

        var magnitude = Math.Abs(value);
        if (magnitude == 0)
        {
            value = 0;   // no negative zero
            return IsZero(literal);
        }

        return magnitude is >= Allowed.Tiny and <= Allowed.Huge;
    }

    private static bool IsZero(ReadOnlySpan<byte> literal)
    {
        var exponent = literal.IndexOfAny((byte)'e', (byte)'E');
        var digits = exponent < 0 ? literal : literal[..exponent];
        return !digits.ContainsAnyInRange((byte)'1', (byte)'9');
    }
}
