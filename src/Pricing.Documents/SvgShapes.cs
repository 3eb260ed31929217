using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using SkiaSharp;

namespace Pricing.Documents;

/// <summary>The filled shapes of an SVG file. What a one-coloured logo needs is read; anything else is a fault, so that nothing is drawn half.</summary>
internal sealed partial class SvgShapes
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const int MostShapes = 500;

    private static readonly string[] Silent = ["title", "desc", "metadata", "defs"];

    private readonly List<(IReadOnlyList<PathStep> Steps, bool IsEvenOdd)> shapes = [];
    private readonly List<string> faults = [];
    private SKMatrix toOrigin = SKMatrix.Identity;

    private SvgShapes()
    {
    }

    public double Width { get; private set; }

    public double Height { get; private set; }

    public IReadOnlyList<(IReadOnlyList<PathStep> Steps, bool IsEvenOdd)> Shapes => shapes;

    public static SvgShapes Of(byte[] file) => Read(file);

    public static IReadOnlyList<string> Faults(byte[] file) => Read(file).faults;

    private static SvgShapes Read(byte[] file)
    {
        var svg = new SvgShapes();
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LogoFile.MostBytes };
            using var reader = XmlReader.Create(new MemoryStream(file), settings);
            svg.Read(XDocument.Load(reader).Root!);
        }
        catch (XmlException)
        {
            svg.faults.Add("The file is neither a PNG nor an SVG.");
        }

        return svg;
    }

    private void Read(XElement root)
    {
        if (root.Name != XName.Get("svg", Namespace))
        {
            faults.Add("The file is neither a PNG nor an SVG.");
            return;
        }

        var box = Numbers((string?)root.Attribute("viewBox"));
        if (box.Length != 4)
            box = [0, 0, Length(root, "width"), Length(root, "height")];
        (Width, Height) = (box[2], box[3]);
        if (!(Width > 0 && Height > 0))
        {
            faults.Add("The SVG has neither a viewBox nor a size.");
            return;
        }

        toOrigin = SKMatrix.CreateTranslation((float)-box[0], (float)-box[1]);
        Children(root, toOrigin, isDrawn: true);
        if (shapes.Count == 0 && faults.Count == 0)
            faults.Add("The SVG holds no filled shape.");
        if (shapes.Count > MostShapes)
            faults.Add($"An SVG has at most {MostShapes} shapes.");
    }

    private void Children(XElement parent, SKMatrix matrix, bool isDrawn)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name.NamespaceName != Namespace || Silent.Contains(element.Name.LocalName))
                continue;
            var own = matrix.PreConcat(Transform((string?)element.Attribute("transform")));
            var drawn = Fill(element) is { } fill ? fill != "none" : isDrawn;
            if (element.Name.LocalName == "g")
                Children(element, own, drawn);
            else if (Path(element) is not { } data)
                faults.Add($"An SVG logo may hold shapes only, and {element.Name.LocalName} is none.");
            else if (drawn)
                Add(data, own, Property(element, "fill-rule") == "evenodd");
        }
    }

    // Outlines of strokes are no filled shapes; whoever exports a logo converts them.
    private string? Fill(XElement element)
    {
        if (Property(element, "stroke") is { } stroke and not "none" && stroke.Length > 0)
            faults.Add("An SVG logo is drawn with fills only; convert strokes to outlines.");
        var fill = Property(element, "fill");
        if (fill?.StartsWith("url", StringComparison.Ordinal) == true)
            faults.Add("An SVG logo has plain fills only, no gradients or patterns.");
        return fill;
    }

    private static string? Property(XElement element, string name) =>
        Style(name).Match((string?)element.Attribute("style") ?? "") is { Success: true } match ? match.Groups[1].Value.Trim() : (string?)element.Attribute(name);

    private static Regex Style(string name) => new($@"(?:^|;)\s*{Regex.Escape(name)}\s*:([^;]*)", RegexOptions.CultureInvariant);

    // Every shape as the data of a path; null for what is no shape.
    private static string? Path(XElement element)
    {
        double Of(string name) => Length(element, name);
        switch (element.Name.LocalName)
        {
            case "path":
                return (string?)element.Attribute("d") ?? "";
            case "rect" when element.Attribute("rx") is null && element.Attribute("ry") is null:
                return Text($"M{Of("x")} {Of("y")}h{Of("width")}v{Of("height")}h{-Of("width")}z");
            case "circle":
                return Ellipse(Of("cx"), Of("cy"), Of("r"), Of("r"));
            case "ellipse":
                return Ellipse(Of("cx"), Of("cy"), Of("rx"), Of("ry"));
            case "polygon" or "polyline":
                return $"M{(string?)element.Attribute("points")}z";
            default:
                return null;
        }
    }

    private static string Ellipse(double x, double y, double rx, double ry) => Text($"M{x - rx} {y}a{rx} {ry} 0 1 0 {2 * rx} 0a{rx} {ry} 0 1 0 {-2 * rx} 0z");

    private void Add(string data, SKMatrix matrix, bool isEvenOdd)
    {
        using var path = SKPath.ParseSvgPathData(data);
        if (path is null)
        {
            faults.Add("A path of the SVG cannot be read.");
            return;
        }

        path.Transform(matrix);
        var steps = new List<PathStep>();
        using var iterator = path.CreateRawIterator();
        var points = new SKPoint[4];
        for (var verb = iterator.Next(points); verb != SKPathVerb.Done; verb = iterator.Next(points))
            Add(steps, verb, points, iterator);
        shapes.Add((steps, isEvenOdd));
    }

    private static void Add(List<PathStep> steps, SKPathVerb verb, SKPoint[] p, SKPath.RawIterator iterator)
    {
        switch (verb)
        {
            case SKPathVerb.Move:
                steps.Add(new(PathKind.Move, At(p[0])));
                break;
            case SKPathVerb.Line:
                steps.Add(new(PathKind.Line, At(p[1])));
                break;
            case SKPathVerb.Quad:
                steps.Add(Quad(p[0], p[1], p[2]));
                break;
            case SKPathVerb.Conic:
                var quads = SKPath.ConvertConicToQuads(p[0], p[1], p[2], iterator.ConicWeight(), 2);
                for (var i = 0; i + 2 < quads.Length; i += 2)
                    steps.Add(Quad(quads[i], quads[i + 1], quads[i + 2]));
                break;
            case SKPathVerb.Cubic:
                steps.Add(new(PathKind.Curve, At(p[3]), At(p[1]), At(p[2])));
                break;
            case SKPathVerb.Close:
                steps.Add(new(PathKind.Close));
                break;
        }
    }

    // A curve with one control point as one with two.
    private static PathStep Quad(SKPoint from, SKPoint control, SKPoint to)
    {
        Point Towards(SKPoint end) => new(end.X + 2.0 / 3 * (control.X - end.X), end.Y + 2.0 / 3 * (control.Y - end.Y));
        return new(PathKind.Curve, At(to), Towards(from), Towards(to));
    }

    private SKMatrix Transform(string? text)
    {
        var matrix = SKMatrix.Identity;
        foreach (Match call in Call().Matches(text ?? ""))
        {
            var a = Numbers(call.Groups[2].Value).Select(number => (float)number).ToArray();
            SKMatrix? next = (call.Groups[1].Value, a.Length) switch
            {
                ("translate", 1) => SKMatrix.CreateTranslation(a[0], 0),
                ("translate", 2) => SKMatrix.CreateTranslation(a[0], a[1]),
                ("scale", 1) => SKMatrix.CreateScale(a[0], a[0]),
                ("scale", 2) => SKMatrix.CreateScale(a[0], a[1]),
                ("rotate", 1) => SKMatrix.CreateRotationDegrees(a[0]),
                ("rotate", 3) => SKMatrix.CreateRotationDegrees(a[0], a[1], a[2]),
                ("matrix", 6) => new SKMatrix(a[0], a[2], a[4], a[1], a[3], a[5], 0, 0, 1),
                _ => null,
            };
            if (next is { } known)
                matrix = matrix.PreConcat(known);
            else
                faults.Add($"The SVG's transform {call.Groups[1].Value} is not known.");
        }

        return matrix;
    }

    private static Point At(SKPoint point) => new(point.X, point.Y);

    private static double Length(XElement element, string name) => Numbers((string?)element.Attribute(name)) is [var number, ..] ? number : 0;

    private static double[] Numbers(string? text) => [.. Number().Matches(text ?? "").Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?")]
    private static partial Regex Number();

    [GeneratedRegex(@"([a-zA-Z]+)\s*\(([^)]*)\)")]
    private static partial Regex Call();
}
