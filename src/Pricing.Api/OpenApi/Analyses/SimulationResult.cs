using System.Text.Json.Serialization;

namespace Pricing.Api.OpenApi.Analyses;

/// <summary>How profits and surpluses spread.</summary>
public sealed record SimulationResult : AnalysisResult
{
    /// <summary>Number of trials.</summary>
    /// <example>20000</example>
    public required int Trials { get; init; }

    /// <summary>The seed, as a text.</summary>
    /// <example>7</example>
    public required string Seed { get; init; }

    /// <summary>What the draws were like.</summary>
    public required SimulatedInputsResult Inputs { get; init; }

    /// <summary>One entry per fee structure.</summary>
    public required IReadOnlyList<SimulatedStructureResult> Structures { get; init; }

    /// <summary>Every two feasible structures, trial by trial.</summary>
    public required IReadOnlyList<SimulatedPairResult> Pairs { get; init; }
}

/// <summary>A sample in three figures.</summary>
public record StatisticsResult
{
    /// <summary>Mean.</summary>
    /// <example>56466.25</example>
    public required decimal Mean { get; init; }

    /// <summary>Standard deviation / √trials.</summary>
    /// <example>16.02</example>
    public required decimal StandardError { get; init; }

    /// <summary>Standard deviation, over trials − 1.</summary>
    /// <example>2265.38</example>
    public required decimal StandardDeviation { get; init; }
}

/// <summary>What the draws were like.</summary>
public sealed record SimulatedInputsResult
{
    /// <summary>Cost.</summary>
    public required StatisticsResult Cost { get; init; }

    /// <summary>Hours worked.</summary>
    public required StatisticsResult Hours { get; init; }

    /// <summary>Factor on all hours; absent where effort is drawn by profile.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StatisticsResult? CostFactor { get; init; }

    /// <summary>Factor of every effort profile, in their order; absent where a cost state multiplies all hours.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SimulatedEffortResult>? Effort { get; init; }

    /// <summary>Attempts drawn, as sent.</summary>
    public required IReadOnlyList<SimulatedAttemptsResult> Attempts { get; init; }

    /// <summary>Revision rounds beyond the included ones; absent without revisions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StatisticsResult? ExcessRounds { get; init; }

    /// <summary>Factor on the client's value.</summary>
    public required StatisticsResult OutcomeMultiplier { get; init; }

    /// <summary>Achievements drawn; absent where none are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SimulatedKpiResult>? Kpis { get; init; }

    /// <summary>Payout of the scorecard; absent without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StatisticsResult? Payout { get; init; }

    /// <summary>Factor on all compute.</summary>
    public required StatisticsResult PriceFactor { get; init; }

    /// <summary>Cost of a vendor's stop.</summary>
    public required StatisticsResult VendorStop { get; init; }
}

/// <summary>Factor of an effort profile.</summary>
public sealed record SimulatedEffortResult : StatisticsResult
{
    /// <summary>Code of the profile.</summary>
    /// <example>ai</example>
    public required string EffortProfile { get; init; }
}

/// <summary>Attempts of a generation, for all pieces.</summary>
public sealed record SimulatedAttemptsResult : StatisticsResult
{
    /// <summary>Name of the asset.</summary>
    /// <example>AI video</example>
    public required string Asset { get; init; }

    /// <summary>Place of the generation.</summary>
    /// <example>0</example>
    public required int Generation { get; init; }

    /// <summary>Pieces given up.</summary>
    public required StatisticsResult Fallbacks { get; init; }
}

/// <summary>Achievement of a KPI.</summary>
public sealed record SimulatedKpiResult : StatisticsResult
{
    /// <summary>Name of the KPI.</summary>
    /// <example>Leads</example>
    public required string Name { get; init; }

    /// <summary>Correlation with the outcome; null where either has no spread.</summary>
    /// <example>0.58</example>
    public required decimal? Correlation { get; init; }
}

/// <summary>A fee structure over all trials.</summary>
public sealed record SimulatedStructureResult
{
    /// <summary>Place of the structure.</summary>
    /// <example>0</example>
    public required int Structure { get; init; }

