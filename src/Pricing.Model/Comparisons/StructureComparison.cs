using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Risk;
using Pricing.Model.Value;

namespace Pricing.Model.Comparisons;

/// <summary>One fee structure: profit, margin and risk for the agency beside cost, return and risk for the client.</summary>
/// <remarks>Every figure that depends on the fee is null where the structure is infeasible.</remarks>
public sealed record StructureComparison
{
    /// <summary>The structure.</summary>
    public required FeeStructure Structure { get; init; }

    /// <summary>Its price in every state.</summary>
    public required PricedFee Price { get; init; }

    /// <summary>Expected fee after discount, net.</summary>
    public Money? ExpectedFee { get; init; }

    /// <summary>Expected fee before discount.</summary>
    public Money? ListFee { get; init; }

    /// <summary>Expected cost over the cost states.</summary>
    public required Money ExpectedCost { get; init; }

    /// <summary>Expected fee less cost.</summary>
    public Money? ExpectedProfit { get; init; }

    /// <summary>Profit / fee; null over zero.</summary>
    public Figure? ProfitMargin { get; init; }

    /// <summary>Fee − T − K.</summary>
    public Money? AdjustedGrossIncome { get; init; }

    /// <summary>(AGI − direct labour − A) / AGI; null over zero.</summary>
    public Figure? DeliveryMargin { get; init; }

    /// <summary>Standard deviation of the profit.</summary>
    public Money? ProfitStandardDeviation { get; init; }

    /// <summary>Probability of a loss.</summary>
    public Figure? LossProbability => Profit?.LossProbability;

    /// <summary>Mean profit of the worst cases.</summary>
    public Money? ProfitCvar => Profit?.Cvar;

    /// <summary>Expected profit − variance / (2 × risk tolerance).</summary>
    public Money? CertaintyEquivalent { get; init; }

    /// <summary>V.</summary>
    public required Money ClientValue { get; init; }

    /// <summary>V less what the fee costs the client.</summary>
    public Money? ClientSurplus { get; init; }

    /// <summary>Surplus / what the fee costs the client; null over zero.</summary>
    public Figure? ClientRoi { get; init; }

    /// <summary>Probability that the realised value is below what the fee costs the client.</summary>
    public Figure? ClientLossProbability => Surplus?.LossProbability;

    /// <summary>Mean surplus of the client's worst cases.</summary>
    public Money? ClientCvar => Surplus?.Cvar;

    /// <summary>Surplus less that of the next best alternative.</summary>
    public Money? SurplusVersusAlternative { get; init; }

    /// <summary>First month in which the benefit reaches what the fee costs the client; null if none within 120.</summary>
    public Figure? PaybackMonth { get; init; }

    /// <summary>VAT on the expected fee as rounded.</summary>
    public Money? Vat { get; init; }

    /// <summary>Expected fee as rounded + VAT.</summary>
    public Money? Gross { get; init; }

    /// <summary>AGI / expected hours; null without hours.</summary>
    public Money? EffectiveHourlyRate { get; init; }

    /// <summary>Where the expected fee lies in the bargaining range.</summary>
    public RangePosition? RangePosition { get; init; }

    /// <summary>The agency's profit over the states; null where infeasible.</summary>
    internal RankedMeasures? Profit { get; init; }

    /// <summary>The client's surplus over the states; null where infeasible.</summary>
    internal RankedMeasures? Surplus { get; init; }

    /// <summary>Whether there is a fee at all.</summary>
    public bool Feasible => Price.Fee is FeeSchedule.Feasible;

    /// <summary>Floor less ceiling; null where the structure is feasible.</summary>
    public Money? Gap => (Price.Fee as FeeSchedule.Infeasible)?.Gap;

    /// <summary>The parts of a combined structure, in the order sent; null for every other and where infeasible.</summary>
    public IReadOnlyList<PartComparison>? Parts { get; init; }
}

/// <summary>A part of a combined structure.</summary>
/// <param name="Structure">How the part is charged.</param>
/// <param name="ExpectedFee">Expected fee after discount, net.</param>
/// <param name="ExpectedCost">Expected cost of the part's phases.</param>
/// <param name="ExpectedProfit">Fee less cost.</param>
/// <param name="ProfitMargin">Profit / fee; null over zero.</param>
public sealed record PartComparison(FeeStructure Structure, Money ExpectedFee, Money ExpectedCost, Money ExpectedProfit, Figure? ProfitMargin);
