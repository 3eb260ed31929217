using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What one asset costs when made by a method, what set-up adds, and from which volume on it beats classic work.</summary>
/// <remarks>What is null at the end was not asked.</remarks>
public sealed record AiUnitEconomics
{
    /// <summary>Name of the asset.</summary>
    public required string Asset { get; init; }

    /// <summary>The method.</summary>
    public required ProductionMethod Method { get; init; }

    /// <summary>Pieces that share the set-up.</summary>
    public required Figure Volume { get; init; }

    /// <summary>Cost of one, without set-up.</summary>
    public required UnitCost UnitCost { get; init; }

    /// <summary>Compute / total; null over zero.</summary>
    public Figure? ComputeShare => UnitCost.Compute.Over(UnitCost.Total);

    /// <summary>(Labour + review) / total; null over zero.</summary>
    public Figure? HumanShare => (UnitCost.Labour + UnitCost.Review).Over(UnitCost.Total);

    /// <summary>S: what exists only for AI delivery.</summary>
    public required Money SetUpCost { get; init; }

    /// <summary>S / volume.</summary>
    public Money SetUpShare => SetUpCost / Volume;

    /// <summary>Unit cost with its share of the set-up.</summary>
    public Money TotalWithSetUp => UnitCost.Total + SetUpShare;

    /// <summary>Cost of one made classic; null where there is no classic work.</summary>
    public required Money? ClassicUnitCost { get; init; }

    /// <summary>Cost of a volume, set-up included: S + volume × unit.</summary>
    public Money CostOf(Figure volume) => SetUpCost + volume * UnitCost.Total;

    /// <summary>Cost of a volume made classic; null where there is no classic work.</summary>
    public Money? ClassicCostOf(Figure volume) => ClassicUnitCost is { } classic ? volume * classic : null;

    /// <summary>Volume from which on set-up pays: S / (classic − unit); null unless classic costs more.</summary>
    public Figure? BreakEvenVolume => BreakEvenAt(UnitCost.Total);

    /// <summary>The same in whole pieces.</summary>
    public Figure? BreakEvenWhole => BreakEvenVolume is { } volume ? WholeNumber.Ceiling(volume) : null;

    /// <summary>Unit cost by acceptance.</summary>
    public IReadOnlyList<AcceptanceCase>? Sensitivity { get; init; }

    /// <summary>Unit cost where acceptance is uncertain.</summary>
    public UncertainAcceptance? UncertainAcceptance { get; init; }

    /// <summary>Unit cost where attempts end.</summary>
    public CappedAttempts? CappedAttempts { get; init; }

    /// <summary>Unit cost where an asset is put together of clips.</summary>
    public ClippedAsset? Clips { get; init; }

    /// <summary>Unit cost on own machines.</summary>
    public SelfHostedCompute? SelfHosted { get; init; }

    /// <summary>Whether and how often to train an own model.</summary>
    public BrandModel? BrandModel { get; init; }

    /// <summary>What the vendor's decisions cost.</summary>
    public VendorEffect? Vendor { get; init; }

    internal Figure? BreakEvenAt(Money unitCost) =>
        ClassicUnitCost - unitCost is { } saved && saved.Amount > Figure.ZeroTolerance ? SetUpCost.Figure / saved.Figure : null;
}

/// <summary>Unit cost at an acceptance.</summary>
/// <param name="AcceptanceProbability">The acceptance, a fraction.</param>
/// <param name="Attempts">Attempts for one asset.</param>
/// <param name="UnitCost">Unit cost.</param>
/// <param name="BreakEvenVolume">Volume from which on set-up pays; null unless classic costs more.</param>
public sealed record AcceptanceCase(Figure AcceptanceProbability, Figure Attempts, Money UnitCost, Figure? BreakEvenVolume);

/// <summary>What an uncertain acceptance costs more than its mean would.</summary>
/// <param name="Mean">a / (a + b).</param>
/// <param name="ExpectedInverse">E[1/p] = (a + b − 1) / (a − 1).</param>
/// <param name="InverseOfMean">1 / mean.</param>
/// <param name="Understatement">Share by which attempts at the mean fall short.</param>
/// <param name="Attempts">Expected attempts for one asset.</param>
/// <param name="UnitCost">Unit cost at them.</param>
/// <param name="UnitCostAtMean">Unit cost at the mean acceptance.</param>
public sealed record UncertainAcceptance(
    Figure Mean, Figure ExpectedInverse, Figure InverseOfMean, Figure Understatement, Figure Attempts, Money UnitCost, Money UnitCostAtMean);

