using System.Globalization;
using System.Xml.Linq;
using Pricing.Documents.Charts;

namespace Pricing.Documents.Tests.Charts;

/// <summary>A chart as its reader meets it: texts in the order drawn, with their boxes.</summary>
internal sealed class DrawnChart
{
    private readonly XElement svg;
    private readonly Box[] boxes;

    private DrawnChart(XElement svg)
    {
        this.svg = svg;
        (Width, Height) = (Number(svg, "width"), Number(svg, "height"));
        boxes = [.. Elements("text").Select(BoxOf)];
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The texts, with plain spaces.</summary>
    public IReadOnlyList<string> Labels => [.. boxes.Select(box => box.Words)];

    public string Title => Elements("title").Single().Value.Replace('\u00A0', ' ');

    public static DrawnChart Of(Chart chart, DocumentLanguage language = DocumentLanguage.De, int width = 1200, int height = 800) =>
        new(XDocument.Parse(chart.Svg(language, width, height)).Root!);

    /// <summary>Draws a chart in both languages and sizes and says what leaves the picture or lies on something else.</summary>
    public static IEnumerable<string> Faults(Chart chart)
    {
        foreach (var language in Enum.GetValues<DocumentLanguage>())
        {
            foreach (var (width, height) in new[] { (1200, 800), (800, 500), (640, 400) })
            {
                foreach (var fault in Of(chart, language, width, height).Faults())
                    yield return string.Create(CultureInfo.InvariantCulture, $"{language} {width}x{height}: {fault}");
            }
        }
    }

    private IEnumerable<string> Faults()
    {
        foreach (var box in boxes.Where(box => box.Left < 0 || box.Right > Width || box.Top < 0 || box.Bottom > Height))
            yield return $"{box} leaves the picture";
        for (var i = 0; i < boxes.Length; i++)
        {
            foreach (var other in boxes.Skip(i + 1).Where(boxes[i].Overlaps))
                yield return $"{boxes[i]} lies on {other}";
        }

        foreach (var fault in Elements("rect").Where(mark => Leaves(Number(mark, "x"), Number(mark, "y"), Number(mark, "width"), Number(mark, "height"))))
            yield return $"{fault} leaves the picture";
        foreach (var fault in Elements("circle").Where(mark => Leaves(Number(mark, "cx"), Number(mark, "cy"), 0, 0)))
            yield return $"{fault} leaves the picture";
        foreach (var fault in Elements("line").Where(mark => Leaves(Number(mark, "x1"), Number(mark, "y1"), 0, 0) || Leaves(Number(mark, "x2"), Number(mark, "y2"), 0, 0)))
            yield return $"{fault} leaves the picture";
        foreach (var fault in Elements("polyline").Concat(Elements("polygon")).Where(mark => Points(mark).Any(point => Leaves(point[0], point[1], 0, 0))))
            yield return $"{fault} leaves the picture";
    }

    private static IEnumerable<double[]> Points(XElement mark) => ((string)mark.Attribute("points")!)
        .Split(' ').Select(point => Array.ConvertAll(point.Split(','), part => double.Parse(part, CultureInfo.InvariantCulture)));

    private bool Leaves(double x, double y, double width, double height) =>
        !(x >= 0 && y >= 0 && width >= 0 && height >= 0 && x + width <= Width && y + height <= Height);

    private IEnumerable<XElement> Elements(string name) => svg.Descendants().Where(element => element.Name.LocalName == name);

    private static Box BoxOf(XElement text)
    {
        var (x, baseline, size) = (Number(text, "x"), Number(text, "y"), Number(text, "font-size"));
        var weight = (int)text.Attribute("font-weight")! == 600 ? Weight.SemiBold : Weight.Regular;
        var length = Typeface.Of(weight).Width(text.Value, size);
        var start = (string?)text.Attribute("text-anchor") switch { "end" => x - length, "middle" => x - length / 2, _ => x };
        return new(text.Value.Replace('\u00A0', ' '), start, start + length, baseline - 0.72 * size, baseline + 0.18 * size);
    }

    private static double Number(XElement element, string attribute) => (double)element.Attribute(attribute)!;

    private sealed record Box(string Words, double Left, double Right, double Top, double Bottom)
    {
        public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"\"{Words}\" at {Left:0},{Top:0} to {Right:0},{Bottom:0}");
    }
}
