using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What the unit economics of an asset are asked; what is null is not asked.</summary>
public sealed record AiUnitEconomicsParameters
{
    /// <summary>The asset with its alternatives; it has work by <see cref="Method"/>.</summary>
    public required AlternativeWork Asset { get; init; }

    /// <summary>The method whose work is examined: AI or hybrid.</summary>
    public required ProductionMethod Method { get; init; }

    /// <summary>Positions of the work packages that exist only for AI delivery.</summary>
    public IReadOnlyList<int> SetUpPackages { get; init; } = [];

    /// <summary>Pieces that share the set-up, above 0.</summary>
    public required decimal Volume { get; init; }

    /// <summary>Class of an AI cost of the work by its name; one that is not named is another.</summary>
    public IReadOnlyDictionary<string, AiCostClass> CostClasses { get; init; } = new Dictionary<string, AiCostClass>();

    /// <summary>Position of the generation that the following examine; it exists where one of them is asked.</summary>
    public int Generation { get; init; }

    /// <summary>Acceptance probabilities to try, above 0.</summary>
    public IReadOnlyList<decimal>? Acceptances { get; init; }

    /// <summary>Acceptance that is itself uncertain.</summary>
    public BetaDistribution? AcceptanceBeta { get; init; }

    /// <summary>Attempts that end after a number.</summary>
    public AttemptCap? AttemptCap { get; init; }

    /// <summary>An asset put together of clips.</summary>
    public Clips? Clips { get; init; }

    /// <summary>The same model on own machines.</summary>
    public SelfHosting? SelfHosted { get; init; }

    /// <summary>A model trained for the brand.</summary>
    public BrandModelPlan? BrandModel { get; init; }

    /// <summary>A vendor who raises prices or stops; asked of the asset's own method only.</summary>
    public VendorRisk? Vendor { get; init; }
}

/// <summary>A beta distribution of a probability.</summary>
/// <param name="A">a, above 1.</param>
/// <param name="B">b, above 0.</param>
public sealed record BetaDistribution(decimal A, decimal B);

/// <summary>After how many attempts a piece is made otherwise.</summary>
/// <param name="Cap">Attempts at most, 1 to 10,000.</param>
/// <param name="FallbackCost">Cost of a piece that no attempt brought.</param>
public sealed record AttemptCap(int Cap, Money FallbackCost);

/// <summary>Length of an asset and of the longest clip, in one unit.</summary>
/// <param name="Length">Length of the asset, above 0.</param>
/// <param name="MaximumLength">Length of the longest clip, above 0.</param>
public sealed record Clips(decimal Length, decimal MaximumLength);

/// <summary>Compute on own or rented machines.</summary>
/// <param name="GpuHourPrice">Price of an hour.</param>
/// <param name="Currency">Its currency; null for the document's.</param>
/// <param name="SecondsPerAttempt">Seconds of one attempt.</param>
/// <param name="Utilisation">Share of the paid hours that is used, a fraction above 0.</param>
public sealed record SelfHosting(decimal GpuHourPrice, string? Currency, decimal SecondsPerAttempt, decimal Utilisation);

/// <summary>A model trained for the brand and how it ages.</summary>
/// <param name="DataCost">Cost of the data, once.</param>
/// <param name="TrainingCost">Cost of each training.</param>
/// <param name="AcceptanceProbability">p_b: acceptance of the freshly trained model, a fraction above 0.</param>
/// <param name="AssetsPerMonth">Assets made each month, above 0.</param>
/// <param name="Months">Months looked at, 1 to 60.</param>
/// <param name="MonthlyRetention">Share of its acceptance that the model keeps each month, a fraction above 0.</param>
public sealed record BrandModelPlan(
    Money DataCost, Money TrainingCost, decimal AcceptanceProbability, decimal AssetsPerMonth, int Months, decimal MonthlyRetention);

/// <summary>What the model's vendor may do after the agreement.</summary>
/// <param name="StopProbability">Probability that the model is withdrawn, a fraction.</param>
/// <param name="MigrationCost">Cost of moving to another model, of kind ai.</param>
/// <param name="PriceChange">Relative change of the unit price, at least −1.</param>
/// <param name="RemainingShare">Share of the quantity that is still to be made, a fraction.</param>
/// <param name="ReplacementUnitPrice">Unit price of the other model in the document's currency; null for the generation's own price.</param>
/// <param name="ReplacementAcceptanceProbability">Its acceptance, a fraction above 0; null for the generation's own.</param>
public sealed record VendorRisk(
    decimal StopProbability, decimal MigrationCost, decimal PriceChange, decimal RemainingShare,
    decimal? ReplacementUnitPrice, decimal? ReplacementAcceptanceProbability);
