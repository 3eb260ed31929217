using Pricing.Api.OpenApi.Contract;
using Pricing.Model.Fees;

namespace Pricing.Api.OpenApi.Analyses;

internal static class SimulationOperation
{
    public static readonly AnalysisOperation Value = new(
        "simulation", "Simulation: how profits and surpluses spread",
        "Draws effort, attempts, revisions, outcome, KPIs, AI prices and vendors many times over, the same draws for every fee structure. More than 1,000,000 trials, or Prefer: respond-async, answer 202 with the address of a run.",
        typeof(SimulationParametersAsSent), typeof(SimulationResult),
        ("The scenarios of the engagement, sampled", """{ "trials": 20000, "seed": 7 }"""),
        ("Effort, attempts, revisions and outcome drawn", """
            { "trials": 20000, "seed": 7, "bins": 20, "effort": { "ai": { "type": "pert" }, "ideation": { "type": "lognormal", "coefficientOfVariation": 0.3 } },
              "attempts": [{ "asset": "AI video", "type": "negativeBinomial", "beta": { "a": 4, "b": 16 } }], "priceDrift": { "annualDrift": -0.3, "annualVolatility": 0.2, "years": 0.5 },
              "vendorStop": { "probability": 0.1, "migrationCost": 8000 } }
            """))
    {
        MayRunLong = true,
    };
}

/// <summary>Parameters of a simulation. What is drawn is independent unless said.</summary>
public sealed record SimulationParametersAsSent
{
    /// <summary>Number of trials, 1,000 to 10,000,000. Default: 100,000.</summary>
    /// <example>20000</example>
    [Bounds("1000", "10000000")]
    public int? Trials { get; init; }

    /// <summary>Seed, a whole number from 0 to 2^64 − 1 or its digits as a text; the same seed gives the same answer. Default: 1.</summary>
    /// <example>7</example>
    public SeedAsSent? Seed { get; init; }

    /// <summary>Threads to use, 1 to 256; they never change the answer. Default: one a core.</summary>
    /// <example>2</example>
    [Bounds("1", "256")]
    public int? Threads { get; init; }

    /// <summary>Bins of each histogram, 1 to 200. Default: 40.</summary>
    /// <example>40</example>
    [Bounds("1", "200")]
    public int? Bins { get; init; }

    /// <summary>The client's risk tolerance, in money, above 0. Default: the agency's.</summary>
    /// <example>500000</example>
    [Amount]
    public decimal? ClientRiskTolerance { get; init; }

    /// <summary>Spread of effort by code of the effort profile, in place of its PERT factor. Default: a cost state multiplies all hours.</summary>
    public IReadOnlyDictionary<string, EffortSpreadAsSent>? Effort { get; init; }

    /// <summary>Generations whose attempts are drawn, at least one, each once. Default: all take their expected number.</summary>
    [Items(1, 1000)]
    public IReadOnlyList<AttemptSpreadAsSent>? Attempts { get; init; }

    /// <summary>Whether revision rounds are as expected or drawn. Default: expected.</summary>
    /// <example>geometric</example>
    public RoundSpreadAsSent? Revisions { get; init; }

    /// <summary>A lognormal outcome. Default: the outcome states.</summary>
    public OutcomeSpreadAsSent? Outcome { get; init; }

    /// <summary>Achievement of every KPI of the scorecard, by name. Default: those of the outcome state; required beside outcome where a hybrid stands.</summary>
    public IReadOnlyDictionary<string, KpiSpreadAsSent>? Kpis { get; init; }

    /// <summary>Drift of AI prices. Default: none.</summary>
    public PriceDriftAsSent? PriceDrift { get; init; }

    /// <summary>A vendor that may stop. Default: none.</summary>
    public VendorStopAsSent? VendorStop { get; init; }
}

/// <summary>A whole number, or its digits as a text.</summary>
[OneOf(typeof(long), typeof(string))]
public sealed record SeedAsSent;

/// <summary>How the factor of an effort profile spreads.</summary>
public sealed record EffortSpreadAsSent
{
    /// <summary>pert, triangular or lognormal.</summary>
    /// <example>pert</example>
    public required EffortFormAsSent Type { get; init; }

    /// <summary>Factor if all goes well; with pert and triangular, all three or none. Default: the profile's.</summary>
    /// <example>0.8</example>
    [Surcharge]
    public decimal? Optimistic { get; init; }

    /// <summary>Most likely factor.</summary>
    /// <example>1</example>
    [Surcharge]
    public decimal? MostLikely { get; init; }

    /// <summary>Factor if all goes badly.</summary>
    /// <example>1.8</example>
    [Surcharge]
    public decimal? Pessimistic { get; init; }

    /// <summary>Mean of a lognormal factor, above 0. Default: the profile's PERT factor.</summary>
    /// <example>1.1</example>
    [Amount]
    public decimal? Mean { get; init; }

