using System.Net;
using System.Text.Json.Nodes;
using Pricing.Application.Seeding;

namespace Pricing.Api.Tests.Manners;

public sealed class ExternalIdTests(Service service) : IClassFixture<Service>
{
    private const string Clients = "/api/v1/clients", Engagements = "/api/v1/engagements";

    private static int next;

    [Fact]
    public async Task A_client_is_created_under_its_id_in_another_system_and_then_replaced()
    {
        var path = $"{Clients}/by-external-id/hubspot/{NewId()}";

        var created = await service.Send(HttpMethod.Put, path, """{"name":"Neu"}""");
        var unconditional = await service.Send(HttpMethod.Put, path, """{"name":"Ohne"}""");
        var replaced = await service.Send(HttpMethod.Put, path, """{"name":"Mit"}""", ("If-Match", unconditional.Headers.ETag!.ToString()));
        var whatever = await service.Send(HttpMethod.Put, path, """{"name":"Egal"}""", ("If-Match", "*"));
        var stale = await service.Send(HttpMethod.Put, path, """{"name":"Alt"}""", ("If-Match", "\"v1\""));
        var createOnly = await service.Send(HttpMethod.Put, path, """{"name":"Nur neu"}""", ("If-None-Match", "*"));

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("\"v1\"", (string?)(await Service.Problem(unconditional, 428, "if-match-required"))["currentETag"]);
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        Assert.Equal(HttpStatusCode.OK, whatever.StatusCode);
        await Service.Problem(stale, 412, "changed-meanwhile");
        var client = await service.Read(path);
        var known = await Service.Problem(createOnly, 412, "already-known");
        Assert.Equal("\"v3\"", (string?)known["currentETag"]);
        Assert.Contains((string)client["id"]!, (string?)known["detail"], StringComparison.Ordinal);
        Assert.Equal("Egal", (string?)client["name"]);
        Assert.Equal((string?)(await Service.Body(created))["id"], (string?)client["id"]);
        Assert.Equal("hubspot", (string?)Assert.Single(client["externalIds"]!.AsArray())!["system"]);
    }

