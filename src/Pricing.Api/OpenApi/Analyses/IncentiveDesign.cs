using System.Text.Json.Serialization;
using Pricing.Api.OpenApi.Contract;
using Pricing.Model.Analyses;

namespace Pricing.Api.OpenApi.Analyses;

internal static class IncentiveDesignOperation
{
    public static readonly AnalysisOperation Value = new(
        "incentive-design", "Incentives: how much of the fee should depend on the outcome",
        "The share of the outcome that leaves both sides best off together, what noise and unmeasured work change about it, and whether a hybrid structure pays for the risk it brings.",
        typeof(IncentiveDesignParametersAsSent), typeof(IncentiveDesignResult),
        ("A share of a third is on the table", """{ "effortCost": 250000, "negotiatedShare": 0.33 }"""),
        ("Small numbers to follow by hand", """{ "effectiveness": 1, "effortCost": 0.5, "riskAversion": 0.02, "outcomeVariance": 100, "negotiatedShare": 0.9 }"""));
}

/// <summary>Parameters of an incentive. Effort 1 is full effort; risk aversions are one over money.</summary>
public sealed record IncentiveDesignParametersAsSent
{
    /// <summary>What full effort adds to the outcome, in money, at least 0.001. Default: the client's value; required where that is less than 0.001.</summary>
    /// <example>515000</example>
    [Bounds("0.001", BoundsAttribute.Huge)]
    public decimal? Effectiveness { get; init; }

    /// <summary>Marginal cost of full effort, in money, above 0.</summary>
    /// <example>250000</example>
    [Amount]
    public required decimal EffortCost { get; init; }

    /// <summary>The agency's risk aversion. Default: 1 / risk tolerance.</summary>
    /// <example>0.000002</example>
    [Amount]
    public decimal? RiskAversion { get; init; }

    /// <summary>The client's risk aversion. Default: 0.</summary>
    /// <example>0</example>
    [Amount]
    public decimal? PrincipalRiskAversion { get; init; }

    /// <summary>Variance of the outcome, in money squared. Default: that of the outcome states.</summary>
    /// <example>20000000000</example>
    [Bounds("0", "1000000000000000000000000")]
    public decimal? OutcomeVariance { get; init; }

    /// <summary>What the agency would have elsewhere, in money. Default: 0.</summary>
    /// <example>0</example>
    [AnyNumber]
    public decimal? Reservation { get; init; }

    /// <summary>The share on the table, a fraction. Default: none.</summary>
    /// <example>0.33</example>
    [Fraction]
    public decimal? NegotiatedShare { get; init; }

    /// <summary>Multiple of the recommended share above which a negotiated one is too high, at least 1. Default: 2.</summary>
    /// <example>2</example>
    [Bounds("1", BoundsAttribute.Huge)]
    public decimal? ShareLimit { get; init; }

    /// <summary>A signal that moves with the noise of the outcome, such as the market. Default: none.</summary>
    public NoiseFilterAsSent? NoiseFilter { get; init; }

    /// <summary>Correlation squared from which on the signal is worth using, a fraction. Default: 0.25.</summary>
    /// <example>0.25</example>
    [Fraction]
    public decimal? NoiseThreshold { get; init; }

    /// <summary>Work that nobody measures. Default: none.</summary>
    public UnmeasuredTaskAsSent? UnmeasuredTask { get; init; }

    /// <summary>Reduction of the share above which unmeasured work calls for attention, a fraction. Default: 0.25.</summary>
    /// <example>0.25</example>
    [Fraction]
    public decimal? MultitaskThreshold { get; init; }

    /// <summary>KPIs of the scorecard as measures of their own, by name. Default: none.</summary>
    public IReadOnlyDictionary<string, KpiSignalAsSent>? Kpis { get; init; }

    /// <summary>Place of the hybrid structure of the fairness check. Default: the first.</summary>
    /// <example>4</example>
    [Bounds("0", "49")]
    public int? HybridStructure { get; init; }

    /// <summary>Place of the fixed structure of the fairness check. Default: the first.</summary>
    /// <example>1</example>
    [Bounds("0", "49")]
    public int? FixedStructure { get; init; }
}

/// <summary>A signal that moves with the noise.</summary>
public sealed record NoiseFilterAsSent
{
    /// <summary>Covariance with the outcome, in money times the signal's unit; its square is at most variance × outcome variance.</summary>
    /// <example>5</example>
    [Bounds("-1000000000000000000000000", "1000000000000000000000000")]
    public required decimal Covariance { get; init; }

    /// <summary>Variance in the signal's unit squared, above 0.</summary>
    /// <example>1</example>
    [Bounds("0", "1000000000000000000000000")]
    public required decimal Variance { get; init; }
}

/// <summary>Work that nobody measures and that measured effort displaces.</summary>
public sealed record UnmeasuredTaskAsSent
{
    /// <summary>What it is worth, in money.</summary>
    /// <example>50000</example>
    [Amount]
    public required decimal Value { get; init; }

    /// <summary>How far measured effort displaces it, a fraction.</summary>
    /// <example>0.5</example>
    [Fraction]
    public required decimal Substitution { get; init; }
}

/// <summary>A KPI as a measure of its own.</summary>
public sealed record KpiSignalAsSent
{
    /// <summary>What full effort adds to it, in money, at least 0.001.</summary>
    /// <example>100000</example>
    [Bounds("0.001", BoundsAttribute.Huge)]
    public required decimal Effectiveness { get; init; }

    /// <summary>Its variance, in money squared.</summary>
    /// <example>1000000000</example>
    [Bounds("0", "1000000000000000000000000")]
    public required decimal Variance { get; init; }
}

