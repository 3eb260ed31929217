using System.Globalization;

namespace Pricing.Application.Contract;

/// <summary>Whether a number lies where every number of the contract does.</summary>
internal enum Magnitude
{
    /// <summary>0, or from 1e-9 to 1e12.</summary>
    Sound,

    /// <summary>Not 0, but closer to it than 1e-9.</summary>
    TooSmall,

    /// <summary>Beyond 1e12.</summary>
    TooLarge,
}

/// <summary>The decimals that JSON numbers stand for.</summary>
internal static class ContractNumber
{
    /// <summary>Reads a JSON number as written, exponents included; digits beyond those of a decimal are rounded.</summary>
    /// <remarks>A number that a decimal turns into 0 is too small, one that it cannot hold too large.</remarks>
    public static Magnitude Read(ReadOnlySpan<byte> literal, out decimal value, decimal largest = Allowed.Huge)
    {
        if (!decimal.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return IsZero(literal) ? Magnitude.Sound : Magnitude.TooLarge;

        if (value != 0)
            return MagnitudeOf(value, largest);
        value = 0;   // no negative zero
        return IsZero(literal) ? Magnitude.Sound : Magnitude.TooSmall;
    }

    /// <summary>Where a number that a decimal holds lies.</summary>
    public static Magnitude MagnitudeOf(decimal value, decimal largest) => Math.Abs(value) switch
    {
        0 => Magnitude.Sound,
        < Allowed.Tiny => Magnitude.TooSmall,
        var magnitude => magnitude > largest ? Magnitude.TooLarge : Magnitude.Sound,
    };

    internal static bool IsZero(ReadOnlySpan<byte> literal)
    {
        var exponent = literal.IndexOfAny((byte)'e', (byte)'E');
        var digits = exponent < 0 ? literal : literal[..exponent];
        return !digits.ContainsAnyInRange((byte)'1', (byte)'9');
    }
}
