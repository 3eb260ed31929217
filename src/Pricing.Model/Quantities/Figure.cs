using System.Runtime.CompilerServices;

namespace Pricing.Model.Quantities;

/// <summary>A number of the model, unrounded, that can say how it came about.</summary>
/// <remarks>
/// The formulas of the model are written once, over figures. A figure whose inputs carry no
/// <see cref="Derivation"/> costs no more than its decimal; where the inputs carry one
/// (see <c>ResolvedEngagement.From</c>), every result carries its whole calculation tree, so that an
/// explanation comes from the very code that computes the figure.
/// </remarks>
public readonly struct Figure : IEquatable<Figure>, IComparable<Figure>
{
    /// <summary>A magnitude of at most this counts as zero wherever a sign or a division hangs on it.</summary>
    public const decimal ZeroTolerance = 1e-9m;

    private const int ShownDecimals = 12;

    /// <summary>A number with or without a story.</summary>
    public Figure(decimal value, Derivation? origin = null)
    {
        Value = value;
        Origin = origin;
    }

    /// <summary>The number itself, unrounded.</summary>
    public decimal Value { get; }

    /// <summary>How it came about; null when nobody asked, and for constants of a formula.</summary>
    public Derivation? Origin { get; }

    /// <summary>Whether the magnitude counts as zero (at most 1e-9).</summary>
    public bool IsZero => Math.Abs(Value) <= ZeroTolerance;

    /// <summary>The number as shown where it is no money: twelve decimals, no zeros behind the last digit.</summary>
    public decimal Shown => WithoutTrailingZeros(
#pragma warning disable RS0030 // No money: shares, ratios, hours.
        Value.Scale > ShownDecimals ? decimal.Round(Value, ShownDecimals, MidpointRounding.ToEven) : Value);
#pragma warning restore RS0030

    /// <summary>A constant of a formula.</summary>
    public static implicit operator Figure(decimal constant) => new(constant);

    /// <summary>Sum.</summary>
    public static Figure operator +(Figure left, Figure right)
    {
        // Nothing that nobody stated, as sums begin with, is no step worth telling.
        if (left.Origin is null && left.Value == 0)
            return right;
        if (right.Origin is null && right.Value == 0)
            return left;
        var value = left.Value + right.Value;
        return new(value, Derivation.Of("+", value, left, right));
    }

    /// <summary>Difference.</summary>
    public static Figure operator -(Figure left, Figure right)
    {
        var value = left.Value - right.Value;
        return new(value, Derivation.Of("−", value, left, right));
    }

    /// <summary>Product.</summary>
    public static Figure operator *(Figure left, Figure right)
    {
        var value = left.Value * right.Value;
        return new(value, Derivation.Of("×", value, left, right));
    }

    /// <summary>Quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Figure operator /(Figure left, Figure right)
    {
        var value = left.Value / right.Value;
        return new(value, Derivation.Of("÷", value, left, right));
    }

    /// <summary>Whether two figures have the same value, whatever their story.</summary>
    public static bool operator ==(Figure left, Figure right) => left.Value == right.Value;

    /// <summary>Whether two figures differ in value.</summary>
    public static bool operator !=(Figure left, Figure right) => left.Value != right.Value;

    /// <summary>Order by value.</summary>
    public static bool operator <(Figure left, Figure right) => left.Value < right.Value;

    /// <summary>Order by value.</summary>
    public static bool operator >(Figure left, Figure right) => left.Value > right.Value;

    /// <summary>Order by value.</summary>
    public static bool operator <=(Figure left, Figure right) => left.Value <= right.Value;

    /// <summary>Order by value.</summary>
    public static bool operator >=(Figure left, Figure right) => left.Value >= right.Value;

    /// <summary>The smaller one; the tree keeps both.</summary>
    public static Figure Min(Figure left, Figure right)
    {
        var value = Math.Min(left.Value, right.Value);
        return new(value, Derivation.Of("min", value, left, right));
    }

    /// <summary>The larger one; the tree keeps both.</summary>
    public static Figure Max(Figure left, Figure right)
    {
        var value = Math.Max(left.Value, right.Value);
        return new(value, Derivation.Of("max", value, left, right));
    }

    /// <summary>A product whose steps stay near 1 in magnitude, so that neither tiny nor huge factors cost digits.</summary>
    /// <remarks>A decimal keeps 28 places: 1e-9 × 1e-9 × 1e-9 would be cut before a large factor brings it back.</remarks>
    public static Figure Product(params ReadOnlySpan<Figure> factors)
    {
        Span<decimal> rest = stackalloc decimal[factors.Length];
        for (var i = 0; i < factors.Length; i++)
            rest[i] = factors[i].Value;
        rest.Sort(static (a, b) => Math.Abs(a).CompareTo(Math.Abs(b)));

        var product = 1m;
        int low = 0, high = rest.Length - 1;
        while (low <= high)
            product *= Math.Abs(product) > 1 ? rest[low++] : rest[high--];
        return new(product, Derivation.Of("×", product, factors));
    }

    /// <summary>A sum of many terms, as one step of the tree.</summary>
    public static Figure Sum(params ReadOnlySpan<Figure> terms)
    {
        var sum = 0m;
        foreach (var term in terms)
            sum += term.Value;
        return new(sum, Derivation.Of("+", sum, terms));
    }

    /// <summary>The same figure under its name in the field, where anybody asked.</summary>
    public Figure Named(string name) => Origin is null ? this : new(Value, Derivation.Named(name, this));

    /// <summary>The same figure under a name that is put together only where anybody asked.</summary>
    internal Figure Named([InterpolatedStringHandlerArgument("")] ref NameText name) => Origin is null ? this : Named(name.ToString());

    private static decimal WithoutTrailingZeros(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var scale = value.Scale;
        if (bits[2] != 0)
            return scale == 0 ? value : value / 1.0000000000000000000000000000m;   // beyond 64 bits, rare

        var digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        return new(unchecked((int)digits), unchecked((int)(digits >> 32)), 0, decimal.IsNegative(value) && digits != 0, (byte)scale);
    }

    /// <inheritdoc/>
    public bool Equals(Figure other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Figure other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Figure other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