/// <summary>Attempts that end after a number.</summary>
/// <param name="CostPerAttempt">c: compute and review of one attempt.</param>
/// <param name="FailProbability">Probability that no attempt is accepted.</param>
/// <param name="AttemptsPerPiece">Expected attempts for one piece.</param>
/// <param name="CostPerPiece">Expected cost of a piece, fallback included.</param>
/// <param name="KeepTrying">Whether trying on would cost less than the fallback.</param>
/// <param name="UnitCost">Unit cost with all pieces at that cost.</param>
public sealed record CappedAttempts(
    Money CostPerAttempt, Figure FailProbability, Figure AttemptsPerPiece, Money CostPerPiece, bool KeepTrying, Money UnitCost);

/// <summary>An asset put together of clips.</summary>
/// <param name="ClipsPerAsset">Whole clips for one asset.</param>
/// <param name="Attempts">Attempts for them.</param>
/// <param name="Compute">Compute of them.</param>
/// <param name="UnitCost">Unit cost.</param>
public sealed record ClippedAsset(Figure ClipsPerAsset, Figure Attempts, Money Compute, Money UnitCost);

/// <summary>Compute on own machines beside the vendor's.</summary>
/// <param name="GpuHoursPerAsset">Paid hours for one asset.</param>
/// <param name="ComputePerAsset">Their price.</param>
/// <param name="VendorComputePerAsset">The vendor's price of the same attempts.</param>
/// <param name="UnitCost">Unit cost with the former in place of the latter.</param>
public sealed record SelfHostedCompute(Figure GpuHoursPerAsset, Money ComputePerAsset, Money VendorComputePerAsset, Money UnitCost);

/// <summary>Whether and how often to train an own model.</summary>
/// <param name="Intervals">By months between trainings, from 1 on.</param>
/// <param name="BestInterval">Interval of the least total, the longer one where equal.</param>
/// <param name="GenericTotal">The same assets by the generic model.</param>
/// <param name="BreakEvenAssets">Assets from which on a first training pays; null where it saves nothing.</param>
public sealed record BrandModel(IReadOnlyList<TrainingInterval> Intervals, int BestInterval, Money GenericTotal, Figure? BreakEvenAssets);

/// <summary>Training every so many months.</summary>
/// <param name="EveryMonths">Months between trainings.</param>
/// <param name="Trainings">Number of trainings.</param>
/// <param name="ModelCost">Data and trainings.</param>
/// <param name="ModelShare">Model cost per asset.</param>
/// <param name="ProductionCost">Unit costs of all assets, as the model ages.</param>
/// <param name="Total">Sum.</param>
public sealed record TrainingInterval(int EveryMonths, int Trainings, Money ModelCost, Money ModelShare, Money ProductionCost, Money Total);

/// <summary>What a new price or a stop of the vendor costs after the agreement.</summary>
/// <param name="ExpectedCost">Expected cost as agreed.</param>
/// <param name="RepricedCost">Expected cost at the new price.</param>
/// <param name="StoppedCost">Expected cost with the replacement and the migration.</param>
/// <param name="RiskCostPerAsset">Stop probability × what the stop costs, per asset; null where the engagement has none.</param>
/// <param name="Structures">Profits, in the order of the fee structures.</param>
public sealed record VendorEffect(
    Money ExpectedCost, Money RepricedCost, Money StoppedCost, Money? RiskCostPerAsset, IReadOnlyList<VendorEffectOnProfit> Structures);

/// <summary>A structure's profit; nulls where it is infeasible.</summary>
/// <param name="ExpectedProfit">As agreed.</param>
/// <param name="RepricedProfit">At the new price; agreed fees stay, open ones follow.</param>
/// <param name="StoppedProfit">After a stop; agreed fees stay, open ones follow.</param>
public sealed record VendorEffectOnProfit(Money? ExpectedProfit, Money? RepricedProfit, Money? StoppedProfit);
