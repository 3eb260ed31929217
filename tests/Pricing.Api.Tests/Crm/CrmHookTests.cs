using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using static Pricing.Api.Tests.Crm.CrmSteps;

namespace Pricing.Api.Tests.Crm;

/// <summary>A CRM tells of its deals; they become draft engagements.</summary>
public sealed class CrmHookTests : IAsyncLifetime
{
    private const string Public = "https://pricing.example", Secret = "pricing-test-client-secret-0001";

    private FakeCrm crm = null!;
    private Service service = null!;

    public async ValueTask InitializeAsync()
    {
        crm = await FakeCrm.Start("hubspot");
        service = new(("Webhooks:AllowedOrigins", crm.Address), ("Crm:PublicAddress", Public), ("Crm:SweepEvery", "00:00:00"), ("RateLimits:Key", "1000000"), ("RateLimits:Agency", "1000000"));
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await crm.DisposeAsync();
    }

    [Fact]
    public async Task A_deal_becomes_one_draft_from_the_template_however_often_it_is_told_of_and_a_push_finds_it_again()
    {
        var (hook, connection, template) = await Connect();
        crm.Deals["made-there"] = new("9001", new JsonObject { ["dealname"] = "Spring campaign", ["dealstage"] = "appointmentscheduled" });
        var told = Event("9001", 1764064799000);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(attempt => Tell(hook, told.Replace("\"attemptNumber\":0", $"\"attemptNumber\":{attempt}", StringComparison.Ordinal))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var made = await Made("Spring campaign");

        Assert.Equal(("lead", template), ((string)made["stage"]!, (string)made["copiedFrom"]!));
        Assert.Equal("Beispielmarke GmbH", (string)(await service.Read($"/api/v1/clients/{made["clientId"]}"))["name"]!);
        await Until(() => Task.FromResult(crm.Deals.ContainsKey((string)made["id"]!)));

        await service.Create($"/api/v1/engagements/{made["id"]}/crm-pushes", $$"""{"connectionId":"{{connection}}"}""");
        await Until(() => Task.FromResult(crm.Lines.Count > 0));
        Assert.Equal("9001", crm.Deals.Values.Single().Id);
    }

    [Fact]
    public async Task A_later_stage_and_name_are_taken_over_and_what_we_wrote_ourselves_changes_nothing()
    {
        var (hook, _, _) = await Connect();
        crm.Deals["made-there"] = new("9001", new JsonObject { ["dealname"] = "Spring campaign", ["dealstage"] = "appointmentscheduled" });
        await Tell(hook, Event("9001", 1));
        var made = await Made("Spring campaign");
        await Until(() => Task.FromResult(crm.Deals.ContainsKey((string)made["id"]!)));
        var before = (await service.Read($"/api/v1/engagements/{made["id"]}"))["version"]!.ToString();
        await Tell(hook, Event("9001", 2));
        await Until(() => Task.FromResult(crm.Calls.Count(call => call.Call.StartsWith("GET /crm/v3/objects/deals/9001", StringComparison.Ordinal)) >= 2));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(before, (await service.Read($"/api/v1/engagements/{made["id"]}"))["version"]!.ToString());

        crm.Deals.Values.Single().Fields["dealstage"] = "closedwon";
        crm.Deals.Values.Single().Fields["dealname"] = "Summer campaign";
        await Tell(hook, Event("9001", 3));

        await Until(async () => (string)(await service.Read($"/api/v1/engagements/{made["id"]}"))["stage"]! == "won");
        Assert.Equal("Summer campaign", (string)(await service.Read($"/api/v1/engagements/{made["id"]}"))["name"]!);
    }

    [Fact]
    public async Task A_call_that_does_not_prove_itself_is_refused_and_stores_nothing()
    {
        var (hook, _, _) = await Connect();
        var told = Event("9001", 1);

        await Service.Problem(await service.Send(HttpMethod.Post, hook, told), 401, "sign-in-required");
        await Service.Problem(await Tell(hook, told, secret: "another"), 401, "sign-in-required");
        await Service.Problem(await Tell(hook, told, secondsAgo: 301), 401, "sign-in-required");
        await Service.Problem(await Tell(hook, "{}"), 400, "bad-request");
        await Service.Problem(await Tell($"/hooks/hubspot/{Guid.Empty}", told), 404, "not-found");
        await Service.Problem(await Tell(hook.Replace("hubspot", "dynamics", StringComparison.Ordinal), told), 404, "not-found");
        await Task.Delay(1_500, TestContext.Current.CancellationToken);
        Assert.Empty(crm.Calls);
    }

    private static string Event(string deal, long occurredAt) =>
        $$"""[{"eventId":1,"subscriptionId":25,"portalId":33,"appId":1160452,"occurredAt":{{occurredAt}},"subscriptionType":"deal.propertyChange","attemptNumber":0,"objectId":{{deal}},"changeSource":"CRM_UI","propertyName":"dealstage","propertyValue":"closedwon"}]""";

    private async Task<(string Hook, string Connection, string Template)> Connect()
    {
        var template = (string)(await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo")))["id"]!;
        var settings = crm.Settings;
        settings["templateId"] = template;
        var terms = new JsonObject { ["kind"] = crm.Kind, ["name"] = "Sales", ["address"] = crm.Address, ["settings"] = settings, ["credentials"] = crm.Credentials };
        var connection = await service.Create("/api/v1/crm-connections", terms.ToJsonString());
        return ((string)connection["hookPath"]!, (string)connection["id"]!, template);
    }

    private Task<HttpResponseMessage> Tell(string hook, string body, string secret = Secret, int secondsAgo = 0)
    {
        var milliseconds = (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - (secondsAgo * 1_000)).ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"POST{Public}{hook}{body}{milliseconds}")));
        return service.Send(HttpMethod.Post, hook, body, ("X-HubSpot-Signature-v3", signature), ("X-HubSpot-Request-Timestamp", milliseconds));
    }

    private async Task<JsonObject> Made(string name)
    {
        JsonArray found = [];
        await Until(async () => (found = (await service.Read($"/api/v1/engagements?search={Uri.EscapeDataString(name)}"))["items"]!.AsArray()).Count > 0);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        found = (await service.Read($"/api/v1/engagements?search={Uri.EscapeDataString(name)}"))["items"]!.AsArray();
        return await service.Read($"/api/v1/engagements/{Assert.Single(found)!["id"]}");
    }
}
