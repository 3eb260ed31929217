using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Takes one asset apart: who and what its cost goes to, how attempts move it, and when set-up pays.</summary>
/// <remarks>Source: docs/formulas/analyses-delivery.md, "Unit economics of AI work".</remarks>
public static class AiUnitEconomicsAnalysis
{
    /// <summary>Works the unit economics out.</summary>
    /// <exception cref="BeyondBoundsException">A line or sum exceeds 1e13.</exception>
    /// <exception cref="OverflowException">A figure exceeds what a decimal holds.</exception>
    public static AiUnitEconomics Of(Comparison comparison, AiUnitEconomicsParameters parameters)
    {
        var engagement = comparison.Engagement;
        var asset = parameters.Asset.Made(parameters.Method, engagement.Document);
        var economics = new AiUnitEconomics
        {
            Asset = asset.Name,
            Method = parameters.Method,
            Volume = parameters.Volume,
            UnitCost = UnitCost.Of(engagement, asset, parameters.CostClasses),
            SetUpCost = engagement.SetUpCost(parameters.SetUpPackages),
            ClassicUnitCost = ClassicUnitCost(engagement, parameters.Asset),
        };
        if (parameters.Generation >= asset.Generations.Count)
            return economics;

        var work = new AttemptedWork(engagement, asset, parameters.Generation);
        return economics with
        {
            Sensitivity = parameters.Acceptances?.Select(acceptance => At(acceptance, work, economics)).ToList(),
            UncertainAcceptance = parameters.AcceptanceBeta is { } beta ? Uncertain(beta, work) : null,
            CappedAttempts = parameters.AttemptCap is { } cap ? Capped(cap, work) : null,
            Clips = parameters.Clips is { } clips ? Clipped(clips, work) : null,
            SelfHosted = parameters.SelfHosted is { } hosting ? Hosted(hosting, work, engagement) : null,
            BrandModel = parameters.BrandModel is { } plan ? BrandModelPlanning.Of(plan, work, economics.UnitCost.Total, comparison.Currency) : null,
            Vendor = parameters.Vendor is { } risk ? VendorRiskPricing.Of(risk, comparison, parameters.Asset.Asset, parameters.Generation) : null,
        };
    }

    private static Money? ClassicUnitCost(ResolvedEngagement engagement, AlternativeWork asset) =>
        asset.By(ProductionMethod.Classic, engagement.Document) is null
            ? null
            : UnitCost.Of(engagement, asset.Made(ProductionMethod.Classic, engagement.Document)).Total;

    private static AcceptanceCase At(decimal acceptance, AttemptedWork work, AiUnitEconomics economics)
    {
        var unitCost = work.UnitCostAtAcceptance(acceptance);
        return new(acceptance, work.Pieces / acceptance, unitCost, economics.BreakEvenAt(unitCost));
    }

    // E[1/p] > 1/E[p]: whoever reckons with the mean acceptance plans too few attempts.
    private static UncertainAcceptance Uncertain(BetaDistribution beta, AttemptedWork work)
    {
        Figure mean = beta.A / (beta.A + beta.B);
        Figure expectedInverse = (beta.A + beta.B - 1) / (beta.A - 1);
        var attempts = work.Pieces * expectedInverse;
        return new(mean, expectedInverse, 1 / mean, expectedInverse * mean - 1, attempts, work.UnitCostAt(attempts), work.UnitCostAtAcceptance(mean));
    }

    private static CappedAttempts Capped(AttemptCap cap, AttemptedWork work)
    {
        var cost = work.CostPerAttempt;
        Figure fail = RealPower.Of(1 - work.Acceptance.Value, cap.Cap);
        var attempts = (1 - fail) / work.Acceptance;
        var costPerPiece = cost * attempts + fail * cap.FallbackCost;
        var keepTrying = (cost / work.Acceptance).Amount < cap.FallbackCost.Amount - Figure.ZeroTolerance;
        return new(cost, fail, attempts, costPerPiece, keepTrying, work.UnitCostWith(costPerPiece * work.Pieces));
    }

    private static ClippedAsset Clipped(Clips clips, AttemptedWork work)
    {
        var pieces = WholeNumber.Ceiling(clips.Length / clips.MaximumLength);
        var attempts = pieces / work.Acceptance;
        return new(pieces, attempts, work.ComputePerAttempt * attempts, work.UnitCostAt(attempts));
    }

    private static SelfHostedCompute Hosted(SelfHosting hosting, AttemptedWork work, ResolvedEngagement engagement)
    {
        var hours = work.Attempts * hosting.SecondsPerAttempt / 3600 / hosting.Utilisation;
        var own = new Money(Figure.Product(hours, hosting.GpuHourPrice, engagement.ExchangeRateOf(hosting.Currency)));
        var vendor = work.ComputePerAttempt * work.Attempts;
        return new(hours, own, vendor, work.UnitCostAt(work.Attempts) - vendor + own);
    }
}
