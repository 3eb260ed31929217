namespace Pricing.Documents.Charts;

/// <summary>Curves cut where something changes.</summary>
internal static class Stretches
{
    /// <summary>The places in stretches in which a condition holds or does not; neighbours share the place between them.</summary>
    public static IEnumerable<(bool Holds, IReadOnlyList<T> Places)> Of<T>(IReadOnlyList<T> places, Func<T, bool> holds)
    {
        var start = 0;
        for (var i = 1; i <= places.Count; i++)
        {
            if (i < places.Count && holds(places[i]) == holds(places[start]))
                continue;
            yield return (holds(places[start]), [.. places.Skip(start).Take(Math.Min(i + 1, places.Count) - start)]);
            start = i;
        }
    }
}
