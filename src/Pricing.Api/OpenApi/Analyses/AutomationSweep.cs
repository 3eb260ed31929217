using Pricing.Api.OpenApi.Contract;

namespace Pricing.Api.OpenApi.Analyses;

internal static class AutomationSweepOperation
{
    public static readonly AnalysisOperation Value = new(
        "automation-sweep", "Automation sweep: cost and fees as more is made by AI",
        "The listed assets are made by AI in a growing share, the rest classic. Fees that follow hours fall with them; each structure's share at which its fee falls below the floor is told, and what passing on a part of the saving leaves.",
        typeof(AutomationSweepParametersAsSent), typeof(AutomationSweepResult),
        ("All videos, from all classic to all AI", """
            {
              "alternatives": [
                { "asset": "AI video", "classic": { "sameAs": "Classic video" } },
                { "asset": "Hybrid video", "classic": { "sameAs": "Classic video" }, "ai": { "sameAs": "AI video" } },
                { "asset": "Classic video", "ai": { "sameAs": "AI video" } }
              ],
              "setUpPackages": ["Pipeline and brand model data"],
              "steps": 4,
              "passThroughShares": [0, 0.4, 1]
            }
            """),
        ("Only the classic videos, with AI work spelled out", """
            {
              "alternatives": [{ "asset": "Classic video", "ai": { "effortProfile": "ai", "hoursPerAsset": { "ED": 2, "AIE": 1 } } }],
              "passThroughStructure": 3
            }
            """));
}

/// <summary>Parameters of an automation sweep; every listed asset needs work by AI and classic.</summary>
public sealed record AutomationSweepParametersAsSent : AlternativeParameters
{
    /// <summary>Steps from share 0 to share 1, a whole number from 1 to 100. Default: 10.</summary>
    /// <example>4</example>
    [Bounds("1", "100")]
    public int? Steps { get; init; }

    /// <summary>Shares of the saving that are passed on to the client, 1 to 21 fractions. Default: 0, 0.25, 0.5, 0.75, 1.</summary>
    /// <example>[0, 0.4, 1]</example>
    [Items(1, 21)]
    public IReadOnlyList<decimal>? PassThroughShares { get; init; }

    /// <summary>Place of the structure from whose fee the saving is taken. Default: the first fixed one, else 0.</summary>
    /// <example>1</example>
    [Bounds("0", "49")]
    public int? PassThroughStructure { get; init; }
}

/// <summary>Cost and fees as more is made by AI.</summary>
public sealed record AutomationSweepResult : AnalysisResult
{
    /// <summary>Share of the listed quantity that the engagement makes by AI.</summary>
    /// <example>0.8</example>
    public required decimal CurrentShare { get; init; }

    /// <summary>What exists only for AI delivery.</summary>
    /// <example>12690.02</example>
    public required decimal SetUpCost { get; init; }

    /// <summary>One row per share of the grid.</summary>
    public required IReadOnlyList<AutomationRowResult> Rows { get; init; }

    /// <summary>One row per structure: where its fee falls below the floor.</summary>
    public required IReadOnlyList<AutomationCrossingResult> Crossings { get; init; }

    /// <summary>Place of the structure whose saving is passed on.</summary>
    /// <example>1</example>
    public required int PassThroughStructure { get; init; }

    /// <summary>Prices by the share of the saving that is passed on.</summary>
    public required IReadOnlyList<PassThroughResult> PassThrough { get; init; }
}

/// <summary>Cost, range and fees at a share made by AI.</summary>
public sealed record AutomationRowResult
{
    /// <summary>Share made by AI.</summary>
    /// <example>0.5</example>
    public required decimal Share { get; init; }

    /// <summary>Planned hours.</summary>
    /// <example>1569</example>
    public required decimal PlannedHours { get; init; }

    /// <summary>Expected hours.</summary>
    /// <example>1668.2</example>
    public required decimal ExpectedHours { get; init; }

    /// <summary>Expected hours at loaded rates.</summary>
    /// <example>135105.01</example>
    public required decimal Labour { get; init; }

    /// <summary>Attempts at the models' prices, a part of the AI cost.</summary>
    /// <example>667.37</example>
    public required decimal Compute { get; init; }

    /// <summary>AI cost.</summary>
    /// <example>7254.17</example>
    public required decimal Ai { get; init; }

    /// <summary>Third parties.</summary>
    /// <example>94200.00</example>
    public required decimal ThirdParty { get; init; }

    /// <summary>Artists' social levy.</summary>
    /// <example>3381.00</example>
    public required decimal ArtistSocialLevy { get; init; }

    /// <summary>Expected cost.</summary>
    /// <example>239940.18</example>
    public required decimal Cost { get; init; }

    /// <summary>The fee below which the agency walks away.</summary>
    /// <example>247432.77</example>
    public required decimal Floor { get; init; }

    /// <summary>The fee above which the client walks away.</summary>
    /// <example>446479.05</example>
    public required decimal Ceiling { get; init; }

    /// <summary>One row per structure.</summary>
    public required IReadOnlyList<SweptFeeResult> Structures { get; init; }
}

/// <summary>A structure's fee at a share made by AI.</summary>
public sealed record SweptFeeResult : StructureRowResult
{
    /// <summary>Whether there is a fee.</summary>
    /// <example>true</example>
    public required bool Feasible { get; init; }

    /// <summary>Expected fee; null where infeasible.</summary>
    /// <example>286441.00</example>
    public required decimal? ExpectedFee { get; init; }

    /// <summary>Fee less cost; null where infeasible.</summary>
    /// <example>46500.82</example>
    public required decimal? ExpectedProfit { get; init; }

    /// <summary>Profit over fee; null where infeasible or over zero.</summary>
    /// <example>0.16233997</example>
    public required decimal? ProfitMargin { get; init; }
}

/// <summary>Where a structure's fee falls below the floor.</summary>
public sealed record AutomationCrossingResult : StructureRowResult
{
    /// <summary>The share from which on it does; null where it nowhere does.</summary>
    /// <example>0.82202112</example>
    public required decimal? BelowFloorShare { get; init; }
}

/// <summary>Prices at a share of the saving that is passed on.</summary>
public sealed record PassThroughResult
{
    /// <summary>The share.</summary>
    /// <example>0.4</example>
    public required decimal PassThroughShare { get; init; }

    /// <summary>One price per share of the grid.</summary>
    public required IReadOnlyList<PassThroughPriceResult> Prices { get; init; }
}

/// <summary>A price after a share of the saving is passed on; nulls where the structure has no fee when all is classic.</summary>
public sealed record PassThroughPriceResult
{
    /// <summary>Share made by AI.</summary>
    /// <example>1</example>
    public required decimal Share { get; init; }

    /// <summary>Fee when all is classic less the share of the saving.</summary>
    /// <example>339052.23</example>
    public required decimal? Price { get; init; }

    /// <summary>Price less cost.</summary>
    /// <example>263241.00</example>
    public required decimal? Profit { get; init; }

    /// <summary>Profit over price; null over zero.</summary>
    /// <example>0.7764025</example>
    public required decimal? ProfitMargin { get; init; }

    /// <summary>Fee when all is classic less the price.</summary>
    /// <example>126227.15</example>
    public required decimal? ClientSaving { get; init; }
}
