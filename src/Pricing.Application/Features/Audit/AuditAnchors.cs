using System.Globalization;

namespace Pricing.Application.Features.Audit;

/// <summary>
/// Heads of the trails, appended to a file outside the database: a trail whose end was cut off contradicts it. Keep it, and the log that says the same, where
/// the service cannot write twice.
/// </summary>
/// <param name="file">The file.</param>
public sealed class AuditAnchors(string file)
{
    private readonly Lock writing = new();

    /// <summary>The heads of an agency, by sequence.</summary>
    internal SortedList<long, string> Of(Guid tenantId)
    {
        var heads = new SortedList<long, string>();
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
        {
            if (line.Split(' ') is [_, var tenant, var sequence, var hash] && tenant == tenantId.ToString() && long.TryParse(sequence, CultureInfo.InvariantCulture, out var number))
                heads[number] = hash;
        }

        return heads;
    }

    /// <summary>Writes a head down.</summary>
    internal void Add(Guid tenantId, AuditHead head, DateTimeOffset now)
    {
        lock (writing)
            File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{now:O} {tenantId} {head.Sequence} {head.Hash}\n"));
    }
}
