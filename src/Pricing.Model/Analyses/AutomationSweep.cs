using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What the automation sweep is asked.</summary>
/// <param name="Alternatives">The assets whose share made by AI is moved, each with work by AI and classic; their quantities are not all 0.</param>
/// <param name="SetUpPackages">Positions of the work packages that exist only for AI delivery.</param>
/// <param name="Steps">Steps from share 0 to share 1, 1 to 100.</param>
/// <param name="PassThroughShares">Shares of the saving that are passed on to the client, fractions.</param>
/// <param name="PassThroughStructure">Position of the structure whose fee at share 0 the saving is taken off.</param>
public sealed record AutomationSweepParameters(
    IReadOnlyList<AlternativeWork> Alternatives, IReadOnlyList<int> SetUpPackages, int Steps,
    IReadOnlyList<decimal> PassThroughShares, int PassThroughStructure);

/// <summary>What an engagement costs and brings as the share made by AI grows from none to all.</summary>
/// <param name="Structures">The engagement's fee structures, in the order sent.</param>
/// <param name="CurrentShare">Share of the listed quantity that the engagement makes by AI.</param>
/// <param name="SetUpCost">S: what exists only for AI delivery.</param>
/// <param name="Rows">One row for each share of the grid.</param>
/// <param name="Crossings">By structure, the share at which its fee falls below the floor; null where it nowhere does.</param>
/// <param name="PassThroughStructure">Position of the structure whose saving is passed on.</param>
/// <param name="PassThrough">Prices by the share of the saving that is passed on.</param>
public sealed record AutomationSweep(
    IReadOnlyList<FeeStructure> Structures, Figure CurrentShare, Money SetUpCost, IReadOnlyList<AutomationRow> Rows, IReadOnlyList<Figure?> Crossings,
    int PassThroughStructure, IReadOnlyList<PassThroughPrices> PassThrough);

/// <summary>Cost, range and fees at a share made by AI.</summary>
/// <param name="Share">The share, a fraction.</param>
/// <param name="Work">The sums of the work.</param>
/// <param name="Compute">Attempts at the models' prices, a part of the AI cost.</param>
/// <param name="Cost">Expected cost.</param>
/// <param name="Floor">The fee below which the agency walks away.</param>
/// <param name="Ceiling">The fee above which the client walks away.</param>
/// <param name="Fees">The fees, in the order of the structures.</param>
public sealed record AutomationRow(Figure Share, Work Work, Money Compute, Money Cost, Money Floor, Money Ceiling, IReadOnlyList<SweptFee> Fees);

/// <summary>A structure's fee at a share made by AI; nulls where it is infeasible.</summary>
/// <param name="ExpectedFee">Expected fee after discount.</param>
/// <param name="ExpectedProfit">Fee less cost.</param>
/// <param name="ProfitMargin">Profit / fee; null over zero.</param>
public sealed record SweptFee(Money? ExpectedFee, Money? ExpectedProfit, Figure? ProfitMargin)
{
    /// <summary>Whether there is a fee.</summary>
    public bool Feasible => ExpectedFee is not null;
}

/// <summary>Prices at a share of the saving that is passed on.</summary>
/// <param name="PassThroughShare">The share, a fraction.</param>
/// <param name="Prices">One price for each share of the grid.</param>
public sealed record PassThroughPrices(Figure PassThroughShare, IReadOnlyList<PassThroughPrice> Prices);

/// <summary>A price after a share of the saving is passed on; nulls where the structure has no fee at share 0.</summary>
/// <param name="Share">Share made by AI, a fraction.</param>
/// <param name="Price">Fee at share 0 less the share of the saving.</param>
/// <param name="Profit">Price less cost.</param>
/// <param name="ProfitMargin">Profit / price; null over zero.</param>
/// <param name="ClientSaving">Fee at share 0 less the price.</param>
public sealed record PassThroughPrice(Figure Share, Money? Price, Money? Profit, Figure? ProfitMargin, Money? ClientSaving);
