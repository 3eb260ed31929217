using System.Text.Json.Nodes;
using Pricing.Api.Tests.OpenApi;

namespace Pricing.Fuzz.Tests.Engine;

/// <summary>Values that a schema allows, with its bounds among them.</summary>
internal sealed class Instances(SchemaCheck schemas)
{
    private const int Deepest = 8;

    /// <param name="schema">The schema.</param>
    /// <param name="draw">Draws.</param>
    /// <param name="isPlain">Whether the examples of the document are taken wherever there are any.</param>
    /// <param name="depth">How deep the value stands.</param>
    public JsonNode? Of(JsonNode schema, Draw draw, bool isPlain = false, int depth = 0)
    {
        var own = schemas.Resolve(schema);
        if ((own["oneOf"] ?? own["anyOf"]) is JsonArray variants)
            return Of(draw.Of<JsonNode?>(variants.Where(variant => (string?)(variant!["type"] as JsonValue) != "null").ToList())!, draw, isPlain, depth);
        if (own["const"] is { } only)
            return only.DeepClone();
        if (own["enum"] is JsonArray words)
            return draw.Of(words.ToList())?.DeepClone();
        if (own["properties"] is JsonObject members)
            return Members(own, members, draw, isPlain, depth);
        if (own["example"] is { } example && (isPlain || !draw.OnceIn(4)))
            return example.DeepClone();
        return TypeOf(own) switch
        {
            "object" => own["additionalProperties"] is JsonObject value && depth < Deepest ? new JsonObject { ["a"] = Of(value, draw, isPlain, depth + 1) } : new JsonObject(),
            "array" => Entries(own, draw, isPlain, depth),
            "boolean" => draw.OnceIn(2),
            "integer" => Number(own, draw, 1),
            "number" => Number(own, draw, 0.01m),
            _ => Text(own, draw),
        };
    }

    private JsonObject Members(JsonObject own, JsonObject members, Draw draw, bool isPlain, int depth)
    {
        var required = own["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        var made = new JsonObject();
        foreach (var (name, schema) in members)
        {
            if (required.Contains(name) || (depth < Deepest && draw.OnceIn(3)))
                made[name] = Of(schema!, draw, isPlain, depth + 1);
        }

        return made;
    }

    private JsonArray Entries(JsonObject own, Draw draw, bool isPlain, int depth)
    {
        var fewest = (int?)own["minItems"] ?? 0;
        var count = depth >= Deepest ? fewest : Math.Min(fewest + draw.Below(3), (int?)own["maxItems"] ?? int.MaxValue);
        return [.. Enumerable.Range(0, count).Select(_ => Of(own["items"]!, draw, isPlain, depth + 1))];
    }

    private static JsonValue Number(JsonObject own, Draw draw, decimal step)
    {
        var least = (decimal?)own["minimum"] ?? -1;
        var most = (decimal?)own["maximum"] ?? Math.Max(least + 100, 100);
        return JsonValue.Create(draw.Below(5) switch
        {
            0 => least,
            1 => most,
            2 => Math.Min(least + step, most),
            _ => Math.Min(least + (draw.Below(10_000) * step), most),
        });
    }

    private static JsonValue Text(JsonObject own, Draw draw)
    {
        var format = (string?)own["format"];
        if (format is "date")
            return JsonValue.Create($"{2025 + draw.Below(4)}-{1 + draw.Below(12):00}-{1 + draw.Below(28):00}");
        if (format is "date-time")
            return JsonValue.Create($"2026-{1 + draw.Below(12):00}-{1 + draw.Below(28):00}T08:00:00Z");
        if (format is "uuid")
            return JsonValue.Create(Hostile.Id(draw));
        if (own["pattern"] is not null)
            return JsonValue.Create((string?)own["example"] ?? (string?)(own["examples"] as JsonArray)?[0] ?? "a");
        var least = (int?)own["minLength"] ?? 0;
        return JsonValue.Create(draw.OnceIn(4) && own["maxLength"] is { } most ? new string('x', (int)most) : "text".PadRight(least, 'x')[..Math.Min(Math.Max(4, least), (int?)own["maxLength"] ?? int.MaxValue)]);
    }

    /// <summary>The kind that a schema names, null left aside.</summary>
    public static string? TypeOf(JsonObject own) => own["type"] switch
    {
        JsonArray several => several.Select(name => (string?)name).FirstOrDefault(name => name != "null"),
        { } one => (string?)one,
        _ => null,
    };
}
