using System.Net;
using System.Text.Json.Nodes;
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
