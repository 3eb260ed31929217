namespace Pricing.Documents.Charts;

/// <summary>Text broken at its spaces.</summary>
internal static class Lines
{
    private const int LongestName = 48;

    /// <summary>A name that leaves room for the sentence it stands in.</summary>
    public static string Short(string name) => name.Length <= LongestName ? name : $"{name[..LongestName].TrimEnd()}\u2026";

    /// <summary>Words of a sentence as a label.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A text of which the end says most.</summary>
    public static string CutStart(string text, TextStyle style, double room)
    {
        if (style.Width(text) <= room)
            return text;
        var kept = text[^Math.Min(text.Length, 500)..];
        while (kept.Length > 0 && style.Width($"\u2026{kept}") > room)
            kept = kept[1..];
        return $"\u2026{kept}";
    }

    /// <summary>The text on so many lines at most; what does not fit is cut.</summary>
    public static IReadOnlyList<string> Of(string text, TextStyle style, double room, int most = 2)
    {
        var lines = new List<string>();
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (lines.Count > 0 && style.Width($"{lines[^1]} {words[i]}") <= room)
                lines[^1] += $" {words[i]}";
            else if (lines.Count < most)
                lines.Add(words[i]);
            else
            {
                lines[^1] = string.Join(' ', [lines[^1], .. words[i..]]);
                break;
            }
        }

        return [.. lines.Select(line => style.Cut(line, room))];
    }
}
