using System.Globalization;
using System.Security;
using System.Text;

namespace Pricing.Documents.Charts;

/// <summary>A drawing as SVG, with text as text.</summary>
internal class SvgCanvas(double width, double height, string title, string language) : ICanvas
{
    private readonly StringBuilder body = new();

    /// <summary>Everything that was drawn.</summary>
    protected string Body => body.ToString();

    public void Rectangle(double x, double y, double width, double height, Colour? fill, Stroke? outline = null) =>
        Append($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\"{Paint(fill, outline)}/>");

    public void Line(double x1, double y1, double x2, double y2, Stroke stroke) =>
        Append($"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\"{Paint(null, stroke)}/>");

    public void Polyline(IReadOnlyList<Point> points, Stroke stroke) =>
        Append($"<polyline points=\"{Places(points)}\"{Paint(null, stroke)}/>");

    public void Polygon(IReadOnlyList<Point> points, Colour fill) => Append($"<polygon points=\"{Places(points)}\"{Paint(fill, null)}/>");

    public void Dot(double x, double y, double radius, Colour fill, Stroke? outline = null) =>
        Append($"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\"{Paint(fill, outline)}/>");

    public void Text(double x, double baseline, string text, TextStyle style, Colour colour, Anchor anchor = Anchor.Start)
    {
        var at = anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" };
        var weight = style.Weight switch { Weight.Light => 300, Weight.SemiBold => 600, _ => 400 };
        Append($"<text x=\"{x:0.##}\" y=\"{baseline:0.##}\" font-size=\"{style.Size:0.##}\" font-weight=\"{weight}\"{Paint(colour, null)}{at}>{SecurityElement.Escape(text)}</text>");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{width:0.##}" height="{height:0.##}" viewBox="0 0 {width:0.##} {height:0.##}" role="img" xml:lang="{language}" font-family="'{Style.Family}', 'Helvetica Neue', Arial, sans-serif">
        <title>{SecurityElement.Escape(title)}</title>
        {body}</svg>

        """);

    private static string Places(IReadOnlyList<Point> points) =>
        string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")));

    /// <summary>The attributes that colour a shape.</summary>
    protected virtual string Paint(Colour? fill, Stroke? stroke) =>
        $" fill=\"{fill?.Hex ?? "none"}\"" + (stroke is null ? "" : $" stroke=\"{stroke.Colour.Hex}\"{Pen(stroke)}");

    /// <summary>Width and pattern of a pen.</summary>
    protected static string Pen(Stroke stroke)
    {
        var pattern = stroke.Dash > 0 ? string.Create(CultureInfo.InvariantCulture, $" stroke-dasharray=\"{stroke.Dash:0.##} {stroke.Gap:0.##}\"") : "";
        return string.Create(CultureInfo.InvariantCulture, $" stroke-width=\"{stroke.Width:0.##}\"{pattern}");
    }

    private void Append(FormattableString element) => body.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
