using Pricing.Api.OpenApi.Contract;

namespace Pricing.Api.OpenApi.Analyses;

internal static class OwnProductOperation
{
    public static readonly AnalysisOperation Value = new(
        "own-product", "Own product: when a build on own account pays",
        "Follows the margin of a product that the agency builds itself, month by month, and says when it has paid for the build, or proves that it never will.",
        typeof(OwnProductParametersAsSent), typeof(OwnProductResult),
        ("A tool for 120,000 with 9,000 a month", """{ "buildCost": 120000, "monthlyRevenue": 9000, "churn": 0.03, "margin": 0.7 }"""),
        ("The same one with new customers each month, discounted", """{ "buildCost": 120000, "monthlyRevenue": 9000, "churn": 0.03, "margin": 0.7, "newCustomersRevenue": 300, "discountRate": 0.09, "months": 24 }"""));
}

/// <summary>Parameters of an own product.</summary>
public sealed record OwnProductParametersAsSent
{
    /// <summary>Cost of building it.</summary>
    /// <example>120000</example>
    [Amount]
    public required decimal BuildCost { get; init; }

    /// <summary>Revenue of the first month.</summary>
    /// <example>9000</example>
    [Amount]
    public required decimal MonthlyRevenue { get; init; }

    /// <summary>Share of the revenue that a month loses.</summary>
    /// <example>0.03</example>
    [Fraction]
    public required decimal Churn { get; init; }

    /// <summary>Margin on the revenue.</summary>
    /// <example>0.7</example>
    [Fraction]
    public required decimal Margin { get; init; }

    /// <summary>Monthly revenue that each month from the second on adds. Default: 0.</summary>
    /// <example>300</example>
    [Amount]
    public decimal? NewCustomersRevenue { get; init; }

    /// <summary>Discount rate a year. Default: 0.</summary>
    /// <example>0.09</example>
    [Fraction]
    public decimal? DiscountRate { get; init; }

    /// <summary>Months of the series, a whole number from 1 to 240. Default: 36.</summary>
    /// <example>36</example>
    [Bounds("1", "240")]
    public int? Months { get; init; }

    /// <summary>Place of the structure whose profit the product's is held against. Default: 0.</summary>
    /// <example>0</example>
    [Bounds("0", "49")]
    public int? Structure { get; init; }
}

/// <summary>When a build on own account pays.</summary>
public sealed record OwnProductResult : AnalysisResult
{
    /// <summary>Whether some month of 1,200 pays for the build.</summary>
    /// <example>true</example>
    public required bool BreaksEven { get; init; }

    /// <summary>The first such month; null where there is none.</summary>
    /// <example>28</example>
    public required int? BreakEvenMonth { get; init; }

    /// <summary>Whether no month ever can.</summary>
    /// <example>false</example>
    public required bool ProvenNever { get; init; }

    /// <summary>What the margin tends to; null where it has no limit.</summary>
    /// <example>210000.00</example>
    public required decimal? LifetimeMargin { get; init; }

    /// <summary>Build cost less that limit where no month ever can; else null.</summary>
    /// <example>40000.00</example>
    public required decimal? Shortfall { get; init; }

    /// <summary>Month by month.</summary>
    public required IReadOnlyList<ProductMonthResult> Series { get; init; }

    /// <summary>Margin after these months less the build cost.</summary>
    /// <example>19854.19</example>
    public required decimal Profit { get; init; }

    /// <summary>Expected profit of the engagement under the structure; null where infeasible.</summary>
    /// <example>11629.87</example>
    public required decimal? EngagementProfit { get; init; }

    /// <summary>Share of the product in both profits; null unless their sum is above 0.</summary>
    /// <example>0.63061082</example>
    public required decimal? ProfitShare { get; init; }
}

/// <summary>A month of an own product.</summary>
public sealed record ProductMonthResult
{
    /// <summary>Month, from 1.</summary>
    /// <example>28</example>
    public required int Month { get; init; }

    /// <summary>Revenue of the month.</summary>
    /// <example>3954.39</example>
    public required decimal Revenue { get; init; }

    /// <summary>Discounted margin up to the end of the month.</summary>
    /// <example>120499.01</example>
    public required decimal CumulativeMargin { get; init; }

    /// <summary>That less the build cost.</summary>
    /// <example>499.01</example>
    public required decimal Balance { get; init; }
}
