namespace Pricing.Fuzz.Tests.Engine;

/// <summary>Draws that are the same on every platform and in every version: SplitMix64 (Steele, Lea and Flood 2014).</summary>
internal sealed class Draw(ulong seed)
{
    private ulong state = seed;

    /// <summary>The draws of one case of a run.</summary>
    public static Draw OfCase(int seed, int number) => new(unchecked(((ulong)seed * 0xD1342543DE82EF95UL) ^ new Draw((ulong)number).Next()));

    public ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A number from 0 to one below.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>True once in so many times.</summary>
    public bool OnceIn(int times) => Below(times) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
