using Pricing.Documents.Charts;

namespace Pricing.Documents.Pdf.Layout;

/// <summary>A line being filled. A space counts only once a word follows it.</summary>
internal sealed class TextLine
{
    private const double MarkerIndent = 10.5;

    // No line of a page holds more of any letter.
    private const int MostLetters = 1000;

    private readonly List<TextRun> runs = [];
    private double width;
    private bool hasSpace;

    public bool IsEmpty => runs.Count == 0;

    public string Words => string.Concat(runs.Select(run => run.Words));

    /// <summary>How far it stands in.</summary>
    public double Indent { get; init; }

    /// <summary>A dash or number in the indent.</summary>
    public string? Marker { get; set; }

    /// <summary>White space above it.</summary>
    public double Above { get; set; }

    public bool Fits(string word, TextStyle style, double room) =>
        word.Length <= MostLetters && Indent + width + Space(style) + style.Width(word) <= room;

    public void Add(string word, TextStyle style, bool isFollowedBySpace, string? link = null)
    {
        if (word.Length > 0)
        {
            var words = hasSpace && !IsEmpty ? $" {word}" : word;
            width += style.Width(words);
            if (!IsEmpty && runs[^1].Style == style && runs[^1].Link == link)
                runs[^1] = runs[^1] with { Words = runs[^1].Words + words };
            else
                runs.Add(new(words, style, link));
            hasSpace = false;
        }

        hasSpace |= isFollowedBySpace;
    }

    public void Draw(Page page, double x, double top, Colour colour, Anchor anchor = Anchor.Start)
    {
        var at = anchor == Anchor.End ? x - width : x + Indent;
        if (Marker is { } marker && !IsEmpty)
            page.Fragment(x + Indent - MarkerIndent, top + runs[0].Style.Baseline, $"{marker} ", runs[0].Style, colour);
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            page.Fragment(at, top + run.Style.Baseline, hasSpace && i == runs.Count - 1 ? $"{run.Words} " : run.Words, run.Style, colour);
            if (run.Link is { } address)
                page.LinkTo(at, top, run.Width, run.Style.Line, address);
            at += run.Width;
        }
    }

    private double Space(TextStyle style) => hasSpace && !IsEmpty ? style.Width(" ") : 0;
}
