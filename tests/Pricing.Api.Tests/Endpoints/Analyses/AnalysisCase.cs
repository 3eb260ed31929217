using System.Globalization;
using System.Text.Json.Nodes;

namespace Pricing.Api.Tests.Endpoints.Analyses;

/// <summary>A worked request of a kind, with members changed.</summary>
internal static class AnalysisCase
{
    /// <summary>Posts the case with changes: a pointer and the JSON text that shall stand there, or nothing where the member shall be missing.</summary>
    public static Task<HttpResponseMessage> Post(Service service, string kind, params (string Pointer, string Json)[] changes) =>
        service.Send(HttpMethod.Post, $"/api/v1/analyses/{kind}", Request(kind, changes).ToJsonString());

    /// <summary>The request of the case with changes.</summary>
    public static JsonNode Request(string kind, params (string Pointer, string Json)[] changes)
    {
        var request = JsonNode.Parse(Service.Case($"analyses/{kind}.json"))!;
        foreach (var (pointer, json) in changes)
            Set(request, pointer, json);
        return request;
    }

    /// <summary>The answer to the case with changes.</summary>
    public static async Task<JsonObject> Answer(Service service, string kind, params (string Pointer, string Json)[] changes)
    {
        var response = await Post(service, kind, changes);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await Service.Body(response);
    }

    /// <summary>What a changed case is refused for, pointers in order, parted by blanks.</summary>
    public static async Task<string> Refused(Service service, string kind, params (string Pointer, string Json)[] changes) =>
        string.Join(' ', await Service.Pointers(await Post(service, kind, changes)));

    private static void Set(JsonNode root, string pointer, string json)
    {
        var tokens = pointer.Split('/')[1..];
        var parent = tokens[..^1].Aggregate(root, (node, token) => node is JsonArray list ? list[int.Parse(token, CultureInfo.InvariantCulture)]! : node[token]!);
        var last = tokens[^1];
        if (parent is JsonArray entries)
            entries[int.Parse(last, CultureInfo.InvariantCulture)] = JsonNode.Parse(json);
        else if (json.Length == 0)
            parent.AsObject().Remove(last);
        else
            parent[last] = JsonNode.Parse(json);
    }
}
