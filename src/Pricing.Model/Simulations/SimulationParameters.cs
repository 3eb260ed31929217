using Pricing.Model.Fees;

namespace Pricing.Model.Simulations;

/// <summary>What a simulation draws, and how often.</summary>
/// <remarks>Source: docs/formulas/simulation.md. Whoever reads a request checks the ranges given here.</remarks>
public sealed record SimulationParameters
{
    /// <summary>Number of trials, 1,000 to 10,000,000.</summary>
    public int Trials { get; init; } = 100_000;

    /// <summary>Seed: the same one draws the same trials, on any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads to use at most, 1 to 256; null for one a core.</summary>
    public int? Threads { get; init; }

    /// <summary>Bins of each histogram, 1 to 200.</summary>
    public int Bins { get; init; } = 40;

    /// <summary>The client's risk tolerance in money, above 0; null for the agency's.</summary>
    public decimal? ClientRiskTolerance { get; init; }

    /// <summary>Spread of effort by code of the profile; null where a cost state multiplies all hours instead.</summary>
    public IReadOnlyDictionary<string, EffortSpread>? Effort { get; init; }

    /// <summary>Generations whose attempts are drawn; all others take their expected number.</summary>
    public IReadOnlyList<AttemptSpread> Attempts { get; init; } = [];

    /// <summary>Whether revision rounds are drawn.</summary>
    public RoundSpread Revisions { get; init; }

    /// <summary>Coefficient of variation of a lognormal outcome, 0 to 10; null where the outcome states are drawn.</summary>
    public decimal? OutcomeVariation { get; init; }

    /// <summary>Achievement of every KPI of the scorecard; null where the outcome state's is taken.</summary>
    public IReadOnlyList<KpiSpread>? Kpis { get; init; }

    /// <summary>Drift of AI prices; null for none.</summary>
    public PriceDrift? PriceDrift { get; init; }

    /// <summary>A vendor that may stop; null for none.</summary>
    public VendorStop? VendorStop { get; init; }
}

/// <summary>How the factor of an effort profile spreads.</summary>
public abstract record EffortSpread
{
    private protected EffortSpread()
    {
    }
}

/// <summary>A PERT (beta) factor.</summary>
/// <param name="Range">Its range; null for the profile's.</param>
public sealed record PertEffort(EffortRange? Range) : EffortSpread;

/// <summary>A triangular factor.</summary>
/// <param name="Range">Its range; null for the profile's.</param>
public sealed record TriangularEffort(EffortRange? Range) : EffortSpread;

/// <summary>A lognormal factor.</summary>
/// <param name="Mean">Mean, above 0; null for the profile's PERT factor.</param>
/// <param name="CoefficientOfVariation">Standard deviation over mean, 0 to 10.</param>
public sealed record LognormalEffort(decimal? Mean, decimal CoefficientOfVariation) : EffortSpread;

/// <summary>A range of effort factors, in order.</summary>
/// <param name="Optimistic">Factor if all goes well.</param>
/// <param name="MostLikely">Most likely factor.</param>
/// <param name="Pessimistic">Factor if all goes badly.</param>
public sealed record EffortRange(decimal Optimistic, decimal MostLikely, decimal Pessimistic);

/// <summary>Attempts of one generation, each piece tried until it is accepted or given up.</summary>
/// <param name="Asset">Place of the asset in the document.</param>
/// <param name="Generation">Place of the generation in the asset.</param>
/// <param name="Cap">Attempts after which a piece is given up; null for none.</param>
/// <param name="Acceptance">Distribution of the acceptance probability; null where the document's is sure.</param>
public sealed record AttemptSpread(int Asset, int Generation, AttemptCap? Cap = null, BetaShape? Acceptance = null)
{
    /// <summary>Most pieces that a simulation tries.</summary>
    public const int MostPieces = 1_000_000;

    /// <summary>Pieces to be accepted; null where that is no whole number up to a million.</summary>
    public static int? PiecesOf(Engagements.Engagement document, int asset, int generation)
    {
        var pieces = document.Assets[asset].Quantity * document.Assets[asset].Generations[generation].AcceptedPerAsset;
        return pieces <= MostPieces && decimal.Truncate(pieces) == pieces ? (int)pieces : null;
    }
}

/// <summary>When a piece is given up, and what it costs then.</summary>
/// <param name="Attempts">Attempts at most, 1 to 10,000.</param>
/// <param name="FallbackCost">Cost of a failed piece, counted as AI cost.</param>
public sealed record AttemptCap(int Attempts, decimal FallbackCost);

/// <summary>Shape of a beta distribution of the acceptance probability.</summary>
/// <param name="A">First shape, above 1 so that the expected number of attempts is finite.</param>
/// <param name="B">Second shape, above 0.</param>
public sealed record BetaShape(decimal A, decimal B);

/// <summary>How revision rounds come.</summary>
public enum RoundSpread
{
    /// <summary>As many as expected.</summary>
    Expected,

    /// <summary>Drawn: P(N ≥ j) = q^j.</summary>
    Geometric,
}

/// <summary>Achievement of a KPI, lognormal.</summary>
/// <param name="Name">Name of the KPI.</param>
/// <param name="Mean">Mean achievement, above 0; 1 = target.</param>
/// <param name="CoefficientOfVariation">Standard deviation over mean, 0 to 10.</param>
/// <param name="Correlation">Correlation of its normal with the outcome's, −1 to 1.</param>
public sealed record KpiSpread(string Name, decimal Mean, decimal CoefficientOfVariation, decimal Correlation);

/// <summary>Geometric Brownian motion of AI prices.</summary>
/// <param name="AnnualDrift">Expected change a year, above −1.</param>
/// <param name="AnnualVolatility">Volatility a year, 0 to 5.</param>
/// <param name="Years">Years until the work is done, 0 to 20.</param>
public sealed record PriceDrift(decimal AnnualDrift, decimal AnnualVolatility, decimal Years);

/// <summary>A vendor that may stop, and what the migration costs then: an AI cost.</summary>
/// <param name="Probability">Its probability, a fraction.</param>
/// <param name="MigrationCost">What it costs.</param>
/// <param name="Phase">Phase in which it arises.</param>
public sealed record VendorStop(decimal Probability, decimal MigrationCost, Phase Phase = Phase.Production);
