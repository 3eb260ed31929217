using System.Net;
using System.Text.Json.Nodes;
using Pricing.Api.Tests.Crm;

namespace Pricing.Api.Tests.Manners;

/// <summary><c>validateOnly=true</c> stores nothing, and a route that cannot be tried says so instead of going ahead.</summary>
public sealed class TrialTests(Service service) : IClassFixture<Service>
{
    private const string Batch = """{"atomic":true,"items":[{"system":"trial","externalId":"b1","record":{"name":"B","template":"Twenty hours become five"}}]}""";

    [Fact]
    public async Task Every_write_but_setting_up_can_be_tried()
    {
        var document = await service.Read("/swagger/v1/swagger.json");
        var untried = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => operation.Value!))
            .Where(operation => Takes(operation, "Idempotency-Key") && !Takes(operation, "validateOnly")).Select(operation => (string?)operation["operationId"]);

        Assert.Equal(["SetUpAgency"], untried);
    }

    [Fact]
    public async Task A_batch_of_deals_that_is_tried_stores_nothing_whatever_key_it_bears()
    {
        var before = await Stored();

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var trial = await service.Send(HttpMethod.Post, "/api/v1/engagements/batch?validateOnly=true", Batch, ("Idempotency-Key", "trial"), ("Accept", "application/json"));
            Assert.Equal(201, (int?)(await Service.Body(trial))["results"]![0]!["status"]);
        }

        Assert.Equal(before, await Stored());
        var real = await service.Send(HttpMethod.Post, "/api/v1/engagements/batch", Batch, ("Idempotency-Key", "trial"));
        Assert.Equal(201, (int?)(await Service.Body(real))["results"]![0]!["status"]);
        Assert.False(real.Headers.Contains("Idempotent-Replayed"));
    }

    [Fact]
    public async Task A_replay_of_events_that_is_tried_queues_nothing()
    {
        var endpoint = (await service.Create("/api/v1/webhook-endpoints", """{"address":"https://trial.invalid/hook"}"""))["endpoint"]!["id"];
        await service.Create("/api/v1/clients", """{"name":"Ereignis"}""");
        await CrmSteps.Until(async () => (await Stored()).Deliveries.Length > 0);
        var before = await Stored();

        var trial = await service.Send(HttpMethod.Post, $"/api/v1/webhook-endpoints/{endpoint}/replays?validateOnly=true", """{"since":"2026-01-01T00:00:00Z"}""", ("Accept", "application/json"));

        Assert.Equal(HttpStatusCode.OK, trial.StatusCode);
        Assert.Equal(before, await Stored());
    }

    [Fact]
    public async Task The_demo_that_is_tried_is_not_put_back()
    {
        await service.Send(HttpMethod.Post, "/api/v1/demo", "{}");
        await service.Send(HttpMethod.Patch, "/api/v1/engagements/69b59d74-1444-898d-a54a-a24dfccf77c0/document", """{"changes":[{"path":"/assets/0/quantity","value":47}]}""", ("If-Match", "*"));
        var before = await Stored();

        (await service.Send(HttpMethod.Post, "/api/v1/demo?validateOnly=true", "{}")).EnsureSuccessStatusCode();

        Assert.Equal(before, await Stored());
    }

    [Theory]
    [InlineData("POST", "/api/v1/comparisons", "{}")]
    [InlineData("POST", "/api/v1/setup", "{}")]
    public async Task What_cannot_be_tried_is_refused_instead_of_done(string method, string path, string json) =>
        Assert.Equal(["/validateOnly"], await Service.Pointers(await service.Send(new HttpMethod(method), $"{path}?validateOnly=true", json)));

    [Fact]
    public async Task A_parameter_that_a_call_does_not_know_is_named_instead_of_left_out()
    {
        var document = await service.Read("/swagger/v1/swagger.json");
        var addresses = document["paths"]!.AsObject().Where(path => path.Key.StartsWith("/api/v1/", StringComparison.Ordinal) && path.Value!["get"] is not null).Select(path => Filled(path.Key)).ToList();

        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
            Assert.Equal(["/filter[name]"], await Service.Pointers(await service.Send(HttpMethod.Get, $"{address}?filter[name]=x")));
        Assert.Equal(["/dryRun", "/validate_only"], await Service.Pointers(await service.Send(HttpMethod.Post, "/api/v1/clients?dryRun=true&validate_only=true", """{"name":"Doch nicht"}""")));
        Assert.DoesNotContain("Doch nicht", (await service.Read("/api/v1/clients?limit=100"))["items"]!.AsArray().Select(client => (string?)client!["name"]));
    }

    [Theory]
    [InlineData("/api/v1/clients")]
    [InlineData("/api/v1/engagements/69b59d74-1444-898d-a54a-a24dfccf77c0")]
    [InlineData("/api/v1/engagements/69b59d74-1444-898d-a54a-a24dfccf77c0/comparison/chart")]
    [InlineData("/problems/not-found")]
    public async Task HEAD_is_answered_as_GET_without_a_body(string address)
    {
        var get = await service.Send(HttpMethod.Get, address);
        var head = await service.Send(HttpMethod.Head, address);

        Assert.Equal((get.StatusCode, get.Headers.ETag, get.Content.Headers.ContentType), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    // What a write leaves: records, the trail, events and deliveries.
    private async Task<(string Engagements, string Audit, string Events, string Deliveries)> Stored() => (
        (await service.Read("/api/v1/engagements?limit=100")).ToJsonString(),
        (await service.Read("/api/v1/audit?limit=100")).ToJsonString(),
        (await service.Read("/api/v1/events?limit=100")).ToJsonString(),
        string.Join(' ', (await service.Read("/api/v1/webhook-deliveries?limit=100"))["items"]!.AsArray().Select(delivery => (string?)delivery!["id"])));

    private static bool Takes(JsonNode operation, string parameter) => operation["parameters"]?.AsArray().Any(one => (string?)one!["name"] == parameter) == true;

    private static string Filled(string path) => string.Join('/', path.Split('/').Select(segment => segment switch
    {
        "{system}" or "{externalId}" or "{kind}" or "{code}" => "x",
        "{from}" or "{to}" or "{number}" => "1",
        _ when segment.StartsWith('{') => "69b59d74-1444-898d-a54a-a24dfccf77c0",
        _ => segment,
    }));
}
