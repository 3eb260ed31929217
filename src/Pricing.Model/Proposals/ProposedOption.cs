using Pricing.Model.Comparisons;
using Pricing.Model.Fees;

namespace Pricing.Model.Proposals;

/// <summary>An option to draw up: a fee structure over a scope, and what the agency adds to it.</summary>
/// <param name="Comparison">The scope, compared under its fee structures.</param>
/// <param name="Structure">Position of the structure in it.</param>
public sealed record ProposedOption(Comparison Comparison, int Structure)
{
    /// <summary>Whether the agency recommends it.</summary>
    public bool IsRecommended { get; init; }

    /// <summary>Name of the option; null for the structure's.</summary>
    public string? Name { get; init; }

    /// <summary>Name of its scope; null where all options deliver the same.</summary>
    public string? Scope { get; init; }

    /// <summary>How the price of the agency's own work is split into lines; none for one sum.</summary>
    public IReadOnlyList<PriceShare> Split { get; init; } = [];

    /// <summary>Lines that the client chooses.</summary>
    public IReadOnlyList<Extra> Extras { get; init; } = [];

    /// <summary>What a unit of an extra costs the agency, by its code; what is missing is not known. It stays inside.</summary>
    public IReadOnlyDictionary<string, decimal> ExtraCosts { get; init; } = new Dictionary<string, decimal>();
}

/// <summary>A line of the price of the agency's own work.</summary>
/// <param name="Phase">Phase it belongs to; null for none.</param>
/// <param name="Name">What it is.</param>
/// <param name="Share">Its share of the price, a fraction in [0, 1]; the shares of a split add to 1.</param>
/// <param name="Quantity">How many units; null for a lump sum.</param>
/// <param name="Unit">What is counted; null for a lump sum.</param>
/// <param name="VatRate">Its VAT rate, a fraction in [0, 1]; null for the proposal's.</param>
public sealed record PriceShare(Phase? Phase, string Name, decimal Share, decimal? Quantity, string? Unit, decimal? VatRate);
