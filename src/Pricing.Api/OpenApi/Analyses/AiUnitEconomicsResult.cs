using System.Text.Json.Serialization;

namespace Pricing.Api.OpenApi.Analyses;

/// <summary>What one asset costs, and when that beats classic work.</summary>
public sealed record AiUnitEconomicsResult : AnalysisResult
{
    /// <summary>Name of the asset.</summary>
    /// <example>AI video</example>
    public required string Asset { get; init; }

    /// <summary>Method whose work is examined.</summary>
    /// <example>ai</example>
    public required ExaminedMethodAsSent Method { get; init; }

    /// <summary>Pieces that share the set-up.</summary>
    /// <example>96</example>
    public required decimal Volume { get; init; }

    /// <summary>Cost of one, without set-up.</summary>
    public required UnitCostResult UnitCost { get; init; }

    /// <summary>Compute over total; null over zero.</summary>
    /// <example>0.04209204</example>
    public required decimal? ComputeShare { get; init; }

    /// <summary>Labour and review over total; null over zero.</summary>
    /// <example>0.92952569</example>
    public required decimal? HumanShare { get; init; }

    /// <summary>What exists only for AI delivery.</summary>
    /// <example>12690.02</example>
    public required decimal SetUpCost { get; init; }

    /// <summary>Set-up per piece.</summary>
    /// <example>132.19</example>
    public required decimal SetUpShare { get; init; }

    /// <summary>Unit cost with its share of the set-up.</summary>
    /// <example>396.44</example>
    public required decimal TotalWithSetUp { get; init; }

    /// <summary>Cost of one made classic; null without classic work.</summary>
    /// <example>2999.73</example>
    public required decimal? ClassicUnitCost { get; init; }

    /// <summary>Volume from which on set-up pays; null unless classic work costs more.</summary>
    /// <example>4.6390419</example>
    public required decimal? BreakEvenVolume { get; init; }

    /// <summary>The same in whole pieces.</summary>
    /// <example>5</example>
    public required decimal? BreakEvenWhole { get; init; }

    /// <summary>Unit cost by acceptance, where acceptances were sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AcceptanceCaseResult>? Sensitivity { get; init; }

    /// <summary>Unit cost where acceptance is uncertain, where acceptanceBeta was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UncertainAcceptanceResult? UncertainAcceptance { get; init; }

    /// <summary>Unit cost where attempts end, where attemptCap was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CappedAttemptsResult? CappedAttempts { get; init; }

    /// <summary>Unit cost of an asset put together of clips, where clips were sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClippedAssetResult? Clips { get; init; }

    /// <summary>Unit cost on own machines, where selfHosted was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SelfHostedResult? SelfHosted { get; init; }

    /// <summary>Whether and how often to train an own model, where brandModel was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BrandModelResult? BrandModel { get; init; }

    /// <summary>What the vendor's decisions cost, where vendor was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VendorEffectResult? Vendor { get; init; }
}

/// <summary>Cost of one asset by what it goes to.</summary>
public sealed record UnitCostResult
{
    /// <summary>Attempts at the models' prices.</summary>
    /// <example>11.12</example>
    public required decimal Compute { get; init; }

    /// <summary>Review of the attempts.</summary>
    /// <example>23.80</example>
    public required decimal Review { get; init; }

    /// <summary>Labour without review.</summary>
    /// <example>221.83</example>
    public required decimal Labour { get; init; }

    /// <summary>AI costs that clear rights.</summary>
    /// <example>6.00</example>
    public required decimal Rights { get; init; }

    /// <summary>AI costs that label.</summary>
    /// <example>1.50</example>
    public required decimal Labelling { get; init; }

    /// <summary>Every other AI cost.</summary>
    /// <example>0.00</example>
    public required decimal OtherAi { get; init; }

    /// <summary>Third parties.</summary>
    /// <example>0.00</example>
    public required decimal ThirdParty { get; init; }

    /// <summary>Artists' social levy.</summary>
    /// <example>0.00</example>
    public required decimal ArtistSocialLevy { get; init; }

    /// <summary>Sum.</summary>
    /// <example>264.25</example>
    public required decimal Total { get; init; }
}

/// <summary>Unit cost at an acceptance.</summary>
public sealed record AcceptanceCaseResult
{
    /// <summary>The acceptance.</summary>
    /// <example>0.1</example>
    public required decimal AcceptanceProbability { get; init; }

    /// <summary>Attempts for one asset.</summary>
    /// <example>40</example>
    public required decimal Attempts { get; init; }

    /// <summary>Unit cost.</summary>
    /// <example>299.08</example>
    public required decimal UnitCost { get; init; }

    /// <summary>Volume from which on set-up pays; null unless classic work costs more.</summary>
    /// <example>4.69888025</example>
    public required decimal? BreakEvenVolume { get; init; }
}

/// <summary>What an uncertain acceptance costs more than its mean would.</summary>
public sealed record UncertainAcceptanceResult
{
    /// <summary>Mean acceptance.</summary>
    /// <example>0.2</example>
    public required decimal Mean { get; init; }

    /// <summary>Expected attempts for one accepted piece.</summary>
    /// <example>6.33333333</example>
    public required decimal ExpectedInverse { get; init; }

    /// <summary>Attempts that the mean acceptance suggests.</summary>
    /// <example>5</example>
    public required decimal InverseOfMean { get; init; }

    /// <summary>Share by which these fall short.</summary>
    /// <example>0.26666667</example>
    public required decimal Understatement { get; init; }

    /// <summary>Expected attempts for one asset.</summary>
    /// <example>25.33333333</example>
    public required decimal Attempts { get; init; }

