namespace Pricing.Documents.Charts;

/// <summary>What a drawing needs of a surface. Origin top left, y downwards; a text stands on its baseline.</summary>
internal interface ICanvas
{
    void Rectangle(double x, double y, double width, double height, Colour? fill, Stroke? outline = null);

    void Line(double x1, double y1, double x2, double y2, Stroke stroke);

    void Polyline(IReadOnlyList<Point> points, Stroke stroke);

    /// <summary>A filled area, without an outline.</summary>
    void Polygon(IReadOnlyList<Point> points, Colour fill);

    void Dot(double x, double y, double radius, Colour fill, Stroke? outline = null);

    void Text(double x, double baseline, string text, TextStyle style, Colour colour, Anchor anchor = Anchor.Start);
}

/// <summary>A place on a surface.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>A pen; dashed where it carries a pattern.</summary>
internal sealed record Stroke(Colour Colour, double Width, double Dash = 0, double Gap = 0);

/// <summary>Which point of a text is given.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
