using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pricing.Api.Tests.OpenApi;

namespace Pricing.Fuzz.Tests.Engine;

/// <summary>Makes proper bodies improper, and knows which of them must be refused: the schema says it, or JSON does.</summary>
internal sealed class BodyMutations(SchemaCheck schemas)
{
    private const string Json = "application/json", Mark = "@@mutated@@";

    private const int TooDeep = 3_000, TooLong = 1_200_000;

    // Our types cannot hold more; deeper text is refused before anybody looks at its schema.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private static readonly string[] OfMembers = ["removed", "unknown", "doubled", "renamed", "kind", "number", "text", "bound", "bound", "bound", "bound", "quoted", "noJson"];

    private static readonly string[] OfEntries = ["removed", "repeated", "quoted", "kind", "number", "text", "bound", "bound", "noJson"];

    /// <summary>A body as it should be.</summary>
    public Body Proper(JsonNode? value, JsonNode schema) => Of(value?.ToJsonString() ?? "null", schema);

    /// <summary>A body that one thing was done to.</summary>
    public (Body Body, string Mutation) Mutated(JsonNode? value, JsonNode schema, Draw draw)
    {
        var root = value?.DeepClone();
        var places = Places(root, "").ToList();
        if (places.Count == 0 || draw.OnceIn(6))
            return Broken(value?.ToJsonString() ?? "null", schema, draw);

        var place = draw.Of(places);
        var mutation = draw.Of(place.Parent is JsonObject ? OfMembers : OfEntries);
        var old = place.Value?.ToJsonString() ?? "null";
        var name = JsonSerializer.Serialize(place.Name);
        var replacement = mutation switch
        {
            "removed" => null,
            "unknown" => $"{old},\"unknown\":{draw.Of(Hostile.Kinds)}",
            "doubled" => $"{old},{name}:{(draw.OnceIn(2) ? old : draw.Of(Hostile.Kinds))}",
            "renamed" => null,
            "repeated" => $"{old},{old}",
            "kind" => draw.Of(Hostile.Kinds),
            "number" => draw.Of(Hostile.Numbers),
            "text" => draw.Of(Hostile.Texts),
            "quoted" => place.Value?.GetValueKind() == JsonValueKind.String ? old[1..^1] : JsonSerializer.Serialize(old),
            "noJson" => draw.Of(Hostile.NoJson),
            _ => AtBound(SchemaAt(value, schema, place.Pointer), old, draw),
        };
        if (mutation == "renamed")
            place.Parent.AsObject()[draw.OnceIn(2) ? place.Name.ToUpperInvariant() : $"{place.Name} "] = place.Value?.DeepClone();
        Replace(place, replacement is null ? null : Mark);
        return (Of(root!.ToJsonString().Replace($"\"{Mark}\"", replacement, StringComparison.Ordinal), schema), $"{mutation} {place.Pointer}");
    }

