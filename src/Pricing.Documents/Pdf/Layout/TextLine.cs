using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Engine;

namespace Pricing.Documents.Pdf.Layout;

/// <summary>A line being filled. A space counts only once a word follows it.</summary>
internal sealed class TextLine
{
    private readonly List<TextRun> runs = [];
    private double width;
    private bool hasSpace;

    public bool IsEmpty => runs.Count == 0;

    public string Words => string.Concat(runs.Select(run => run.Words));

    public bool Fits(string word, TextStyle style, double room) => width + Space(style) + style.Width(word) <= room;

    public void Add(string word, TextStyle style, bool isFollowedBySpace)
    {
        if (word.Length > 0)
        {
            var words = hasSpace && !IsEmpty ? $" {word}" : word;
            width += style.Width(words);
            if (!IsEmpty && runs[^1].Style == style)
                runs[^1] = runs[^1] with { Words = runs[^1].Words + words };
            else
                runs.Add(new(words, style));
            hasSpace = false;
        }

        hasSpace |= isFollowedBySpace;
    }

    public void Draw(Page page, double x, double top, Colour colour, Anchor anchor = Anchor.Start)
    {
        var at = anchor == Anchor.End ? x - width : x;
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            page.Fragment(at, top + run.Style.Baseline, hasSpace && i == runs.Count - 1 ? $"{run.Words} " : run.Words, run.Style, colour);
            at += run.Width;
        }
    }

    private double Space(TextStyle style) => hasSpace && !IsEmpty ? style.Width(" ") : 0;
}
