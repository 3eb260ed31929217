namespace Pricing.Documents.Charts;

/// <summary>Sizes that only the internal comparison has, at the wide and at the narrow format.</summary>
internal sealed record ComparisonMetrics
{
    private static readonly ComparisonMetrics Wide = new()
    {
        Head = 20,
        HeadGap = 12,
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
        Head = 14,
        HeadGap = 7,
        BarStart = 212,
        FeeGap = 10,
        LossWidth = 66,
        LossGap = 56,
        LeastPitch = 22,
        MostPitch = 56,
        HasAmountInTitle = false,
    };

    /// <summary>Height of the heads above the first row.</summary>
    public required double Head { get; init; }

    /// <summary>From their baseline to the first row.</summary>
    public required double HeadGap { get; init; }

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
