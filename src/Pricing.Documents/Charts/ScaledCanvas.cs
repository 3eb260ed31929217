namespace Pricing.Documents.Charts;

/// <summary>Part of a surface on which everything is larger or smaller by a factor.</summary>
/// <param name="surface">The surface.</param>
/// <param name="left">Where the origin lies.</param>
/// <param name="top">Where the origin lies.</param>
/// <param name="factor">Length on the surface of one unit.</param>
internal sealed class ScaledCanvas(ICanvas surface, double left, double top, double factor) : ICanvas
{
    public void Rectangle(double x, double y, double width, double height, Colour? fill, Stroke? outline = null) =>
        surface.Rectangle(X(x), Y(y), width * factor, height * factor, fill, outline is null ? null : Scaled(outline));

    public void Line(double x1, double y1, double x2, double y2, Stroke stroke) => surface.Line(X(x1), Y(y1), X(x2), Y(y2), Scaled(stroke));

    public void Polyline(IReadOnlyList<Point> points, Stroke stroke) => surface.Polyline(Scaled(points), Scaled(stroke));

    public void Polygon(IReadOnlyList<Point> points, Colour fill) => surface.Polygon(Scaled(points), fill);

    public void Dot(double x, double y, double radius, Colour fill, Stroke? outline = null) =>
        surface.Dot(X(x), Y(y), radius * factor, fill, outline is null ? null : Scaled(outline));

    public void Text(double x, double baseline, string text, TextStyle style, Colour colour, Anchor anchor = Anchor.Start) =>
        surface.Text(X(x), Y(baseline), text, style with { Size = style.Size * factor, Line = style.Line * factor, Tracking = style.Tracking * factor }, colour, anchor);

    private double X(double x) => left + x * factor;

    private double Y(double y) => top + y * factor;

    private Point[] Scaled(IReadOnlyList<Point> points) => [.. points.Select(point => new Point(X(point.X), Y(point.Y)))];

    private Stroke Scaled(Stroke stroke) => stroke with { Width = stroke.Width * factor, Dash = stroke.Dash * factor, Gap = stroke.Gap * factor };
}
