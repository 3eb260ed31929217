using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>A figure of a comparison that an analysis can ask for.</summary>
public enum ComparisonFigure
{
    /// <summary>Expected fee after discount.</summary>
    ExpectedFee,

    /// <summary>Expected cost.</summary>
    ExpectedCost,

    /// <summary>Expected profit.</summary>
    ExpectedProfit,

    /// <summary>Profit / fee.</summary>
    ProfitMargin,

    /// <summary>Fee − T − K.</summary>
    AdjustedGrossIncome,

    /// <summary>(AGI − direct labour − A) / AGI.</summary>
    DeliveryMargin,

    /// <summary>Standard deviation of the profit.</summary>
    ProfitStandardDeviation,

    /// <summary>Probability of a loss.</summary>
    LossProbability,

    /// <summary>Mean profit of the worst cases.</summary>
    ProfitCvar,

    /// <summary>The sure profit that is worth as much.</summary>
    CertaintyEquivalent,

    /// <summary>V less what the fee costs the client.</summary>
    ClientSurplus,

    /// <summary>Surplus / what the fee costs the client.</summary>
    ClientRoi,

    /// <summary>Probability that the client loses.</summary>
    ClientLossProbability,

    /// <summary>Mean surplus of the client's worst cases.</summary>
    ClientCvar,

    /// <summary>Surplus less that of the next best alternative.</summary>
    SurplusVersusAlternative,

    /// <summary>AGI / expected hours.</summary>
    EffectiveHourlyRate,

    /// <summary>The fee below which the agency walks away.</summary>
    Floor,

    /// <summary>The fee above which the client walks away.</summary>
    Ceiling,

    /// <summary>Ceiling less floor.</summary>
    Zopa,
}

/// <summary>How figures are found, shown and told apart.</summary>
public static class ComparisonFigures
{
    // Places in which ratios count as equal.
    private const int RatioDecimals = 9;

    /// <summary>Whether it is a ratio; all others are amounts.</summary>
    public static bool IsRatio(this ComparisonFigure figure) => figure
        is ComparisonFigure.ProfitMargin or ComparisonFigure.DeliveryMargin or ComparisonFigure.LossProbability
        or ComparisonFigure.ClientRoi or ComparisonFigure.ClientLossProbability;

    /// <summary>Whether it belongs to the bargaining range, and so to no structure.</summary>
    public static bool IsOfRange(this ComparisonFigure figure) => figure
        is ComparisonFigure.Floor or ComparisonFigure.Ceiling or ComparisonFigure.Zopa;

    /// <summary>The figure; null where the structure is infeasible or a ratio has nothing below it.</summary>
    /// <param name="figure">Which one.</param>
    /// <param name="comparison">Where to look.</param>
    /// <param name="structure">Place of the structure; without meaning for figures of the range.</param>
    public static decimal? Of(this ComparisonFigure figure, Comparison comparison, int structure)
    {
        var range = comparison.BargainingRange;
        var column = comparison.Structures[structure];
        return figure switch
        {
            ComparisonFigure.ExpectedFee => column.ExpectedFee?.Amount,
            ComparisonFigure.ExpectedCost => column.ExpectedCost.Amount,
            ComparisonFigure.ExpectedProfit => column.ExpectedProfit?.Amount,
            ComparisonFigure.ProfitMargin => column.ProfitMargin?.Value,
            ComparisonFigure.AdjustedGrossIncome => column.AdjustedGrossIncome?.Amount,
            ComparisonFigure.DeliveryMargin => column.DeliveryMargin?.Value,
            ComparisonFigure.ProfitStandardDeviation => column.ProfitStandardDeviation?.Amount,
            ComparisonFigure.LossProbability => column.LossProbability?.Value,
            ComparisonFigure.ProfitCvar => column.ProfitCvar?.Amount,
            ComparisonFigure.CertaintyEquivalent => column.CertaintyEquivalent?.Amount,
            ComparisonFigure.ClientSurplus => column.ClientSurplus?.Amount,
            ComparisonFigure.ClientRoi => column.ClientRoi?.Value,
            ComparisonFigure.ClientLossProbability => column.ClientLossProbability?.Value,
            ComparisonFigure.ClientCvar => column.ClientCvar?.Amount,
            ComparisonFigure.SurplusVersusAlternative => column.SurplusVersusAlternative?.Amount,
            ComparisonFigure.EffectiveHourlyRate => column.EffectiveHourlyRate?.Amount,
            ComparisonFigure.Floor => range.Floor.Amount,
            ComparisonFigure.Ceiling => range.Ceiling.Amount,
            ComparisonFigure.Zopa => range.Zopa.Amount,
        };
    }

    /// <summary>A figure as it is compared with others: amounts in the minor unit, ratios in nine decimals.</summary>
    public static decimal Compared(this ComparisonFigure figure, decimal value, Currency currency) => figure.IsRatio()
#pragma warning disable RS0030 // A ratio, no money.
        ? decimal.Round(value, RatioDecimals, MidpointRounding.ToEven)
#pragma warning restore RS0030
        : new Money(value).ToMinorUnit(currency);
}
