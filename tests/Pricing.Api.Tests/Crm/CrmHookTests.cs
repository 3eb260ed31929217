using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pricing.Application.Features.Crm;
using Pricing.Application.Persistence;
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
        service = new(("Webhooks:AllowedOrigins", crm.Address), ("PublicAddress", Public), ("Crm:SweepEvery", "00:00:00"), ("RateLimits:Key", "1000000"), ("RateLimits:Agency", "1000000"));
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
    public async Task A_deal_that_cannot_be_read_is_attempted_again_and_holds_up_none_behind_it()
    {
        var (hook, _, _) = await Connect();
        crm.Deals["spoilt"] = new("9001", new JsonObject { ["dealname"] = 5, ["dealstage"] = "appointmentscheduled" });
        crm.Deals["sound"] = new("9002", new JsonObject { ["dealname"] = "Sound campaign", ["dealstage"] = "appointmentscheduled" });
        await Tell(hook, Event("9001", 1));
        await Tell(hook, Event("9002", 1));

        await Made("Sound campaign");
        var spoilt = await Inbound(service, "9001");
        Assert.True(spoilt.Attempts >= 1);
        Assert.Equal((CrmInboundState.Waiting, "Something went wrong on our side."), (spoilt.State, spoilt.LastError));

        crm.Deals["spoilt"].Fields["dealname"] = "Mended campaign";
        await Made("Mended campaign");
    }

    [Fact]
    public async Task What_a_person_saves_while_a_deal_is_taken_in_stays()
    {
        var meddler = new Meddler();
        await using var meddled = new MeddledService(crm, meddler);
        var hook = (string)(await ConnectInbound(meddled, crm))["hookPath"]!;
        crm.Deals["made-there"] = new("9001", new JsonObject { ["dealname"] = "Spring campaign", ["dealstage"] = "appointmentscheduled" });
        await TellSigned(meddled, hook, Event("9001", 1), HookSecret, 0);
        await Until(async () => (await Called(meddled, "Spring campaign")).Count > 0);
        var id = (string)Assert.Single(await Called(meddled, "Spring campaign"))!["id"]!;
        await Until(() => Task.FromResult(crm.Deals.ContainsKey(id)));

        meddler.Act = async () => (await meddled.Send(
            HttpMethod.Put, $"/api/v1/engagements/{id}/desk", """{"stage":"lead","internalNotes":"Call on Monday","marginLimit":0.25}""", ("If-Match", "*"))).EnsureSuccessStatusCode();
        crm.Deals[id].Fields["dealstage"] = "closedwon";
        await TellSigned(meddled, hook, Event("9001", 2), HookSecret, 0);

        await Until(async () => (string)(await meddled.Read($"/api/v1/engagements/{id}"))["stage"]! == "won");
        var taken = await meddled.Read($"/api/v1/engagements/{id}");
        Assert.Null(meddler.Act);
        Assert.Equal(("Call on Monday", 0.25m), ((string?)taken["internalNotes"], (decimal?)taken["marginLimit"]));
    }

    [Fact]
    public async Task A_CRM_that_hangs_holds_up_no_other_account()
    {
        await using var other = await FakeCrm.Start("hubspot");
        await using var both = new Service(("Webhooks:AllowedOrigins", $"{crm.Address},{other.Address}"), ("PublicAddress", Public), ("Crm:SweepEvery", "00:00:00"));
        var (hanging, quick) = (await ConnectInbound(both, crm), await ConnectInbound(both, other, "other"));
        using var end = new ManualResetEventSlim();
        crm.Trouble = (_, _) =>
        {
            end.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            return null;
        };
        other.Deals["made-there"] = new("9002", new JsonObject { ["dealname"] = "Quick campaign", ["dealstage"] = "appointmentscheduled" });

        await TellSigned(both, (string)hanging["hookPath"]!, Event("9001", 1), HookSecret, 0);
        await Until(() => Task.FromResult(!crm.Calls.IsEmpty));
        await TellSigned(both, (string)quick["hookPath"]!, Event("9002", 1), HookSecret, 0);
        await Until(async () => (await Called(both, "Quick campaign")).Count > 0);

        Assert.Equal(0, (await Inbound(both, "9001")).Attempts);   // the first one still hangs
        end.Set();
    }

    [Fact]
    public async Task What_the_CRM_says_of_a_new_deal_is_taken_over_as_its_portal_sees_it()
    {
        var (hook, _, _) = await Connect("America/Phoenix");
        crm.Deals["made-there"] = new("9001", new JsonObject
        {
            ["dealname"] = "Example deal",
            ["dealstage"] = "appointmentscheduled",
            ["closedate"] = "2026-04-01T06:59:59.999Z",
            ["amount"] = "1234.50",
            ["deal_currency_code"] = "USD",
            ["hs_deal_stage_probability"] = "0.2",
        });

        await Tell(hook, Event("9001", 1));
        var made = await Made("Example deal");

        Assert.Equal(("2026-03-31", 0.2m, "The CRM's amount: 1234.50 USD"), ((string?)made["expectedDecision"], (decimal?)made["winProbability"], (string?)made["internalNotes"]));
        var client = await service.Read($"/api/v1/clients/{made["clientId"]}");
        Assert.Equal(("AT", "USD"), ((string?)client["country"], (string?)client["currency"]));
    }

    [Fact]
    public async Task What_is_given_up_is_shown_with_its_cause_and_attempted_again_when_somebody_says_so()
    {
        var (hook, connection, _) = await Connect();
        var told = $"/api/v1/crm-connections/{connection}/inbound";
        crm.Deals["made-there"] = new("9001", new JsonObject { ["dealname"] = "Given up", ["dealstage"] = "appointmentscheduled" });
        crm.Trouble = (_, request) => request.Path.Value!.EndsWith("/9001", StringComparison.Ordinal) ? new(400, Body: """{"message":"No such property"}""") : null;
        await Tell(hook, Event("9001", 1));
        JsonArray failed = [];
        await Until(async () => (failed = (await service.Read($"{told}?state=failed"))["items"]!.AsArray()).Count > 0);
        crm.Trouble = (_, _) => null;

        var again = await service.Send(HttpMethod.Post, $"{told}/{failed[0]!["position"]}/attempts");
        var made = await Made("Given up");

        Assert.Equal(("9001", 1), ((string?)failed[0]!["dealId"], (int?)failed[0]!["attempts"]));
        Assert.Contains("No such property", (string?)failed[0]!["lastError"], StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "waiting"), (again.StatusCode, (string?)(await Service.Body(again))["state"]));
        Assert.NotNull(made["clientId"]);
        await Until(async () => (string?)(await service.Read(told))["items"]![0]!["state"] == "done");
        await Service.Problem(await service.Send(HttpMethod.Post, $"{told}/999999/attempts"), 404, "not-found");
    }

    [Fact]
    public async Task What_came_while_the_connection_was_off_waits_until_it_is_on_again()
    {
        var (hook, connection, template) = await Connect();
        crm.Deals["made-there"] = new("9001", new JsonObject { ["dealname"] = "Waited", ["dealstage"] = "appointmentscheduled" });
        crm.Trouble = (_, request) => request.Path.Value!.EndsWith("/9001", StringComparison.Ordinal) ? new(503, Header: ("Retry-After", "1")) : null;
        await Tell(hook, Event("9001", 1));
        await Until(async () => (int?)(await service.Read($"/api/v1/crm-connections/{connection}/inbound"))["items"]![0]!["attempts"] > 0);

        await Switch(isOn: false);
        crm.Trouble = (_, _) => null;
        await Task.Delay(2_500, TestContext.Current.CancellationToken);
        var meanwhile = (string?)(await service.Read($"/api/v1/crm-connections/{connection}/inbound"))["items"]![0]!["state"];
        await Switch(isOn: true);

        Assert.Equal("waiting", meanwhile);
        Assert.Equal(template, (string?)(await Made("Waited"))["copiedFrom"]);

        async Task Switch(bool isOn)
        {
            var settings = crm.Settings;
            settings["templateId"] = template;
            var terms = new JsonObject { ["kind"] = crm.Kind, ["name"] = "Sales", ["address"] = crm.Address, ["settings"] = settings, ["active"] = isOn };
            (await service.Send(HttpMethod.Put, $"/api/v1/crm-connections/{connection}", terms.ToJsonString(), ("If-Match", "*"))).EnsureSuccessStatusCode();
        }
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

    private async Task<(string Hook, string Connection, string Template)> Connect(string? zone = null)
    {
        var template = await Template(service);
        var settings = crm.Settings;
        settings["templateId"] = template;
        if (zone is not null)
            settings["timeZone"] = zone;
        var terms = new JsonObject { ["kind"] = crm.Kind, ["name"] = "Sales", ["address"] = crm.Address, ["settings"] = settings, ["credentials"] = crm.Credentials };
        var connection = await service.Create("/api/v1/crm-connections", terms.ToJsonString());
        return ((string)connection["hookPath"]!, (string)connection["id"]!, template);
    }

    private Task<HttpResponseMessage> Tell(string hook, string body, string secret = Secret, int secondsAgo = 0) => TellSigned(service, hook, body, secret, secondsAgo);

    private static Task<HttpResponseMessage> TellSigned(Service to, string hook, string body, string secret, int secondsAgo)
    {
        var milliseconds = (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - (secondsAgo * 1_000)).ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"POST{Public}{hook}{body}{milliseconds}")));
        return to.Send(HttpMethod.Post, hook, body, ("X-HubSpot-Signature-v3", signature), ("X-HubSpot-Request-Timestamp", milliseconds));
    }

    private static async Task<CrmInbound> Inbound(Service of, string deal)
    {
        await using var scope = of.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PricingDb>().Set<CrmInbound>().IgnoreQueryFilters().AsNoTracking().SingleAsync(told => told.DealId == deal, TestContext.Current.CancellationToken);
    }

    private async Task<JsonObject> Made(string name)
    {
        JsonArray found = [];
        await Until(async () => (found = (await service.Read($"/api/v1/engagements?search={Uri.EscapeDataString(name)}"))["items"]!.AsArray()).Count > 0);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        found = (await service.Read($"/api/v1/engagements?search={Uri.EscapeDataString(name)}"))["items"]!.AsArray();
        return await service.Read($"/api/v1/engagements/{Assert.Single(found)!["id"]}");
    }

    /// <summary>Somebody who acts at the moment at which the service looks whether a push waits, that is after it has read the engagement.</summary>
    private sealed class Meddler : DbCommandInterceptor
    {
        public Func<Task>? Act { get; set; }

        public override async ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (Act is { } act && command.CommandText.Contains("EXISTS", StringComparison.Ordinal) && command.CommandText.Contains("CrmPushes", StringComparison.Ordinal))
            {
                Act = null;
                await act();
            }

            return result;
        }
    }

    private sealed class MeddledService(FakeCrm crm, Meddler meddler) : Service(("Webhooks:AllowedOrigins", crm.Address), ("Crm:PublicAddress", Public), ("PublicAddress", "https://offers.example"), ("Crm:SweepEvery", "00:00:00"))
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.ConfigureDbContext<PricingDb>(options => options.AddInterceptors(meddler)));
        }
    }
}
