using System.Globalization;
using System.Security;
using System.Text;
using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using SkiaSharp;

namespace Pricing.Documents.ClientPages;

/// <summary>An agency's logo on a page: a drawing in the colour of the text beside it, or a picture of dots. Nothing of the file goes to a browser but what is seen.</summary>
/// <param name="Svg">The drawing, to stand in the page; null for a picture.</param>
/// <param name="Png">The picture; null for a drawing.</param>
public sealed record PageLogo(string? Svg, byte[]? Png)
{
    /// <summary>The logo of a file.</summary>
    /// <param name="file">A PNG or SVG file; null for none.</param>
    /// <param name="agency">The agency's name, which the drawing stands for.</param>
    /// <returns>The logo; null where there is none or it has a fault.</returns>
    public static PageLogo? Of(byte[]? file, string agency)
    {
        if (file is null || LogoFile.Faults(file).Count > 0)
            return null;
        if (!LogoFile.IsPng(file))
            return new(Draw(SvgShapes.Of(file), agency), null);
        using var bitmap = SKBitmap.Decode(file);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return new(null, data.ToArray());
    }

    /// <summary>Whether a file is a picture, which a page refers to.</summary>
    public static bool IsPicture(byte[]? file) => file is not null && LogoFile.IsPng(file);

    private static string Draw(SvgShapes shapes, string agency)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"logo\" viewBox=\"0 0 {shapes.Width:0.###} {shapes.Height:0.###}\" role=\"img\" aria-label=\"{SecurityElement.Escape(agency)}\" fill=\"currentColor\">");
        foreach (var (steps, isEvenOdd) in shapes.Shapes)
            svg.Append(isEvenOdd ? "<path fill-rule=\"evenodd\" d=\"" : "<path d=\"").AppendJoin(' ', steps.Select(Step)).Append("\"/>");
        return svg.Append("</svg>").ToString();
    }

    private static string Step(PathStep step) => step.Kind switch
    {
        PathKind.Move => $"M{At(step.To)}",
        PathKind.Line => $"L{At(step.To)}",
        PathKind.Curve => $"C{At(step.First)} {At(step.Second)} {At(step.To)}",
        _ => "Z",
    };

    private static string At(Point point) => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.###} {point.Y:0.###}");
}
