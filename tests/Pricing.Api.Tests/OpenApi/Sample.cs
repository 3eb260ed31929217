using System.Text.Json.Nodes;

namespace Pricing.Api.Tests.OpenApi;

/// <summary>A document made from a schema alone: every member, and in every list one entry of each shape.</summary>
internal sealed class Sample(SchemaCheck schemas)
{
    private readonly List<Place> places = [];

    /// <summary>An object of the sample and the schema that it was made from.</summary>
    /// <param name="Pointer">JSON pointer of the object.</param>
    /// <param name="Schema">Its schema.</param>
    /// <param name="IsOneOfSeveral">Whether another shape could be meant as well when a member is gone.</param>
    public sealed record Place(string Pointer, JsonObject Schema, bool IsOneOfSeveral);

    /// <summary>The objects made, with named members.</summary>
    public IReadOnlyList<Place> Places => places;

    public JsonNode Of(JsonNode schema, string at = "", bool isOneOfSeveral = false)
    {
        var own = schemas.Resolve(schema);
        if (Variants(own) is { } variants)
            return Of(variants[0]!, at, !TellsTypes(own));
        if (own["properties"] is JsonObject members)
            return Members(own, members, at, isOneOfSeveral);
        if (own["example"] is { } example)
            return example.DeepClone();
        if (own["items"] is { } items)
            return Entries(items, at);
        if (own["enum"] is JsonArray words)
            return words[0]!.DeepClone();
        return (string?)own["type"] switch
        {
            "object" => new JsonObject(),
            "boolean" => true,
            _ => throw new InvalidOperationException($"{at} has no example."),
        };
    }

    private JsonObject Members(JsonObject own, JsonObject members, string at, bool isOneOfSeveral)
    {
        places.Add(new(at, own, isOneOfSeveral));
        var made = new JsonObject();
        foreach (var (name, schema) in members)
            made[name] = Of(schema!, $"{at}/{name}");
        return made;
    }

    private JsonArray Entries(JsonNode items, string at)
    {
        var made = new JsonArray();
        foreach (var (shape, isOneOfSeveral) in Shapes(items))
            made.Add(Of(shape, $"{at}/{made.Count}", isOneOfSeveral));
        return made;
    }

    private IEnumerable<(JsonNode Shape, bool IsOneOfSeveral)> Shapes(JsonNode schema, bool isOneOfSeveral = false) => schemas.Resolve(schema) switch
    {
        { } own when Variants(own) is { } variants => variants.SelectMany(variant => Shapes(variant!, !TellsTypes(own))),
        _ => [(schema, isOneOfSeveral)],
    };

    private static JsonArray? Variants(JsonObject own) => (own["oneOf"] ?? own["anyOf"]) as JsonArray;

    private static bool TellsTypes(JsonObject own) => own["properties"]?["type"]?["enum"] is JsonArray { Count: > 1 };
}
