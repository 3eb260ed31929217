using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Simulations;

/// <summary>What a simulation found.</summary>
/// <param name="Trials">Number of trials.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Inputs">What was drawn.</param>
/// <param name="Structures">One entry per fee structure, in the order of the document.</param>
/// <param name="Pairs">Every two feasible structures, the earlier one first.</param>
/// <remarks>Sampled figures are binary fractions; <see cref="Sampled.AsMoney"/> makes amounts of them.</remarks>
public sealed record SimulationResult(
    int Trials, ulong Seed, SimulatedInputs Inputs, IReadOnlyList<SimulatedStructure> Structures, IReadOnlyList<SimulatedPair> Pairs);

/// <summary>A sample in three figures.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardError">Standard deviation / √trials.</param>
/// <param name="StandardDeviation">Standard deviation, over trials − 1.</param>
public sealed record SampleStatistics(double Mean, double StandardError, double StandardDeviation);

/// <summary>What the draws were like.</summary>
public sealed record SimulatedInputs
{
    /// <summary>L + A + T + K.</summary>
    public required SampleStatistics Cost { get; init; }

    /// <summary>Hours worked.</summary>
    public required SampleStatistics Hours { get; init; }

    /// <summary>Factor on all hours; null where effort is drawn by profile.</summary>
    public SampleStatistics? CostFactor { get; init; }

    /// <summary>Factor of every profile of the document, in its order; null where a cost state multiplies all hours.</summary>
    public IReadOnlyList<SimulatedEffort>? Effort { get; init; }

    /// <summary>Attempts drawn, as sent.</summary>
    public required IReadOnlyList<SimulatedAttempts> Attempts { get; init; }

    /// <summary>Revision rounds beyond the included ones; null without revisions.</summary>
    public SampleStatistics? ExcessRounds { get; init; }

    /// <summary>Factor on the client's value.</summary>
    public required SampleStatistics OutcomeMultiplier { get; init; }

    /// <summary>Achievements drawn, as sent; null where none are.</summary>
    public IReadOnlyList<SimulatedKpi>? Kpis { get; init; }

    /// <summary>Payout of the scorecard; null without one, and where the outcome is drawn without achievements.</summary>
    public SampleStatistics? Payout { get; init; }

    /// <summary>Factor on all compute.</summary>
    public required SampleStatistics PriceFactor { get; init; }

    /// <summary>Cost of a vendor's stop.</summary>
    public required SampleStatistics VendorStop { get; init; }
}

/// <summary>Factor of an effort profile.</summary>
/// <param name="EffortProfile">Code of the profile.</param>
/// <param name="IsDrawn">Whether it was drawn; else it is the profile's PERT factor.</param>
/// <param name="Factor">Its statistics.</param>
public sealed record SimulatedEffort(string EffortProfile, bool IsDrawn, SampleStatistics Factor);

/// <summary>Attempts of a generation.</summary>
/// <param name="Asset">Name of the asset.</param>
/// <param name="Generation">Place of the generation.</param>
/// <param name="Attempts">Attempts for all pieces.</param>
/// <param name="Fallbacks">Pieces given up.</param>
public sealed record SimulatedAttempts(string Asset, int Generation, SampleStatistics Attempts, SampleStatistics Fallbacks);

/// <summary>Achievement of a KPI.</summary>
/// <param name="Name">Name of the KPI.</param>
/// <param name="Achievement">Its statistics.</param>
/// <param name="Correlation">Correlation with the outcome multiplier; null where either has no spread.</param>
public sealed record SimulatedKpi(string Name, SampleStatistics Achievement, double? Correlation);

/// <summary>A fee structure over all trials.</summary>
/// <param name="Structure">The structure.</param>
/// <param name="Fee">Its fee; null where infeasible.</param>
/// <param name="Agency">The agency's profit; null where infeasible.</param>
/// <param name="Client">The client's surplus; null where infeasible.</param>
public sealed record SimulatedStructure(FeeStructure Structure, SampleStatistics? Fee, SimulatedSide? Agency, SimulatedSide? Client)
{
    /// <summary>Whether there is a fee at all.</summary>
    public bool Feasible => Fee is not null;
}

/// <summary>What one side of the table makes.</summary>
public sealed record SimulatedSide
{
    /// <summary>Mean and spread.</summary>
    public required SampleStatistics Statistics { get; init; }

    /// <summary>The 5th, 25th, 50th, 75th and 95th percentile: the ceil(q n)-th smallest.</summary>
    public required IReadOnlyList<double> Percentiles { get; init; }

    /// <summary>Share of trials below −0.000001.</summary>
    public required double LossProbability { get; init; }

    /// <summary>The tailProbability percentile, as a profit.</summary>
    public required double ValueAtRisk { get; init; }

    /// <summary>Mean of the worst tailProbability of the trials, the last one split.</summary>
    public required double ConditionalValueAtRisk { get; init; }

    /// <summary>Mean − variance / (2 × risk tolerance).</summary>
    public required double CertaintyEquivalent { get; init; }

    /// <summary>−R ln mean exp(−x / R).</summary>
    public required double CertaintyEquivalentExponential { get; init; }

    /// <summary>Counts in bins of equal width.</summary>
    public required SampleHistogram Histogram { get; init; }
}

/// <summary>Counts in bins of equal width from least to greatest, closed below, the last also above.</summary>
/// <param name="Edges">Edges, one more than counts.</param>
/// <param name="Counts">Trials by bin.</param>
public sealed record SampleHistogram(IReadOnlyList<double> Edges, IReadOnlyList<int> Counts);

/// <summary>Two structures trial by trial.</summary>
/// <param name="First">Place of the first one.</param>
/// <param name="Second">Place of the second one.</param>
/// <param name="Agency">Which is better for the agency.</param>
/// <param name="Client">Which is better for the client.</param>
public sealed record SimulatedPair(int First, int Second, BeatShares Agency, BeatShares Client);

/// <summary>How often one beats the other by more than half a minor unit.</summary>
/// <param name="FirstBeats">Share of trials in which the first does.</param>
/// <param name="SecondBeats">Share of trials in which the second does.</param>
public readonly record struct BeatShares(double FirstBeats, double SecondBeats);

/// <summary>From sampled figures to amounts.</summary>
public static class Sampled
{
    /// <summary>A sampled amount as money: the fifteen digits that a binary fraction is sure of.</summary>
    public static Money AsMoney(this double amount) => new((decimal)amount);
}
