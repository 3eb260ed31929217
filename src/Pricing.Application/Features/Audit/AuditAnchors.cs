using System.Globalization;

namespace Pricing.Application.Features.Audit;

/// <summary>
/// Heads of the trails, appended to a file outside the database: a trail whose end was cut off contradicts it. Keep it, and the log that says the same, where
/// the service cannot write twice.
/// </summary>
/// <param name="file">The file.</param>
public sealed class AuditAnchors(string file)
{
    private readonly Lock guard = new();

    /// <summary>The heads of an agency, by sequence.</summary>
    internal SortedList<long, string> Of(Guid tenantId)
    {
        var heads = new SortedList<long, string>();
        foreach (var (agency, head) in All().Where(entry => entry.Agency == tenantId))
            heads[head.Sequence] = head.Hash;
        return heads;
    }

    /// <summary>Which heads are written down.</summary>
    internal HashSet<(Guid Agency, long Sequence)> Written() => [.. All().Select(entry => (entry.Agency, entry.Head.Sequence))];

    /// <summary>Writes a head down.</summary>
    internal void Add(Guid tenantId, AuditHead head, DateTimeOffset now)
    {
        lock (guard)
            File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{now:O} {tenantId} {head.Sequence} {head.Hash}\n"));
    }

    private List<(Guid Agency, AuditHead Head)> All()
    {
        var all = new List<(Guid, AuditHead)>();
        lock (guard)
        {
            foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
            {
                if (line.Split(' ') is [_, var tenant, var sequence, var hash] && Guid.TryParse(tenant, out var agency) && long.TryParse(sequence, CultureInfo.InvariantCulture, out var number))
                    all.Add((agency, new(number, hash)));
            }
        }

        return all;
    }
}
