using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pricing.Application.Features.Crm;
using Pricing.Application.Persistence;
using static Pricing.Api.Tests.Crm.CrmSteps;

namespace Pricing.Api.Tests.Crm;

/// <summary>Deals of all three CRMs become drafts, whether they are told of or only found.</summary>
public sealed class CrmSweepTests
{
    private static readonly DateTimeOffset Later = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Kinds => ["hubspot", "salesforce", "dynamics"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_no_webhook_told_is_found_page_by_page_and_nothing_twice(string kind)
    {
        await using var crm = await FakeCrm.Start(kind);
        await using var service = ServiceThatSweeps("00:00:01", crm);
        var stage = (string)crm.Settings["stages"]!["lead"]!;

        // Four in one second over pages of three, and one a day later.
        for (var i = 0; i < 5; i++)
            crm.Deals[$"there-{i}"] = Deal(crm, $"Missed {i}", stage, Later.AddDays(i / 4));
        crm.Deals["old"] = Deal(crm, "Missed long ago", stage, DateTimeOffset.UnixEpoch);
        await ConnectInbound(service, crm);

        await Until(async () => (await Called(service, "Missed")).Count >= 5);
        var calls = crm.Calls.Count;
        await Until(() => Task.FromResult(crm.Calls.Count > calls + 4));   // further sweeps
        var made = await Called(service, "Missed");

        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"Missed {i}"), made.Select(one => (string)one!["name"]!).Order(StringComparer.Ordinal));
        var known = await Task.WhenAll(made.Select(one => service.Read($"/api/v1/engagements/{one!["id"]}")));
        Assert.All(known, engagement => Assert.Contains(crm.Deals.Values, deal => (kind, deal.Id) == ((string)engagement["externalIds"]![0]!["system"]!, (string)engagement["externalIds"]![0]!["id"]!)));
        Assert.Single(known.Select(engagement => (string)engagement["clientId"]!).Distinct());
    }

    [Fact]
    public async Task A_sweep_that_meets_what_it_cannot_read_is_made_again_soon()
    {
        await using var crm = await FakeCrm.Start("hubspot");
        await using var service = ServiceThatSweeps("00:00:01", crm);
        var asked = 0;
        crm.Trouble = (_, request) => request.Path.Value!.EndsWith("/search", StringComparison.Ordinal) && asked++ == 0 ? new(200, Body: """{"results":[{"properties":{}}]}""") : null;
        crm.Deals["there"] = Deal(crm, "Missed campaign", "appointmentscheduled", Later);

        await ConnectInbound(service, crm);

        await Until(async () => (await Called(service, "Missed campaign")).Count > 0);
        Assert.True(asked >= 2);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_refusal_of_any_characters_is_kept_as_far_as_the_database_can_and_holds_up_nothing(DatabaseKind database)
    {
        await using var crm = await FakeCrm.Start("hubspot");
        await using var service = await Service.On(database, ("Webhooks:AllowedOrigins", crm.Address), ("Crm:SweepEvery", "00:00:01"));
        var refused = $"a\0{new string('x', 497)}\U0001F600";
        crm.Trouble = (_, request) => request.Path.Value is "/crm/v3/objects/deals/100000000000001" or "/crm/v3/objects/deals/batch/upsert" ? new(400, Body: refused) : null;
        crm.Deals["there-1"] = Deal(crm, "Refused", "appointmentscheduled", Later);
        crm.Deals["there-2"] = Deal(crm, "Sound", "appointmentscheduled", Later);

        await ConnectInbound(service, crm);
        var (engagement, _) = await Offer(service);
        var push = await Ended(service, await Push(service, engagement, (string)(await service.Read("/api/v1/crm-connections"))["items"]![0]!["id"]!));

        await Until(async () => (await Called(service, "Sound")).Count > 0);
        var kept = $"The CRM answered 400: a\uFFFD{new string('x', 497)}";
        Assert.Equal(("failed", kept), ((string)push["state"]!, (string)push["lastError"]!));
        await using var scope = service.Services.CreateAsyncScope();
        var inbound = scope.ServiceProvider.GetRequiredService<PricingDb>().Set<CrmInbound>().IgnoreQueryFilters().AsNoTracking().Where(told => told.DealId == "100000000000001");
        await Until(() => inbound.AnyAsync(told => told.State == CrmInboundState.Failed && told.LastError == kept, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("salesforce")]
    [InlineData("dynamics")]
    public async Task A_deal_that_is_told_of_becomes_a_draft_and_its_win_is_taken_over(string kind)
    {
        await using var crm = await FakeCrm.Start(kind);
        await using var service = ServiceFor(crm);
        var deal = Deal(crm, "Spring campaign", (string)crm.Settings["stages"]!["lead"]!, Later);
        crm.Deals["made-there"] = deal;
        var hook = (string)(await ConnectInbound(service, crm))["hookPath"]!;

        await Service.Problem(await Tell(service, kind, hook, deal.Id, "1", "another secret that is long enough"), 401, "sign-in-required");
        Assert.Equal(HttpStatusCode.OK, (await Tell(service, kind, hook, deal.Id, "1", HookSecret)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Tell(service, kind, hook, deal.Id, "1", HookSecret)).StatusCode);
        await Until(async () => (await Called(service, "Spring campaign")).Count > 0);
        var made = Assert.Single(await Called(service, "Spring campaign"))!;
        await Until(() => Task.FromResult(crm.Deals.ContainsKey((string)made["id"]!)));

        (deal.State, deal.Fields["StageName"]) = (1, "Closed Won");
        await Tell(service, kind, hook, deal.Id, "2", HookSecret);
        await Until(async () => (string)(await service.Read($"/api/v1/engagements/{made["id"]}"))["stage"]! == "won");
        Assert.Single(await Called(service, "Spring campaign"));
    }

    private static Task<HttpResponseMessage> Tell(Service service, string kind, string hook, string deal, string message, string secret) => kind == "salesforce"
        ? service.Send(HttpMethod.Post, $"{hook}?token={Uri.EscapeDataString(secret)}", $"""
            <Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound"><Notification><Id>{message}</Id><sObject><Id>{deal}</Id></sObject></Notification></notifications></Body></Envelope>
            """)
        : service.Send(HttpMethod.Post, hook, $$"""{"PrimaryEntityName":"opportunity","PrimaryEntityId":"{{deal}}","MessageName":"Update","CorrelationId":"{{message}}"}""", ("X-Pricing-Hook-Token", secret));
}
