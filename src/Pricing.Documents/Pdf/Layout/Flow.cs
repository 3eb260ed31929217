using Pricing.Documents.Pdf.Engine;

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
            var start = first;
            Page.Tagged(Tag.Paragraph, () =>
            {
                while (first < lines.Count && (lineHeight <= Room || first == start))
                {
                    lines[first++].Draw(Page, x, Y, colour);
                    Y += lineHeight;
                }
            });
        }
    }
}
