using System.Runtime.CompilerServices;

namespace Pricing.Model.Quantities;

/// <summary>An amount in the engagement's own currency, unrounded; negative amounts are losses or rebates.</summary>
/// <remarks>
/// Carries no currency on purpose: resolving an engagement converts every foreign amount, so two amounts
/// that meet inside the model are in the same currency. See docs/decisions.
/// </remarks>
/// <param name="Figure">The number and, where anybody asked, how it came about.</param>
public readonly record struct Money(Figure Figure) : IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>The unrounded amount in major units (euros, not cents).</summary>
    public decimal Amount => Figure.Value;

    /// <summary>Whether the magnitude counts as zero (at most 1e-9).</summary>
    public bool IsZero => Figure.IsZero;

    /// <summary>Sum.</summary>
    public static Money operator +(Money left, Money right) => new(left.Figure + right.Figure);

    /// <summary>Difference.</summary>
    public static Money operator -(Money left, Money right) => new(left.Figure - right.Figure);

    /// <summary>A multiple.</summary>
    public static Money operator *(Money money, Figure factor) => new(money.Figure * factor);

    /// <summary>A multiple.</summary>
    public static Money operator *(Figure factor, Money money) => new(factor * money.Figure);

    /// <summary>An amount shared out.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Money operator /(Money money, Figure divisor) => new(money.Figure / divisor);

    /// <summary>Order by amount.</summary>
    public static bool operator <(Money left, Money right) => left.Amount < right.Amount;

    /// <summary>Order by amount.</summary>
    public static bool operator >(Money left, Money right) => left.Amount > right.Amount;

    /// <summary>Order by amount.</summary>
    public static bool operator <=(Money left, Money right) => left.Amount <= right.Amount;

    /// <summary>Order by amount.</summary>
    public static bool operator >=(Money left, Money right) => left.Amount >= right.Amount;

    /// <summary>The smaller amount.</summary>
    public static Money Min(Money left, Money right) => new(Figure.Min(left.Figure, right.Figure));

    /// <summary>The larger amount.</summary>
    public static Money Max(Money left, Money right) => new(Figure.Max(left.Figure, right.Figure));

    /// <summary>The sum of many amounts, as one step of the calculation tree.</summary>
    public static Money Sum(params ReadOnlySpan<Money> amounts)
    {
        var sum = 0m;
        var asked = false;
        foreach (var amount in amounts)
        {
            sum += amount.Amount;
            asked |= amount.Figure.Origin is not null;
        }

        if (!asked)
            return new(sum);
        var figures = new Figure[amounts.Length];
        for (var i = 0; i < amounts.Length; i++)
            figures[i] = amounts[i].Figure;
        return new(Figure.Sum(figures));
    }

    /// <summary>The amount divided by another; null where the other counts as zero.</summary>
    public Figure? Over(Money other) => other.IsZero ? null : Figure / other.Figure;

    /// <summary>The same amount under its name in the field.</summary>
    public Money Named(string name) => new(Figure.Named(name));

    /// <summary>The same amount under a name that is put together only where anybody asked.</summary>
    internal Money Named([InterpolatedStringHandlerArgument("")] ref NameText name) => Figure.Origin is null ? this : Named(name.ToString());

    /// <summary>The amount as shown or paid: in the currency's minor unit, ties to the even one. Only VAT rounds otherwise (<see cref="Tax"/>).</summary>
    public decimal ToMinorUnit(Currency currency)
    {
        // Twelve places first, so that dust beyond them makes no tie and breaks none.
#pragma warning disable RS0030
        var free = Amount.Scale > 12 ? decimal.Round(Amount, 12, MidpointRounding.ToEven) : Amount;
        var rounded = decimal.Round(free, currency.Decimals, MidpointRounding.ToEven);
#pragma warning restore RS0030
        return rounded == 0 ? 0 : rounded;
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Amount.CompareTo(other.Amount);

    /// <inheritdoc/>
    public override string ToString() => Figure.ToString();
}
