using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Pricing.Documents.Workbook.Cells;

/// <summary>Makes any text fit for a cell: what XML cannot hold goes, what a spreadsheet would decode or refuse is escaped or cut.</summary>
internal static partial class SafeText
{
    /// <summary>Most characters of a cell.</summary>
    public const int Longest = 32_767;

    public static string Of(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                kept.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i]))
                kept.Append(text[i]);
        }

        var clean = Cut(kept.Replace("\r\n", "\n").Replace('\r', '\n').ToString(), Longest);
        return Escaped().Replace(clean, "_x005F_$1");
    }

    /// <summary>Whether a spreadsheet might take a text for a formula once it is edited or exported.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '＝' or '＋' or '－' or '＠';

    /// <summary>One line, for page heads and properties.</summary>
    public static string Line(string text) => Of(text).Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>The beginning of a text, ended on the border of a text element.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text.AsSpan(end)) is var next && end + next <= longest)
            end += next;
        // One text element longer than that: cut between code points.
        if (end == 0)
            end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end];
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();
}
