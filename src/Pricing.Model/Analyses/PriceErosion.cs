using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What the erosion of an asset's price is asked; rates are a year.</summary>
public sealed record PriceErosionParameters
{
    /// <summary>Position of the asset.</summary>
    public required int Asset { get; init; }

    /// <summary>P_0: price per asset today, above 0.</summary>
    public required Money InitialPrice { get; init; }

    /// <summary>How cost falls, wages rise and competition presses.</summary>
    public required ErosionRates Rates { get; init; }

    /// <summary>Years looked at, 1 to 50.</summary>
    public int Years { get; init; } = 5;

    /// <summary>Margin below which the agency walks away, a fraction below 1; null for that of the range's floor.</summary>
    public decimal? MinimumMargin { get; init; }

    /// <summary>P*: a price whose time is asked for, above 0; null where none is.</summary>
    public Money? LimitPrice { get; init; }

    /// <summary>The phases to follow; null where none is.</summary>
    public IReadOnlyList<PhaseRates>? Phases { get; init; }

    /// <summary>Position of the structure whose fee over cost prices a phase that has no price of its own.</summary>
    public int Structure { get; init; }

    /// <summary>When to talk about the fee again; null where it is not asked.</summary>
    public ReopeningTerms? Reopen { get; init; }
}

/// <summary>Yearly rates of change.</summary>
/// <param name="ComputeDecline">γ: fall of AI cost, a fraction below 1.</param>
/// <param name="WageGrowth">w: rise of every other cost, above −1.</param>
/// <param name="Competition">δ: share of the profit per asset that competition takes, a fraction.</param>
public sealed record ErosionRates(decimal ComputeDecline, decimal WageGrowth, decimal Competition);

/// <summary>A phase with its own rates.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Rates">Its rates.</param>
/// <param name="InitialPrice">Its price today; null for its cost × fee / cost of the structure, which then has a fee and a cost.</param>
public sealed record PhaseRates(Phase Phase, ErosionRates Rates, Money? InitialPrice);

/// <summary>When a value-based fee should be talked about again.</summary>
/// <param name="Structure">Position of the value-based structure.</param>
/// <param name="MaximumSplit">Largest share of the bargaining range that the fee may take, a fraction above 0.</param>
/// <param name="StartDate">Day from which months count; null where no day is asked for.</param>
/// <param name="ReferenceDecline">Yearly fall of the alternative's price, a fraction below 1; null where it falls as the asset's does.</param>
public sealed record ReopeningTerms(int Structure, decimal MaximumSplit, DateOnly? StartDate, decimal? ReferenceDecline);

/// <summary>How an asset's price falls towards its marginal cost, and when it meets the agency's floor.</summary>
/// <param name="Asset">Name of the asset.</param>
/// <param name="AiCost">ai_0: the part of its unit cost that falls.</param>
/// <param name="OtherCost">other_0: the part that rises.</param>
/// <param name="Series">Year by year, from 0 on.</param>
/// <param name="FloorYear">First whole year in which the price is at the floor; null where none is.</param>
/// <param name="FloorTime">When the price meets the floor, in years; null where it does not.</param>
/// <param name="LimitTime">When the price falls to the limit at today's marginal cost, in years; null where it does not, or none is asked for.</param>
/// <param name="Phases">The phases asked for, in the order of the work; null where none is.</param>
/// <param name="Reopening">When to talk again; null where it is not asked.</param>
/// <param name="Curve">Cost and price at any time.</param>
/// <param name="MinimumMargin">Margin of the floor.</param>
public sealed record PriceErosion(
    string Asset, Money AiCost, Money OtherCost, IReadOnlyList<ErosionYear> Series, int? FloorYear, Figure? FloorTime, Figure? LimitTime,
    IReadOnlyList<PhaseErosion>? Phases, Reopening? Reopening, ErosionCurve Curve, Figure MinimumMargin);

/// <summary>A year of the erosion.</summary>
/// <param name="Year">Year from 0 on.</param>
/// <param name="MarginalCost">MC_t.</param>
/// <param name="Price">P_t.</param>
/// <param name="Floor">MC_t / (1 − minimum margin).</param>
/// <param name="ProfitMargin">(P − MC) / P; null over zero.</param>
/// <param name="RevenueAtRisk">Quantity × (P_0 − P_t).</param>
public sealed record ErosionYear(int Year, Money MarginalCost, Money Price, Money Floor, Figure? ProfitMargin, Money RevenueAtRisk);

/// <summary>A phase year by year.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Series">From year 0 on.</param>
public sealed record PhaseErosion(Phase Phase, IReadOnlyList<PhaseYear> Series);

/// <summary>A year of a phase.</summary>
/// <param name="Year">Year from 0 on.</param>
/// <param name="Cost">Marginal cost.</param>
/// <param name="Price">Price.</param>
/// <param name="Profit">Price less cost.</param>
/// <param name="ProfitShare">Share of the profit of the phases asked for; null unless that is above 0.</param>
public sealed record PhaseYear(int Year, Money Cost, Money Price, Money Profit, Figure? ProfitShare);

/// <summary>When a value-based fee takes more of the range than agreed; nulls where it never does, or where there is no fee.</summary>
/// <param name="Structure">Position of the structure.</param>
/// <param name="Fee">Its fee; null where it is infeasible.</param>
/// <param name="Month">Month from 1 on.</param>
/// <param name="Date">The day; null without a start, and beyond the calendar.</param>
/// <param name="ReferencePrice">The alternative's price then.</param>
/// <param name="Ceiling">The fee above which the client walks away then.</param>
public sealed record Reopening(int Structure, Money? Fee, int? Month, DateOnly? Date, Money? ReferencePrice, Money? Ceiling);
