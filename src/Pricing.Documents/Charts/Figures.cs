using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>How charts show figures of a comparison.</summary>
internal static class Figures
{
    /// <summary>The scale that suits known values of a figure.</summary>
    public static AmountScale ScaleOf(this ComparisonFigure figure, Formats formats, IEnumerable<decimal> known) =>
        figure.IsRatio() ? formats.PercentScale : formats.ScaleFor(known.Select(Math.Abs).DefaultIfEmpty().Max());

    /// <summary>Whether less of it is better for whom it concerns.</summary>
    public static bool IsBetterLow(this ComparisonFigure figure) => figure
        is ComparisonFigure.ExpectedCost or ComparisonFigure.Floor or ComparisonFigure.ProfitStandardDeviation
        or ComparisonFigure.LossProbability or ComparisonFigure.ClientLossProbability;
}