    /// <summary>Unit cost at them.</summary>
    /// <example>273.54</example>
    public required decimal UnitCost { get; init; }

    /// <summary>Unit cost at the mean acceptance.</summary>
    /// <example>264.25</example>
    public required decimal UnitCostAtMean { get; init; }
}

/// <summary>Attempts that end after a number.</summary>
public sealed record CappedAttemptsResult
{
    /// <summary>Compute and review of one attempt.</summary>
    /// <example>1.74</example>
    public required decimal CostPerAttempt { get; init; }

    /// <summary>Probability that no attempt is accepted.</summary>
    /// <example>0.16777216</example>
    public required decimal FailProbability { get; init; }

    /// <summary>Expected attempts for one piece.</summary>
    /// <example>4.1611392</example>
    public required decimal AttemptsPerPiece { get; init; }

    /// <summary>Expected cost of a piece, fallback included.</summary>
    /// <example>17.31</example>
    public required decimal CostPerPiece { get; init; }

    /// <summary>Whether trying on would cost less than the fallback.</summary>
    /// <example>true</example>
    public required bool KeepTrying { get; init; }

    /// <summary>Unit cost with all pieces at that cost.</summary>
    /// <example>298.67</example>
    public required decimal UnitCost { get; init; }
}

/// <summary>An asset put together of clips.</summary>
public sealed record ClippedAssetResult
{
    /// <summary>Whole clips for one asset.</summary>
    /// <example>4</example>
    public required decimal ClipsPerAsset { get; init; }

    /// <summary>Attempts for them.</summary>
    /// <example>20</example>
    public required decimal Attempts { get; init; }

    /// <summary>Compute of them.</summary>
    /// <example>11.04</example>
    public required decimal Compute { get; init; }

    /// <summary>Unit cost.</summary>
    /// <example>264.25</example>
    public required decimal UnitCost { get; init; }
}

/// <summary>Compute on own machines beside the vendor's.</summary>
public sealed record SelfHostedResult
{
    /// <summary>Paid hours for one asset.</summary>
    /// <example>0.83333333</example>
    public required decimal GpuHoursPerAsset { get; init; }

    /// <summary>Their price.</summary>
    /// <example>1.92</example>
    public required decimal ComputePerAsset { get; init; }

    /// <summary>The vendor's price of the same attempts.</summary>
    /// <example>11.04</example>
    public required decimal VendorComputePerAsset { get; init; }

    /// <summary>Unit cost with the former in place of the latter.</summary>
    /// <example>255.13</example>
    public required decimal UnitCost { get; init; }
}

/// <summary>Whether and how often to train an own model.</summary>
public sealed record BrandModelResult
{
    /// <summary>By months between trainings, from 1.</summary>
    public required IReadOnlyList<TrainingIntervalResult> Intervals { get; init; }

    /// <summary>Interval of the least total, the longer one where equal.</summary>
    /// <example>4</example>
    public required int BestInterval { get; init; }

    /// <summary>The same assets by the generic model.</summary>
    /// <example>42279.92</example>
    public required decimal GenericTotal { get; init; }

    /// <summary>Assets from which on a first training pays; null where it saves nothing.</summary>
    /// <example>194.24756756</example>
    public required decimal? BreakEvenAssets { get; init; }
}

/// <summary>Training every so many months.</summary>
public sealed record TrainingIntervalResult
{
    /// <summary>Months between trainings.</summary>
    /// <example>2</example>
    public required int EveryMonths { get; init; }

    /// <summary>Number of trainings.</summary>
    /// <example>2</example>
    public required int Trainings { get; init; }

    /// <summary>Data and trainings.</summary>
    /// <example>3300.00</example>
    public required decimal ModelCost { get; init; }

    /// <summary>Model cost per asset.</summary>
    /// <example>20.62</example>
    public required decimal ModelShare { get; init; }

    /// <summary>Unit costs of all assets as the model ages.</summary>
    /// <example>40068.15</example>
    public required decimal ProductionCost { get; init; }

    /// <summary>Sum.</summary>
    /// <example>43368.15</example>
    public required decimal Total { get; init; }
}

/// <summary>What a new price or a stop of the vendor costs after the agreement.</summary>
public sealed record VendorEffectResult
{
    /// <summary>Expected cost as agreed.</summary>
    /// <example>87441.05</example>
    public required decimal ExpectedCost { get; init; }

    /// <summary>Expected cost at the new price.</summary>
    /// <example>87706.01</example>
    public required decimal RepricedCost { get; init; }

    /// <summary>Expected cost with the replacement and the migration.</summary>
    /// <example>92998.35</example>
    public required decimal StoppedCost { get; init; }

    /// <summary>Stop probability times what the stop costs, per asset; null where the engagement makes none.</summary>
    /// <example>5.79</example>
    public required decimal? RiskCostPerAsset { get; init; }

    /// <summary>One row per structure: agreed fees stay, open ones follow cost.</summary>
    public required IReadOnlyList<VendorEffectRowResult> Structures { get; init; }
}

/// <summary>A structure's profit under the vendor's decisions; nulls where infeasible.</summary>
public sealed record VendorEffectRowResult : StructureRowResult
{
    /// <summary>As agreed.</summary>
    /// <example>23203.60</example>
    public required decimal? ExpectedProfit { get; init; }

    /// <summary>At the new price.</summary>
    /// <example>22938.64</example>
    public required decimal? RepricedProfit { get; init; }

    /// <summary>After a stop.</summary>
    /// <example>17646.30</example>
    public required decimal? StoppedProfit { get; init; }
}
