using Pricing.Model.Comparisons;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What the reinvestment of savings is asked.</summary>
/// <param name="Alternatives">The assets compared with classic production, each with classic work.</param>
/// <param name="SetUpPackages">Positions of the work packages that exist only for AI delivery.</param>
/// <param name="ReinvestedShare">Share of the saving that is put into hero pieces, a fraction.</param>
/// <param name="HeroPrice">Price of a hero piece, above 0.</param>
public sealed record SavingsReinvestmentParameters(
    IReadOnlyList<AlternativeWork> Alternatives, IReadOnlyList<int> SetUpPackages, decimal ReinvestedShare, Money HeroPrice);

/// <summary>What making assets otherwise than classic saves, and how many hero pieces a share of it pays for.</summary>
/// <param name="AllClassicCost">The listed assets all made classic.</param>
/// <param name="CurrentCost">The listed assets made as in the engagement.</param>
/// <param name="SetUpCost">S: what exists only for AI delivery.</param>
/// <param name="Saving">All classic less current less set-up; negative where nothing is saved.</param>
/// <param name="Reinvested">Share of the saving, 0 where there is none.</param>
/// <param name="Kept">Saving less reinvested.</param>
/// <param name="HeroPieces">Whole pieces that the reinvested amount as rounded pays for.</param>
/// <param name="Rest">Reinvested as rounded less the price of the pieces.</param>
public sealed record SavingsReinvestment(
    Money AllClassicCost, Money CurrentCost, Money SetUpCost, Money Saving, Money Reinvested, Money Kept, Figure HeroPieces, Money Rest);

/// <summary>Puts a share of what AI saves in volume into pieces that people make.</summary>
/// <remarks>
/// saving = all classic − current − S, reinvested = share × max(0, saving), pieces = floor(reinvested as rounded / hero price).
/// Source: docs/formulas/analyses-delivery.md, "Reinvested savings".
/// </remarks>
public static class SavingsReinvestmentAnalysis
{
    /// <summary>Works the saving and its use out.</summary>
    /// <exception cref="BeyondBoundsException">A line or sum exceeds 1e13.</exception>
    public static SavingsReinvestment Of(Comparison comparison, SavingsReinvestmentParameters parameters)
    {
        var engagement = comparison.Engagement;
        var document = engagement.Document;
        var allClassic = engagement.CostOf([.. parameters.Alternatives.Select(listed => listed.Made(ProductionMethod.Classic, document))]).Total;
        var current = engagement.CostOf([.. parameters.Alternatives.Select(listed => document.Assets[listed.Asset])]).Total;
        var setUp = engagement.SetUpCost(parameters.SetUpPackages);

        var saving = allClassic - current - setUp;
        var reinvested = parameters.ReinvestedShare * Money.Max(Money.Zero, saving);
        var paid = new Money(reinvested.ToMinorUnit(comparison.Currency));
        var pieces = WholeNumber.Floor(paid.Figure / parameters.HeroPrice.Figure);
        return new(allClassic, current, setUp, saving, reinvested, saving - reinvested, pieces, paid - pieces * parameters.HeroPrice);
    }
}
