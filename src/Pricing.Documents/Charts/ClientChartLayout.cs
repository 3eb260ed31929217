namespace Pricing.Documents.Charts;

/// <summary>Where the client's comparison puts what it shows, for a width of the surface.</summary>
/// <param name="Width">Width of the whole.</param>
/// <param name="Head">Height of the heads.</param>
/// <param name="Pitch">Height of a row.</param>
/// <param name="BarHeight">Height of a bar.</param>
/// <param name="GroupGap">Room between what is offered and what is not.</param>
/// <param name="TickRow">Height of the ticks.</param>
/// <param name="FeeEnd">Where fees end.</param>
/// <param name="BarsFrom">Where bars may begin.</param>
/// <param name="BarsTo">Where bars may end.</param>
/// <param name="Label">Names and figures.</param>
/// <param name="Strong">Those of the recommended option.</param>
/// <param name="Small">Heads and ticks.</param>
internal sealed record ClientChartLayout(
    double Width, double Head, double Pitch, double BarHeight, double GroupGap, double TickRow, double FeeEnd, double BarsFrom, double BarsTo, TextStyle Label, TextStyle Strong, TextStyle Small)
{
    /// <summary>Height of the name and fee above a bar; zero where they stand before it.</summary>
    public double NameLine { get; init; }

    /// <summary>Width of the finest line.</summary>
    public double Hairline { get; init; } = 1;

    /// <summary>A small distance.</summary>
    public double Nudge { get; init; } = 6;

    /// <summary>On the text area of a page, in points.</summary>
    public static ClientChartLayout Print { get; } = new(484, 31, 24.5, 12.25, 14, 17.5, 184, 229, 428, Style.ChartLabel, Style.ChartLabelStrong, Style.Micro) { Hairline = Style.Hairline, Nudge = 3.5 };

    /// <summary>On a wide screen, in pixels.</summary>
    public static ClientChartLayout Wide { get; } = On(1120, 52, 45, 24, 345, 430, 960, 15, 14);

    /// <summary>On a screen of middle width, in pixels.</summary>
    public static ClientChartLayout Medium { get; } = On(660, 48, 38, 20, 242, 300, 555, 13, 12);

    /// <summary>On a telephone, in pixels: names above their bars, and no payback.</summary>
    public static ClientChartLayout Narrow { get; } = On(350, 44, 58, 18, 350, 62, 285, 14, 12) with { NameLine = 28 };

    private static ClientChartLayout On(double width, double head, double pitch, double bar, double feeEnd, double from, double to, double size, double small) => new(
        width, head, pitch, bar, 24, 30, feeEnd, from, to, new(size, 20, Weight.Regular), new(size, 20, Weight.SemiBold), new(small, 18, Weight.Regular));
}
