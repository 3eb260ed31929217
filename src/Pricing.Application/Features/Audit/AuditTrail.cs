using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Audit;

/// <summary>Writes the trail: every change of a record, in the transaction that makes it.</summary>
public sealed class AuditTrail(AuditKey key, TimeProvider time)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Adds an entry for each change that is about to be saved. The caller holds a transaction, so that nobody else continues the chain meanwhile.</summary>
    internal async Task Append(PricingDb db, Actor actor, IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken)
    {
        foreach (var ofAgency in changes.GroupBy(change => change.Record.TenantId))
        {
            var last = await Last(db, ofAgency.Key, cancellationToken);
            foreach (var change in ofAgency)
            {
                var payload = JsonSerializer.Serialize(new AuditPayload(change.Changes), Json);
                var fact = new AuditFact(ofAgency.Key, change.Action, change.Kind, change.Record.Id, change.Record.Version, payload);
                db.Add(last = AuditEntry.Follow(last, fact, actor, time.GetUtcNow(), key));
            }
        }
    }

    /// <summary>Adds an entry about something that is no change of a record, such as an erasure.</summary>
    internal async Task Append(PricingDb db, Actor actor, AuditFact fact, CancellationToken cancellationToken) =>
        db.Add(AuditEntry.Follow(await Last(db, fact.TenantId, cancellationToken), fact, actor, time.GetUtcNow(), key));

    // What this unit of work has added already comes before what it adds now.
    private static async Task<AuditEntry?> Last(PricingDb db, Guid tenantId, CancellationToken cancellationToken) =>
        db.ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added && entry.Entity.TenantId == tenantId).Select(entry => entry.Entity).MaxBy(entry => entry.Sequence)
        ?? await db.AuditEntries.IgnoreQueryFilters().AsNoTracking().Where(entry => entry.TenantId == tenantId).OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancellationToken);
}

/// <summary>What an entry holds.</summary>
/// <param name="Changes">The places that changed; null for an erasure.</param>
/// <param name="Entries">The entries whose payload an erasure took; null for everything else.</param>
/// <param name="Reason">Why it took them; null for everything else.</param>
internal sealed record AuditPayload(IReadOnlyList<FieldChange>? Changes, IReadOnlyList<long>? Entries = null, string? Reason = null);
