using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Value;

/// <summary>The fees between which both sides gain, net of VAT.</summary>
/// <remarks>
/// V_ref = referenceValueShare × V, EVC = referencePrice + (V − V_ref) / u, ceiling = min(V / u, EVC),
/// floor = (L + A) / (1 − minimumMargin) + T + K, ZOPA = ceiling − floor.
/// Source: docs/formulas/value.md, "Bargaining range".
/// </remarks>
public sealed class BargainingRange
{
    private BargainingRange(Money floor, Money ceiling, Money economicValueToCustomer, Money referencePrice, Money referenceValue)
    {
        (Floor, Ceiling, EconomicValueToCustomer, ReferencePrice, ReferenceValue) = (floor, ceiling, economicValueToCustomer, referencePrice, referenceValue);
        Zopa = (ceiling - floor).Named("zone of possible agreement");
    }

    /// <summary>The fee below which the agency walks away.</summary>
    public Money Floor { get; }

    /// <summary>The fee above which the client walks away.</summary>
    public Money Ceiling { get; }

    /// <summary>EVC: price of the next best alternative and what the work is worth beyond it.</summary>
    public Money EconomicValueToCustomer { get; }

    /// <summary>Price of the next best alternative.</summary>
    public Money ReferencePrice { get; }

    /// <summary>V_ref: what the alternative would be worth.</summary>
    public Money ReferenceValue { get; }

    /// <summary>Ceiling less floor; negative where no deal is possible.</summary>
    public Money Zopa { get; }

    /// <summary>Whether a deal is possible.</summary>
    public bool Feasible => Zopa.Amount >= -Figure.ZeroTolerance;

    /// <summary>Finds the range of an engagement.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="work">Its whole work.</param>
    /// <param name="value">V.</param>
    /// <param name="minimumMargin">Margin on cost below which the agency walks away, a fraction below 1.</param>
    public static BargainingRange Of(ResolvedEngagement engagement, Work work, Money value, Figure minimumMargin)
    {
        var terms = engagement.Document.Value;
        var u = engagement.CostOfNetFee;
        var referencePrice = new Money(engagement.Input(terms.ReferencePrice, "reference price", $"/value/referencePrice"));
        var referenceShare = engagement.Input(terms.ReferenceValueShare, "reference value share", $"/value/referenceValueShare");

        var referenceValue = (value * referenceShare).Named("value of the alternative");
        var economicValue = (referencePrice + (value - referenceValue) / u).Named("economic value to the customer");
        var ceiling = Money.Min(value / u, economicValue).Named("ceiling");
        return new(work.Floor(minimumMargin), ceiling, economicValue, referencePrice, referenceValue);
    }

    /// <summary>Where a fee lies, all three amounts as printed.</summary>
    public RangePosition PositionOf(Money fee, Currency currency)
    {
        var printed = fee.ToMinorUnit(currency);
        if (printed < Floor.ToMinorUnit(currency))
            return RangePosition.Below;
        return printed > Ceiling.ToMinorUnit(currency) ? RangePosition.Above : RangePosition.Inside;
    }
}

/// <summary>Where a fee lies against floor and ceiling.</summary>
public enum RangePosition
{
    /// <summary>Below the floor: the agency should walk away.</summary>
    Below,

    /// <summary>Both sides gain.</summary>
    Inside,

    /// <summary>Above the ceiling: the client should walk away.</summary>
    Above,
}
