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
    // Where eight numbers take two registers, every operation is a call to inline, and a loop that inlines a whole function runs out
    // of the compiler's budget. There the functions are compiled by themselves, and called.
    private static readonly Func<Vector512<double>, Vector512<double>> CalledExp = ExpOf, CalledLog = LogOf, CalledNormalQuantile = NormalQuantileOf;

    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;
    private const double Integers = 6755399441055744;   // 1.5 × 2^52: adding it leaves a whole number in the last bits.

    /// <summary>a × b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Vector512.FusedMultiplyAdd(a, b, c);

    /// <summary>a × b + c for a number c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, double c) => Vector512.FusedMultiplyAdd(a, b, Vector512.Create(c));

    /// <summary>e^x for −708 ≤ x ≤ 709, held to these bounds; relative error below 3e-16.</summary>
    /// <remarks>x = k ln 2 + r with |r| ≤ ln 2 / 2, then the exponential series of r up to r^13 / 13!.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x) => Vector512.IsHardwareAccelerated ? ExpOf(x) : CalledExp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpOf(Vector512<double> x)
    {
        x = Vector512.MinNative(Vector512.MaxNative(x, Vector512.Create(-708.0)), Vector512.Create(709.0));
        var shifted = Fma(x, Vector512.Create(1.4426950408889634), Integers);
        var k = shifted - Vector512.Create(Integers);
        var r = Fma(k, Vector512.Create(-Ln2Low), Fma(k, Vector512.Create(-Ln2High), x));

        // Estrin's scheme: short chains, so that the processor has something to overlap.
        var r2 = r * r;
        var r4 = r2 * r2;
        var p01 = r + Vector512<double>.One;
        var p23 = Fma(r, Vector512.Create(1.0 / 6), 0.5);
        var p45 = Fma(r, Vector512.Create(1.0 / 120), 1.0 / 24);
        var p67 = Fma(r, Vector512.Create(1.0 / 5_040), 1.0 / 720);
        var p89 = Fma(r, Vector512.Create(1.0 / 362_880), 1.0 / 40_320);
        var p1011 = Fma(r, Vector512.Create(1.0 / 39_916_800), 1.0 / 3_628_800);
        var p1213 = Fma(r, Vector512.Create(1.0 / 6_227_020_800), 1.0 / 479_001_600);
        var p03 = Fma(r2, p23, p01);
        var p47 = Fma(r2, p67, p45);
        var p811 = Fma(r2, p1011, p89);
        var p = Fma(r4, Fma(r4, Fma(r4, p1213, p811), p47), p03);

        var power = (shifted.AsInt64() + Vector512.Create(1023L)) << 52;
        return p * power.AsDouble();
    }

    /// <summary>Natural logarithm of a positive number that is not subnormal; error below one unit in the last place.</summary>
    /// <remarks>x = 2^k (1 + f) with √½ ≤ 1 + f &lt; √2, then the series of 2 artanh(f / (2 + f)) with the coefficients of fdlibm.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x) => Vector512.IsHardwareAccelerated ? LogOf(x) : CalledLog(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogOf(Vector512<double> x)
    {
        var bits = x.AsInt64();
        var exponent = (bits - Vector512.Create(0x3FE6A09E667F3BCDL)) >> 52;
        var f = (bits - (exponent << 52)).AsDouble() - Vector512<double>.One;
        var k = (exponent + Vector512.Create(0x4338000000000000L)).AsDouble() - Vector512.Create(Integers);

        var s = f / (f + Vector512.Create(2.0));
        var z = s * s;
        var w = z * z;
        var odd = w * Fma(w, Fma(w, Vector512.Create(1.531383769920937332e-01), 2.222219843214978396e-01), 3.999999999940941908e-01);
        var even = z * Fma(w, Fma(w, Fma(w, Vector512.Create(1.479819860511658591e-01), 1.818357216161805012e-01), 2.857142874366239149e-01), 6.666666666666735130e-01);
        var half = Vector512.Create(0.5) * f * f;
        var tail = Fma(s, half + (odd + even), k * Vector512.Create(Ln2Low));
        return Fma(k, Vector512.Create(Ln2High), f - (half - tail));
    }

    /// <summary>The number that a standard normal variable stays below with probability u, 0 &lt; u &lt; 1; relative error about 1e-16.</summary>
    /// <remarks>Source: Wichura (1988), algorithm AS 241, PPND16.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> NormalQuantile(Vector512<double> u) => Vector512.IsHardwareAccelerated ? NormalQuantileOf(u) : CalledNormalQuantile(u);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> NormalQuantileOf(Vector512<double> u)
    {
        var q = u - Vector512.Create(0.5);
        var central = Central(q);
        var isTail = Vector512.GreaterThan(Vector512.Abs(q), Vector512.Create(0.425));
        if (isTail == Vector512<double>.Zero)
            return central;

        var r = Vector512.Sqrt(-Log(Vector512.MinNative(u, Vector512<double>.One - u)));
        var tail = Near(r - Vector512.Create(1.6));
        var isFar = Vector512.GreaterThan(r, Vector512.Create(5.0));
        if (isFar != Vector512<double>.Zero)
            tail = Vector512.ConditionalSelect(isFar, Far(r - Vector512.Create(5.0)), tail);
        return Vector512.ConditionalSelect(isTail, Vector512.CopySign(tail, q), central);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Central(Vector512<double> q)
    {
        var r = Vector512.Create(0.180625) - q * q;
        var above = Fma(Fma(Fma(Fma(Fma(Fma(Fma(
            r, Vector512.Create(2509.0809287301226727), 33430.575583588128105), r, 67265.770927008700853), r, 45921.953931549871457), r, 13731.693765509461125),
            r, 1971.5909503065514427), r, 133.14166789178437745), r, 3.387132872796366608);
        var below = Fma(Fma(Fma(Fma(Fma(Fma(Fma(
            r, Vector512.Create(5226.495278852854561), 28729.085735721942674), r, 39307.89580009271061), r, 21213.794301586595867), r, 5394.1960214247511077),
            r, 687.1870074920579083), r, 42.313330701600911252), r, 1);
        return q * (above / below);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Near(Vector512<double> r)
    {
        var above = Fma(Fma(Fma(Fma(Fma(Fma(Fma(
            r, Vector512.Create(7.7454501427834140764e-4), 0.0227238449892691845833), r, 0.24178072517745061177), r, 1.27045825245236838258), r, 3.64784832476320460504),
            r, 5.7694972214606914055), r, 4.6303378461565452959), r, 1.42343711074968357734);
        var below = Fma(Fma(Fma(Fma(Fma(Fma(Fma(
            r, Vector512.Create(1.05075007164441684324e-9), 5.475938084995344946e-4), r, 0.0151986665636164571966), r, 0.14810397642748007459), r, 0.68976733498510000455),
            r, 1.6763848301838038494), r, 2.05319162663775882187), r, 1);
        return above / below;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Far(Vector512<double> r)
    {
        var above = Fma(Fma(Fma(Fma(Fma(Fma(Fma(
            r, Vector512.Create(2.01033439929228813265e-7), 2.71155556874348757815e-5), r, 0.0012426609473880784386), r, 0.026532189526576123093), r, 0.29656057182850489123),
            r, 1.7848265399172913358), r, 5.4637849111641143699), r, 6.6579046435011037772);
        var below = Fma(Fma(Fma(Fma(Fma(Fma(Fma(
            r, Vector512.Create(2.04426310338993978564e-15), 1.4215117583164458887e-7), r, 1.8463183175100546818e-5), r, 7.868691311456132591e-4), r, 0.0148753612908506148525),
            r, 0.13692988092273580531), r, 0.59983220655588793769), r, 1);
        return above / below;
    }
}
