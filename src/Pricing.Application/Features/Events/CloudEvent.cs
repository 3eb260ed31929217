using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Pricing.Application.Contract;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Features.Events;

/// <summary>An event as it is told: a CloudEvent 1.0 in its JSON format.</summary>
/// <param name="SpecVersion">Version of the format, 1.0.</param>
/// <param name="Id">Id of the event; whoever has seen it can drop it.</param>
/// <param name="Source">The agency in which it happened, as an address below that of the service.</param>
/// <param name="Type">What happened.</param>
/// <param name="Subject">Path of the resource; the events of one resource come in order.</param>
/// <param name="Time">When it happened, UTC.</param>
/// <param name="DataContentType">Media type of data.</param>
/// <param name="Sandbox">Whether a sandbox key did it.</param>
/// <param name="Data">What a client may know of the resource after the change; read the resource for more.</param>
public sealed record CloudEvent(
    [property: JsonPropertyName("specversion")] string SpecVersion,
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("time")] DateTimeOffset Time,
    [property: JsonPropertyName("datacontenttype")] string DataContentType,
    [property: JsonPropertyName("sandbox")] bool Sandbox,
    [property: JsonPropertyName("data")] RawJson Data)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The bytes of an event; made once, since a signature holds for bytes.</summary>
    internal static byte[] Write<T>(Guid id, Actor actor, DateTimeOffset now, string type, string subject, T facts) => JsonSerializer.SerializeToUtf8Bytes(
        new CloudEvent("1.0", id, $"/agencies/{actor.TenantId}", type, subject, now, "application/json", actor.IsSandbox, new(JsonSerializer.SerializeToUtf8Bytes(facts, Json))), Json);

    /// <summary>The bytes of an event that tells nothing but that it happened.</summary>
    internal static byte[] WithoutData(byte[] body) => JsonSerializer.SerializeToUtf8Bytes(Read(body) with { Data = new("{}"u8.ToArray()) }, Json);

    /// <summary>The event of stored bytes.</summary>
    internal static CloudEvent Read(byte[] body) => JsonSerializer.Deserialize<CloudEvent>(body, Json)!;
}
