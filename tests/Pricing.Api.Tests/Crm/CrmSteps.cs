using System.Text.Json.Nodes;

namespace Pricing.Api.Tests.Crm;

/// <summary>Steps of the tests that talk to a fake CRM.</summary>
internal static class CrmSteps
{
    /// <summary>What proves the calls of a fake CRM.</summary>
    public const string HookSecret = "pricing-test-client-secret-0001-long-enough";

    /// <summary>A service that may call fake CRMs, and asks them for nothing by itself.</summary>
    public static Service ServiceFor(params FakeCrm[] crms) => ServiceThatSweeps("00:00:00", crms);

    /// <summary>A service that asks fake CRMs every so often for what they did not tell.</summary>
    public static Service ServiceThatSweeps(string every, params FakeCrm[] crms) => new(
        ("Webhooks:AllowedOrigins", string.Join(',', crms.Select(crm => crm.Address))), ("Crm:SweepEvery", every), ("RateLimits:Key", "1000000"), ("RateLimits:Agency", "1000000"));

    /// <summary>A deal as it is made in a fake CRM.</summary>
    public static Row Deal(FakeCrm crm, string name, string stage, DateTimeOffset at)
    {
        JsonObject fields = crm.Kind switch
        {
            "hubspot" => new() { ["dealname"] = name, ["dealstage"] = stage },
            "salesforce" => new() { ["Name"] = name, ["StageName"] = stage },
            _ => new() { ["name"] = name, ["stepname"] = stage },
        };
        return new(crm.NextId(), fields) { ChangedAt = at };
    }

    /// <summary>Connects a fake CRM whose deals start from a template, which is made.</summary>
    public static async Task<JsonObject> ConnectInbound(Service service, FakeCrm crm, string? system = null)
    {
        var terms = Terms(crm, system);
        terms["settings"]!["templateId"] = await Template(service);
        terms["credentials"]!["hookSecret"] = HookSecret;
        return await service.Create("/api/v1/crm-connections", terms.ToJsonString());
    }

    /// <summary>The demo, marked as template.</summary>
    public static async Task<string> Template(Service service)
    {
        var template = (string)(await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo")))["id"]!;
        (await service.Send(HttpMethod.Put, $"/api/v1/engagements/{template}/desk", """{"isTemplate":true}""", ("If-Match", "*"))).EnsureSuccessStatusCode();
        return template;
    }

    /// <summary>The engagements that are called so.</summary>
    public static async Task<JsonArray> Called(Service service, string name) => (await service.Read($"/api/v1/engagements?search={Uri.EscapeDataString(name)}"))["items"]!.AsArray();

    /// <summary>A draft of the demo, and its offer.</summary>
    public static async Task<(string Engagement, JsonObject Offer)> Offer(Service service)
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));
        var id = (string)(await service.Create($"/api/v1/engagements/{demo["id"]}/copies", "{}"))["id"]!;
        return (id, await service.Read($"/api/v1/engagements/{id}/offer"));
    }

    /// <summary>The terms of a connection to a fake CRM.</summary>
    public static JsonObject Terms(FakeCrm crm, string? system = null)
    {
        var settings = crm.Settings;
        if (system is not null)
            settings["system"] = system;
        return new() { ["kind"] = crm.Kind, ["name"] = "Sales", ["address"] = crm.Address, ["settings"] = settings, ["credentials"] = crm.Credentials };
    }

    /// <summary>Connects a fake CRM.</summary>
    public static async Task<string> Connect(Service service, FakeCrm crm, string? system = null) => (string)(await service.Create("/api/v1/crm-connections", Terms(crm, system).ToJsonString()))["id"]!;

    /// <summary>Asks for a push.</summary>
    public static async Task<string> Push(Service service, string engagement, string connection) =>
        (string)(await service.Create($"/api/v1/engagements/{engagement}/crm-pushes", $$"""{"connectionId":"{{connection}}","closeDate":"2026-12-18"}"""))["id"]!;

    /// <summary>A push once it has ended.</summary>
    public static async Task<JsonObject> Ended(Service service, string push)
    {
        JsonObject read = [];
        for (var waited = 0; waited < 600 && (string?)read["state"] is not ("done" or "failed"); waited++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            read = await service.Read($"/api/v1/crm-pushes/{push}");
        }

        return read;
    }

    /// <summary>The CRM holds the offer as one deal, to the cent, and nothing else of ours.</summary>
    public static void Holds(FakeCrm crm, string engagement, JsonObject offer)
    {
        var net = offer["options"]!.AsArray().Select(option => option!).Where(option => (bool)option["recommended"]!).Select(option => (decimal)option["net"]!).Single();
        var (key, deal) = crm.Deals.Single();
        Assert.Equal((engagement, net), (key, crm.AmountOf(deal)));
        Assert.Equal(net, crm.Lines.Values.Sum(crm.PriceOf));
        Assert.All(crm.Lines, line => Assert.StartsWith($"{engagement}-", line.Key, StringComparison.Ordinal));
        Assert.All(crm.Lines.Values, line => Assert.Equal(crm.Kind == "salesforce" ? engagement : deal.Id, line.Parent));
        var offered = offer["lines"]!.AsArray().Count(line => (decimal)line!["amount"]! > 0);
        Assert.InRange(crm.Lines.Count, offered, offered + 2);
    }

    /// <summary>Brings an engagement to a stage.</summary>
    public static async Task Bring(Service service, string engagement, string stage)
    {
        var moved = await service.Send(HttpMethod.Put, $"/api/v1/engagements/{engagement}/desk", $$"""{"stage":"{{stage}}"}""", ("If-Match", "*"));
        Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task Until(Func<Task<bool>> isSo)
    {
        for (var waited = 0; !await isSo(); waited += 50)
        {
            Assert.True(waited < 20_000, "It did not come so.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
