using System.Text.Json.Nodes;

namespace Pricing.Api.Tests.OpenApi;

/// <summary>The operations of the OpenAPI document, and how to call them by its examples.</summary>
internal static class ApiOperations
{
    public static IEnumerable<(string Method, string Path, JsonNode Operation)> Of(JsonObject api) =>
        api["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (operation.Key, path.Key, operation.Value!)));

    /// <summary>The address that the operation's examples make.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="id">The id to ask for; null for that of the example.</param>
    public static string AddressOf(string path, JsonNode operation, string? id = null)
    {
        var parameters = operation["parameters"]?.AsArray().Where(parameter => parameter!["example"] is not null).ToList() ?? [];
        var address = parameters.Where(parameter => (string?)parameter!["in"] == "path").Aggregate(path, (text, parameter) => text.Replace(
            $"{{{parameter!["name"]}}}", (string?)parameter["name"] == "id" && id is not null ? id : parameter["example"]!.ToString(), StringComparison.Ordinal));
        var query = parameters.Where(parameter => (string?)parameter!["in"] == "query").Select(parameter => $"{parameter!["name"]}={Uri.EscapeDataString(parameter["example"]!.ToString())}");
        return $"{address}?{string.Join('&', query)}";
    }
}
