using System.Buffers.Text;
using System.Globalization;

namespace Pricing.Application.Contract;

/// <summary>Writes decimals as JSON numbers; an answer consists of hardly anything else.</summary>
internal static class NumberText
{
    /// <summary>Longest text of a decimal: sign, point, 29 digits.</summary>
    public const int Longest = 31;

    private const int LargestScale = 18;

    /// <summary>Writes every digit that the number carries, zeros behind the point included.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Write(decimal number, Span<byte> text)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        if (bits[2] != 0 || number.Scale > LargestScale)   // beyond 64 bits, rare
        {
            number.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
            return length;
        }

        var sign = 0;
        if (decimal.IsNegative(number))
            text[sign++] = (byte)'-';
        var digits = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return sign + WriteDigits(digits, number.Scale, text[sign..]);
    }

    private static int WriteDigits(ulong digits, int scale, Span<byte> text)
    {
        var unit = 1UL;
        for (var i = 0; i < scale; i++)
            unit *= 10;
        Utf8Formatter.TryFormat(digits / unit, text, out var length);
        if (scale == 0)
            return length;

        text[length] = (byte)'.';
        var rest = digits % unit;
        for (var i = length + scale; i > length; i--)
        {
            text[i] = (byte)('0' + (int)(rest % 10));
            rest /= 10;
        }

        return length + 1 + scale;
    }
}
