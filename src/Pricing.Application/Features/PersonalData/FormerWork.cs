using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Audit;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PersonalData;

/// <summary>What the audit trail tells of work from the time when it was a client's that has another one by now.</summary>
internal static class FormerWork
{
    /// <summary>The entries of engagements and proposals, with their scenarios and versions, up to the one with which they left the client.</summary>
    /// <param name="db">The database.</param>
    /// <param name="clients">The client, and those that were merged into it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<IReadOnlyList<AuditEntry>> EntriesOf(PricingDb db, IReadOnlyList<Guid> clients, CancellationToken cancellationToken)
    {
        var left = new Dictionary<Guid, long>();
        foreach (var client in clients.Select(id => id.ToString()))
        {
            var naming = await db.AuditEntries.AsNoTracking().Where(entry => (entry.Kind == "engagement" || entry.Kind == "proposal") && entry.Payload!.Contains(client)).ToListAsync(cancellationToken);
            foreach (var entry in naming.Where(entry => IsLeave(entry, client)))
                left[entry.RecordId] = Math.Max(entry.Sequence, left.GetValueOrDefault(entry.RecordId));
        }

        // Scenarios and versions name no client of their own: they left with their engagement or proposal.
        var works = left.Keys.ToList();
        foreach (var scenario in await db.Scenarios.Where(scenario => works.Contains(scenario.EngagementId)).Select(scenario => new { scenario.Id, scenario.EngagementId }).ToListAsync(cancellationToken))
            left[scenario.Id] = left[scenario.EngagementId];
        foreach (var version in await db.ProposalVersions.Where(version => works.Contains(version.ProposalId)).Select(version => new { version.Id, version.ProposalId }).ToListAsync(cancellationToken))
            left[version.Id] = left[version.ProposalId];

        var records = left.Keys.ToList();
        var entries = await db.AuditEntries.Where(entry => records.Contains(entry.RecordId) && entry.Payload != null).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        return [.. entries.Where(entry => entry.Sequence <= left[entry.RecordId])];
    }

    private static bool IsLeave(AuditEntry entry, string client) =>
        JsonSerializer.Deserialize<AuditPayload>(entry.Payload!, AuditTrail.Json)?.Changes?.Any(change => change.Path == "/clientId" && (string?)change.Before == client) == true;
}
