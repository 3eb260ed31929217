namespace Pricing.Documents.Charts;

/// <summary>Sizes of the internal comparison at the wide and at the narrow format.</summary>
internal sealed record ComparisonMetrics
{
    private static readonly ComparisonMetrics Wide = new()
    {
        Margin = 40,
        Title = new(22, 28, Weight.SemiBold),
        Text = 14,
        Label = 12.5,
        Swatch = new(16, 12),
        TitleBaseline = 50,
        DefinitionBaseline = 76,
        KeyBaseline = 108,
        HeadBaseline = 154,
        Top = 166,
        Foot = 84,
        FootnoteBaseline = 26,
        BarStart = 302,
        FeeGap = 18,
        LossWidth = 114,
        LossGap = 84,
        LeastPitch = 30,
        MostPitch = 84,
        HasAmountInTitle = true,
    };

    private static readonly ComparisonMetrics Narrow = new()
    {
        Margin = 24,
        Title = new(16, 21, Weight.SemiBold),
        Text = 11.5,
        Label = 10.5,
        Swatch = new(12, 9),
        TitleBaseline = 34,
        DefinitionBaseline = 53,
        KeyBaseline = 76,
        HeadBaseline = 107,
        Top = 114,
        Foot = 52,
        FootnoteBaseline = 15,
        BarStart = 212,
        FeeGap = 10,
        LossWidth = 66,
        LossGap = 56,
        LeastPitch = 22,
        MostPitch = 56,
        HasAmountInTitle = false,
    };

    public required double Margin { get; init; }

    public required TextStyle Title { get; init; }

    /// <summary>Size of names, figures, definition and key.</summary>
    public required double Text { get; init; }

    /// <summary>Size of heads, ticks, figures in bars and the footnote.</summary>
    public required double Label { get; init; }

    public required Point Swatch { get; init; }

    public required double TitleBaseline { get; init; }

    public required double DefinitionBaseline { get; init; }

    public required double KeyBaseline { get; init; }

    public required double HeadBaseline { get; init; }

    /// <summary>Top of the first row.</summary>
    public required double Top { get; init; }

    /// <summary>From the last row to the bottom edge.</summary>
    public required double Foot { get; init; }

    public required double FootnoteBaseline { get; init; }

    /// <summary>From the margin to the zero of the bars: names and fees.</summary>
    public required double BarStart { get; init; }

    /// <summary>From the fees to the zero of the bars.</summary>
    public required double FeeGap { get; init; }

    public required double LossWidth { get; init; }

    /// <summary>From the end of the bars to the zero of the loss probabilities.</summary>
    public required double LossGap { get; init; }

    public required double LeastPitch { get; init; }

    public required double MostPitch { get; init; }

    /// <summary>Whether the finding has room for its amount.</summary>
    public required bool HasAmountInTitle { get; init; }

    public static ComparisonMetrics For(int width) => width >= 1000 ? Wide : Narrow;
}
