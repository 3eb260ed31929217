using System.Text.Json.Nodes;
using Pricing.Api.Tests.OpenApi;

namespace Pricing.Fuzz.Tests.Engine;

/// <summary>A parameter of an operation, as the document states it.</summary>
internal sealed record Parameter(string Name, string In, bool IsRequired, JsonNode Schema, JsonNode? Example);

/// <summary>An operation, as the document states it.</summary>
/// <param name="Id">Its operationId.</param>
/// <param name="Method">Method, in capitals.</param>
/// <param name="Path">Template of its path.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Bodies">Bodies by media type; empty where it takes none.</param>
/// <param name="Answers">Answers by status.</param>
/// <param name="NeedsSignIn">Whether the document says who may call it.</param>
internal sealed record Operation(string Id, string Method, string Path, IReadOnlyList<Parameter> Parameters, JsonObject Bodies, JsonObject Answers, bool NeedsSignIn)
{
    private const string IdPart = "/{id}";

    /// <summary>The collection in which the path's id lies; null where the path has none.</summary>
    public string? Collection { get; } = Path.IndexOf(IdPart, StringComparison.Ordinal) is >= 0 and var at ? Path[..at] : null;

    /// <summary>Whether a call may leave something behind: then it is pointed at what the case itself has made.</summary>
    public bool Changes => Method is "PUT" or "PATCH" or "DELETE" || Takes("If-Match") || Takes("Idempotency-Key");

    /// <summary>The schema of a JSON body; null where there is none.</summary>
    public JsonNode? BodySchema => Bodies["application/json"]?["schema"];

    /// <summary>Whether it refuses to change what the caller has not read.</summary>
    public bool RequiresVersion => Answers.ContainsKey("428") && Takes("If-Match") && !Answers.ContainsKey("201");

    public bool Takes(string parameter) => Parameters.Any(one => one.Name == parameter);
}

/// <summary>The OpenAPI document of a service.</summary>
internal sealed class ApiDocument
{
    public ApiDocument(JsonObject document)
    {
        Schemas = new(document);
        Operations = [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(entry => OperationOf(path.Key, entry.Key, entry.Value!, document)))];
        if (Operations.FirstOrDefault(operation => operation.Bodies.Count > 0 && operation.BodySchema is null) is { } untyped)
            throw new InvalidOperationException($"{untyped.Id} takes a body that no schema describes.");
    }

    public SchemaCheck Schemas { get; }

    public IReadOnlyList<Operation> Operations { get; }

    private static Operation OperationOf(string path, string method, JsonNode operation, JsonObject document) => new(
        (string?)operation["operationId"] ?? $"{method} {path}", method.ToUpperInvariant(), path,
        [.. (operation["parameters"]?.AsArray() ?? []).Select(parameter => ParameterOf(parameter!))],
        operation["requestBody"]?["content"]?.AsObject() ?? [], operation["responses"]!.AsObject(),
        (operation["security"] ?? document["security"])?.AsArray().Count > 0);

    private static Parameter ParameterOf(JsonNode parameter) => new(
        (string)parameter["name"]!, (string)parameter["in"]!, (bool?)parameter["required"] ?? false, parameter["schema"]!,
        parameter["example"] ?? (parameter["schema"]!["examples"] as JsonArray)?[0]);
}
