using System.Net;
using System.Text.Json.Nodes;
using Pricing.Application.Features.Events;

namespace Pricing.Api.Tests.OpenApi;

/// <summary>The OpenAPI document says everything of every operation, and what it says works.</summary>
public sealed class DocumentTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task Every_schema_and_property_is_described()
    {
        var api = await Api();

        var undescribed = api["components"]!["schemas"]!.AsObject().SelectMany(schema => Undescribed(schema.Value!, schema.Key)).ToList();

        Assert.Empty(undescribed);
    }

    [Fact]
    public async Task Every_operation_parameter_and_answer_is_described_with_an_example()
    {
        foreach (var (method, path, operation) in ApiOperations.Of(await Api()))
        {
            var name = $"{method} {path}";
            Assert.False(string.IsNullOrWhiteSpace((string?)operation["operationId"]), name);
            Assert.False(string.IsNullOrWhiteSpace((string?)operation["summary"]), name);
            Assert.False(string.IsNullOrWhiteSpace((string?)operation["description"]), name);
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                Assert.False(string.IsNullOrWhiteSpace((string?)parameter!["description"]), $"{name} {parameter["name"]}");
                Assert.True(parameter["example"] is not null || parameter["schema"]!["examples"] is JsonArray { Count: > 0 }, $"{name} {parameter["name"]}");
            }

            foreach (var (status, answer) in operation["responses"]!.AsObject())
            {
                Assert.False(string.IsNullOrWhiteSpace((string?)answer!["description"]), $"{name} {status}");
                if (status[0] is '4' or '5')
                    Assert.Equal(status, answer["content"]!["application/problem+json"]!["example"]!["status"]!.ToString());
            }
        }
    }

    [Fact]
    public async Task Every_example_fits_its_schema()
    {
        var api = await Api();
        var check = new SchemaCheck(api);

        foreach (var (method, path, operation) in ApiOperations.Of(api))
        {
            var contents = operation["responses"]!.AsObject().SelectMany(answer => answer.Value!["content"]?.AsObject() ?? [])
                .Concat(operation["requestBody"]?["content"]?.AsObject() ?? []);
            foreach (var (_, content) in contents)
            {
                var examples = (content!["examples"]?.AsObject().Select(example => example.Value!["value"]) ?? []).Append(content["example"]).Where(example => example is not null);
                Assert.All(examples, example => Assert.Equal([], check.FaultsOf(example, content["schema"]!, $"{method} {path}")));
            }
        }
    }

    [Fact]
    public async Task Every_read_succeeds_with_its_examples()
    {
        // There is none of these to show until somebody starts or makes one.
        string[] unseeded =
        [
            "/api/v1/analyses/runs/{id}", "/api/v1/api-keys/{id}", "/api/v1/webhook-endpoints/{id}", "/api/v1/webhook-deliveries/{id}", "/api/v1/crm-connections/{id}", "/api/v1/crm-connections/{id}/inbound", "/api/v1/crm-pushes/{id}",
            "/api/v1/share-links/{id}", "/api/v1/questions/{id}", "/api/v1/proposals/{id}/contract", "/api/v1/proposals/{id}/certificate.pdf", "/api/v1/proposals/{id}/versions/{from}/difference/{to}",
            "/api/v1/proposals/{id}/versions/{from}/difference/{to}/chart", "/api/v1/clients/by-external-id/{system}/{externalId}", "/api/v1/engagements/by-external-id/{system}/{externalId}",
        ];
        foreach (var (method, path, operation) in ApiOperations.Of(await Api()).Where(entry => entry.Method == "get" && !unseeded.Contains(entry.Path)))
        {
            var response = await service.Send(HttpMethod.Get, ApiOperations.AddressOf(path, operation));

            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{method} {path}: {(int)response.StatusCode}");
            Assert.Contains(response.Content.Headers.ContentType!.MediaType!, operation["responses"]!["200"]!["content"]!.AsObject().Select(content => content.Key));
        }
    }

    [Fact]
    public async Task Every_named_request_succeeds_but_the_one_that_shows_a_mistake()
    {
        // They need a connection or an endpoint, which nobody has seeded for its secret, or a proposal that is no draft any more.
        string[] needMore = ["ReviseCrmConnection", "ReplayEvents", "OrderChange", "CreateShareLink"];
        await service.Send(HttpMethod.Post, "/api/v1/demo");
        foreach (var (method, path, operation) in ApiOperations.Of(await Api()).Where(entry => entry.Method != "delete" && !needMore.Contains((string?)entry.Operation["operationId"])))
        {
            // Tried where that can be, so that no example gets in the way of another.
            var address = ApiOperations.AddressOf(path, operation);
            if (operation["parameters"]?.AsArray().Any(parameter => (string?)parameter!["name"] == "validateOnly" && parameter["example"] is null) == true)
                address += "&validateOnly=true";
            foreach (var (name, example) in operation["requestBody"]?["content"]?["application/json"]?["examples"]?.AsObject() ?? [])
            {
                var response = await service.Send(new HttpMethod(method.ToUpperInvariant()), address, example!["value"]!.ToJsonString(), ("If-Match", "*"));

                Assert.True(response.IsSuccessStatusCode == !name.Contains("mistake", StringComparison.Ordinal), $"{method} {path} {name}: {(int)response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Changes_take_If_Match_and_versioned_answers_have_an_ETag()
    {
        foreach (var (method, path, operation) in ApiOperations.Of(await Api()))
        {
            var takesVersion = operation["parameters"]?.AsArray().Any(parameter => (string?)parameter!["name"] == "If-Match") == true;
            Assert.Equal(operation["responses"]!["428"] is not null, takesVersion);
            if (takesVersion)
                Assert.NotNull(operation["responses"]!["200"]!["headers"]?["ETag"]);
            if (method == "post" && operation["responses"]!["201"] is { } created)
                Assert.NotNull(created["headers"]?["Location"]);
        }
    }

    [Fact]
    public async Task Files_are_binary_and_a_chart_is_a_PNG_first()
    {
        var api = await Api();

        var chart = api["paths"]!["/api/v1/engagements/{id}/comparison/chart"]!["get"]!["responses"]!["200"]!["content"]!.AsObject();
        Assert.Equal(["image/png", "image/svg+xml"], chart.Select(content => content.Key));
        Assert.All(chart, content => Assert.Equal("binary", (string?)content.Value!["schema"]!["format"]));
    }

    [Fact]
    public async Task Links_lead_to_operations_that_exist()
    {
        var operations = ApiOperations.Of(await Api()).ToList();
        var ids = operations.Select(entry => (string?)entry.Operation["operationId"]).ToHashSet();

        var links = operations.SelectMany(entry => entry.Operation["responses"]!.AsObject()).SelectMany(answer => answer.Value!["links"]?.AsObject() ?? []).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains((string?)link.Value!["operationId"], ids));
    }

    [Fact]
    public async Task Every_type_of_event_is_described_as_a_webhook_with_what_it_tells()
    {
        var webhooks = (await Api())["webhooks"]!.AsObject().Select(webhook => webhook.Value!["post"]!["requestBody"]!["content"]!["application/cloudevents+json"]!["schema"]!["allOf"]![1]!["properties"]!).ToList();

        Assert.Equal(EventTypes.All.Append(EventTypes.Ping), webhooks.Select(properties => (string?)properties["type"]!["const"]));
        Assert.All(webhooks, properties => Assert.NotNull(properties["data"]!["$ref"]));
    }

    private static IEnumerable<string> Undescribed(JsonNode schema, string at)
    {
        if (at.Contains('/', StringComparison.Ordinal) is false && schema["description"] is null)
            yield return at;
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            if (property!["description"] is null)
                yield return $"{at}/{name}";
            foreach (var inner in Undescribed(property, $"{at}/{name}"))
                yield return inner;
        }
    }

    private Task<JsonObject> Api() => service.Read("/swagger/v1/swagger.json");
}
