namespace Pricing.Documents.Pdf.Layout;

/// <summary>Fills page after page from top to bottom.</summary>
internal sealed class Flow
{
    private readonly List<Page> pages = [];

    public IReadOnlyList<Page> Pages => pages;

    public Page Page => pages[^1];

    /// <summary>Number of the current page, from 1.</summary>
    public int Number => pages.Count;

    public double Y { get; private set; }

    public bool IsAtTop => Y <= Grid.Top;

    public double Room => Grid.Bottom - Y;

    public void NewPage()
    {
        pages.Add(new());
        Y = Grid.Top;
    }

    /// <summary>Starts a page unless so much still fits.</summary>
    public void Need(double height)
    {
        if (height > Room && !IsAtTop)
            NewPage();
    }

    /// <summary>Leaves white space, but none at the top of a page.</summary>
    public void Gap(double height)
    {
        if (!IsAtTop)
            Y += height;
    }

    public void Advance(double height) => Y += height;

    /// <summary>Moves to the next line of the module.</summary>
    public void Snap() => Y = Grid.Top + Math.Ceiling((Y - Grid.Top) / Grid.Module - 0.01) * Grid.Module;

    public void Rule(double x, double width, double weight, Colour colour)
    {
        Page.Line(x, Y + weight / 2, x + width, Y + weight / 2, new(colour, weight));
        Y += weight;
    }

    /// <summary>Lines of text one below the other, onto the next page where this one is full.</summary>
    public void Lines(IReadOnlyList<TextLine> lines, double x, double lineHeight, Colour colour)
    {
        for (var first = 0; first < lines.Count;)
        {
            Need(lineHeight);
            var end = first + Fitting(lines, first, lineHeight);
            // The last line of a text does not stand alone on the next page.
            var isWidow = end == lines.Count - 1 && end - first > 2;
            if (isWidow)
                end--;
            Page.Tagged(Tag.Paragraph, () =>
            {
                while (first < end)
                {
                    Gap(lines[first].Above);
                    lines[first++].Draw(Page, x, Y, colour);
                    Y += lineHeight;
                }
            });
            if (isWidow)
                NewPage();
        }
    }

    // How many lines fit below, at least one.
    private int Fitting(IReadOnlyList<TextLine> lines, int first, double lineHeight)
    {
        var (count, height) = (1, lineHeight + lines[first].Above);
        while (first + count < lines.Count && (height += lineHeight + lines[first + count].Above) <= Room)
            count++;
        return count;
    }

    /// <summary>Draws on one page what fits on one, starting the next page where it would not end on this.</summary>
    public void KeepTogether(Action<Flow> draw)
    {
        if (HeightOf(draw) is { } height)
            Need(height);
        draw(this);
    }

    /// <summary>How high something is; null where it does not fit on one page.</summary>
    public static double? HeightOf(Action<Flow> draw)
    {
        var trial = new Flow();
        trial.NewPage();
        draw(trial);
        return trial.Number == 1 ? trial.Y - Grid.Top : null;
    }

    /// <summary>Draws heads and feet on the pages that are there, once it is known how many there are.</summary>
    /// <param name="first">Index of the first page to furnish.</param>
    /// <param name="draw">Draws on a page, given its number and how many there are.</param>
    public void Furnish(int first, Action<Page, int, int> draw)
    {
        for (var i = first; i < pages.Count; i++)
            draw(pages[i], i + 1, pages.Count);
    }
}
