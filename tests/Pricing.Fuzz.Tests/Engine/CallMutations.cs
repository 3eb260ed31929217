using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pricing.Api.Tests.OpenApi;

namespace Pricing.Fuzz.Tests.Engine;

/// <summary>Makes proper calls improper: their address, query, headers, method and media type.</summary>
internal sealed partial class CallMutations(SchemaCheck schemas)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"];

    private static readonly string?[] MediaTypes =
    [
        "text/plain", "text/json", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "application/jsonx", "application/octet-stream",
        "application/json; charset=utf-7", "application/json; charset=bogus", "json", null,
    ];

    private static readonly (string Name, string Value)[] Accepted =
    [
        ("Accept", "text/html"), ("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"), ("Accept", "image/svg+xml"), ("Accept", "image/png;q=0.5, application/pdf"), ("Accept", "nonsense"),
        ("Accept", "*/*;q=0"), ("Accept", ""), ("Accept", "application/xml"),
    ];

    private static readonly (string Name, string Value)[] Harmless =
    [
        ("Accept-Language", "tr-TR"), ("Accept-Encoding", "gzip, br;q=0"), ("If-None-Match", "*"), ("If-None-Match", "\"v1\""), ("If-None-Match", "W/\"v1\", \"x"),
        ("If-Match", "W/\"v1\""), ("If-Match", "\"v1\", \"v2\""), ("If-Match", "\""), ("If-Match", "v1"), ("If-Match", "\"v99999999999999999999\""), ("If-Modified-Since", "yesterday"),
        ("Range", "bytes=0-0,5-1"), ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "gopher"), ("Forwarded", "for=\"[::1\""),
        ("Content-Encoding", "gzip"), ("Prefer", "respond-async"), ("Prefer", ";;,="), ("Traceparent", "00-x-y-z"), ("X-Request-Id", "a b\tc"), ("Cookie", "a=b; =; ;"), ("Idempotency-Key", "a"),
        ("Origin", "https://elsewhere.example"), ("Connection", "X-API-Key"),
    ];

    private static readonly (string Name, string Value)[] NoCredential =
        [("X-API-Key", "x"), ("X-API-Key", "pk_live_abcdefgh_0000000000000000000000000000000000000000000"), ("Authorization", "Bearer x.y.z"), ("Authorization", "Bearer")];

    /// <summary>A call to whose address, query, headers, method or media type one thing was done.</summary>
    public Call Mutated(Call call, IReadOnlyDictionary<string, string> pathValues, Draw draw) => draw.Below(20) switch
    {
        < 7 when call.Operation.Parameters.Any(parameter => parameter.In == "query") => Query(call, draw),
        < 11 when pathValues.Count > 0 => Path(call, pathValues, draw),
        < 13 when call.Body is not null => MediaType(call, draw),
        < 14 => Method(call, draw),
        14 => call with { Path = $"{call.Path}{draw.Of<string>(["/", "/x", "//", "/%00", "/%2e%2e", ";a=b", "/x/y/z"])}", Mutation = "path beyond", IsElsewhere = true },
        15 when call.Operation.NeedsSignIn => Credential(call, draw),
        16 when call.Operation.Takes("Idempotency-Key") => (call with { Mutation = "Idempotency-Key", IsFaulty = true }).With("Idempotency-Key", new string('k', 256)),
        17 or 18 => Header(call, draw.Of(Accepted)),
        _ => Header(call, draw.Of(Harmless)),
    };

    private static Call Header(Call call, (string Name, string Value) header) => (call with { Mutation = $"{header.Name}: {header.Value}" }).With(header.Name, header.Value);

    private static Call Credential(Call call, Draw draw)
    {
        var (name, value) = draw.Of(NoCredential);
        return (call.Without("X-API-Key") with { Mutation = $"{name}: {value}", IsFaulty = true }).With(name, value);
    }

    private static Call Method(Call call, Draw draw) => call with { Method = draw.Of(Methods), Mutation = "method" };

    private static Call MediaType(Call call, Draw draw)
    {
        var type = draw.Of(MediaTypes);
        return call with { Body = call.Body! with { MediaType = type }, Mutation = $"Content-Type: {type}", IsFaulty = true };
    }

    private Call Query(Call call, Draw draw)
    {
        var parameter = draw.Of(call.Operation.Parameters.Where(one => one.In == "query").ToList());
        var value = draw.Of(Values(parameter));
        var rest = call.Query.Where(one => one.Name != parameter.Name);
        return call with { Query = [.. rest, (parameter.Name, value)], Mutation = $"{parameter.Name}={value}", IsFaulty = !Allows(parameter.Schema, value) };
    }

    private Call Path(Call call, IReadOnlyDictionary<string, string> pathValues, Draw draw)
    {
        var parameter = draw.Of(call.Operation.Parameters.Where(one => one.In == "path").ToList());
        var value = parameter.Name == "id" && draw.OnceIn(3) ? Hostile.Id(draw) : draw.Of(Values(parameter));
        var path = pathValues.Aggregate(call.Operation.Path, (text, one) => text.Replace($"{{{one.Key}}}", one.Key == parameter.Name ? Uri.EscapeDataString(value) : one.Value, StringComparison.Ordinal));
        var meansAnother = value.Length == 0 || value.Contains("..", StringComparison.Ordinal) || value.StartsWith('/');
        return call with { Path = path, Mutation = $"{parameter.Name}={value}", IsElsewhere = meansAnother, IsFaulty = !meansAnother && (!Allows(parameter.Schema, value) || (parameter.Name == "id" && Guid.TryParse(value, out _))) };
    }

    private List<string> Values(Parameter parameter)
    {
        var own = schemas.Resolve(parameter.Schema);
        List<string> values = [.. Hostile.Words, new('x', ((int?)own["maxLength"] ?? 2_000) + 1)];
        foreach (var bound in new[] { own["minimum"], own["maximum"] }.OfType<JsonNode>())
            values.AddRange([$"{(decimal)bound - 1}", $"{bound}", $"{bound}", $"{(decimal)bound + 1}"]);
        if (own["enum"] is JsonArray words)
            values.AddRange(words.SelectMany(word => new[] { $"{word}", $"{word}".ToUpperInvariant() }));
        return values;
    }

    /// <summary>Whether a schema allows a text of an address.</summary>
    private bool Allows(JsonNode schema, string text)
    {
        var kind = Instances.TypeOf(schemas.Resolve(schema));
        JsonNode? value = kind switch
        {
            "integer" or "number" => Number().IsMatch(text) && decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
            "boolean" => bool.TryParse(text, out var yes) ? JsonValue.Create(yes) : null,
            _ => JsonValue.Create(text),
        };
        return value is not null && schemas.FaultsOf(value, schema).Count == 0;
    }

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex Number();
}
