using System.Globalization;
using System.Text;

namespace Pricing.Application.Contract;

/// <summary>What a decimal can hold of a JSON number.</summary>
public static class JsonDecimal
{
    private const int MostDigits = 28;

    /// <summary>Whether a decimal keeps every digit of a JSON number.</summary>
    public static bool Keeps(ReadOnlySpan<byte> literal)
    {
        if (ContractNumber.IsZero(literal))
            return true;
        var parts = Encoding.ASCII.GetString(literal).TrimStart('-').Split('e', 'E');
        if (!int.TryParse(parts.ElementAtOrDefault(1) ?? "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
            return false;
        var decimals = parts[0].Contains('.', StringComparison.Ordinal) ? parts[0].TrimEnd('0').Split('.')[1].Length : 0;
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal).Trim('0').Length;
        return digits <= MostDigits && decimals - (long)exponent <= MostDigits && decimal.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }
}
