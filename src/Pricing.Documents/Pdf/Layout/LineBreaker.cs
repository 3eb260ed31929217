using System.Globalization;
using System.Text;

namespace Pricing.Documents.Pdf.Layout;

/// <summary>Breaks runs of text into lines: at spaces, after hyphens, and inside a word only where it is wider than the line.</summary>
internal static class LineBreaker
{
    // Widths are sums of doubles.
    private const double Tolerance = 0.01;
    private const int ShortestHead = 4;

    // No line of a page holds more of any letter.
    private const int MostLetters = 1000;

    public static List<TextLine> Break(string text, TextStyle style, double width) => Break([Paragraph.Of(text, style)], width);

    /// <summary>Width of the longest piece of a text that no line may break.</summary>
    public static double LongestWord(string text, TextStyle style) => Words(Legible.Of(text)).Select(word => style.Width(word.Text)).DefaultIfEmpty().Max();

    /// <summary>As many lines as wanted at most, the last ended by an ellipsis where there are more.</summary>
    public static List<TextLine> Limited(string text, TextStyle style, double width, int most)
    {
        var lines = Break(text, style, width);
        if (lines.Count <= most)
            return lines;
        var last = Break(style.Cut($"{lines[most - 1].Words} {lines[most].Words}\u2026", width), style, width);
        return [.. lines.Take(most - 1), last[0]];
    }

    /// <summary>The lines of paragraphs one below the other.</summary>
    public static List<TextLine> Break(IReadOnlyList<Paragraph> paragraphs, double width)
    {
        var lines = new List<TextLine>();
        foreach (var paragraph in paragraphs)
        {
            var first = lines.Count;
            lines.Add(new() { Indent = paragraph.Indent, Marker = paragraph.Marker, Above = first == 0 ? 0 : paragraph.Above });
            foreach (var run in paragraph.Runs)
            {
                foreach (var word in Words(Legible.Of(run.Words)))
                    Place(word, run, width, lines);
            }

            // The end of a paragraph or cell parts it from the next.
            lines[^1].Add("", paragraph.Runs[^1].Style, isFollowedBySpace: true);
        }

        return lines;
    }

    private static void Place(Word word, TextRun run, double width, List<TextLine> lines)
    {
        if (word.StartsLine)
            AddLine(lines);
        var (line, style) = (lines[^1], run.Style);
        if (line.Fits(word.Text, style, width + Tolerance))
        {
            line.Add(word.Text, style, word.HasSpace, run.Link);
            return;
        }

        if (!line.IsEmpty)
            AddLine(lines);
        // Only as much of a word is measured as a line holds: it may have ten thousand letters.
        var rest = word.Text;
        var hyphen = IsWord(word.Text) ? style.Width("-") : 0;
        for (var head = Head(rest, style, width + Tolerance - lines[^1].Indent, hyphen); head.Length < rest.Length; head = Head(rest, style, width + Tolerance - lines[^1].Indent, hyphen))
        {
            lines[^1].Add(IsWord(word.Text) ? $"{head}-" : head, style, false, run.Link);
            AddLine(lines);
            rest = rest[head.Length..];
        }

        lines[^1].Add(rest, style, word.HasSpace, run.Link);
    }

    private static void AddLine(List<TextLine> lines) => lines.Add(new() { Indent = lines[^1].Indent });

    // Letters alone are hyphenated; a hyphen in an address, number or hash would change it.
    private static bool IsWord(string text) => text.All(char.IsLetter);

    // As many clusters as fit beside a hyphen, at least one; all of them where they fit without it.
    private static string Head(string word, TextStyle style, double width, double hyphen)
    {
        if (word.Length <= MostLetters && style.Width(word) <= width)
            return word;
        width -= hyphen;
        var (used, end) = (0.0, 0);
        while (end < word.Length)
        {
            var length = StringInfo.GetNextTextElementLength(word, end);
            used += style.Width(word.Substring(end, length));
            if (used > width && end > 0)
                break;
            end += length;
        }

        return word[..end];
    }

    private static IEnumerable<Word> Words(string text)
    {
        var word = new StringBuilder();
        var startsLine = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is ' ' or '\t' or '\n')
            {
                if (word.Length > 0 || startsLine)
                    yield return new(word.ToString(), character != '\n', startsLine);
                else if (character != '\n')
                    yield return new("", true, false);
                word.Clear();
                startsLine = character == '\n';
                continue;
            }

            word.Append(character);
            // A line does not end on an abbreviation such as KI- or KPI-.
            if (character == '-' && LettersBefore(text, i) >= ShortestHead && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
            {
                yield return new(word.ToString(), false, startsLine);
                word.Clear();
                startsLine = false;
            }
        }

        if (word.Length > 0)
            yield return new(word.ToString(), false, startsLine);
    }

    private static int LettersBefore(string text, int index)
    {
        var letters = 0;
        while (letters < ShortestHead && letters < index && char.IsLetterOrDigit(text[index - 1 - letters]))
            letters++;
        return letters;
    }

    private readonly record struct Word(string Text, bool HasSpace, bool StartsLine);
}
