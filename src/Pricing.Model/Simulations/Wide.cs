using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>Several numbers in one register: what a function needs of them, whatever their number.</summary>
/// <remarks>
/// So a function is written once and compiled for the registers that there are: on a processor with short ones, eight numbers are
/// two halves, and a function of both at once would be more than the compiler inlines.
/// </remarks>
internal interface IWide<T>
    where T : struct, IWide<T>
{
    static abstract T Of(double value);

    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    static abstract T operator *(T a, T b);

    static abstract T operator /(T a, T b);

    /// <summary>a × b + c, rounded once.</summary>
    static abstract T Fma(T a, T b, T c);

    static abstract T Least(T a, T b);

    static abstract T Greatest(T a, T b);

    static abstract T Root(T a);

    static abstract T Size(T a);

    static abstract T WithSignOf(T size, T sign);

    /// <summary>All bits set where a is above b.</summary>
    static abstract T Above(T a, T b);

    static abstract bool Any(T mask);

    static abstract T Choose(T mask, T yes, T no);

    /// <summary>2^k of a whole number k that stands in the last bits.</summary>
    static abstract T PowerOfTwo(T last);

    /// <summary>k, in the last bits, of a number 2^k (1 + f) with √½ ≤ 1 + f &lt; √2, and 1 + f.</summary>
    static abstract (T Exponent, T Fraction) Parts(T a);
}

/// <summary>Eight numbers.</summary>
internal readonly struct Wide8(Vector512<double> numbers) : IWide<Wide8>
{
    private readonly Vector512<double> of = numbers;

    public Vector512<double> Numbers => of;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 Of(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 operator +(Wide8 a, Wide8 b) => new(a.of + b.of);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 operator -(Wide8 a, Wide8 b) => new(a.of - b.of);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 operator *(Wide8 a, Wide8 b) => new(a.of * b.of);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 operator /(Wide8 a, Wide8 b) => new(a.of / b.of);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 Fma(Wide8 a, Wide8 b, Wide8 c) => new(Vector512.FusedMultiplyAdd(a.of, b.of, c.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 Least(Wide8 a, Wide8 b) => new(Vector512.MinNative(a.of, b.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 Greatest(Wide8 a, Wide8 b) => new(Vector512.MaxNative(a.of, b.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 Root(Wide8 a) => new(Vector512.Sqrt(a.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 Size(Wide8 a) => new(Vector512.Abs(a.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 WithSignOf(Wide8 size, Wide8 sign) => new(Vector512.CopySign(size.of, sign.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 Above(Wide8 a, Wide8 b) => new(Vector512.GreaterThan(a.of, b.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Wide8 mask) => mask.of.AsInt64() != Vector512<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 Choose(Wide8 mask, Wide8 yes, Wide8 no) => new(Vector512.ConditionalSelect(mask.of, yes.of, no.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide8 PowerOfTwo(Wide8 last) => new(((last.of.AsInt64() + Vector512.Create(1023L)) << 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Wide8 Exponent, Wide8 Fraction) Parts(Wide8 a)
    {
        var bits = a.of.AsInt64();
        var exponent = (bits - Vector512.Create(VectorMath.RootOfHalf)) >> 52;
        return (new((exponent + Vector512.Create(VectorMath.IntegerBits)).AsDouble()), new((bits - (exponent << 52)).AsDouble()));
    }
}

/// <summary>Four numbers.</summary>
internal readonly struct Wide4(Vector256<double> numbers) : IWide<Wide4>
{
    private readonly Vector256<double> of = numbers;

    public Vector256<double> Numbers => of;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 Of(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 operator +(Wide4 a, Wide4 b) => new(a.of + b.of);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 operator -(Wide4 a, Wide4 b) => new(a.of - b.of);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 operator *(Wide4 a, Wide4 b) => new(a.of * b.of);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 operator /(Wide4 a, Wide4 b) => new(a.of / b.of);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 Fma(Wide4 a, Wide4 b, Wide4 c) => new(Vector256.FusedMultiplyAdd(a.of, b.of, c.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 Least(Wide4 a, Wide4 b) => new(Vector256.MinNative(a.of, b.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 Greatest(Wide4 a, Wide4 b) => new(Vector256.MaxNative(a.of, b.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 Root(Wide4 a) => new(Vector256.Sqrt(a.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 Size(Wide4 a) => new(Vector256.Abs(a.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 WithSignOf(Wide4 size, Wide4 sign) => new(Vector256.CopySign(size.of, sign.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 Above(Wide4 a, Wide4 b) => new(Vector256.GreaterThan(a.of, b.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Wide4 mask) => mask.of.AsInt64() != Vector256<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 Choose(Wide4 mask, Wide4 yes, Wide4 no) => new(Vector256.ConditionalSelect(mask.of, yes.of, no.of));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide4 PowerOfTwo(Wide4 last) => new(((last.of.AsInt64() + Vector256.Create(1023L)) << 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Wide4 Exponent, Wide4 Fraction) Parts(Wide4 a)
    {
        var bits = a.of.AsInt64();
        var exponent = (bits - Vector256.Create(VectorMath.RootOfHalf)) >> 52;
        return (new((exponent + Vector256.Create(VectorMath.IntegerBits)).AsDouble()), new((bits - (exponent << 52)).AsDouble()));
    }
}
