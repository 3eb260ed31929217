using System.Text.Json;

namespace Pricing.Application.Features.Audit;

/// <summary>What an erasure leaves in the trail: which entries lost their payload, and on what ground.</summary>
internal static class ErasedEntries
{
    public const string Action = "erased";

    public static string Payload(IEnumerable<long> sequences, string reason) =>
        JsonSerializer.Serialize(new AuditPayload(null, [.. sequences], reason), AuditTrail.Json);

    public static IEnumerable<long> In(string payload) => JsonSerializer.Deserialize<AuditPayload>(payload, AuditTrail.Json)?.Entries ?? [];
}
