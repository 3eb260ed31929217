using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Pricing.Application.Contract;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Deliverables;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.RateCards;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Audit;

/// <summary>What a unit of work is about to do to one record.</summary>
/// <param name="Record">The record.</param>
/// <param name="Action">created, revised or deleted.</param>
/// <param name="Kind">What it is: client, engagement and so on.</param>
/// <param name="Changes">What changes, member by member; documents place by place.</param>
internal sealed record RecordChange(Record Record, string Action, string Kind, IReadOnlyList<FieldChange> Changes);

/// <summary>Reads off the change tracker what a unit of work does.</summary>
internal static class RecordChanges
{
    // Follows from the rest: texts to search by, documents with references spelled out, and what every change counts.
    private static readonly HashSet<string> Derived =
    [
        nameof(Client.SearchText), nameof(EngagementRecord.ResolvedDocument), nameof(EngagementRecord.Provenance), nameof(ScenarioRecord.ResolvedDocument), nameof(ProposalVersion.Statement), nameof(ProposalVersion.Figures),
        nameof(Record.Id), nameof(Record.TenantId), nameof(Record.Version), nameof(Record.CreatedAt), nameof(Record.UpdatedAt),
    ];

    // Kept as JSON text: compared place by place.
    private static readonly HashSet<string> Documents =
        [nameof(EngagementRecord.SentDocument), nameof(EngagementRecord.Offer), nameof(EngagementRecord.Calculations), nameof(RateCardRecord.Roles), nameof(DeliverableRecord.Document), nameof(CrmConnection.Settings), nameof(ProposalVersion.Terms), nameof(ProposalVersion.FiredRules), nameof(ProposalVersion.Writers), nameof(ProposalVersion.Decision)];

    // Opens something: told apart by its hash, never told.
    private static readonly HashSet<string> Secret = [nameof(ApiKey.Hash), nameof(ApiKey.FormerHash), nameof(WebhookEndpoint.Secret), nameof(WebhookEndpoint.FormerSecret), nameof(CrmConnection.Credentials), nameof(ShareLink.TokenHash)];

    // What a record owns in a table of its own is told under the name that the API has for it.
    private static readonly Dictionary<string, string> Owned = new() { [nameof(KnownRecord.ExternalKeys)] = "/externalIds" };

    /// <summary>What is about to be saved.</summary>
    /// <param name="tracker">The unit of work.</param>
    /// <param name="forgotten">Records of which no value is to be told.</param>
    public static IEnumerable<RecordChange> Pending(ChangeTracker tracker, IReadOnlySet<Guid> forgotten)
    {
        var owned = tracker.Entries().Where(row => row.Metadata.IsOwned()).ToLookup(OwnerOf);
        return
            from entry in tracker.Entries<Record>()
            let told = ChangesOf(entry).Concat(ChangesOfOwned(entry, owned[entry.Entity.Id]))
            let changes = told.Select(change => forgotten.Contains(entry.Entity.Id) ? new FieldChange(change.Path, null, null) : change).ToList()
            where changes.Count > 0
            select new RecordChange(entry.Entity, ActionOf(entry.State), KindOf(entry.Entity), changes);
    }

    /// <summary>What a record is called in the trail.</summary>
    public static string KindOf(Record record)
    {
        var name = record.GetType().Name;
        return JsonNamingPolicy.CamelCase.ConvertName(name.EndsWith("Record", StringComparison.Ordinal) ? name[..^"Record".Length] : name);
    }

    /// <summary>A record as it stands, member by member; without what opens something.</summary>
    public static JsonObject Snapshot(EntityEntry entry) => new(entry.Properties
        .Where(property => !Derived.Contains(property.Metadata.Name) && !Secret.Contains(property.Metadata.Name))
        .Select(property => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name), ValueOf(property, property.CurrentValue))));

    private static string ActionOf(EntityState state) => state switch
    {
        EntityState.Added => "created",
        EntityState.Deleted => "deleted",
        _ => "revised",
    };

    private static IEnumerable<FieldChange> ChangesOf(EntityEntry<Record> entry) => entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted) ? [] : entry.Properties
        .Where(property => !Derived.Contains(property.Metadata.Name) && (entry.State != EntityState.Modified || property.IsModified))
        .SelectMany(property => JsonDifference.Between(
            entry.State == EntityState.Added ? null : ValueOf(property, property.OriginalValue),
            entry.State == EntityState.Deleted ? null : ValueOf(property, property.CurrentValue),
            $"/{JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name)}"));

    private static IEnumerable<FieldChange> ChangesOfOwned(EntityEntry<Record> entry, IEnumerable<EntityEntry> rows) =>
        from collection in entry.Metadata.GetNavigations().Where(navigation => navigation.IsCollection && navigation.TargetEntityType.IsOwned())
        let own = rows.Where(row => row.Metadata == collection.TargetEntityType).ToList()
        from change in own.Count == 0 ? [] : JsonDifference.Between(RowsOf(own, without: EntityState.Added), RowsOf(own, without: EntityState.Deleted), Owned[collection.Name])
        select change;

    private static JsonArray RowsOf(IEnumerable<EntityEntry> rows, EntityState without) => new([.. rows
        .Where(row => row.State != without)
        .Select(row => new JsonObject(row.Properties
            .Where(property => !property.Metadata.IsKey() && !property.Metadata.IsForeignKey() && property.Metadata.Name != nameof(Record.TenantId))
            .Select(property => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name), ValueOf(property, property.CurrentValue)))))
        .OrderBy(row => row.ToJsonString(), StringComparer.Ordinal)]);

    private static Guid OwnerOf(EntityEntry row)
    {
        var owner = row.Property(row.Metadata.FindOwnership()!.Properties[0].Name);
        return (Guid)(row.State == EntityState.Added ? owner.CurrentValue : owner.OriginalValue)!;
    }

    private static JsonNode? ValueOf(PropertyEntry property, object? value) => value switch
    {
        null => null,
        _ when Secret.Contains(property.Metadata.Name) => JsonValue.Create($"sha256:{Convert.ToHexStringLower(SHA256.HashData((byte[])value))[..16]}"),
        byte[] file => JsonValue.Create($"sha256:{Convert.ToHexStringLower(SHA256.HashData(file))[..16]}"),
        string text when Documents.Contains(property.Metadata.Name) => JsonNode.Parse(text),
        string text => JsonValue.Create(text),
        IEnumerable<string> texts => new JsonArray([.. texts.Select(each => JsonValue.Create(each))]),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        Enum code => JsonValue.Create(EnumCode.Of(code)),
        DateOnly day => JsonValue.Create(day.ToString("O", CultureInfo.InvariantCulture)),
        DateTimeOffset time => JsonValue.Create(time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        IFormattable other => JsonValue.Create(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value.ToString()),
    };
}
