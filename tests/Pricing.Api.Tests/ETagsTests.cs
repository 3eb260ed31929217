using System.Net;
using System.Text.Json.Nodes;

namespace Pricing.Api.Tests;

public sealed class ETagsTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task A_new_resource_comes_with_its_address_and_its_tag()
    {
        var response = await service.Send(HttpMethod.Post, "/api/v1/clients", """{"name":"Neu"}""");

        var client = await Service.Body(response);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/api/v1/clients/{client["id"]}", response.Headers.Location?.OriginalString);
        Assert.Equal("\"v1\"", response.Headers.ETag?.ToString());
        Assert.Equal(client.ToJsonString(), (await service.Read(response.Headers.Location!.OriginalString)).ToJsonString());
    }

    [Fact]
    public async Task A_change_without_a_version_is_refused_and_told_the_current_one()
    {
        var path = await NewClient();

        var response = await service.Send(HttpMethod.Put, path, """{"name":"Anders"}""");

        var problem = await Service.Problem(response, 428, "if-match-required");
        Assert.Equal("\"v1\"", (string?)problem["currentETag"]);
        Assert.Equal("\"v1\"", response.Headers.ETag?.ToString());
    }

    [Theory]
    [InlineData("\"v2\"")]
    [InlineData("\"v0\"")]
    [InlineData("\"v01\"")]
    [InlineData("W/\"v1\"")]
    [InlineData("v1")]
    [InlineData("\"1\"")]
    [InlineData("nonsense")]
    [InlineData("\"v99999999999\"")]
    public async Task A_tag_that_is_not_the_current_one_never_matches(string tag)
    {
        var path = await NewClient();

        var response = await service.Send(HttpMethod.Put, path, """{"name":"Anders"}""", ("If-Match", tag));

        var problem = await Service.Problem(response, 412, "changed-meanwhile");
        Assert.Equal("\"v1\"", (string?)problem["currentETag"]);
        Assert.Equal("\"v1\"", response.Headers.ETag?.ToString());
        Assert.Equal("Alt", (string?)(await service.Read(path))["name"]);
    }

    [Theory]
    [InlineData("\"v1\"")]
    [InlineData("*")]
    [InlineData("\"v7\", \"v1\"")]
    public async Task A_change_of_the_current_version_takes_effect_and_counts(string tag)
    {
        var path = await NewClient();

        var response = await service.Send(HttpMethod.Put, path, """{"name":"Anders"}""", ("If-Match", tag));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("\"v2\"", response.Headers.ETag?.ToString());
        Assert.Equal("Anders", (string?)(await service.Read(path))["name"]);
    }

    [Theory]
    [InlineData("\"v1\"", 304)]
    [InlineData("W/\"v1\"", 304)]
    [InlineData("\"v7\", \"v1\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"v2\"", 200)]
    public async Task What_the_caller_has_already_is_not_sent_again(string tag, int status)
    {
        var path = await NewClient();

        var response = await service.Send(HttpMethod.Get, path, headers: ("If-None-Match", tag));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("\"v1\"", response.Headers.ETag?.ToString());
        Assert.Equal(status == 304, (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length == 0);
    }

    [Theory]
    [InlineData("PUT", "", """{"name":"Anders"}""")]
    [InlineData("DELETE", "", null)]
    public async Task A_change_of_what_is_not_there_is_not_found(string method, string suffix, string? body)
    {
        var path = $"/api/v1/clients/{Guid.Empty}{suffix}";

        var response = await service.Send(new HttpMethod(method), path, body is null ? null : Service.Json(System.Text.Encoding.UTF8.GetBytes(body)));

        await Service.Problem(response, 404, "not-found");
    }

    [Theory]
    [InlineData("DELETE", "", null)]
    [InlineData("PATCH", "/document", """{"changes":[{"path":"/name","value":"Anders"}]}""")]
    [InlineData("POST", "/deliverables", """{"deliverableId":"00000000-0000-0000-0000-000000000001"}""")]
    public async Task Every_change_of_an_engagement_needs_a_version(string method, string suffix, string? body)
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));
        var path = $"{demo["links"]!["self"]}{suffix}";
        var content = body is null ? null : Service.Json(System.Text.Encoding.UTF8.GetBytes(body));

        var response = await service.Send(new HttpMethod(method), path, content);

        await Service.Problem(response, 428, "if-match-required");
    }

    [Fact]
    public async Task Of_many_changes_of_one_version_exactly_one_takes_effect()
    {
        var path = await NewClient();

        var responses = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            service.Send(HttpMethod.Put, path, $$"""{"name":"Nummer {{i}}"}""", ("If-Match", "\"v1\""))));

        Assert.Equal(1, responses.Count(response => response.StatusCode == HttpStatusCode.OK));
        Assert.All(responses, response => Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed }));
        Assert.Equal(2, (int?)(await service.Read(path))["version"]);
    }

    private async Task<string> NewClient()
    {
        var client = await service.Create("/api/v1/clients", """{"name":"Alt"}""");
        return $"/api/v1/clients/{client["id"]}";
    }
}
