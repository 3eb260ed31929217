namespace Pricing.Documents.Charts;

/// <summary>Text broken at its spaces.</summary>
internal static class Lines
{
    private const int LongestName = 48;

    /// <summary>A name that leaves room for the sentence it stands in.</summary>
    public static string Short(string name) => name.Length <= LongestName ? name : $"{name[..LongestName].TrimEnd()}\u2026";

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
