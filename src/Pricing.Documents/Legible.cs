using System.Globalization;
using System.Text;

namespace Pricing.Documents;

/// <summary>Text as the embedded fonts can draw it.</summary>
internal static class Legible
{
    /// <summary>What stands for a cluster that the fonts lack. The fonts draw it as a question mark in a lozenge.</summary>
    public const char Sign = '\uFFFD';

    /// <summary>The text composed, without characters that draw nothing, and with one sign for each cluster the fonts lack.</summary>
    /// <remarks>Clusters are replaced whole: a family of four is one sign, not seven.</remarks>
    public static string Of(string text)
    {
        var typeface = Typeface.Of(Weight.Regular);
        if (IsPlain(text, typeface))
            return text;

        var composed = Paired(text).Normalize(NormalizationForm.FormC);
        var legible = new StringBuilder(composed.Length);
        var clusters = StringInfo.GetTextElementEnumerator(composed);
        while (clusters.MoveNext())
        {
            var cluster = clusters.GetTextElement();
            var drawn = string.Concat(cluster.Where(character => !DrawsNothing(character)));
            if (drawn.Length > 0)
                legible.Append(drawn.All(character => character is '\n' or '\t' || typeface.Has(character)) ? drawn : Sign.ToString());
        }

        return legible.ToString();
    }

    private static bool IsPlain(string text, Typeface typeface)
    {
        foreach (var character in text)
        {
            var isPlain = character is >= ' ' and < '\u0300' and not '\u00AD' ? typeface.Has(character)
                : character is '\n' or >= '\u2010' and <= '\u2026' or '€' or '−' or '\u202F';
            if (!isPlain)
                return false;
        }

        return true;
    }

    // Half a surrogate pair cannot be normalised.
    private static string Paired(string text)
    {
        if (!text.Any(char.IsSurrogate))
            return text;
        var paired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            paired.Append(rune);
        return paired.ToString();
    }

    private static bool DrawsNothing(char character) =>
        character is >= '\uFE00' and <= '\uFE0F'
        || character is not ('\n' or '\t') && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control;
}
