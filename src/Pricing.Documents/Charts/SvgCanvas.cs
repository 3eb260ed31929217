using System.Globalization;
using System.Security;
using System.Text;

namespace Pricing.Documents.Charts;

/// <summary>A drawing as SVG, with text as text.</summary>
internal sealed class SvgCanvas(double width, double height, string title, string language) : ICanvas
{
    private readonly StringBuilder body = new();

    public void Rectangle(double x, double y, double width, double height, Colour? fill, Stroke? outline = null) =>
        Append($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" {Fill(fill)}{Pen(outline)}/>");

    public void Line(double x1, double y1, double x2, double y2, Stroke stroke) =>
        Append($"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\"{Pen(stroke)}/>");

    public void Polyline(IReadOnlyList<Point> points, Stroke stroke) =>
        Append($"<polyline points=\"{Places(points)}\" fill=\"none\"{Pen(stroke)}/>");

    public void Polygon(IReadOnlyList<Point> points, Colour fill) => Append($"<polygon points=\"{Places(points)}\" {Fill(fill)}/>");

    public void Dot(double x, double y, double radius, Colour fill, Stroke? outline = null) =>
        Append($"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" {Fill(fill)}{Pen(outline)}/>");

    public void Text(double x, double baseline, string text, TextStyle style, Colour colour, Anchor anchor = Anchor.Start)
    {
        var at = anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" };
        var weight = style.Weight switch { Weight.Light => 300, Weight.SemiBold => 600, _ => 400 };
        Append($"<text x=\"{x:0.##}\" y=\"{baseline:0.##}\" font-size=\"{style.Size:0.##}\" font-weight=\"{weight}\" {Fill(colour)}{at}>{SecurityElement.Escape(text)}</text>");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{width:0.##}" height="{height:0.##}" viewBox="0 0 {width:0.##} {height:0.##}" role="img" xml:lang="{language}" font-family="'{Style.Family}', 'Helvetica Neue', Arial, sans-serif">
        <title>{SecurityElement.Escape(title)}</title>
        {body}</svg>

        """);

    private static string Places(IReadOnlyList<Point> points) =>
        string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")));

    private static string Fill(Colour? fill) => $"fill=\"{fill?.Hex ?? "none"}\"";

    private static string Pen(Stroke? stroke)
    {
        if (stroke is null)
            return "";
        var pattern = stroke.Dash > 0 ? string.Create(CultureInfo.InvariantCulture, $" stroke-dasharray=\"{stroke.Dash:0.##} {stroke.Gap:0.##}\"") : "";
        return string.Create(CultureInfo.InvariantCulture, $" stroke=\"{stroke.Colour.Hex}\" stroke-width=\"{stroke.Width:0.##}\"{pattern}");
    }

    private void Append(FormattableString element) => body.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
