using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What is asked about how much of the fee should depend on the outcome.</summary>
public sealed record IncentiveParameters
{
    /// <summary>The model.</summary>
    public required IncentiveModel Model { get; init; }

    /// <summary>s²: variance of the outcome, in money squared.</summary>
    public required decimal OutcomeVariance { get; init; }

    /// <summary>The share on the table, a fraction; null where there is none.</summary>
    public decimal? NegotiatedShare { get; init; }

    /// <summary>Multiple of the recommended share above which a negotiated one is too high, at least 1.</summary>
    public decimal ShareLimit { get; init; } = 2;

    /// <summary>A signal that moves with the noise; null where there is none.</summary>
    public NoiseSignal? NoiseSignal { get; init; }

    /// <summary>Correlation squared from which on such a signal is worth using, a fraction.</summary>
    public decimal NoiseThreshold { get; init; } = 0.25m;

    /// <summary>Work that nobody measures; null where there is none.</summary>
    public UnmeasuredTask? UnmeasuredTask { get; init; }

    /// <summary>Reduction of the share above which unmeasured work calls for attention, a fraction.</summary>
    public decimal MultitaskThreshold { get; init; } = 0.25m;

    /// <summary>KPIs with effectiveness and variance of their own, in scorecard order.</summary>
    public IReadOnlyList<KpiSignal> Kpis { get; init; } = [];

    /// <summary>Place of the hybrid structure of the fairness check; null where there is none.</summary>
    public int? HybridStructure { get; init; }

    /// <summary>Place of the fixed structure of the fairness check; null where there is none.</summary>
    public int? FixedStructure { get; init; }
}

/// <summary>A signal that moves with the noise of the outcome, such as the market.</summary>
/// <param name="Covariance">With the outcome, in money times the signal's unit.</param>
/// <param name="Variance">In the signal's unit squared, above 0.</param>
public sealed record NoiseSignal(decimal Covariance, decimal Variance)
{
    /// <summary>How strongly to filter by it.</summary>
    public decimal Weight => Covariance / Variance;

    /// <summary>Share of the noise that it explains; 0 where there is no noise.</summary>
    public decimal CorrelationSquared(decimal outcomeVariance) =>
        outcomeVariance == 0 ? 0 : Weight / outcomeVariance * Covariance;

    /// <summary>The noise left.</summary>
    public decimal RemainingVariance(decimal outcomeVariance) => Math.Max(0, outcomeVariance - Weight * Covariance);
}

/// <summary>Work that nobody measures and that measured effort displaces.</summary>
/// <param name="Value">What it is worth, in money.</param>
/// <param name="Substitution">How far it is displaced, a fraction.</param>
public sealed record UnmeasuredTask(decimal Value, decimal Substitution);

/// <summary>A KPI as a measure of its own.</summary>
/// <param name="Name">Name of the KPI.</param>
/// <param name="Effectiveness">What full effort adds to it, in money.</param>
/// <param name="Variance">Its variance, in money squared.</param>
public sealed record KpiSignal(string Name, decimal Effectiveness, decimal Variance);

/// <summary>How much of the fee should depend on the outcome.</summary>
/// <remarks>Source: docs/formulas/analyses-negotiation.md, "Incentive design".</remarks>
public sealed record IncentiveDesign
{
    private IncentiveDesign(IncentiveParameters parameters, IncentiveFairness? fairness)
    {
        var (model, variance) = (parameters.Model, parameters.OutcomeVariance);
        Parameters = parameters;
        Fairness = fairness;
        Recommended = model.BestAt(variance);
        Negotiated = parameters.NegotiatedShare is { } share ? model.ContractAt(share, variance) : null;
        Filtered = parameters.NoiseSignal is { } signal ? model.BestAt(signal.RemainingVariance(variance)) : null;
        UnmeasuredShare = parameters.UnmeasuredTask is { } task ? model.ShareAt(variance, task.Value, task.Substitution) : null;
        KpiShares = [.. parameters.Kpis.Select(kpi => (model with { Effectiveness = kpi.Effectiveness }).ShareAt(kpi.Variance))];
    }

    /// <summary>What was asked.</summary>
    public IncentiveParameters Parameters { get; }

    /// <summary>The best contract.</summary>
    public IncentiveContract Recommended { get; }

    /// <summary>The contract on the table; null where there is none.</summary>
    public IncentiveContract? Negotiated { get; }

    /// <summary>The best contract once the noise is filtered; null without a signal.</summary>
    public IncentiveContract? Filtered { get; }

