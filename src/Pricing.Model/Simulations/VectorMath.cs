using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>Functions of eight numbers at once.</summary>
/// <remarks>
/// Only operations that IEEE 754 defines to the bit are used, the fused multiplication among them, so that a result is the
/// same on every processor, whatever the width of its registers.
/// </remarks>
internal static class VectorMath
{
    /// <summary>The bits of √½.</summary>
    public const long RootOfHalf = 0x3FE6A09E667F3BCD;

    /// <summary>The bits of <see cref="Integers"/>.</summary>
    public const long IntegerBits = 0x4338000000000000;

    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;
    private const double Integers = 6755399441055744;   // 1.5 × 2^52: adding it leaves a whole number in the last bits.

    /// <summary>a × b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Vector512.FusedMultiplyAdd(a, b, c);

    /// <summary>e^x for −708 ≤ x ≤ 709, held to these bounds; relative error below 3e-16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x) => Vector512.IsHardwareAccelerated
        ? Exp(new Wide8(x)).Numbers
        : Vector512.Create(Exp(new Wide4(x.GetLower())).Numbers, Exp(new Wide4(x.GetUpper())).Numbers);

    /// <summary>Natural logarithm of a positive number that is not subnormal; error below one unit in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x) => Vector512.IsHardwareAccelerated
        ? Log(new Wide8(x)).Numbers
        : Vector512.Create(Log(new Wide4(x.GetLower())).Numbers, Log(new Wide4(x.GetUpper())).Numbers);

    /// <summary>The number that a standard normal variable stays below with probability u, 0 &lt; u &lt; 1; relative error about 1e-16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> NormalQuantile(Vector512<double> u) => Vector512.IsHardwareAccelerated
        ? NormalQuantile(new Wide8(u)).Numbers
        : Vector512.Create(NormalQuantile(new Wide4(u.GetLower())).Numbers, NormalQuantile(new Wide4(u.GetUpper())).Numbers);

    // x = k ln 2 + r with |r| ≤ ln 2 / 2, then the exponential series of r up to r^13 / 13!.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exp<T>(T x)
        where T : struct, IWide<T>
    {
        x = T.Least(T.Greatest(x, T.Of(-708)), T.Of(709));
        var last = T.Fma(x, T.Of(1.4426950408889634), T.Of(Integers));
        var k = last - T.Of(Integers);
        var r = T.Fma(k, T.Of(-Ln2Low), T.Fma(k, T.Of(-Ln2High), x));

        // Estrin's scheme: short chains, so that the processor has something to overlap.
        var r2 = r * r;
        var r4 = r2 * r2;
        var p01 = r + T.Of(1);
        var p23 = T.Fma(r, T.Of(1.0 / 6), T.Of(0.5));
        var p45 = T.Fma(r, T.Of(1.0 / 120), T.Of(1.0 / 24));
        var p67 = T.Fma(r, T.Of(1.0 / 5_040), T.Of(1.0 / 720));
        var p89 = T.Fma(r, T.Of(1.0 / 362_880), T.Of(1.0 / 40_320));
        var p1011 = T.Fma(r, T.Of(1.0 / 39_916_800), T.Of(1.0 / 3_628_800));
        var p1213 = T.Fma(r, T.Of(1.0 / 6_227_020_800), T.Of(1.0 / 479_001_600));
        var p03 = T.Fma(r2, p23, p01);
        var p47 = T.Fma(r2, p67, p45);
        var p811 = T.Fma(r2, p1011, p89);
        return T.Fma(r4, T.Fma(r4, T.Fma(r4, p1213, p811), p47), p03) * T.PowerOfTwo(last);
    }

    // x = 2^k (1 + f), then the series of 2 artanh(f / (2 + f)) with the coefficients of fdlibm.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Log<T>(T x)
        where T : struct, IWide<T>
    {
        var (exponent, fraction) = T.Parts(x);
        var k = exponent - T.Of(Integers);
        var f = fraction - T.Of(1);
        var s = f / (f + T.Of(2));
        var z = s * s;
        var w = z * z;
        var odd = w * T.Fma(w, T.Fma(w, T.Of(1.531383769920937332e-01), T.Of(2.222219843214978396e-01)), T.Of(3.999999999940941908e-01));
        var even = T.Fma(w, T.Fma(w, T.Of(1.479819860511658591e-01), T.Of(1.818357216161805012e-01)), T.Of(2.857142874366239149e-01));
        even = z * T.Fma(w, even, T.Of(6.666666666666735130e-01));
        var half = T.Of(0.5) * f * f;
        var tail = T.Fma(s, half + (odd + even), k * T.Of(Ln2Low));
        return T.Fma(k, T.Of(Ln2High), f - (half - tail));
    }

    // Source: Wichura (1988), algorithm AS 241, PPND16.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T NormalQuantile<T>(T u)
        where T : struct, IWide<T>
    {
        var q = u - T.Of(0.5);
        var r = T.Of(0.180625) - q * q;
        var central = q * (Polynomial(
            r, 2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125, 1971.5909503065514427,
            133.14166789178437745, 3.387132872796366608) / Polynomial(
            r, 5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077, 687.1870074920579083,
            42.313330701600911252, 1));
        var isTail = T.Above(T.Size(q), T.Of(0.425));
        if (!T.Any(isTail))
            return central;

        var root = T.Root(T.Of(0) - Log(T.Least(u, T.Of(1) - u)));
        var tail = Near(root - T.Of(1.6));
        var isFar = T.Above(root, T.Of(5));
        if (T.Any(isFar))
            tail = T.Choose(isFar, Far(root - T.Of(5)), tail);
        return T.Choose(isTail, T.WithSignOf(tail, q), central);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Near<T>(T r)
        where T : struct, IWide<T> => Polynomial(
            r, 7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055,
            4.6303378461565452959, 1.42343711074968357734) / Polynomial(
            r, 1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494,
            2.05319162663775882187, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Far<T>(T r)
        where T : struct, IWide<T> => Polynomial(
            r, 2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358,
            5.4637849111641143699, 6.6579046435011037772) / Polynomial(
            r, 2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
            0.59983220655588793769, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Polynomial<T>(T r, double c7, double c6, double c5, double c4, double c3, double c2, double c1, double c0)
        where T : struct, IWide<T>
    {
        var high = T.Fma(T.Fma(T.Fma(T.Of(c7), r, T.Of(c6)), r, T.Of(c5)), r, T.Of(c4));
        return T.Fma(T.Fma(T.Fma(T.Fma(high, r, T.Of(c3)), r, T.Of(c2)), r, T.Of(c1)), r, T.Of(c0));
    }
}
