using Pricing.Documents.Charts;

namespace Pricing.Documents.Pdf.Layout;

/// <summary>A page as a list of what is drawn on it; nothing of the PDF library.</summary>
/// <remarks>Pages are drawn after all of them are laid out, so that each knows how many there are.</remarks>
internal sealed class Page : ICanvas
{
    private readonly List<PageItem> items = [];

    public IReadOnlyList<PageItem> Items => items;

    /// <summary>Headings that start on the page, for the outline.</summary>
    public List<(string Title, int Level)> Bookmarks { get; } = [];

    public void Rectangle(double x, double y, double width, double height, Colour? fill, Stroke? outline = null) =>
        items.Add(new PageItem.Rectangle(x, y, width, height, fill, outline));

    public void Line(double x1, double y1, double x2, double y2, Stroke stroke) => items.Add(new PageItem.Line(x1, y1, x2, y2, stroke));

    public void Polyline(IReadOnlyList<Point> points, Stroke stroke) => items.Add(new PageItem.Polyline(points, stroke));

    public void Polygon(IReadOnlyList<Point> points, Colour fill) => items.Add(new PageItem.Polygon(points, fill));

    public void Dot(double x, double y, double radius, Colour fill, Stroke? outline = null) =>
        items.Add(new PageItem.Dot(x, y, radius, fill, outline));

    public void Text(double x, double baseline, string text, TextStyle style, Colour colour, Anchor anchor = Anchor.Start)
    {
        var legible = Legible.Of(text).Replace('\n', ' ').Replace('\t', ' ');
        if (string.IsNullOrWhiteSpace(legible))
            return;
        var shift = anchor switch { Anchor.Middle => style.Width(legible) / 2, Anchor.End => style.Width(legible), _ => 0 };
        items.Add(new PageItem.Text(x - shift, baseline, $"{legible} ", style, colour));
    }

    /// <summary>A part of a line as it is. Other texts end in a space, so that two of them are two words to whoever reads or copies.</summary>
    public void Fragment(double x, double baseline, string legible, TextStyle style, Colour colour) =>
        items.Add(new PageItem.Text(x, baseline, legible, style, colour));

    /// <summary>A picture of dots, as a PNG file.</summary>
    public void Picture(double x, double y, double width, double height, byte[] png) => items.Add(new PageItem.Picture(x, y, width, height, png));

    /// <summary>A filled shape of lines and curves.</summary>
    public void Shape(IReadOnlyList<PathStep> steps, Colour fill, bool isEvenOdd = false) => items.Add(new PageItem.Shape(steps, fill, isEvenOdd));

    /// <summary>Draws inside a structure element; what is drawn outside of one is decoration.</summary>
    public void Tagged(Tag tag, Action draw)
    {
        Open(tag);
        draw();
        Close();
    }

    /// <summary>Draws a figure inside a box, with the words that stand for it where it cannot be seen.</summary>
    public void Figure(double x, double y, double width, double height, string alternative, Action draw)
    {
        items.Add(new PageItem.BeginFigure(x, y, width, height, Legible.Of(alternative)));
        draw();
        Close();
    }

    public void Open(Tag tag) => items.Add(new PageItem.Begin(tag));

    public void Close() => items.Add(new PageItem.End());

    /// <summary>Makes a box lead to a page of the document, by index.</summary>
    public void LinkTo(double x, double y, double width, double height, int page) => items.Add(new PageItem.Link(x, y, width, height, page, null));

    /// <summary>Makes a box lead to an address.</summary>
    public void LinkTo(double x, double y, double width, double height, string address) => items.Add(new PageItem.Link(x, y, width, height, null, address));
}

/// <summary>Structure elements in use.</summary>
internal enum Tag
{
    Heading1,
    Heading2,
    Paragraph,
    Table,
    Row,
    HeadCell,
    Cell,
}

/// <summary>A mark on a page.</summary>
internal abstract record PageItem
{
    internal sealed record Rectangle(double X, double Y, double Width, double Height, Colour? Fill, Stroke? Outline) : PageItem;

    internal sealed record Line(double X1, double Y1, double X2, double Y2, Stroke Stroke) : PageItem;

    internal sealed record Polyline(IReadOnlyList<Point> Points, Stroke Stroke) : PageItem;

    internal sealed record Polygon(IReadOnlyList<Point> Points, Colour Fill) : PageItem;

    internal sealed record Dot(double X, double Y, double Radius, Colour Fill, Stroke? Outline) : PageItem;

    internal sealed record Text(double X, double Baseline, string Words, TextStyle Style, Colour Colour) : PageItem;

    internal sealed record Picture(double X, double Y, double Width, double Height, byte[] Png) : PageItem;

    internal sealed record Shape(IReadOnlyList<PathStep> Steps, Colour Fill, bool IsEvenOdd) : PageItem;

    internal sealed record Begin(Tag Tag) : PageItem;

    internal sealed record BeginFigure(double X, double Y, double Width, double Height, string Alternative) : PageItem;

    internal sealed record End : PageItem;

    internal sealed record Link(double X, double Y, double Width, double Height, int? Page, string? Address) : PageItem;
}

/// <summary>A step of a path: a move, a line, or a curve with two control points; closing leads back to the start.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="To">Where it leads.</param>
/// <param name="First">First control point of a curve.</param>
/// <param name="Second">Second control point of a curve.</param>
internal readonly record struct PathStep(PathKind Kind, Point To = default, Point First = default, Point Second = default);

/// <summary>Kinds of a path's steps.</summary>
internal enum PathKind
{
    Move,
    Line,
    Curve,
    Close,
}
