using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pricing.Api.Tests.OpenApi;
using Guard = Pricing.Api.Security.Authorization;
using Need = Pricing.Api.Security.Need;

namespace Pricing.Api.Tests.Security;

/// <summary>Every operation of the OpenAPI document, called as everybody; what each may do stands in a table beside, written by hand.</summary>
public sealed class RightsTests(Service service) : IClassFixture<Service>
{
    private static readonly string[] Roles = ["accountLead", "finance", "administrator", "auditor", "crmIntegration"];

    [Fact]
    public async Task The_table_says_of_every_operation_who_may_call_it_and_the_document_says_the_same()
    {
        var table = Table();

        var told = ApiOperations.Of(await Api()).ToDictionary(entry => IdOf(entry.Operation), entry => RolesOf(entry.Operation));

        Assert.Equal(table.Keys.Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.All(table, row => Assert.Equal((row.Key, string.Join(' ', row.Value)), (row.Key, string.Join(' ', told[row.Key]))));
    }

    [Trait("Gate", "G31")]
    [Fact]
    public async Task Whoever_may_not_is_refused_and_whoever_may_is_let_in()
    {
        var table = Table();
        var keys = await service.Keys();
        var faults = new List<string>();
        foreach (var (method, path, operation) in ApiOperations.Of(await Api()))
        {
            foreach (var role in Roles.Append("nobody").Append("anybody's guess"))
            {
                var status = await Call(method, ApiOperations.AddressOf(path, operation), Credential(role, keys));
                var allowed = table[IdOf(operation)];
                var isRight = allowed switch
                {
                    ["everybody"] => status is not (401 or 403),
                    _ when role == "anybody's guess" || role == "nobody" => status == 401,
                    ["signedIn"] => status is not (401 or 403),
                    _ => allowed.Contains(role) ? status is not (401 or 403) : status == 403,
                };
                if (!isRight)
                    faults.Add($"{IdOf(operation)} as {role}: {status}");
            }
        }

        Assert.Empty(faults);
        GateSize.Measured("G31", $"{table.Count} operations as {Roles.Length + 2} callers: as the table says");
    }

    [Fact]
    public async Task A_key_that_is_narrowed_may_do_no_more_than_its_scopes()
    {
        var key = await service.Create("/api/v1/api-keys", """{"name":"Nur lesen","role":"accountLead","scopes":["readClients"]}""");
        var secret = ("X-API-Key", (string)key["key"]!);

        Assert.Equal(HttpStatusCode.OK, (await service.Send(HttpMethod.Get, "/api/v1/clients", headers: secret)).StatusCode);
        var refusal = await Service.Problem(await service.Send(HttpMethod.Get, "/api/v1/engagements", headers: secret), 403, "not-allowed");
        Assert.Contains("readFigures", (string?)refusal["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_route_without_a_right_is_found()
    {
        var guilty = new RouteEndpointBuilder(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/api/v1/guilty"), 0);
        Assert.True(Guard.IsUnguarded((RouteEndpoint)guilty.Build()));

        guilty.Metadata.Add(new Need(null));
        Assert.False(Guard.IsUnguarded((RouteEndpoint)guilty.Build()));
    }

    private static (string Name, string Value)[] Credential(string role, IReadOnlyDictionary<string, string> keys) => role switch
    {
        "administrator" => [],
        "nobody" => [("X-Forwarded-For", "203.0.113.7")],   // came through somebody else: the development profile lets nobody in
        "anybody's guess" => [("X-API-Key", "pk_live_abcdefgh_0000000000000000000000000000000000000000000")],
        _ => [("X-API-Key", keys[role])],
    };

    private async Task<int> Call(string method, string address, (string Name, string Value)[] headers)
    {
        // A body that every rule refuses: nothing is changed, whoever is let in.
        var content = method is "get" or "delete" ? null : Service.Json(Encoding.UTF8.GetBytes("""{"nonsense":true}"""));
        return (int)(await service.Send(new HttpMethod(method.ToUpperInvariant()), address, content, headers)).StatusCode;
    }

    private static string IdOf(JsonNode operation) => (string)operation["operationId"]!;

    private static IReadOnlyList<string> RolesOf(JsonNode operation) => operation switch
    {
        _ when operation["security"]?.AsArray() is not { Count: > 0 } => ["everybody"],
        _ when operation["x-roles"] is JsonArray roles => [.. roles.Select(role => (string)role!)],
        _ => ["signedIn"],
    };

    private static Dictionary<string, IReadOnlyList<string>> Table() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Security", "rights.csv")).Skip(1)
        .Select(line => line.Split(',')).ToDictionary(parts => parts[0], parts => (IReadOnlyList<string>)parts[1].Split(' '));

    private Task<JsonObject> Api() => service.Read("/swagger/v1/swagger.json");
}
