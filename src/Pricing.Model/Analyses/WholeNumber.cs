using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Whole numbers of figures, taken of the figure rounded half-even to nine decimals, so that dust makes no piece more or less.</summary>
public static class WholeNumber
{
    /// <summary>The smallest whole number that is not below.</summary>
    public static Figure Ceiling(Figure figure) => decimal.Ceiling(WithoutDust(figure));

    /// <summary>The largest whole number that is not above.</summary>
    public static Figure Floor(Figure figure) => decimal.Floor(WithoutDust(figure));

#pragma warning disable RS0030 // No money: numbers of pieces.
    private static decimal WithoutDust(Figure figure) => decimal.Round(figure.Value, 9, MidpointRounding.ToEven);
#pragma warning restore RS0030
}