    /// <summary>Its type.</summary>
    /// <example>hourly</example>
    public required string Type { get; init; }

    /// <summary>Its name; null where it has none.</summary>
    /// <example>Time and materials</example>
    public required string? Name { get; init; }

    /// <summary>Whether there is a fee.</summary>
    /// <example>true</example>
    public required bool Feasible { get; init; }

    /// <summary>The fee; null where infeasible.</summary>
    public required StatisticsResult? Fee { get; init; }

    /// <summary>The agency's profit; null where infeasible.</summary>
    public required SimulatedSideResult? Agency { get; init; }

    /// <summary>The client's surplus; null where infeasible.</summary>
    public required SimulatedSideResult? Client { get; init; }
}

/// <summary>What one side of the table makes.</summary>
public sealed record SimulatedSideResult : StatisticsResult
{
    /// <summary>Percentiles.</summary>
    public required PercentilesResult Percentiles { get; init; }

    /// <summary>Share of trials with a loss.</summary>
    /// <example>0.02</example>
    public required decimal LossProbability { get; init; }

    /// <summary>The tailProbability percentile, as a profit.</summary>
    /// <example>54075.61</example>
    public required decimal ValueAtRisk { get; init; }

    /// <summary>Mean of the worst tailProbability of the trials.</summary>
    /// <example>54075.61</example>
    public required decimal ConditionalValueAtRisk { get; init; }

    /// <summary>Mean − variance / (2 × risk tolerance).</summary>
    /// <example>56461.12</example>
    public required decimal CertaintyEquivalent { get; init; }

    /// <summary>−R ln mean exp(−x / R).</summary>
    /// <example>56461.13</example>
    public required decimal CertaintyEquivalentExponential { get; init; }

    /// <summary>Counts in bins of equal width.</summary>
    public required HistogramResult Histogram { get; init; }
}

/// <summary>Percentiles: the ceil(q n)-th smallest.</summary>
public sealed record PercentilesResult
{
    /// <summary>5th.</summary>
    /// <example>54075.61</example>
    public required decimal P5 { get; init; }

    /// <summary>25th.</summary>
    /// <example>55353.85</example>
    public required decimal P25 { get; init; }

    /// <summary>50th, the median.</summary>
    /// <example>55353.85</example>
    public required decimal P50 { get; init; }

    /// <summary>75th.</summary>
    /// <example>58549.45</example>
    public required decimal P75 { get; init; }

    /// <summary>95th.</summary>
    /// <example>60401.99</example>
    public required decimal P95 { get; init; }
}

/// <summary>Counts in bins of equal width from least to greatest; closed below, the last also above.</summary>
public sealed record HistogramResult
{
    /// <summary>Edges, one more than counts.</summary>
    /// <example>[54075.61, 55450.83, 56826.06]</example>
    public required IReadOnlyList<decimal> Edges { get; init; }

    /// <summary>Trials by bin.</summary>
    /// <example>[11572, 8428]</example>
    public required IReadOnlyList<int> Counts { get; init; }
}

/// <summary>Two structures trial by trial.</summary>
public sealed record SimulatedPairResult
{
    /// <summary>Place of the first.</summary>
    /// <example>0</example>
    public required int First { get; init; }

    /// <summary>Place of the second.</summary>
    /// <example>1</example>
    public required int Second { get; init; }

    /// <summary>Which is better for the agency.</summary>
    public required BeatSharesResult Agency { get; init; }

    /// <summary>Which is better for the client.</summary>
    public required BeatSharesResult Client { get; init; }
}

/// <summary>How often one beats the other by more than half a minor unit.</summary>
public sealed record BeatSharesResult
{
    /// <summary>Share of trials in which the first does.</summary>
    /// <example>0.29215</example>
    public required decimal FirstBeats { get; init; }

    /// <summary>Share of trials in which the second does.</summary>
    /// <example>0.70785</example>
    public required decimal SecondBeats { get; init; }
}