    /// <summary>The best share beside unmeasured work; null without any.</summary>
    public decimal? UnmeasuredShare { get; }

    /// <summary>1 − that share / the recommended one; 0 where that is 0.</summary>
    public decimal? Reduction => UnmeasuredShare is { } share ? new Figure(Recommended.Share).IsZero ? 0 : 1 - share / Recommended.Share : null;

    /// <summary>The best share of each KPI by itself.</summary>
    public IReadOnlyList<decimal> KpiShares { get; }

    /// <summary>Whether the hybrid structure pays for its risk; null without both structures.</summary>
    public IncentiveFairness? Fairness { get; }

    /// <summary>What calls for attention.</summary>
    public IReadOnlyList<IncentiveWarning> Warnings => [.. FindWarnings()];

    /// <summary>Designs the incentive.</summary>
    public static IncentiveDesign Of(Comparison comparison, IncentiveParameters parameters) =>
        new(parameters, parameters is { HybridStructure: { } hybrid, FixedStructure: { } @fixed } ? IncentiveFairness.Of(comparison, hybrid, @fixed) : null);

    private IEnumerable<IncentiveWarning> FindWarnings()
    {
        const decimal Zero = Figure.ZeroTolerance;
        var shareLimit = Parameters.ShareLimit * Recommended.Share;
        if (Parameters.NegotiatedShare > shareLimit + Zero)
            yield return new(IncentiveWarningCode.ShareTooHigh, Parameters.NegotiatedShare.Value, shareLimit);
        if (Parameters.NoiseSignal?.CorrelationSquared(Parameters.OutcomeVariance) is { } explained && explained >= Parameters.NoiseThreshold - Zero && explained > Zero)
            yield return new(IncentiveWarningCode.NoiseFilter, explained, Parameters.NoiseThreshold);
        if (Reduction > Parameters.MultitaskThreshold + Zero)
            yield return new(IncentiveWarningCode.Multitask, Reduction.Value, Parameters.MultitaskThreshold);
        if (Fairness is { Fair: false })
            yield return new(IncentiveWarningCode.HiddenPriceCut, Fairness.HiddenPriceCut.Amount, 0);
    }
}

/// <summary>Whether a hybrid structure pays for the risk it brings, against a fixed one.</summary>
/// <param name="HybridStructure">Place of the hybrid structure.</param>
/// <param name="FixedStructure">Place of the fixed structure.</param>
/// <param name="FeeDifference">Expected fee of the hybrid less that of the fixed one.</param>
/// <param name="RiskPremium">Difference of their profits' variances / (2 × risk tolerance).</param>
public sealed record IncentiveFairness(int HybridStructure, int FixedStructure, Money FeeDifference, Money RiskPremium)
{
    /// <summary>Whether the difference covers the risk.</summary>
    public bool Fair => (RiskPremium - FeeDifference).Amount <= Figure.ZeroTolerance;

    /// <summary>The risk that nobody pays for.</summary>
    public Money HiddenPriceCut => Money.Max(Money.Zero, RiskPremium - FeeDifference);

    internal static IncentiveFairness? Of(Comparison comparison, int hybrid, int @fixed)
    {
        var (risky, sure) = (comparison.Structures[hybrid], comparison.Structures[@fixed]);

        // Profit less its certainty equivalent is variance / (2 R).
        return risky.ExpectedFee - sure.ExpectedFee is { } difference
            && risky.ExpectedProfit - risky.CertaintyEquivalent - (sure.ExpectedProfit - sure.CertaintyEquivalent) is { } premium
            ? new(hybrid, @fixed, difference, premium)
            : null;
    }
}

/// <summary>Something that calls for attention.</summary>
/// <param name="Code">What it is.</param>
/// <param name="Value">The figure that stands out: a share, or money for a hidden price cut.</param>
/// <param name="Limit">What it was held against.</param>
public sealed record IncentiveWarning(IncentiveWarningCode Code, decimal Value, decimal Limit);

/// <summary>What calls for attention.</summary>
public enum IncentiveWarningCode
{
    /// <summary>The negotiated share is far above the recommended one.</summary>
    ShareTooHigh,

    /// <summary>A signal explains much of the noise and should be filtered out.</summary>
    NoiseFilter,

    /// <summary>The share would starve work that nobody measures.</summary>
    Multitask,

    /// <summary>The hybrid structure does not pay for its risk.</summary>
    HiddenPriceCut,
}
