namespace Pricing.Documents;

/// <summary>The only fonts, sizes, rules and colours of every document and chart.</summary>
internal static class Style
{
    public const string Family = "IBM Plex Sans";

    // Type: six sizes.
    public static readonly TextStyle Display = new(46, 49, Weight.Light, -0.8);
    public static readonly TextStyle Title = new(26, 28, Weight.Light, -0.15);
    public static readonly TextStyle Subtitle = new(18, 21, Weight.Light, -0.1);
    public static readonly TextStyle Lead = new(13, 17.5, Weight.Light);
    public static readonly TextStyle Row = new(13, 17.5, Weight.Regular);
    public static readonly TextStyle Text = new(9, 14, Weight.Regular);
    public static readonly TextStyle Strong = new(9, 14, Weight.SemiBold);
    public static readonly TextStyle Micro = new(7.5, 10.5, Weight.Regular);
    public static readonly TextStyle MicroStrong = new(7.5, 10.5, Weight.SemiBold);
    public static readonly TextStyle ChartLabel = new(8, 10.5, Weight.Regular);
    public static readonly TextStyle ChartLabelStrong = new(8, 10.5, Weight.SemiBold);

    // Rules.
    public const double Hairline = 0.5;
    public const double HeadRule = 0.75;
    public const double HeavyRule = 1.5;

    // Ink and paper.
    public static readonly Colour Ink = Colour.Parse("#15181C");
    public static readonly Colour Text2 = Colour.Parse("#545B64");
    public static readonly Colour Rule = Colour.Parse("#B9BEC5");
    public static readonly Colour Grid = Colour.Parse("#E3E5E8");
    public static readonly Colour Paper = Colour.Parse("#FFFFFF");
    public static readonly Colour Surface = Colour.Parse("#F4F3F0");
    public static readonly Colour Accent = Colour.Parse("#C2371B");

    // Data: a hue keeps its meaning in every chart, and the brand never touches it.
    public static readonly Colour Slate = Colour.Parse("#8C949D");
    public static readonly Colour Navy = Colour.Parse("#17324D");
    public static readonly Colour Blue = Colour.Parse("#2162B0");
    public static readonly Colour BlueText = Colour.Parse("#1A4F8F");
    public static readonly Colour Ochre = Colour.Parse("#C47A0A");
    public static readonly Colour SlateTint = Colour.Parse("#C9CED4");
    public static readonly Colour BlueTint = Colour.Parse("#D3E1F0");
    public static readonly Colour OchreTint = Colour.Parse("#F4E3C4");
}

/// <summary>Weights that are embedded.</summary>
internal enum Weight
{
    Light,
    Regular,
    SemiBold,
}

/// <summary>A size with its line, weight and tracking, in the unit of the surface it is drawn on.</summary>
internal sealed record TextStyle(double Size, double Line, Weight Weight, double Tracking = 0)
{
    private const double Ascender = 1.025;
    private const double LineHeight = 1.3;

    /// <summary>Distance from the top of a line box to its baseline.</summary>
    public double Baseline => (Line - LineHeight * Size) / 2 + Ascender * Size;

    public double Width(string text) => Typeface.Of(Weight).Width(text, Size) + Tracking * text.Length;

    /// <summary>The first of the styles, from large to small, in which the text fits; the last where none does.</summary>
    public static TextStyle Fitting(string text, double width, params ReadOnlySpan<TextStyle> styles)
    {
        foreach (var style in styles)
        {
            if (style.Width(text) <= width)
                return style;
        }

        return styles[^1];
    }

    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    public string Cut(string text, double width)
    {
        if (Width(text) <= width)
            return text;
        // No line holds more; a name of ten thousand letters would be measured ten thousand times.
        var kept = text[..Math.Min(text.Length, 500)];
        while (kept.Length > 0 && Width($"{kept.TrimEnd()}\u2026") > width)
            kept = kept[..^1];
        return $"{kept.TrimEnd()}\u2026";
    }
}
