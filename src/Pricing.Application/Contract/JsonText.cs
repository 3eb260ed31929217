using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pricing.Application.Contract;

/// <summary>Texts of JSON documents: decoding, the contract's rules, and a safe way to quote them.</summary>
internal static class JsonText
{
    private const int QuotedLength = 60;

    /// <summary>The text of a well-formed string token; lone surrogates stay, for <see cref="FaultIn"/> to find.</summary>
    public static string Decode(ReadOnlySpan<byte> token, bool isEscaped)
    {
        if (!isEscaped)
            return Encoding.UTF8.GetString(token);

        var buffer = ArrayPool<char>.Shared.Rent(token.Length);
        var length = 0;
        while (!token.IsEmpty)
        {
            var plain = token.IndexOf((byte)'\\');
            if (plain < 0)
                plain = token.Length;
            length += Encoding.UTF8.GetChars(token[..plain], buffer.AsSpan(length));
            token = token[plain..];
            if (token.IsEmpty)
                break;

            buffer[length++] = Unescape(token, out var consumed);
            token = token[consumed..];
        }

        var text = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    /// <summary>What is wrong with a text, as the end of "x …"; null where nothing is.</summary>
    public static string? FaultIn(ReadOnlySpan<char> text, int maximum)
    {
        var length = 0;
        var isBlank = true;
        for (var i = 0; i < text.Length; i++, length++)
        {
            var c = text[i];
            isBlank = isBlank && char.IsWhiteSpace(c);
            if (c is >= ' ' and < '\x7f')
                continue;
            if (char.IsSurrogate(c))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1]))
                    return $"is no valid Unicode: half a surrogate pair (U+{(int)c:X4})";
                i++;
            }
            else if (c is '\uFFFE' or '\uFFFF')
            {
                return $"holds U+{(int)c:X4}, which is no character";
            }
            else if (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
            {
                return $"holds the control character U+{(int)c:X4}; only tabs and line breaks are allowed";
            }
        }

        return length > maximum ? string.Create(CultureInfo.InvariantCulture, $"has {length:N0} characters; at most {maximum:N0} are allowed")
            : length == 0 ? "is empty"
            : isBlank ? "is blank"
            : null;
    }

    public static bool HasLoneSurrogate(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }

        return false;
    }

    /// <summary>The text with U+FFFD for what is no valid Unicode.</summary>
    public static string Repaired(string text)
    {
        if (!HasLoneSurrogate(text))
            return text;
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            repaired.Append(rune.ToString());
        return repaired.ToString();
    }

    /// <summary>The text in quotation marks, cut after 60 characters and without anything that does not print.</summary>
    public static string Quote(string text) => $"\"{Shown(text)}\"";

    /// <summary>The text, cut after 60 characters and without anything that does not print.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, QuotedLength) + 3);
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (length++ == QuotedLength)
                return shown.Append('…').ToString();
            shown.Append(IsShown(rune) ? rune.ToString() : "\uFFFD");
        }

        return shown.ToString();
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    private static char Unescape(ReadOnlySpan<byte> escape, out int consumed)
    {
        consumed = 2;
        switch (escape[1])
        {
            case (byte)'b': return '\b';
            case (byte)'f': return '\f';
            case (byte)'n': return '\n';
            case (byte)'r': return '\r';
            case (byte)'t': return '\t';
            case (byte)'u':
                consumed = 6;
                return (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            default: return (char)escape[1];   // quotation mark, backslash, slash
        }
    }
}
