using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Pricing.Model.Simulations;

/// <summary>Where the random numbers of a block of trials begin.</summary>
/// <remarks>
/// Every block of every input has a generator of its own, whose state is a hash of seed, input and block. So a block can be
/// drawn by any thread, in any order, and again, with the same result.
/// </remarks>
internal static class BlockKey
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The key of one block of one input.</summary>
    public static ulong Of(ulong seed, int input, int block) => unchecked(Mix(Mix(Mix(seed + Golden) + (ulong)input * Golden) + (ulong)block * Golden));

    /// <summary>The n-th word of a generator's first state.</summary>
    public static ulong Word(ulong key, int n) => unchecked(Mix(key + (ulong)(n + 1) * Golden));

    /// <summary>Eight words of a generator's first state, from the n-th on.</summary>
    public static Vector512<ulong> Words(ulong key, ulong n)
    {
        var places = Vector512.Create(1UL, 2, 3, 4, 5, 6, 7, 8) + Vector512.Create(n);
        var x = Vector512.Create(key) + places * Vector512.Create(Golden);
        x = (x ^ (x >> 30)) * Vector512.Create(0xBF58476D1CE4E5B9);
        x = (x ^ (x >> 27)) * Vector512.Create(0x94D049BB133111EB);
        return x ^ (x >> 31);
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}

/// <summary>Eight generators side by side: xoshiro256++ (Blackman and Vigna 2019).</summary>
internal struct VectorGenerator
{
    private Vector512<ulong> s0, s1, s2, s3;

    /// <summary>The generators of a block.</summary>
    public VectorGenerator(ulong key) => (s0, s1, s2, s3) = (BlockKey.Words(key, 0), BlockKey.Words(key, 8), BlockKey.Words(key, 16), BlockKey.Words(key, 24));

    /// <summary>Fills a column with numbers above 0 and below 1: odd multiples of 2^-53.</summary>
    [MethodImpl(Hot.Loop)]
    public void Fill(Span<Vector512<double>> column)
    {
        var (a, b, c, d) = (s0, s1, s2, s3);
        for (var i = 0; i < column.Length; i++)
        {
            var bits = Rotate(a + d, 23) + a;
            var t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = Rotate(d, 45);
            column[i] = ((bits >> 12) | Vector512.Create(0x3FF0000000000000UL)).AsDouble() - Vector512.Create(1 - 1.0 / (1L << 53));
        }

        (s0, s1, s2, s3) = (a, b, c, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Rotate(Vector512<ulong> x, int by) => (x << by) | (x >> (64 - by));
}

/// <summary>One generator, for draws that take as many random numbers as they need.</summary>
internal struct ScalarGenerator
{
    private ulong s0, s1, s2, s3;

    /// <summary>The generator of a block.</summary>
    public ScalarGenerator(ulong key) => (s0, s1, s2, s3) = (BlockKey.Word(key, 0), BlockKey.Word(key, 1), BlockKey.Word(key, 2), BlockKey.Word(key, 3));

    /// <summary>A number above 0 and below 1: an odd multiple of 2^-53.</summary>
    public double Next()
    {
        unchecked
        {
            var bits = BitOperations.RotateLeft(s0 + s3, 23) + s0;
            var t = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= t;
            s3 = BitOperations.RotateLeft(s3, 45);
            return BitConverter.UInt64BitsToDouble((bits >> 12) | 0x3FF0000000000000UL) - (1 - 1.0 / (1L << 53));
        }
    }
}
