using Pricing.Model.Quantities;

namespace Pricing.Model.Risk;

/// <summary>Measures that turn a spread of profits into one amount.</summary>
public static class RiskMeasures
{
    /// <summary>Square root to the last digit that a decimal holds.</summary>
    /// <remarks>A double gives 15 digits; two of Newton's steps in decimal give the rest, so that no cent is lost.</remarks>
    public static Money StandardDeviation(Figure variance)
    {
        if (variance.Value <= 0)
            return new(Told(0, variance));
        var root = (decimal)Math.Sqrt((double)variance.Value);
        for (var step = 0; step < 2 && root > 0; step++)
            root = (root + variance.Value / root) / 2;
        return new(Told(root, variance));

        static Figure Told(decimal root, Figure variance) =>
            variance.Origin is null ? root : Derivation.Told(root, "standard deviation", "square root", [variance]);
    }

    /// <summary>The sure profit that is worth as much as the uncertain one: expected profit − variance / (2 × risk tolerance).</summary>
    /// <param name="expected">Expected profit.</param>
    /// <param name="variance">Variance of the profit.</param>
    /// <param name="riskTolerance">The agency's risk tolerance, in money, at least 1.</param>
    /// <remarks>Source: docs/formulas/risk.md, "Certainty equivalent".</remarks>
    public static Money CertaintyEquivalent(Money expected, Figure variance, Money riskTolerance) =>
        (expected - new Money(variance) / (2 * riskTolerance.Figure)).Named("certainty equivalent");

    /// <summary>Payout of one KPI: 0 below the threshold, 1 at target, at most the cap from the stretch on, linear between.</summary>
    /// <param name="achievement">What was reached, 1 = target.</param>
    /// <param name="threshold">Achievement below which nothing is paid, a fraction below 1.</param>
    /// <param name="stretch">Achievement from which the cap is paid, above 1.</param>
    /// <param name="cap">Highest payout, at least 1.</param>
    /// <remarks>Source: docs/formulas/risk.md, "Scorecard payout".</remarks>
    public static Figure Payout(Figure achievement, Figure threshold, Figure stretch, Figure cap)
    {
        if (achievement < threshold)
            return 0;
        if (achievement <= 1)
            return (achievement - threshold) / (1 - threshold);
        return Figure.Min(cap, 1 + (achievement - 1) / (stretch - 1) * (cap - 1));
    }
}
