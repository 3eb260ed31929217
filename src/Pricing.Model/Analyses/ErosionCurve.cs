using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Marginal cost and price of something over time, in years.</summary>
/// <param name="AiCost">ai_0: cost that falls with compute.</param>
/// <param name="OtherCost">other_0: cost that rises with wages.</param>
/// <param name="InitialPrice">P_0.</param>
/// <param name="Rates">Yearly rates.</param>
/// <remarks>
/// MC_t = ai_0 (1 − γ)^t + other_0 (1 + w)^t, P_t = MC_t + (P_0 − MC_0)(1 − δ)^t, with 0^0 = 1.
/// Source: docs/formulas/analyses-market.md, "Price erosion".
/// </remarks>
public sealed record ErosionCurve(Money AiCost, Money OtherCost, Money InitialPrice, ErosionRates Rates)
{
    /// <summary>MC_0: marginal cost today.</summary>
    public Money InitialCost => AiCost + OtherCost;

    /// <summary>MC_t.</summary>
    /// <param name="years">t, zero or more.</param>
    public Money MarginalCost(decimal years) =>
        AiCost * RealPower.Of(1 - Rates.ComputeDecline, years) + OtherCost * RealPower.Of(1 + Rates.WageGrowth, years);

    /// <summary>The price at which the agency walks away: MC_t / (1 − minimum margin).</summary>
    /// <param name="years">t, zero or more.</param>
    /// <param name="minimumMargin">A fraction below 1.</param>
    public Money Floor(decimal years, Figure minimumMargin) => MarginalCost(years) / (1 - minimumMargin);

    /// <summary>P_t.</summary>
    /// <param name="years">t, zero or more.</param>
    public Money Price(decimal years) => MarginalCost(years) + (InitialPrice - InitialCost) * RealPower.Of(1 - Rates.Competition, years);
}
