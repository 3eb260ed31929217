using Pricing.Api.OpenApi.Contract;

namespace Pricing.Api.OpenApi.Analyses;

internal static class SavingsReinvestmentOperation
{
    public static readonly AnalysisOperation Value = new(
        "savings-reinvestment", "Reinvested savings: hero pieces paid from what AI saves",
        "Compares the listed assets as the engagement makes them with the same ones made classic, takes the set-up off, and puts a share of the rest into pieces that people make.",
        typeof(SavingsReinvestmentParametersAsSent), typeof(SavingsReinvestmentResult),
        ("Sixty per cent of the saving into hero films at 28,000", """
            {
              "alternatives": [
                { "asset": "AI video", "classic": { "sameAs": "Classic video" } },
                { "asset": "Hybrid video", "classic": { "sameAs": "Classic video" } }
              ],
              "setUpPackages": ["Pipeline and brand model data"],
              "reinvestedShare": 0.6,
              "heroPrice": 28000
            }
            """));
}

/// <summary>Parameters of reinvested savings; every listed asset needs classic work.</summary>
public sealed record SavingsReinvestmentParametersAsSent : AlternativeParameters
{
    /// <summary>Share of the saving that is reinvested.</summary>
    /// <example>0.6</example>
    [Fraction]
    public required decimal ReinvestedShare { get; init; }

    /// <summary>Price of a hero piece, above 0.</summary>
    /// <example>28000</example>
    [Amount]
    public required decimal HeroPrice { get; init; }
}

/// <summary>Hero pieces paid from what AI saves.</summary>
public sealed record SavingsReinvestmentResult : AnalysisResult
{
    /// <summary>The listed assets all made classic.</summary>
    /// <example>359967.83</example>
    public required decimal AllClassicCost { get; init; }

    /// <summary>The listed assets as the engagement makes them.</summary>
    /// <example>66225.17</example>
    public required decimal CurrentCost { get; init; }

    /// <summary>What exists only for AI delivery.</summary>
    /// <example>12690.02</example>
    public required decimal SetUpCost { get; init; }

    /// <summary>All classic less current less set-up.</summary>
    /// <example>281052.65</example>
    public required decimal Saving { get; init; }

    /// <summary>Share of the saving; 0 where nothing is saved.</summary>
    /// <example>168631.59</example>
    public required decimal Reinvested { get; init; }

    /// <summary>Saving less reinvested.</summary>
    /// <example>112421.06</example>
    public required decimal Kept { get; init; }

    /// <summary>Whole pieces that it pays for.</summary>
    /// <example>6</example>
    public required decimal HeroPieces { get; init; }

    /// <summary>What is left of the reinvested amount.</summary>
    /// <example>631.59</example>
    public required decimal Rest { get; init; }
}
