using System.Net;
using System.Text.Json.Nodes;
using static Pricing.Api.Tests.Crm.CrmSteps;

namespace Pricing.Api.Tests.Crm;

/// <summary>Offers go to a CRM that remembers, repeats, refuses and breaks off.</summary>
public sealed class CrmPushTests
{
    public static TheoryData<string> Kinds => ["hubspot", "salesforce", "dynamics"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Twenty_pushes_at_once_over_two_connections_leave_one_deal_with_the_lines_of_the_offer(string kind)
    {
        await using var crm = await FakeCrm.Start(kind);
        await using var service = ServiceFor(crm);
        var (engagement, offer) = await Offer(service);
        string[] connections = [await Connect(service, crm), await Connect(service, crm, "other")];

        var pushes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Push(service, engagement, connections[i % 2])));
        var done = await Task.WhenAll(pushes.Select(push => Ended(service, push)));

        Assert.All(done, push => Assert.True((string)push["state"]! == "done", push.ToJsonString()));
        Holds(crm, engagement, offer);
        Assert.All(done, push => Assert.Equal(crm.Deals.Values.Single().Id.TrimStart('0'), ((string)push["dealId"]!).TrimStart('0')));
        Assert.Equal(crm.Lines.Values.Select(line => line.Id).Order(), done[0]["lines"]!.AsArray().Select(line => (string)line!["crmId"]!).Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_push_survives_refusals_that_pass_and_answers_that_are_lost_at_every_call(string kind)
    {
        await using var crm = await FakeCrm.Start(kind);
        await using var service = ServiceFor(crm);
        var (engagement, offer) = await Offer(service);
        var connection = await Connect(service, crm);
        await Ended(service, await Push(service, engagement, connection));
        var calls = crm.Calls.Count(call => !call.Call.EndsWith("/token", StringComparison.Ordinal));
        Trouble[] troubles = [new(412), new(503), new(null, IsDone: true)];

        for (var i = 0; i < Math.Min(calls, 4); i++)
        {
            var (at, seen) = (i, 0);
            crm.Trouble = (_, _) => seen++ == at ? troubles[at % troubles.Length] : null;
            var push = await Ended(service, await Push(service, engagement, connection));
            Assert.Equal(("done", 2), ((string)push["state"]!, (int)push["attempts"]!));
            Holds(crm, engagement, offer);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Where_the_CRM_asks_to_wait_nothing_is_sent_before(string kind)
    {
        await using var crm = await FakeCrm.Start(kind);
        await using var service = ServiceFor(crm);
        var (engagement, offer) = await Offer(service);
        var connection = await Connect(service, crm);
        var seen = 0;
        crm.Trouble = (_, _) => seen++ == 0 ? new(429, Header: ("Retry-After", "4")) : null;

        var push = await Ended(service, await Push(service, engagement, connection));

        Assert.True((string)push["state"]! == "done", push.ToJsonString() + string.Join("; ", crm.Calls.Select(call => $"{call.At:mm:ss.fff} {call.Call}")));
        var work = crm.Calls.Where(call => !call.Call.EndsWith("/token", StringComparison.Ordinal)).ToList();
        Assert.InRange((work[1].At - work[0].At).TotalSeconds, 3.5, 20);
        Holds(crm, engagement, offer);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Lines_that_the_offer_no_longer_has_are_removed_and_those_of_others_stay(string kind)
    {
        await using var crm = await FakeCrm.Start(kind);
        await using var service = ServiceFor(crm);
        var (engagement, offer) = await Offer(service);
        var connection = await Connect(service, crm);
        await Ended(service, await Push(service, engagement, connection));
        var surplus = $"{engagement}-{offer["lines"]!.AsArray().Count + 5:000}";
        var deal = crm.Deals.Values.Single();
        foreach (var key in new[] { surplus, "somebody-else-001" })
            crm.Lines[key] = new(key == surplus ? "900001" : "900002", new JsonObject { ["pricing_phase_id"] = key }) { Parent = kind == "salesforce" ? engagement : deal.Id };

        await Ended(service, await Push(service, engagement, connection));

        Assert.True(crm.Lines.Remove("somebody-else-001"));
        Holds(crm, engagement, offer);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_won_engagement_is_a_won_deal_however_often_and_at_once_it_is_pushed(string kind)
    {
        await using var crm = await FakeCrm.Start(kind);
        await using var service = ServiceFor(crm);
        var (engagement, _) = await Offer(service);
        string[] connections = [await Connect(service, crm), await Connect(service, crm, "other")];
        await Bring(service, engagement, "won");
        var offer = await service.Read($"/api/v1/engagements/{engagement}/offer");
        var isLost = kind == "dynamics";
        crm.Trouble = (_, request) => isLost && request.Path.Value!.EndsWith("/WinOpportunity", StringComparison.Ordinal) && !(isLost = false) ? new(null, IsDone: true) : null;

        var pushes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Push(service, engagement, connections[i % 2])));
        var done = await Task.WhenAll(pushes.Select(push => Ended(service, push)));

        Assert.All(done, push => Assert.True((string)push["state"]! == "done", push.ToJsonString()));
        Holds(crm, engagement, offer);
        Assert.True(crm.IsWon(crm.Deals.Values.Single()));
    }

    [Fact]
    public async Task An_opportunity_that_is_closed_with_another_amount_is_refused_and_says_what_to_do()
    {
        await using var crm = await FakeCrm.Start("dynamics");
        await using var service = ServiceFor(crm);
        var (engagement, _) = await Offer(service);
        var connection = await Connect(service, crm);
        await Ended(service, await Push(service, engagement, connection));
        var deal = crm.Deals.Values.Single();
        (deal.State, deal.Fields["estimatedvalue"]) = (1, 5m);

        var push = await Ended(service, await Push(service, engagement, connection));

        Assert.Equal(("failed", 1), ((string)push["state"]!, (int)push["attempts"]!));
        Assert.Contains("Reopen it in the CRM", (string)push["lastError"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_push_that_had_to_wait_does_not_bring_back_the_day_of_before()
    {
        await using var crm = await FakeCrm.Start("hubspot");
        await using var service = ServiceFor(crm);
        var (engagement, _) = await Offer(service);
        var connection = await Connect(service, crm);
        var seen = 0;
        crm.Trouble = (_, _) => seen++ == 0 ? new(429, Header: ("Retry-After", "3")) : null;

        var waiting = await Push(service, engagement, connection);
        await Until(() => Task.FromResult(seen > 0));
        var later = (string)(await service.Create($"/api/v1/engagements/{engagement}/crm-pushes", $$"""{"connectionId":"{{connection}}","closeDate":"2027-02-01"}"""))["id"]!;
        await Ended(service, later);
        var told = crm.Deals.Values.Single().Fields["closedate"]!.ToJsonString();
        await Ended(service, waiting);

        Assert.Equal(told, crm.Deals.Values.Single().Fields["closedate"]!.ToJsonString());
        Assert.Contains("2027-02-01", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_for_good_is_kept_readable_and_nothing_is_tried_again()
    {
        await using var crm = await FakeCrm.Start("hubspot");
        await using var service = ServiceFor(crm);
        var (engagement, _) = await Offer(service);
        crm.Trouble = (_, _) => new(400, Body: """{"category":"VALIDATION_ERROR","message":"Property pricing_option does not exist"}""");

        var push = await Ended(service, await Push(service, engagement, await Connect(service, crm)));

        Assert.Equal(("failed", 1, 400), ((string)push["state"]!, (int)push["attempts"]!, (int)push["lastStatus"]!));
        Assert.Contains("pricing_option does not exist", (string)push["lastError"]!, StringComparison.Ordinal);
        Assert.Single(crm.Calls);
    }

    [Fact]
    public async Task What_opens_an_account_is_shown_nowhere_and_stays_where_an_address_is_kept()
    {
        await using var crm = await FakeCrm.Start("hubspot");
        await using var service = ServiceFor(crm);
        var (engagement, _) = await Offer(service);
        var connection = await Connect(service, crm);
        var terms = Terms(crm);
        terms.Remove("credentials");

        var revised = await service.Send(HttpMethod.Put, $"/api/v1/crm-connections/{connection}", terms.ToJsonString(), ("If-Match", "\"v1\""));
        var stale = await service.Send(HttpMethod.Put, $"/api/v1/crm-connections/{connection}", terms.ToJsonString(), ("If-Match", "\"v1\""));
        terms["address"] = "https://api.example.com";
        var moved = await service.Send(HttpMethod.Put, $"/api/v1/crm-connections/{connection}", terms.ToJsonString(), ("If-Match", "\"v2\""));
        var push = await Ended(service, await Push(service, engagement, connection));

        Assert.Equal(HttpStatusCode.OK, revised.StatusCode);
        await Service.Problem(stale, 412, "changed-meanwhile");
        Assert.Equal(["/credentials"], await Service.Pointers(moved));
        Assert.Equal("done", (string)push["state"]!);
        var shown = (await service.Read($"/api/v1/crm-connections/{connection}")).ToJsonString() + (await service.Read("/api/v1/crm-connections")).ToJsonString()
            + (await service.Read("/api/v1/audit?limit=100")).ToJsonString() + push.ToJsonString();
        Assert.DoesNotContain("canary", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeCrm.Token, System.Text.Encoding.Latin1.GetString(await service.DatabaseBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_inside_the_network_and_faulty_connections_are_refused()
    {
        await using var service = new Service();
        async Task<IReadOnlyList<string?>> Faults(string change)
        {
            var terms = JsonNode.Parse("""{"kind":"dynamics","name":"Sales","address":"https://org.crm4.dynamics.com","settings":{"tokenAddress":"https://login.microsoftonline.com/t/oauth2/v2.0/token"},"credentials":{"clientId":"a","clientSecret":"b"}}""")!.AsObject();
            foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
                terms[name] = value?.DeepClone();
            return await Service.Pointers(await service.Send(HttpMethod.Post, "/api/v1/crm-connections", terms.ToJsonString()));
        }

        Assert.Equal(["/address"], await Faults("""{"address":"https://127.0.0.1"}"""));
        Assert.Equal(["/address"], await Faults("""{"address":"https://org.crm4.dynamics.com/path"}"""));
        Assert.Equal(["/settings/tokenAddress"], await Faults("""{"settings":{"tokenAddress":"https://169.254.169.254/token"}}"""));
        Assert.Equal(["/credentials"], await Faults("""{"credentials":{"clientId":"a"}}"""));
        Assert.Equal(["/credentials"], await Faults("""{"credentials":{"clientId":"a","clientSecret":"b","hookSecret":"short"}}"""));
        Assert.Equal(["/name"], await Faults("""{"name":" "}"""));
    }
}
