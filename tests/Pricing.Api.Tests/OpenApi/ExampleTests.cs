using System.Text.Json.Nodes;

namespace Pricing.Api.Tests.OpenApi;

/// <summary>Whoever opens the page of a fresh service and presses Execute on what stands there gets an answer, not a refusal.</summary>
public sealed class ExampleTests(Service service) : IClassFixture<Service>
{
    // What needs a connection or an endpoint, which nobody has seeded for its secret, or a proposal that is no draft any more.
    private static readonly string[] NeedMore = ["ReviseCrmConnection", "OrderChange", "CreateShareLink", "ReplayEvents"];

    [Fact]
    public async Task Every_example_of_a_request_works()
    {
        var document = await service.Read("/swagger/v1/swagger.json");
        var refused = new List<string>();
        var count = 0;
        foreach (var (path, method, operation) in Operations(document).Where(one => !NeedMore.Contains((string?)one.Operation["operationId"])))
        {
            foreach (var (name, example) in Examples(operation))
            {
                count++;
                var answer = await service.Send(new HttpMethod(method), Address(path, operation), example!["value"]!.ToJsonString(), ("If-Match", "*"));
                if ((int)answer.StatusCode >= 400 && !name.Contains("mistake", StringComparison.Ordinal))
                    refused.Add($"{operation["operationId"]}, {name}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            }
        }

        Assert.Empty(refused);
        Assert.True(count > 50, $"{count}");
    }

    private static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject() from operation in path.Value!.AsObject() select (path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject());

    private static JsonObject Examples(JsonObject operation) => operation["requestBody"]?["content"]?["application/json"]?["examples"]?.AsObject() ?? [];

    // The example of each part of the path; tried where that can be, so that no example gets in the way of another.
    private static string Address(string path, JsonObject operation)
    {
        var parameters = operation["parameters"]?.AsArray().Select(parameter => parameter!) ?? [];
        foreach (var parameter in parameters.Where(parameter => (string?)parameter["in"] == "path"))
            path = path.Replace($"{{{parameter["name"]}}}", (string?)(parameter["example"] ?? parameter["schema"]!["examples"]![0]), StringComparison.Ordinal);
        return parameters.Any(parameter => (string?)parameter["name"] == "validateOnly") ? $"{path}?validateOnly=true" : path;
    }
}