    /// <summary>Standard deviation over mean, 0 to 10; required with lognormal, not allowed otherwise.</summary>
    /// <example>0.3</example>
    [Bounds("0", "10")]
    public decimal? CoefficientOfVariation { get; init; }
}

/// <summary>Distributions of effort.</summary>
public enum EffortFormAsSent
{
    /// <summary>PERT (beta).</summary>
    Pert,

    /// <summary>Triangular.</summary>
    Triangular,

    /// <summary>Lognormal.</summary>
    Lognormal,
}

/// <summary>Attempts of one generation, each piece tried until it is accepted or given up.</summary>
public sealed record AttemptSpreadAsSent
{
    /// <summary>The asset, by id or name; its quantity × acceptedPerAsset must be a whole number, at most 1,000,000.</summary>
    /// <example>AI video</example>
    public required string Asset { get; init; }

    /// <summary>Place of the generation in the asset, from 0. Default: 0.</summary>
    /// <example>0</example>
    [Bounds("0", "19")]
    public int? Generation { get; init; }

    /// <summary>negativeBinomial: tried until accepted. capped: given up after cap attempts.</summary>
    /// <example>negativeBinomial</example>
    public required AttemptFormAsSent Type { get; init; }

    /// <summary>Attempts after which a piece is given up, 1 to 10,000; required with capped, not allowed otherwise.</summary>
    /// <example>8</example>
    [Bounds("1", "10000")]
    public int? Cap { get; init; }

    /// <summary>AI cost of a failed piece; required with capped, not allowed otherwise.</summary>
    /// <example>400</example>
    [Amount]
    public decimal? FallbackCost { get; init; }

    /// <summary>Distribution of the acceptance probability, drawn once a trial. Default: it is sure.</summary>
    public BetaShapeAsSent? Beta { get; init; }
}

/// <summary>How attempts end.</summary>
public enum AttemptFormAsSent
{
    /// <summary>When the piece is accepted.</summary>
    NegativeBinomial,

    /// <summary>When it is accepted or given up.</summary>
    Capped,
}

/// <summary>Shape of a beta distribution.</summary>
public sealed record BetaShapeAsSent
{
    /// <summary>First shape, above 1.</summary>
    /// <example>4</example>
    [Bounds("1", BoundsAttribute.Huge)]
    public required decimal A { get; init; }

    /// <summary>Second shape, above 0.</summary>
    /// <example>16</example>
    [Amount]
    public required decimal B { get; init; }
}

/// <summary>How revision rounds come.</summary>
public enum RoundSpreadAsSent
{
    /// <summary>As many as expected.</summary>
    Expected,

    /// <summary>Drawn: each round is followed by another with the continuation probability.</summary>
    Geometric,
}

/// <summary>A lognormal outcome with mean 1.</summary>
public sealed record OutcomeSpreadAsSent
{
    /// <summary>Standard deviation over mean, 0 to 10.</summary>
    /// <example>0.5</example>
    [Bounds("0", "10")]
    public required decimal CoefficientOfVariation { get; init; }
}

/// <summary>A lognormal achievement.</summary>
public sealed record KpiSpreadAsSent
{
    /// <summary>Mean, above 0; 1 is the target. Default: 1.</summary>
    /// <example>1</example>
    [Amount]
    public decimal? Mean { get; init; }

    /// <summary>Standard deviation over mean, 0 to 10.</summary>
    /// <example>0.3</example>
    [Bounds("0", "10")]
    public required decimal CoefficientOfVariation { get; init; }

    /// <summary>Correlation of its normal with the outcome's, -1 to 1.</summary>
    /// <example>0.6</example>
    [Bounds("-1", "1")]
    public required decimal Correlation { get; init; }
}

/// <summary>Drift of AI prices.</summary>
public sealed record PriceDriftAsSent
{
    /// <summary>Expected change a year, above -1, up to 10.</summary>
    /// <example>-0.3</example>
    [Bounds("-1", "10")]
    public required decimal AnnualDrift { get; init; }

    /// <summary>Volatility a year, 0 to 5.</summary>
    /// <example>0.2</example>
    [Bounds("0", "5")]
    public required decimal AnnualVolatility { get; init; }

    /// <summary>Years until the work is done, 0 to 20.</summary>
    /// <example>0.5</example>
    [Bounds("0", "20")]
    public required decimal Years { get; init; }
}

/// <summary>A vendor that may stop.</summary>
public sealed record VendorStopAsSent
{
    /// <summary>Its probability, a fraction.</summary>
    /// <example>0.1</example>
    [Fraction]
    public required decimal Probability { get; init; }

    /// <summary>AI cost of the migration.</summary>
    /// <example>8000</example>
    [Amount]
    public required decimal MigrationCost { get; init; }

    /// <summary>Phase in which it arises. Default: production.</summary>
    /// <example>production</example>
    public Phase? Phase { get; init; }
}
