namespace Pricing.Documents.Charts;

/// <summary>Sizes that charts share, at the wide and at the narrow format.</summary>
internal sealed record ChartMetrics
{
    private static readonly ChartMetrics Wide = new()
    {
        Margin = 40,
        Title = new(22, 28, Weight.SemiBold),
        Text = 14,
        Label = 12.5,
        Swatch = new(16, 12),
        TitleBaseline = 50,
        DefinitionBaseline = 76,
        TextLine = 19,
        KeyPitch = 32,
        PlotGap = 38,
        Foot = 84,
        FootnoteBaseline = 26,
        LeastPitch = 30,
        MostPitch = 96,
        NameWidth = 290,
        Curve = 3,
        Dot = 4.5,
    };

    private static readonly ChartMetrics Narrow = new()
    {
        Margin = 24,
        Title = new(16, 21, Weight.SemiBold),
        Text = 11.5,
        Label = 10.5,
        Swatch = new(12, 9),
        TitleBaseline = 34,
        DefinitionBaseline = 53,
        TextLine = 15,
        KeyPitch = 23,
        PlotGap = 24,
        Foot = 52,
        FootnoteBaseline = 15,
        LeastPitch = 22,
        MostPitch = 62,
        NameWidth = 200,
        Curve = 2.5,
        Dot = 3.5,
    };

    public required double Margin { get; init; }

    public required TextStyle Title { get; init; }

    /// <summary>Size of names, definition and key.</summary>
    public required double Text { get; init; }

    /// <summary>Size of heads, ticks, figures and the footnote.</summary>
    public required double Label { get; init; }

    public required Point Swatch { get; init; }

    public required double TitleBaseline { get; init; }

    public required double DefinitionBaseline { get; init; }

    /// <summary>From line to line of running text.</summary>
    public required double TextLine { get; init; }

    /// <summary>From the definition to the key.</summary>
    public required double KeyPitch { get; init; }

    /// <summary>From the last baseline above the plot to its top.</summary>
    public required double PlotGap { get; init; }

    /// <summary>From the plot to the bottom edge.</summary>
    public required double Foot { get; init; }

    public required double FootnoteBaseline { get; init; }

    public required double LeastPitch { get; init; }

    public required double MostPitch { get; init; }

    /// <summary>Width of the column in which rows have their names.</summary>
    public required double NameWidth { get; init; }

    /// <summary>Width of a curve.</summary>
    public required double Curve { get; init; }

    /// <summary>Radius of a dot on a curve.</summary>
    public required double Dot { get; init; }

    public static ChartMetrics For(int width) => width >= 1000 ? Wide : Narrow;
}
