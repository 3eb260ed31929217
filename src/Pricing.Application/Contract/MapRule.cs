namespace Pricing.Application.Contract;

/// <summary>What an object may hold that maps names to numbers.</summary>
/// <param name="Allowed">Bounds of the numbers.</param>
/// <param name="Subject">What the numbers are, as the beginning of a sentence.</param>
/// <param name="Names">The names allowed, where they are known; null for any.</param>
/// <param name="Unknown">Says that a name is none of them.</param>
/// <param name="IsComplete">Whether every name must be there.</param>
/// <param name="Maximum">Most entries.</param>
internal sealed record MapRule(
    Allowed Allowed, string Subject, CodeSet? Names, Func<string, string> Unknown, bool IsComplete = false, int Maximum = int.MaxValue)
{
    /// <summary>Reads the numbers in the order sent.</summary>
    public T[] Read<T>(ValueReader values, TreeNode map, string name, Func<string, decimal, T> make)
    {
        if (map.Count > Maximum)
            values.Faults.Add(map, $"{name} has {map.Count} entries; at most {Maximum} are allowed.");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var entries = new T[map.Count];
        var count = 0;
        for (var member = map.First; member.Exists && !values.Faults.IsFull; member = member.Next)
        {
            var key = member.Name;
            if (!seen.Add(key))
                values.Faults.Add(member, $"{JsonText.Quote(key)} stands twice in {name}.");
            else if (JsonText.HasLoneSurrogate(key))
                values.Faults.Add(member, $"A name in {name} is no valid Unicode.");
            else if (Names is { IsKnown: true } && !Names.Holds(key))
                values.Faults.Add(member, Unknown(key));
            else
                entries[count++] = make(key, values.Number(member, Subject, Allowed));
        }

        if (IsComplete && Names is { IsKnown: true })
            ReportMissing(values.Faults, map, name, seen);
        return count == entries.Length ? entries : entries[..count];
    }

    private void ReportMissing(Faults faults, TreeNode map, string name, HashSet<string> seen)
    {
        foreach (var missing in Names!.All)
        {
            if (!seen.Contains(missing))
                faults.Add(map, missing, $"{name} lacks {JsonText.Quote(missing)}.");
        }
    }
}