    /// <summary>The same without one place; null where it cannot be taken out.</summary>
    public Body? Without(Body body, string pointer, JsonNode schema)
    {
        try
        {
            var root = JsonNode.Parse(body.Bytes, documentOptions: Strict);
            if (Places(root, "").FirstOrDefault(place => place.Pointer == pointer) is not { Parent: not null } found)
                return null;
            Replace(found, null);
            return Of(root!.ToJsonString(), schema);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The pointers of a body, large parts first, and of entries the last: then the numbers of the others stay.</summary>
    public static IReadOnlyList<string> Pointers(Body body)
    {
        try
        {
            return [.. Places(JsonNode.Parse(body.Bytes, documentOptions: Strict), "").OrderBy(place => place.Pointer.Count(letter => letter == '/')).ThenByDescending(place => place.Pointer, StringComparer.Ordinal).Select(place => place.Pointer)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private Body Of(string text, JsonNode schema) => new(Encoding.UTF8.GetBytes(text), Json, IsFaulty(text, schema));

    private bool IsFaulty(string text, JsonNode schema)
    {
        try
        {
            return schemas.FaultsOf(JsonNode.Parse(text, documentOptions: Strict), schema).Count > 0;
        }
        catch (JsonException)
        {
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidOperationException)
        {
            return false;   // a number or a text that our own types cannot hold: the schema does not say what becomes of it
        }
    }

    private (Body Body, string Mutation) Broken(string text, JsonNode schema, Draw draw)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return draw.Below(16) switch
        {
            0 => (Faulty(bytes[..draw.Below(bytes.Length)]), "cut off"),
            1 => (Faulty(Encoding.UTF8.GetBytes(text[..^1] + "," + text[^1])), "trailing comma"),
            2 => (Faulty([.. bytes, .. "}"u8]), "trailing bracket"),
            3 => (Faulty([.. bytes, .. " // a"u8]), "comment"),
            4 => (Faulty([.. bytes, .. bytes]), "twice"),
            5 => (Faulty(Encoding.Unicode.GetBytes(text)), "UTF-16"),
            6 => (Faulty([]), "empty"),
            7 => (Faulty([.. "{\"a\":\""u8, 0xFF, 0xFE, .. "\"}"u8]), "no UTF-8"),
            8 => (BadUtf8(bytes, draw), "no UTF-8 within"),
            9 => (Faulty(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", TooDeep)) + "1" + new string('}', TooDeep))), "deep"),
            10 => (Faulty(Encoding.UTF8.GetBytes(new string('[', TooDeep))), "deep and open"),
            11 when draw.OnceIn(8) => (Of($"{{\"name\":\"{new string('x', TooLong)}\"}}", schema), "long text"),
            12 when draw.OnceIn(8) => (new(Encoding.UTF8.GetBytes(text + new string(' ', TooLong)), Json, false), "padded"),
            13 => (Of(draw.Of(Hostile.Kinds), schema), "another root"),
            14 => (new([0xEF, 0xBB, 0xBF, .. bytes], Json, false), "byte order mark"),
            _ => (Noise(bytes, draw), "noise"),
        };
    }

    private static Body Faulty(byte[] bytes) => new(bytes, Json, true);

    private static Body BadUtf8(byte[] bytes, Draw draw)
    {
        var quotes = Enumerable.Range(0, bytes.Length).Where(at => bytes[at] == '"').ToList();
        if (quotes.Count == 0)
            return new(bytes, Json, false);
        var after = quotes[draw.Below(quotes.Count)] + 1;
        return Faulty([.. bytes[..after], 0xC3, 0x28, .. bytes[after..]]);
    }

    private static Body Noise(byte[] bytes, Draw draw)
    {
        var noisy = (byte[])bytes.Clone();
        noisy[draw.Below(noisy.Length)] = (byte)draw.Below(256);
        return new(noisy, Json, false);
    }

    // A value at, or just beyond, what the schema allows at the place; another kind where it allows anything.
    private static string AtBound(JsonObject? own, string old, Draw draw)
    {
        List<string> choices = [];
        if (own?["minimum"] is { } least)
            choices.AddRange([least.ToJsonString(), $"{(decimal)least - 1}", $"{(decimal)least - 0.0000001m}"]);
        if (own?["maximum"] is { } most)
            choices.AddRange([most.ToJsonString(), $"{(decimal)most + 1}", $"{(decimal)most + 0.0000001m}"]);
        if (own?["maxLength"] is { } longest)
            choices.AddRange([Text((int)longest), Text((int)longest + 1)]);
        if (own?["minLength"] is { } shortest && (int)shortest > 0)
            choices.Add(Text((int)shortest - 1));
        if (own?["maxItems"] is { } entries && (int)entries <= 100)
            choices.Add($"[{string.Join(',', Enumerable.Repeat((JsonNode.Parse(old) as JsonArray)?.FirstOrDefault()?.ToJsonString() ?? "1", (int)entries + 1))}]");
        if (own?["minItems"] is not null)
            choices.Add("[]");
        if (own?["enum"] is JsonArray words)
            choices.AddRange([.. words.Select(word => word!.ToJsonString()), words[0]!.ToJsonString().ToUpperInvariant(), "\"nonsense\"", "99"]);
        if (own?["const"] is not null)
            choices.Add("\"nonsense\"");
        return choices.Count > 0 ? draw.Of(choices) : draw.Of(Hostile.Kinds);
    }

    private static string Text(int length) => $"\"{new string('x', length)}\"";

    private JsonObject? SchemaAt(JsonNode? value, JsonNode schema, string pointer)
    {
        var own = Meant(value, schema);
        foreach (var token in pointer.Split('/').Skip(1))
        {
            value = value is JsonArray entries ? entries[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)] : value?[Unescaped(token)];
            if ((own?["items"] ?? own?["properties"]?[Unescaped(token)] ?? own?["additionalProperties"] as JsonObject) is not { } inner)
                return null;
            own = Meant(value, inner);
        }

        return own;
    }

    private JsonObject? Meant(JsonNode? value, JsonNode schema)
    {
        var own = schemas.Resolve(schema);
        return (own["oneOf"] ?? own["anyOf"]) is JsonArray variants
            ? variants.Where(variant => schemas.FaultsOf(value, variant!).Count == 0).Select(variant => schemas.Resolve(variant!)).FirstOrDefault()
            : own;
    }

    private static void Replace(Place place, string? with)
    {
        if (place.Parent is JsonObject members)
        {
            if (with is null)
                members.Remove(place.Name);
            else
                members[place.Name] = with;
            return;
        }

        var at = int.Parse(place.Name, System.Globalization.CultureInfo.InvariantCulture);
        if (with is null)
            place.Parent.AsArray().RemoveAt(at);
        else
            place.Parent.AsArray()[at] = with;
    }

    private static IEnumerable<Place> Places(JsonNode? node, string at) => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value, $"{at}/{Escaped(member.Key)}").Prepend(new(members, member.Key, member.Value, $"{at}/{Escaped(member.Key)}"))),
        JsonArray entries => entries.SelectMany((entry, i) => Places(entry, $"{at}/{i}").Prepend(new(entries, $"{i}", entry, $"{at}/{i}"))),
        _ => [],
    };

    private static string Escaped(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescaped(string token) => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private sealed record Place(JsonNode Parent, string Name, JsonNode? Value, string Pointer);
}
