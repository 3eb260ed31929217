using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pricing.Api.Tests.Webhooks;

namespace Pricing.Api.Tests.Nodes;

/// <summary>Two nodes on one PostgreSQL database while writers work at both: either node is killed, or the database server.</summary>
[Trait("Database", "PostgreSQL")]
public sealed class NodeTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private const string Demo = "69b59d74-1444-898d-a54a-a24dfccf77c0";

    private readonly ConcurrentDictionary<string, string> clients = new(), proposals = new();   // by key, once acknowledged: the id, the number
    private readonly ConcurrentDictionary<(string Subject, int Version), bool> committed = new();
    private readonly ConcurrentQueue<Answered> answers = new();

    [Trait("Gate", "G1")]
    [Trait("Gate", "G11")]
    [Fact]
    public async Task Nothing_is_lost_half_written_doubled_or_skipped_when_either_node_is_killed()
    {
        var (kills, rounds) = (GateSize.Of("G11", ci: 3, gate: 50), GateSize.Of("G11_rounds", ci: 4, gate: 20));
        await nodes.BeReady();
        (await nodes[0].PostAsJsonAsync("/api/v1/webhook-endpoints", new { address = $"{nodes.Receiver.Address}/in" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var (toldBefore, numbersBefore) = ((await All("events")).Count, (await All("proposals")).Count);

        for (var kill = 0; kill < kills; kill++)
        {
            var half = committed.Count + (4 * rounds);
            var writers = Writers(8, number => Write($"k{kill}-{number}", rounds));
            await Receiver.Until(() => committed.Count >= half || writers.IsCompleted, 120);
            await nodes.KillAndStart(kill % 2);
            await writers;
        }

        await Receiver.Until(() => Waiting().Result == 0, 120);

        // Every call was sent until it was answered, so what is there is what was acknowledged, once.
        Assert.Equal(clients.Values.Order(), (await All("clients")).Where(client => ((string)client["name"]!).StartsWith("W k", StringComparison.Ordinal)).Select(client => (string)client["id"]!).Order());
        var numbers = (await All("proposals")).Select(proposal => (string)proposal["number"]!).Order().ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{numbers[0][..4]}-{number:0000}")), numbers);
        Assert.Equal(proposals.Values.Order(), numbers.Skip(numbersBefore));
        Assert.Equal(0, await HalfWritten());
        Assert.True(await IsAuditIntact());

        var told = nodes.Receiver.Accepted.GroupBy(one => one.Subject).ToDictionary(group => group.Key, group => group.Select(one => one.Version).ToList());
        Assert.All(committed.Keys, change => Assert.Contains(change.Version, told[change.Subject]));
        Assert.All(told.Values, versions => Assert.Equal(versions.Order(), versions));
        var feed = (await All("events")).Skip(toldBefore).Select(one => (string)one["id"]!).ToList();
        Assert.Equal(feed.Order(), nodes.Receiver.Accepted.Select(one => one.Id).Distinct().Order());
        var twice = nodes.Receiver.Accepted.Count - feed.Count;
        Assert.True(twice <= kills * 8, $"{twice} came twice.");   // at most what was on its way to the endpoint when the process died
        var others = answers.Where(answer => answer.Status is not (HttpStatusCode.Created or HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable)).ToList();
        Assert.True(others.Count == 0, $"{string.Join('\n', others)}\n{nodes.Said}");
        GateSize.Measured("G1", $"PostgreSQL, 8 writers, {kills} kills: {committed.Count} acknowledged, 0 lost, 0 half-written");
        GateSize.Measured("G11", $"{kills} kills of one of two nodes: {clients.Count} clients and {proposals.Count} proposals each once, numbers without gap, {feed.Count} events told in order, {twice} accepted twice under one id");
    }

    [Trait("Gate", "G10")]
    [Fact]
    public async Task A_database_server_that_dies_loses_nothing_callers_are_told_to_come_again_and_the_nodes_heal_by_themselves()
    {
        var restarts = GateSize.Of("G10", ci: 2, gate: 10);
        await nodes.BeReady();
        using var enough = new CancellationTokenSource();
        var writers = Writers(8, number => Write($"r-{number}", int.MaxValue, enough.Token));
        var slowest = TimeSpan.Zero;

        for (var restart = 0; restart < restarts; restart++)
        {
            var until = committed.Count + GateSize.Of("G10_writes", ci: 40, gate: 1_000);
            await Receiver.Until(() => committed.Count >= until, 120);
            await nodes.Cluster.Kill();
            await Task.Delay(500, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await nodes[0].GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
            await nodes.Cluster.Start();
            var back = Stopwatch.GetTimestamp();
            Answered? First() => answers.FirstOrDefault(answer => answer.At > back && answer.Status == HttpStatusCode.Created);
            await Receiver.Until(() => First() is not null, 30);
            var healed = Stopwatch.GetElapsedTime(back, First()!.At);
            slowest = healed > slowest ? healed : slowest;
        }

        await enough.CancelAsync();
        await writers;

        Assert.True(slowest < TimeSpan.FromSeconds(5), $"{slowest}");
        var refused = answers.Where(answer => (int)answer.Status >= 300).ToList();
        Assert.NotEmpty(refused);
        Assert.True(refused.All(answer => answer is { Status: HttpStatusCode.ServiceUnavailable, SaysWhen: true }), $"{string.Join('\n', refused)}\n{nodes.Said}");
        Assert.All(refused, answer => Assert.Contains(answer.Type, (string?[])["/problems/database-unreachable", "/problems/busy"]));
        Assert.Equal(clients.Values.Order(), (await All("clients")).Where(client => ((string)client["name"]!).StartsWith("W r-", StringComparison.Ordinal)).Select(client => (string)client["id"]!).Order());
        Assert.Equal(0, await HalfWritten());
        Assert.True(await IsAuditIntact());
        GateSize.Measured("G10", $"{restarts} restarts: {committed.Count} acknowledged, 0 lost, {refused.Count} answers 503 with Retry-After, no 500, healed after {slowest.TotalSeconds:0.0} s at most");
    }

    [Trait("Gate", "G34")]
    [Fact]
    public async Task A_key_that_one_node_revokes_opens_no_other()
    {
        await nodes.BeReady();
        var answer = await nodes[0].PostAsJsonAsync("/api/v1/api-keys", new { name = "Zwei", role = "finance" }, TestContext.Current.CancellationToken);
        var made = (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        var before = await WhoAmI();

        using var revocation = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/api-keys/{made["apiKey"]!["id"]}") { Headers = { { "If-Match", "*" } } };
        (await nodes[0].SendAsync(revocation, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before, await WhoAmI()));

        async Task<HttpStatusCode> WhoAmI()
        {
            using var call = new HttpRequestMessage(HttpMethod.Get, "/api/v1/whoami") { Headers = { { "X-API-Key", (string)made["key"]! } } };
            return (await nodes[1].SendAsync(call, TestContext.Current.CancellationToken)).StatusCode;
        }
    }

    private static Task Writers(int count, Func<int, Task> write) => Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(() => write(number), TestContext.Current.CancellationToken)));

    private async Task Write(string writer, int rounds, CancellationToken enough = default)
    {
        for (var round = 0; round < rounds && !enough.IsCancellationRequested; round++)
        {
            var key = $"{writer}-{round}";
            if (round % 4 == 3)
            {
                var proposal = await Send(HttpMethod.Post, "/api/v1/proposals", new { engagementId = Demo }, key);
                proposals[key] = (string)proposal["number"]!;
                committed[($"/api/v1/proposals/{proposal["id"]}", 1)] = true;
                continue;
            }

            var made = await Send(HttpMethod.Post, "/api/v1/clients", new { name = $"W {key}" }, key);
            var subject = $"/api/v1/clients/{made["id"]}";
            clients[key] = (string)made["id"]!;
            committed[(subject, 1)] = true;
            await Send(HttpMethod.Put, subject, new { name = $"W {key} neu" }, $"{key}-2", "\"v1\"");
            committed[(subject, 2)] = true;
            await Task.Delay(50, CancellationToken.None);
        }
    }

    // As integrations do: at either node, and again with the same key until somebody has answered.
    private async Task<JsonObject> Send(HttpMethod method, string address, object body, string key, string? version = null)
    {
        for (var attempt = 0; ; attempt++)
        {
            Assert.True(attempt < 600, $"{method} {address} is never answered.");
            try
            {
                using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) };
                request.Headers.Add("Idempotency-Key", key);
                if (version is not null)
                    request.Headers.Add("If-Match", version);
                using var answer = await nodes.Any().SendAsync(request);
                var content = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
                answers.Enqueue(new(Stopwatch.GetTimestamp(), answer.StatusCode, (string?)content["type"], answer.Headers.RetryAfter is not null));
                if (answer.IsSuccessStatusCode)
                    return content;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or ObjectDisposedException or TaskCanceledException)
            {
                // This node was killed; the call may have taken effect or not.
            }

            await Task.Delay(100);
        }
    }

    // A proposal without its version, history, event or entry in the trail; a client without one of its events or entries.
    private Task<long> HalfWritten() => nodes.Cluster.Scalar<long>(nodes.Database, """
        SELECT (SELECT count(*) FROM "Proposals" p WHERE p."Number" NOT LIKE '%-0001' AND p."Number" NOT LIKE '%-0002' AND NOT (
            EXISTS (SELECT FROM "ProposalVersions" v WHERE v."ProposalId" = p."Id") AND EXISTS (SELECT FROM "ProposalHistory" h WHERE h."ProposalId" = p."Id")
            AND EXISTS (SELECT FROM "Events" e WHERE e."Subject" = '/api/v1/proposals/' || p."Id") AND EXISTS (SELECT FROM "AuditEntries" a WHERE a."RecordId" = p."Id")))
          + (SELECT count(*) FROM "Clients" c
             LEFT JOIN (SELECT "Subject", count(*) AS count FROM "Events" GROUP BY "Subject") e ON e."Subject" = '/api/v1/clients/' || c."Id"
             LEFT JOIN (SELECT "RecordId", count(*) AS count FROM "AuditEntries" GROUP BY "RecordId") a ON a."RecordId" = c."Id"
             WHERE c."Name" LIKE 'W %' AND (e.count IS DISTINCT FROM c."Version" OR a.count IS DISTINCT FROM c."Version"))
        """);

    private async Task<bool> IsAuditIntact() => (bool)(await nodes[0].GetFromJsonAsync<JsonObject>("/api/v1/audit/verification"))!["intact"]!;

    private async Task<int> Waiting() => (await nodes[0].GetFromJsonAsync<JsonObject>("/api/v1/webhook-deliveries?state=waiting"))!["items"]!.AsArray().Count;

    private async Task<IReadOnlyList<JsonObject>> All(string list)
    {
        var items = new List<JsonObject>();
        for (var next = ""; ;)
        {
            var page = (await nodes[0].GetFromJsonAsync<JsonObject>($"/api/v1/{list}?limit=100{next}"))!;
            items.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            if (page["next"] is null || (page.ContainsKey("hasMore") && !(bool)page["hasMore"]!))
                return items;
            next = $"&after={page["next"]}";
        }
    }

    private sealed record Answered(long At, HttpStatusCode Status, string? Type, bool SaysWhen);
}
