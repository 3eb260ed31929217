using Pricing.Model.Quantities;

namespace Pricing.Model.Value.Calculators;

/// <summary>What a value driver brings the client in its first month, by kind of driver, in the currency of its inputs.</summary>
/// <remarks>Source: docs/formulas/value.md, "First month by kind of driver". Rates and shares are fractions.</remarks>
public static class FirstMonthBenefit
{
    /// <summary>More sales at the usual margin: revenue ÷ 12 × uplift × gross margin.</summary>
    /// <param name="annualRevenue">Revenue a year that the work moves.</param>
    /// <param name="uplift">Relative growth of that revenue.</param>
    /// <param name="grossMargin">Share of revenue that is left after the cost of the goods.</param>
    public static Figure IncrementalGrossProfit(Figure annualRevenue, Figure uplift, Figure grossMargin) =>
        annualRevenue / 12 * uplift * grossMargin;

    /// <summary>A higher price on what is still sold, less the margin of what is not: revenue ÷ 12 × (premium × (1 − loss) − loss × gross margin).</summary>
    /// <param name="annualRevenue">Revenue a year at the old price.</param>
    /// <param name="premium">Relative rise of the price.</param>
    /// <param name="volumeLoss">Share of the volume that is lost to the higher price.</param>
    /// <param name="grossMargin">Share of revenue that is left after the cost of the goods, at the old price.</param>
    public static Figure PricePremium(Figure annualRevenue, Figure premium, Figure volumeLoss, Figure grossMargin) =>
        annualRevenue / 12 * (premium * (1 - volumeLoss) - volumeLoss * grossMargin);

    /// <summary>What no longer has to be spent: baseline − remaining cost, both a month.</summary>
    /// <param name="baselineCost">Audited cost a month before the work.</param>
    /// <param name="remainingCost">Cost a month after it.</param>
    public static Figure CostSaving(Figure baselineCost, Figure remainingCost) => baselineCost - remainingCost;

    /// <summary>Profit earned sooner, once: profit a week × weeks.</summary>
    /// <param name="weeklyProfit">Profit of a week on the market.</param>
    /// <param name="weeksEarlier">Weeks gained.</param>
    public static Figure SpeedToMarket(Figure weeklyProfit, Figure weeksEarlier) => weeklyProfit * weeksEarlier;

    /// <summary>A loss that becomes less probable, once: loss × (before − after) × (1 + rate ÷ 12).</summary>
    /// <param name="loss">What the event costs the client.</param>
    /// <param name="probabilityBefore">Its probability without the work.</param>
    /// <param name="probabilityAfter">Its probability with the work.</param>
    /// <param name="discountRate">
    /// The client's rate a year where the avoided loss counts at its full amount today: it takes back the discounting of the first month. 0 to have
    /// it discounted like every benefit.
    /// </param>
    public static Figure RiskReduction(Figure loss, Figure probabilityBefore, Figure probabilityAfter, Figure discountRate) =>
        loss * (probabilityBefore - probabilityAfter) * (1 + discountRate / 12);

    /// <summary>Customers who stay, at what they are worth: customers × churn reduction × margin × lifetime factor.</summary>
    /// <param name="customers">Customers reached.</param>
    /// <param name="churnReduction">Share of them who stay because of the work.</param>
    /// <param name="annualMargin">Margin of one customer a year.</param>
    /// <param name="lifetimeFactor">Years' margins that a customer who stays still brings, discounted.</param>
    public static Figure Retention(Figure customers, Figure churnReduction, Figure annualMargin, Figure lifetimeFactor) =>
        customers * churnReduction * annualMargin * lifetimeFactor;

    /// <summary>What need not be built again, once: the cost of building it.</summary>
    /// <param name="rebuildCost">Cost of building it anew when it is needed.</param>
    public static Figure OptionValue(Figure rebuildCost) => rebuildCost;

    /// <summary>Media that the same effect no longer needs: spend ÷ 12 × saved share.</summary>
    /// <param name="annualSpend">Media spend a year.</param>
    /// <param name="savedShare">Share of it that the same effect no longer needs.</param>
    public static Figure MediaEfficiency(Figure annualSpend, Figure savedShare) => annualSpend / 12 * savedShare;

    /// <summary>Capital that works elsewhere: released capital × cost of capital ÷ 12.</summary>
    /// <param name="releasedCapital">Capital no longer tied up.</param>
    /// <param name="costOfCapital">The client's cost of capital a year.</param>
    public static Figure WorkingCapital(Figure releasedCapital, Figure costOfCapital) => releasedCapital * costOfCapital / 12;
}
