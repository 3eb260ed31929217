using Pricing.Model.Comparisons;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Value;

namespace Pricing.Model.Analyses;

/// <summary>What both sides gain at a fee.</summary>
/// <param name="Fee">The fee; null where a structure is infeasible.</param>
/// <param name="Split">(fee − floor) / ZOPA; null unless there is a zone of possible agreement.</param>
/// <param name="AgencyGain">fee − floor.</param>
/// <param name="ClientGain">u (ceiling − fee).</param>
/// <remarks>Source: docs/formulas/analyses-negotiation.md, "Negotiation".</remarks>
public sealed record NegotiatedFee(Money? Fee, Figure? Split, Money? AgencyGain, Money? ClientGain)
{
    /// <summary>The gains at a fee on an engagement's range.</summary>
    public static NegotiatedFee At(Money? fee, Comparison comparison)
    {
        if (fee is not { } known)
            return new(null, null, null, null);
        var range = comparison.BargainingRange;
        var split = range.Zopa.Amount > Figure.ZeroTolerance ? (known - range.Floor).Over(range.Zopa) : null;
        return new(known, split, known - range.Floor, comparison.Engagement.CostOfNetFee * (range.Ceiling - known));
    }
}

/// <summary>An option put on the table: a scope of its own, priced at a split of the zone of possible agreement.</summary>
/// <param name="Range">Bargaining range of the option's scope.</param>
/// <param name="Price">floor + split × ZOPA; this and all behind it null where the range is infeasible.</param>
/// <param name="ExpectedCost">Expected cost of the option's scope.</param>
/// <param name="ExpectedProfit">Price − cost.</param>
/// <param name="ProfitMargin">Profit / price.</param>
/// <param name="AgencyGain">Price − floor.</param>
/// <param name="ClientGain">u (ceiling − price).</param>
/// <param name="ClientSurplus">V − u price.</param>
/// <param name="SurplusVersusAlternative">Surplus − that of the next best alternative.</param>
/// <param name="BeatsAlternative">Whether that, as printed, is not negative.</param>
public sealed record NegotiationOption(
    BargainingRange Range, Money? Price, Money? ExpectedCost, Money? ExpectedProfit, Figure? ProfitMargin, Money? AgencyGain, Money? ClientGain,
    Money? ClientSurplus, Money? SurplusVersusAlternative, bool? BeatsAlternative)
{
    /// <summary>Prices an option.</summary>
    /// <param name="comparison">The comparison of the option's own document.</param>
    /// <param name="split">Share of the zone that goes to the agency, a fraction.</param>
    public static NegotiationOption Of(Comparison comparison, decimal split)
    {
        var range = comparison.BargainingRange;
        if (!range.Feasible)
            return new(range, null, null, null, null, null, null, null, null, null);

        var u = comparison.Engagement.CostOfNetFee;
        var price = range.Floor + split * range.Zopa;
        var cost = comparison.Structures[0].ExpectedCost;
        var gains = NegotiatedFee.At(price, comparison);
        var surplus = comparison.Value.Total - u * price;
        var versus = surplus - (range.ReferenceValue - u * range.ReferencePrice);
        return new(
            range, price, cost, price - cost, (price - cost).Over(price), gains.AgencyGain, gains.ClientGain,
            surplus, versus, versus.ToMinorUnit(comparison.Currency) >= 0);
    }
}

/// <summary>What ideas are worth beside what hours bring.</summary>
/// <param name="CardValue">Planned hours of the roles in the phase's work packages whose method is not AI, at card rates.</param>
/// <param name="HourlyPrice">Card value × realisation × (1 − rate card discount).</param>
/// <param name="LicenceFee">Card value × usage factor.</param>
/// <param name="LicenceFeePerIdea">Licence fee / ideas.</param>
/// <param name="MoneyLeftOnTable">Nash price − fee of the first hourly structure; null where either is missing.</param>
/// <param name="ImpliedPricePerIdea">(Hourly price + money left on the table) / ideas; null likewise.</param>
/// <remarks>Source: docs/formulas/analyses-negotiation.md, "Ideas".</remarks>
public sealed record IdeaPricing(
    Money CardValue, Money HourlyPrice, Money LicenceFee, Money LicenceFeePerIdea, Money? MoneyLeftOnTable, Money? ImpliedPricePerIdea)
{
    /// <summary>Prices ideas.</summary>
    /// <param name="comparison">The engagement.</param>
    /// <param name="phase">Phase in which the ideas are had.</param>
    /// <param name="roles">Roles that have them.</param>
    /// <param name="count">Number of ideas, above 0.</param>
    /// <param name="usageFactor">Sum of the usage factors, at least 0.</param>
    public static IdeaPricing Of(Comparison comparison, Phase phase, IReadOnlyList<string> roles, decimal count, decimal usageFactor)
    {
        var card = comparison.Engagement.Document.RateCard;
        var value = Money.Sum([.. roles.Select(role => comparison.Cost.Ideas.GetValueOrDefault((phase, role)))]);
        var hourly = value * card.Realisation * (1 - card.Discount);
        var licence = value * usageFactor;
        var fee = comparison.Structures.FirstOrDefault(structure => structure.Structure is Hourly)?.ExpectedFee;
        var left = Nash.PriceOf(comparison.BargainingRange) - fee;
        return new(value, hourly, licence, licence / count, left, left is { } known ? (hourly + known) / count : null);
    }
}

/// <summary>The even split.</summary>
public static class Nash
{
    /// <summary>(floor + ceiling) / 2: where both sides' gains have the greatest product; null without a zone of possible agreement.</summary>
    public static Money? PriceOf(BargainingRange range) => range.Feasible ? (range.Floor + range.Ceiling) / 2 : null;
}
