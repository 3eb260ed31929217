using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pricing.Api.Tests.OpenApi;

/// <summary>Checks JSON values against the schemas of an OpenAPI document: the words of JSON Schema that this service uses.</summary>
internal sealed class SchemaCheck(JsonObject document)
{
    /// <summary>The schema itself, where it is a reference.</summary>
    public JsonObject Resolve(JsonNode schema)
    {
        var own = schema.AsObject();
        while ((string?)own["$ref"] is { } reference)
            own = document["components"]!["schemas"]![reference.Split('/')[^1]]!.AsObject();
        return own;
    }

    /// <summary>What is wrong with a value, each with its place; empty where nothing is.</summary>
    public IReadOnlyList<string> FaultsOf(JsonNode? value, JsonNode schema, string at = "")
    {
        var own = Resolve(schema);
        if ((own["oneOf"] ?? own["anyOf"]) is JsonArray variants)
            return OneOf(value, variants, at);
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        if (own["type"] is { } type && !Types(type).Any(name => Is(kind, value, name)))
            return [$"{at}: {kind} is not {type.ToJsonString()}"];
        if (own["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
            return [$"{at}: {value?.ToJsonString()} is none of {allowed.ToJsonString()}"];
        if (own["const"] is { } only && !JsonNode.DeepEquals(only, value))
            return [$"{at}: {value?.ToJsonString()} is not {only.ToJsonString()}"];
        return [.. kind switch
        {
            JsonValueKind.Object => Members(value!.AsObject(), own, at),
            JsonValueKind.Array => Entries(value!.AsArray(), own, at),
            JsonValueKind.Number => Number((decimal)value!, own, at),
            JsonValueKind.String => Text((string)value!, own, at),
            _ => [],
        }];
    }

    // Shapes of the service exclude each other, also where a schema says anyOf for the sake of clients.
    private IReadOnlyList<string> OneOf(JsonNode? value, JsonArray variants, string at)
    {
        var meant = variants.Where(variant => IsMeant(value, variant!)).ToList();
        if (meant is [var one])
            return FaultsOf(value, one!, at);
        var faults = variants.Select(variant => FaultsOf(value, variant!, at)).ToList();
        return faults.Count(found => found.Count == 0) == 1 ? [] : [$"{at}: fits {faults.Count(found => found.Count == 0)} of {faults.Count} shapes: {string.Join(" | ", faults.SelectMany(found => found))}"];
    }

    // A type that one shape alone has points at the shape that is meant, and so at its faults.
    private bool IsMeant(JsonNode? value, JsonNode variant) =>
        value is JsonObject sent && sent["type"] is { } type && Resolve(variant)["properties"]?["type"] is { } known
        && (JsonNode.DeepEquals(known["const"], type) || (known["enum"] is JsonArray several && several.Any(one => JsonNode.DeepEquals(one, type))));

    private IEnumerable<string> Members(JsonObject value, JsonObject schema, string at)
    {
        foreach (var missing in schema["required"]?.AsArray().Select(name => (string)name!).Where(name => !value.ContainsKey(name)) ?? [])
            yield return $"{at}/{missing}: is missing";
        if ((int?)schema["maxProperties"] is { } most && value.Count > most)
            yield return $"{at}: has {value.Count} members";
        foreach (var (name, member) in value)
        {
            if (schema["properties"]?[name] is { } known)
            {
                foreach (var fault in FaultsOf(member, known, $"{at}/{name}"))
                    yield return fault;
            }
            else if (schema["additionalProperties"] is JsonObject any)
            {
                foreach (var fault in FaultsOf(member, any, $"{at}/{name}"))
                    yield return fault;
            }
            else if (schema["additionalProperties"] is JsonValue)
            {
                yield return $"{at}/{name}: is unknown";
            }
        }
    }

    private IEnumerable<string> Entries(JsonArray value, JsonObject schema, string at)
    {
        if (value.Count < ((int?)schema["minItems"] ?? 0) || value.Count > ((int?)schema["maxItems"] ?? int.MaxValue))
            yield return $"{at}: has {value.Count} entries";
        if (schema["items"] is not { } items)
            yield break;
        for (var i = 0; i < value.Count; i++)
        {
            foreach (var fault in FaultsOf(value[i], items, $"{at}/{i}"))
                yield return fault;
        }
    }

    private static IEnumerable<string> Number(decimal value, JsonObject schema, string at)
    {
        if (value < ((decimal?)schema["minimum"] ?? decimal.MinValue) || value > ((decimal?)schema["maximum"] ?? decimal.MaxValue))
            yield return $"{at}: {value} is out of bounds";
    }

    private static IEnumerable<string> Text(string value, JsonObject schema, string at)
    {
        if (value.Length < ((int?)schema["minLength"] ?? 0) || value.Length > ((int?)schema["maxLength"] ?? int.MaxValue))
            yield return $"{at}: has {value.Length} characters";
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(value, pattern))
            yield return $"{at}: does not look like {pattern}";
        var isDate = DateOnly.TryParseExact(value, "yyyy-MM-dd", out _);
        if (((string?)schema["format"] == "date" && !isDate) || ((string?)schema["format"] == "uuid" && !Guid.TryParse(value, out _)))
            yield return $"{at}: is no {schema["format"]}";
    }

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray several ? several.Select(name => (string)name!) : [(string)type!];

    private static bool Is(JsonValueKind kind, JsonNode? value, string type) => type switch
    {
        "object" => kind == JsonValueKind.Object,
        "array" => kind == JsonValueKind.Array,
        "string" => kind == JsonValueKind.String,
        "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        "null" => kind == JsonValueKind.Null,
        "integer" => kind == JsonValueKind.Number && decimal.IsInteger((decimal)value!),
        _ => kind == JsonValueKind.Number,
    };
}