/// <summary>How much of the fee should depend on the outcome.</summary>
public sealed record IncentiveDesignResult : AnalysisResult
{
    /// <summary>Variance of the outcome, in money squared.</summary>
    /// <example>100.00</example>
    public required decimal OutcomeVariance { get; init; }

    /// <summary>The contract that leaves both sides best off together.</summary>
    public required IncentiveContractResult Recommended { get; init; }

    /// <summary>What could be had if nobody feared risk.</summary>
    public required FirstBestResult FirstBest { get; init; }

    /// <summary>The contract on the table; absent where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IncentiveContractResult? Negotiated { get; init; }

    /// <summary>What filtering the noise changes; absent without a signal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NoiseFilterResult? NoiseFilter { get; init; }

    /// <summary>What unmeasured work changes; absent without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnmeasuredTaskResult? UnmeasuredTask { get; init; }

    /// <summary>The best share of each KPI by itself; absent where none was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<KpiShareResult>? Kpis { get; init; }

    /// <summary>Whether the hybrid structure pays for its risk; null without a hybrid and a fixed structure.</summary>
    public required IncentiveFairnessResult? Fairness { get; init; }

    /// <summary>What calls for attention.</summary>
    public required IReadOnlyList<IncentiveWarningResult> Warnings { get; init; }
}

/// <summary>Pay of a fixed part and a share of the outcome.</summary>
public sealed record IncentiveContractResult
{
    /// <summary>Share of the outcome.</summary>
    /// <example>0.5</example>
    public required decimal Share { get; init; }

    /// <summary>The effort it brings forth; 1 is full effort.</summary>
    /// <example>1</example>
    public required decimal Effort { get; init; }

    /// <summary>The fixed part.</summary>
    /// <example>0.00</example>
    public required decimal FixedPart { get; init; }

    /// <summary>What the agency's risk costs.</summary>
    /// <example>0.25</example>
    public required decimal RiskPremium { get; init; }

    /// <summary>What is left to the agency.</summary>
    /// <example>0.00</example>
    public required decimal AgencyCertaintyEquivalent { get; init; }

    /// <summary>What is left to the client.</summary>
    /// <example>0.50</example>
    public required decimal ClientCertaintyEquivalent { get; init; }

    /// <summary>Both together.</summary>
    /// <example>0.50</example>
    public required decimal TotalCertaintyEquivalent { get; init; }
}

/// <summary>What could be had if nobody feared risk.</summary>
public sealed record FirstBestResult
{
    /// <summary>Share of the outcome: all of it.</summary>
    /// <example>1</example>
    public required decimal Share { get; init; }

    /// <summary>The effort.</summary>
    /// <example>2</example>
    public required decimal Effort { get; init; }

    /// <summary>What is left to both together.</summary>
    /// <example>1.00</example>
    public required decimal TotalCertaintyEquivalent { get; init; }
}

/// <summary>What filtering the noise changes.</summary>
public sealed record NoiseFilterResult
{
    /// <summary>How strongly to filter by the signal.</summary>
    /// <example>5</example>
    public required decimal Weight { get; init; }

    /// <summary>Share of the noise that the signal explains.</summary>
    /// <example>0.25</example>
    public required decimal CorrelationSquared { get; init; }

    /// <summary>Variance left, in money squared.</summary>
    /// <example>75.00</example>
    public required decimal RemainingVariance { get; init; }

    /// <summary>The best contract then.</summary>
    public required IncentiveContractResult Contract { get; init; }
}

/// <summary>What unmeasured work changes.</summary>
public sealed record UnmeasuredTaskResult
{
    /// <summary>The best share beside it.</summary>
    /// <example>0.4</example>
    public required decimal Share { get; init; }

    /// <summary>By how much that lies below the recommended one, a fraction.</summary>
    /// <example>0.2</example>
    public required decimal Reduction { get; init; }
}

/// <summary>The best share of a KPI by itself.</summary>
public sealed record KpiShareResult
{
    /// <summary>Name of the KPI.</summary>
    /// <example>Leads</example>
    public required string Name { get; init; }

    /// <summary>The share.</summary>
    /// <example>0.3</example>
    public required decimal Share { get; init; }
}

/// <summary>Whether a hybrid structure pays for the risk it brings.</summary>
public sealed record IncentiveFairnessResult
{
    /// <summary>Place of the hybrid structure.</summary>
    /// <example>4</example>
    public required int HybridStructure { get; init; }

    /// <summary>Place of the fixed structure.</summary>
    /// <example>1</example>
    public required int FixedStructure { get; init; }

    /// <summary>Expected fee of the hybrid less that of the fixed one.</summary>
    /// <example>-18985.87</example>
    public required decimal FeeDifference { get; init; }

    /// <summary>What the added risk is worth.</summary>
    /// <example>328.20</example>
    public required decimal RiskPremium { get; init; }

    /// <summary>Whether the difference covers it.</summary>
    /// <example>false</example>
    public required bool Fair { get; init; }

    /// <summary>The part that nobody pays for.</summary>
    /// <example>19314.07</example>
    public required decimal HiddenPriceCut { get; init; }
}

/// <summary>Something that calls for attention.</summary>
public sealed record IncentiveWarningResult
{
    /// <summary>What it is.</summary>
    /// <example>hiddenPriceCut</example>
    public required IncentiveWarningCode Code { get; init; }

    /// <summary>The figure that stands out: a fraction, or money for a hidden price cut.</summary>
    /// <example>19314.07</example>
    public required decimal Value { get; init; }

    /// <summary>What it was held against.</summary>
    /// <example>0.00</example>
    public required decimal Limit { get; init; }
}
