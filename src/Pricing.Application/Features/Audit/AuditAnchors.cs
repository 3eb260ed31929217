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
    private readonly Dictionary<Guid, long> last = [];
    private long readTo;   // the file only grows, a line for each agency and minute, so it is not read again and again

    /// <summary>The heads of an agency, by sequence.</summary>
    internal SortedList<long, string> Of(Guid tenantId)
    {
        var heads = new SortedList<long, string>();
        lock (guard)
        {
            foreach (var (agency, head) in (File.Exists(file) ? File.ReadLines(file) : []).Select(Read).OfType<(Guid, AuditHead)>())
            {
                if (agency == tenantId)
                    heads[head.Sequence] = head.Hash;
            }
        }

        return heads;
    }

    /// <summary>The furthest head of an agency that is written down, by whichever node; zero for none.</summary>
    internal long LastOf(Guid tenantId)
    {
        lock (guard)
        {
            ReadOn();
            return last.GetValueOrDefault(tenantId);
        }
    }

    /// <summary>Writes a head down.</summary>
    internal void Add(Guid tenantId, AuditHead head, DateTimeOffset now)
    {
        lock (guard)
            File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{now:O} {tenantId} {head.Sequence} {head.Hash}\n"));
    }

    private void ReadOn()
    {
        if (!File.Exists(file))
            return;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (stream.Length < readTo)
        {
            readTo = 0;   // another file by now
            last.Clear();
        }

        stream.Position = readTo;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line && readTo + line.Length < stream.Length)   // a line without its end is still being written
        {
            readTo += line.Length + 1;
            if (Read(line) is var (agency, head))
                last[agency] = Math.Max(last.GetValueOrDefault(agency), head.Sequence);
        }
    }

    private static (Guid Agency, AuditHead Head)? Read(string line) =>
        line.Split(' ') is [_, var tenant, var sequence, var hash] && Guid.TryParse(tenant, out var agency) && long.TryParse(sequence, CultureInfo.InvariantCulture, out var number)
            ? (agency, new(number, hash))
            : null;
}
