using System.Globalization;

namespace Pricing.Documents;

/// <summary>Whether a text can be drawn in a PDF: the fonts hold Latin, Greek and Cyrillic, and no script is set from right to left.</summary>
public static class DrawableText
{
    /// <summary>Most faults that are named.</summary>
    public const int MostFaults = 10;

    /// <summary>What of a text cannot be drawn, each once, such as "漢 (U+6F22)"; empty where all of it can.</summary>
    /// <remarks>A text with faults is refused where it comes in: on paper each would be the same sign for something missing.</remarks>
    public static IReadOnlyList<string> Faults(string text)
    {
        var faults = new List<string>();
        var clusters = StringInfo.GetTextElementEnumerator(text);
        while (clusters.MoveNext() && faults.Count < MostFaults)
        {
            if (IsFault(clusters.GetTextElement()) && Named(clusters.GetTextElement()) is var name && !faults.Contains(name))
                faults.Add(name);
        }

        return faults;
    }

    private static bool IsFault(string cluster) =>
        cluster.Any(IsControl) || Legible.Of(cluster).Contains(Legible.Sign, StringComparison.Ordinal);

    // Control characters draw nothing, and marks of direction would make a text read otherwise elsewhere than on paper.
    private static bool IsControl(char character) =>
        character is not ('\n' or '\r' or '\t') && char.IsControl(character)
        || character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static string Named(string cluster)
    {
        var points = string.Join(' ', cluster.EnumerateRunes().Take(4).Select(rune => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}")));
        return cluster.Any(char.IsSurrogate) && !IsPaired(cluster) || cluster.Any(IsControl) ? points : $"{cluster} ({points})";
    }

    private static bool IsPaired(string cluster) => cluster.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar);
}
