using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What an own product is asked.</summary>
/// <param name="BuildCost">B: cost of building it.</param>
/// <param name="MonthlyRevenue">M: revenue of the first month.</param>
/// <param name="Churn">c: share of the revenue that a month loses, a fraction.</param>
/// <param name="Margin">m: margin on the revenue, a fraction.</param>
/// <param name="NewCustomersRevenue">N: monthly revenue that each month from the second on adds.</param>
/// <param name="DiscountRate">Discount rate a year, a fraction.</param>
/// <param name="Months">Months of the series, 1 to 240.</param>
/// <param name="Structure">Position of the structure whose profit the product's is held against.</param>
public sealed record OwnProductParameters(
    Money BuildCost, Money MonthlyRevenue, decimal Churn, decimal Margin, Money NewCustomersRevenue, decimal DiscountRate, int Months, int Structure);

/// <summary>When a product that the agency builds on its own account pays for itself, and what it brings beside the engagement.</summary>
/// <param name="BreakEvenMonth">First month of 1,200 in which the margin reaches the build cost; null where none does.</param>
/// <param name="ProvenNever">Whether no month ever can.</param>
/// <param name="LifetimeMargin">What the margin tends to; null where it has no limit.</param>
/// <param name="Shortfall">Build cost less that limit, where it can never be reached; else null.</param>
/// <param name="Series">Month by month.</param>
/// <param name="Profit">Margin after the months of the series less the build cost.</param>
/// <param name="EngagementProfit">Expected profit of the engagement; null where the structure is infeasible.</param>
/// <param name="ProfitShare">Profit / (profit + engagement profit); null unless that sum is above 0.</param>
public sealed record OwnProduct(
    int? BreakEvenMonth, bool ProvenNever, Money? LifetimeMargin, Money? Shortfall, IReadOnlyList<ProductMonth> Series,
    Money Profit, Money? EngagementProfit, Figure? ProfitShare)
{
    /// <summary>Whether some month pays for the build.</summary>
    public bool BreaksEven => BreakEvenMonth is not null;
}

/// <summary>A month of the product.</summary>
/// <param name="Month">Month from 1 on.</param>
/// <param name="Revenue">Revenue of the month.</param>
/// <param name="CumulativeMargin">Discounted margin up to the end of the month.</param>
/// <param name="Balance">That less the build cost.</param>
public sealed record ProductMonth(int Month, Money Revenue, Money CumulativeMargin, Money Balance);

/// <summary>Weighs the build of an own product against its recurring margin.</summary>
/// <remarks>
/// revenue(1) = M, revenue(t) = (1 − c) revenue(t − 1) + N; cumulative(t) = sum of m revenue(i) / (1 + d)^i with d = discount rate / 12;
/// its limit is m (M + N / d) / (d + c), and there is none where d = 0 and (c = 0 or N &gt; 0).
/// Source: docs/formulas/analyses-market.md, "Own product".
/// </remarks>
public static class OwnProductAnalysis
{
    private const int Horizon = 1_200;

    /// <summary>Follows the product.</summary>
    /// <exception cref="OverflowException">A figure exceeds what a decimal holds.</exception>
    public static OwnProduct Of(Comparison comparison, OwnProductParameters parameters)
    {
        var build = parameters.BuildCost;
        var limit = LimitOf(parameters);
        var never = IsNeverPaid(parameters, limit);
        var months = Months(parameters).Take(Math.Max(Horizon, parameters.Months)).ToArray();
        var paid = never ? null : months.FirstOrDefault(month => month.Month <= Horizon && month.Balance.Amount >= -Figure.ZeroTolerance);

        var profit = months[parameters.Months - 1].Balance;
        var engagementProfit = comparison.Structures[parameters.Structure].ExpectedProfit;
        return new(
            paid?.Month, never, limit, never ? build - (limit ?? Money.Zero) : null, months[..parameters.Months],
            profit, engagementProfit, engagementProfit is { } other ? ShareOf(profit, profit + other) : null);
    }

    private static IEnumerable<ProductMonth> Months(OwnProductParameters parameters)
    {
        var growth = 1 + parameters.DiscountRate / 12;
        var (revenue, cumulative, discounting) = (parameters.MonthlyRevenue, Money.Zero, 1m);
        for (var month = 1; ; month++)
        {
            discounting = Discounted(discounting, growth);
            cumulative += parameters.Margin * revenue / discounting;
            yield return new(month, revenue, cumulative, cumulative - parameters.BuildCost);
            revenue = (1 - parameters.Churn) * revenue + parameters.NewCustomersRevenue;
        }
    }

    // A month discounted so far adds nothing to the sum, and the factor must not outgrow a decimal.
    private static decimal Discounted(decimal discounting, decimal growth) => discounting > 1e27m ? discounting : discounting * growth;

    private static Money? LimitOf(OwnProductParameters parameters)
    {
        var (margin, churn, revenue, added) = (parameters.Margin, parameters.Churn, parameters.MonthlyRevenue, parameters.NewCustomersRevenue);
        Figure monthly = parameters.DiscountRate / 12;
        if (monthly.IsZero)
            return churn == 0 || added.Amount > 0 ? null : margin * revenue / churn;
        return margin * (revenue + added / monthly) / (monthly + churn);
    }

    private static bool IsNeverPaid(OwnProductParameters parameters, Money? limit)
    {
        var build = parameters.BuildCost;
        if (build.Amount == 0)
            return false;
        if ((parameters.Margin * (parameters.MonthlyRevenue + parameters.NewCustomersRevenue)).IsZero)
            return true;
        if (limit is not { } highest)
            return false;
        var isReachedAtOnce = parameters.Churn == 1 && parameters.NewCustomersRevenue.Amount == 0;
        return (highest - build).IsZero ? !isReachedAtOnce : highest < build;
    }

    private static Figure? ShareOf(Money part, Money sum) => sum.Amount > Figure.ZeroTolerance ? part.Figure / sum.Figure : null;
}
