using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pricing.Api.Tests.OpenApi;
using Pricing.Application.Features.Access;

namespace Pricing.Api.Tests.Security;

/// <summary>A second agency, set up as a user would: every address with an id of the first answers it as if there were no such id.</summary>
public sealed class TenantTests(Service service) : IClassFixture<Service>
{
    private const string Nobodys = "00000000-0000-4000-8000-000000000000";

    [Trait("Gate", "G30")]
    [Fact]
    public async Task Another_agencys_id_is_answered_like_one_that_nobody_has()
    {
        var stranger = ("X-API-Key", await Stranger());
        var faults = new List<string>();
        foreach (var (method, path, operation) in ApiOperations.Of(await service.Read("/swagger/v1/swagger.json")).Where(entry => entry.Path.Contains("{id}", StringComparison.Ordinal)))
        {
            var content = operation["requestBody"]?["content"]?["application/json"]?["examples"]?.AsObject().First().Value!["value"]!.ToJsonString() ?? (method == "get" ? null : "{}");
            var ofOthers = await Call(method, ApiOperations.AddressOf(path, operation), content, stranger);
            var ofNobody = await Call(method, ApiOperations.AddressOf(path, operation, Nobodys), content, stranger);
            if (ofOthers != ofNobody || !(ofOthers.StartsWith("404", StringComparison.Ordinal) || ofOthers.StartsWith("400", StringComparison.Ordinal)))
                faults.Add($"{method} {path}: {ofOthers} and {ofNobody}");
        }

        Assert.Empty(faults);
        GateSize.Measured("G30", $"{ApiOperations.Of(await service.Read("/swagger/v1/swagger.json")).Count(entry => entry.Path.Contains("{id}", StringComparison.Ordinal))} operations with an id of another agency: each answered like an id that nobody has");
    }

    [Fact]
    public async Task A_code_opens_once_and_the_new_agency_starts_with_the_public_references_only()
    {
        var code = await NewCode();
        var first = await service.Send(HttpMethod.Post, "/api/v1/setup", SetUp(code));
        var second = await service.Send(HttpMethod.Post, "/api/v1/setup", SetUp(code));

        var key = ("X-API-Key", (string)(await Service.Body(first))["key"]!);
        Assert.Equal(201, (int)first.StatusCode);
        Assert.Equal(["/code"], await Service.Pointers(second));
        Assert.NotEmpty((await Service.Body(await service.Send(HttpMethod.Get, "/api/v1/price-book", headers: key)))["items"]!.AsArray());
        Assert.Empty((await Service.Body(await service.Send(HttpMethod.Get, "/api/v1/clients", headers: key)))["items"]!.AsArray());
        Assert.Equal(201, (int)(await service.Send(HttpMethod.Post, "/api/v1/clients", """{"name":"Erste"}""", key)).StatusCode);
        Assert.Equal(200, (int)(await service.Send(HttpMethod.Post, "/api/v1/demo", headers: key)).StatusCode);
    }

    private async Task<string> Stranger() => (string)(await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/setup", SetUp(await NewCode()))))["key"]!;

    private async Task<string> NewCode()
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SetupCodes>().Make(TestContext.Current.CancellationToken);
    }

    private static string SetUp(string code) => new JsonObject
    {
        ["code"] = code,
        ["agencyName"] = "Nord",
        ["legalName"] = "Nord GmbH",
        ["address"] = "Hamburg",
        ["administratorName"] = "N",
        ["administratorEmail"] = "n@example.org",
    }.ToJsonString();

    // Status and body, without what differs in every answer.
    private async Task<string> Call(string method, string address, string? body, (string, string) key)
    {
        var response = await service.Send(new HttpMethod(method.ToUpperInvariant()), address, body is null ? null : Service.Json(Encoding.UTF8.GetBytes(body)), key, ("If-Match", "*"));
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var problem = answer.StartsWith('{') ? JsonNode.Parse(answer)!.AsObject() : [];
        problem.Remove("traceId");
        var id = address.Split('?')[0].Split('/').FirstOrDefault(part => Guid.TryParse(part, out _)) ?? "";
        return $"{(int)response.StatusCode} {problem.ToJsonString().Replace(id, "ID", StringComparison.Ordinal)}";
    }
}