    [Theory]
    [InlineData("\"v1\"", 200)]
    [InlineData("\"v7\", \"v1\"", 200)]
    [InlineData("\"v7\", W/\"v1\"", 412)]
    [InlineData("\"v01\"", 412)]
    [InlineData("nonsense", 412)]
    public async Task One_of_several_versions_may_be_the_current_one(string tags, int status)
    {
        var path = $"{Clients}/by-external-id/hubspot/{NewId()}";
        await service.Send(HttpMethod.Put, path, """{"name":"Neu"}""");

        var answer = await service.Send(HttpMethod.Put, path, """{"name":"Anders"}""", ("If-Match", tags));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_client_is_known_to_several_systems_and_changes_its_ids_in_one_step()
    {
        var (first, second) = (NewId(), NewId());
        var client = await Service.Body(await service.Send(HttpMethod.Put, $"{Clients}/by-external-id/hubspot/{first}", """{"name":"Viele"}"""));
        var path = $"{Clients}/{client["id"]}/external-ids";

        var changed = await service.Send(HttpMethod.Put, path, $$"""{"externalIds":[{"system":"salesforce","id":"{{second}}"},{"system":"hubspot","id":"{{second}}"}]}""", ("If-Match", "\"v1\""));

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal((string?)client["id"], (string?)(await service.Read($"{Clients}/by-external-id/salesforce/{second}"))["id"]);
        Assert.Equal((string?)client["id"], (string?)(await service.Read($"{Clients}/by-external-id/hubspot/{second}"))["id"]);
        await Service.Problem(await service.Send(HttpMethod.Get, $"{Clients}/by-external-id/hubspot/{first}"), 404, "not-found");
    }

    [Fact]
    public async Task A_trial_tells_which_ids_would_change_and_to_a_CRM_what_of_an_engagement()
    {
        var crm = ("X-API-Key", (await service.Keys())["crmIntegration"]);
        var deal = $"{Engagements}/by-external-id/hubspot/{NewId()}";
        var drafted = await Service.Body(await service.Send(HttpMethod.Put, deal, """{"name":"Alt","template":"Twenty hours become five"}""", crm));
        var client = await Service.Body(await service.Send(HttpMethod.Put, $"{Clients}/by-external-id/hubspot/{NewId()}", """{"name":"Kunde"}"""));

        var renamed = await Service.Body(await service.Send(HttpMethod.Put, $"{deal}?validateOnly=true", """{"name":"Neu","stage":"qualified"}""", crm, ("If-Match", "*")));
        var known = await Service.Body(await service.Send(HttpMethod.Put, $"{Clients}/{client["id"]}/external-ids?validateOnly=true", """{"externalIds":[]}""", crm, ("If-Match", "*")));

        Assert.Equal("engagement", (string?)Assert.Single(renamed["wouldChange"]!.AsArray())!["kind"]);
        Assert.Equal(["/name", "/stage"], Paths(renamed));
        Assert.Equal(["/externalIds/0"], Paths(known));
        Assert.Equal(1, (int?)drafted["version"]);
        Assert.Equal("Alt", (string?)(await service.Read($"{Engagements}/{drafted["id"]}"))["name"]);

        static IEnumerable<string?> Paths(JsonObject trial) => trial["wouldChange"]![0]!["changes"]!.AsArray().Select(change => (string?)change!["path"]).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_upsert_that_changes_nothing_is_answered_with_the_tag_there_was()
    {
        var path = $"{Clients}/by-external-id/hubspot/{NewId()}";
        var created = await service.Send(HttpMethod.Put, path, """{"name":"Gleich"}""");

        var again = await service.Send(HttpMethod.Put, path, """{"name":"Gleich"}""", ("If-Match", created.Headers.ETag!.ToString()), ("Idempotency-Key", NewId()));

        Assert.Equal((HttpStatusCode.OK, created.Headers.ETag), (again.StatusCode, again.Headers.ETag));
    }

    [Fact]
    public async Task An_id_that_another_client_has_is_refused_with_that_client_s_id()
    {
        var taken = NewId();
        var owner = await Service.Body(await service.Send(HttpMethod.Put, $"{Clients}/by-external-id/hubspot/{taken}", """{"name":"Besitzer"}"""));
        var other = await service.Create(Clients, """{"name":"Anderer"}""");

        var response = await service.Send(HttpMethod.Put, $"{Clients}/{other["id"]}/external-ids", $$"""{"externalIds":[{"system":"hubspot","id":"{{taken}}"}]}""", ("If-Match", "*"));

        Assert.Contains((string)owner["id"]!, (string?)(await Service.Problem(response, 409, "external-id-taken"))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_are_kept_to_the_letter_and_none_is_taken_for_another()
    {
        string[] ids = ["AC/10", "AC%2F10", "http://example.invalid/id/7?a=b#c", "100%25", "100%", "50% off", "with-umlaut-ä", "a b", "a+b", "B6042$FU>/ZAdv", "漢字", "x..", "A\"'\\"];
        var made = new List<string?>();
        foreach (var id in ids)
        {
            var path = $"{Clients}/by-external-id/letters/{Uri.EscapeDataString(id)}";
            var first = await service.Send(HttpMethod.Put, path, """{"name":"Eins"}""");
            var second = await service.Send(HttpMethod.Put, path, """{"name":"Eins"}""", ("If-Match", "*"));

            Assert.Equal((id, HttpStatusCode.Created, HttpStatusCode.OK), (id, first.StatusCode, second.StatusCode));
            var client = await service.Read(path);
            Assert.Equal(id, (string?)client["externalIds"]![0]!["id"]);
            made.Add((string?)client["id"]);
        }

        Assert.Equal(ids.Length, made.Distinct().Count());
    }

    [Fact]
    public async Task A_draft_says_where_it_is_under_an_id_of_any_letters()
    {
        var path = $"{Engagements}/by-external-id/letters/{Uri.EscapeDataString("Angebot 7/2026 ä")}";
        var draft = await Service.Body(await service.Send(HttpMethod.Put, path, """{"name":"B","template":"Twenty hours become five"}"""));

        Assert.Equal((string?)draft["id"], (string?)(await service.Read((string)draft["links"]!["byExternalId"]!))["id"]);
    }

    [Theory]
    [InlineData("HubSpot", "1", "/system")]
    [InlineData("hubspot", " a", "/externalId")]
    [InlineData("hubspot", "a\u0007b", "/externalId")]
    public async Task What_is_no_id_is_refused(string system, string id, string pointer)
    {
        var response = await service.Send(HttpMethod.Put, $"{Clients}/by-external-id/{system}/{Uri.EscapeDataString(id)}", """{"name":"X"}""");

        Assert.Equal([pointer], await Service.Pointers(response));
    }

    [Theory]
    [InlineData("""{"externalIds":[{"system":"Hub","id":"1"}]}""", "/externalIds/0/system")]
    [InlineData("""{"externalIds":[{"system":"hubspot","id":"1"},{"system":"hubspot","id":"1"}]}""", "/externalIds")]
    public async Task Ids_that_are_none_are_refused_by_their_place(string json, string pointer)
    {
        var client = await service.Create(Clients, """{"name":"Falsch"}""");

        var response = await service.Send(HttpMethod.Put, $"{Clients}/{client["id"]}/external-ids", json, ("If-Match", "*"));

        Assert.Equal([pointer], await Service.Pointers(response));
    }

    [Fact]
    public async Task A_batch_with_an_item_without_a_record_is_refused_by_its_place()
    {
        var response = await service.Send(HttpMethod.Post, $"{Clients}/batch", """{"atomic":false,"items":[{"system":"hubspot","externalId":"1","record":{"name":"A"}},{"system":"hubspot","externalId":"2","record":null}]}""");

        Assert.Equal(["/items/1/record"], await Service.Pointers(response));
    }

    [Fact]
    public async Task Merging_shows_what_would_move_and_then_moves_it()
    {
        var (keptId, droppedId) = (NewId(), NewId());
        var kept = await Service.Body(await service.Send(HttpMethod.Put, $"{Clients}/by-external-id/hubspot/{keptId}", """{"name":"Bleibt"}"""));
        var dropped = await Service.Body(await service.Send(HttpMethod.Put, $"{Clients}/by-external-id/hubspot/{droppedId}", """{"name":"Geht"}"""));
        var copy = await service.Create($"{Engagements}/{SeedIds.Demo}/copies", $$"""{"clientId":"{{dropped["id"]}}"}""");
        var path = $"{Clients}/{kept["id"]}/merge";
        var body = $$"""{"duplicateId":"{{dropped["id"]}}"}""";

        var dry = await Service.Body(await service.Send(HttpMethod.Post, $"{path}?validateOnly=true", body, ("If-Match", "\"v1\"")));
        var untouched = await service.Read($"{Clients}/by-external-id/hubspot/{droppedId}");
        var merged = await service.Send(HttpMethod.Post, path, body, ("If-Match", "\"v1\""));

        Assert.Equal((string?)copy["id"], (string?)Assert.Single(dry["answer"]!["moved"]!.AsArray())!["id"]);
        Assert.Equal((string?)dropped["id"], (string?)untouched["id"]);
        Assert.Equal(HttpStatusCode.OK, merged.StatusCode);
        Assert.Equal((string?)kept["id"], (string?)(await service.Read($"{Engagements}/{copy["id"]}"))["clientId"]);
        Assert.Equal((string?)kept["id"], (string?)(await service.Read($"{Clients}/by-external-id/hubspot/{droppedId}"))["id"]);
        Assert.Equal((string?)kept["id"], (string?)(await service.Read($"{Clients}/by-external-id/hubspot/{keptId}"))["id"]);
        Assert.True((bool?)(await service.Read($"{Clients}/{dropped["id"]}"))["isArchived"]);
    }

    [Fact]
    public async Task A_deal_becomes_a_draft_from_a_template_and_a_CRM_sees_no_figure_of_it()
    {
        var (deal, account) = (NewId(), NewId());
        var template = await Template();
        var key = (string)(await service.Create("/api/v1/api-keys", """{"name":"CRM","role":"crmIntegration"}"""))["key"]!;
        var path = $"{Engagements}/by-external-id/hubspot/{deal}";
        await service.Send(HttpMethod.Put, $"{Clients}/by-external-id/hubspot/{account}", """{"name":"Kunde"}""", ("X-API-Key", key));

        var created = await service.Send(HttpMethod.Put, path, Deal("Frühling", account, template), ("X-API-Key", key));
        var before = await service.Read($"{Engagements}/{(await Service.Body(created))["id"]}");
        var updated = await service.Send(HttpMethod.Put, path, """{"name":"Sommer","stage":"negotiation"}""", ("X-API-Key", key), ("If-Match", "*"));
        var after = await service.Read($"{Engagements}/{before["id"]}");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(HttpStatusCode.OK, updated.StatusCode);
        string[] seen = ["clientId", "currency", "externalIds", "id", "isArchived", "links", "name", "stage", "version"];
        Assert.Equal(seen, (await Service.Body(updated)).Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("Sommer", (string?)after["name"]);
        Assert.Equal("Sommer", (string?)after["document"]!["name"]);
        Assert.Equal("Kunde", (string?)after["document"]!["client"]);
        Assert.Equal("negotiation", (string?)after["stage"]);
        Assert.Equal(0.4m, (decimal?)after["winProbability"]);
        Assert.Equal(before["headlineFee"]!.ToJsonString(), after["headlineFee"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, (await service.Send(HttpMethod.Get, $"{Engagements}/{before["id"]}/comparison")).StatusCode);
    }

    [Theory]
    [InlineData("""{"name":"X"}""", "/template")]
    [InlineData("""{"name":"X","template":"Gibt es nicht"}""", "/template")]
    [InlineData("""{"name":"X","client":{"system":"hubspot","id":"nobody"}}""", "/client")]
    [InlineData("""{"name":"X","winProbability":2}""", "/winProbability")]
    public async Task A_deal_that_cannot_be_drafted_is_refused_by_the_member(string json, string pointer)
    {
        var response = await service.Send(HttpMethod.Put, $"{Engagements}/by-external-id/hubspot/{NewId()}", json);

        Assert.Equal([pointer], await Service.Pointers(response));
    }

    [Fact]
    public async Task A_batch_answers_each_item_in_order_and_keeps_the_good_ones()
    {
        var (one, two, three) = (NewId(), NewId(), NewId());

        var response = await service.Send(HttpMethod.Post, $"{Clients}/batch", Batch(atomic: false, (one, "Eins"), (two, ""), (three, "Drei"), (one, "Noch einmal")));

        var results = (await Service.Body(response))["results"]!.AsArray();
        Assert.Equal([201, 400, 201, 428], results.Select(result => (int)result!["status"]!));
        Assert.Equal("/name", (string?)results[1]!["problem"]!["errors"]![0]!["pointer"]);
        Assert.Equal("\"v1\"", (string?)results[0]!["etag"]);
        Assert.Equal("Drei", (string?)(await service.Read($"{Clients}/by-external-id/hubspot/{three}"))["name"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("atomic")]
    public async Task An_atomic_batch_with_a_fault_leaves_nothing_behind(string? key)
    {
        var (one, two) = (NewId(), NewId());
        (string, string)[] headers = key is null ? [] : [("Idempotency-Key", key)];

        var response = await service.Send(HttpMethod.Post, $"{Clients}/batch", Batch(atomic: true, (one, "Eins"), (two, "")), headers);

        Assert.Equal([424, 400], (await Service.Body(response))["results"]!.AsArray().Select(result => (int)result!["status"]!));
        await Service.Problem(await service.Send(HttpMethod.Get, $"{Clients}/by-external-id/hubspot/{one}"), 404, "not-found");
    }

    [Fact]
    public async Task An_atomic_batch_without_a_fault_takes_effect_once_however_often_it_is_sent()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => (NewId(), "Stapel")).ToArray();

        var first = await service.Send(HttpMethod.Post, $"{Clients}/batch", Batch(atomic: true, ids), ("Idempotency-Key", "whole-batch"));
        var second = await service.Send(HttpMethod.Post, $"{Clients}/batch", Batch(atomic: true, ids), ("Idempotency-Key", "whole-batch"));

        Assert.All((await Service.Body(first))["results"]!.AsArray(), result => Assert.Equal(201, (int)result!["status"]!));
        Assert.Equal(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_batch_has_1_to_100_items(int count)
    {
        var response = await service.Send(HttpMethod.Post, $"{Clients}/batch", Batch(atomic: false, [.. Enumerable.Range(0, count).Select(_ => (NewId(), "X"))]));

        Assert.Equal(["/items"], await Service.Pointers(response));
    }

    private async Task<string> Template()
    {
        var template = await service.Create($"{Engagements}/{SeedIds.Demo}/copies", "{}");
        var path = $"{Engagements}/{template["id"]}/desk";
        Assert.Equal(HttpStatusCode.OK, (await service.Send(HttpMethod.Put, path, """{"isTemplate":true}""", ("If-Match", "*"))).StatusCode);
        return (string)template["id"]!;
    }

    private static string Deal(string name, string account, string template) =>
        $$"""{"name":"{{name}}","client":{"system":"hubspot","id":"{{account}}"},"stage":"qualified","expectedDecision":"2026-12-18","winProbability":0.4,"template":"{{template}}"}""";

    private static string Batch(bool atomic, params (string Id, string Name)[] items) => new JsonObject
    {
        ["atomic"] = atomic,
        ["items"] = new JsonArray([.. items.Select(item => new JsonObject { ["system"] = "hubspot", ["externalId"] = item.Id, ["record"] = new JsonObject { ["name"] = item.Name } })]),
    }.ToJsonString();

    private static string NewId() => $"{Interlocked.Increment(ref next)}";
}
