using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pricing.Api.Tests.Webhooks;

namespace Pricing.Api.Tests.Nodes;

/// <summary>Two nodes of the service on one PostgreSQL database, killed in turn while writers work at both.</summary>
[Trait("Database", "PostgreSQL")]
public sealed class NodeTests : IAsyncLifetime
{
    private const int Writers = 8, Seed = 20_261_126;
    private const string Demo = "69b59d74-1444-898d-a54a-a24dfccf77c0";

    private static readonly int Kills = GateSize.Of("G11", ci: 3, gate: 50), PerKill = GateSize.Of("G11_writes", ci: 40, gate: 60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pricing-nodes-");
    private readonly ConcurrentDictionary<string, string> clients = new();   // name to id, once acknowledged
    private readonly ConcurrentDictionary<string, string> proposals = new();   // key to number
    private readonly ConcurrentDictionary<(string Subject, int Version), bool> committed = new();
    private readonly ConcurrentBag<int> refusals = [];
    private readonly Node?[] nodes = new Node?[2];
    private readonly Random random = new(Seed);
    private Receiver receiver = null!;
    private PostgresCluster cluster = null!;
    private string database = "";

    public async ValueTask InitializeAsync()
    {
        cluster = await PostgresCluster.Shared();
        database = await cluster.NewDatabase();
        receiver = await Receiver.Start();
    }

    [Trait("Gate", "G1")]
    [Trait("Gate", "G11")]
    [Fact]
    public async Task Nothing_is_lost_half_written_doubled_or_skipped_when_either_node_is_killed()
    {
        await Task.WhenAll(Start(0), Start(1));
        (await nodes[0]!.Client.PostAsJsonAsync("/api/v1/webhook-endpoints", new { address = $"{receiver.Address}/in" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(number => Task.Run(() => Write(number, enough.Token), TestContext.Current.CancellationToken)).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            var until = committed.Count + PerKill;
            await Receiver.Until(() => committed.Count >= until || writers.Any(writer => writer.IsFaulted), 120);
            await nodes[kill % 2]!.Kill();
            await Start(kill % 2);
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);
        var node = nodes[0]!.Client;
        await Receiver.Until(() => Waiting(node).Result == 0, 120);

        // Every call was sent until it was answered, so what is there is what was acknowledged, once.
        Assert.Equal(clients.Values.Order(), (await All(node, "clients")).Where(client => ((string)client["name"]!).StartsWith('W')).Select(client => (string)client["id"]!).Order());
        var numbers = (await All(node, "proposals")).Select(proposal => (string)proposal["number"]!).Order().ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{numbers[0][..4]}-{number:0000}")), numbers);
        Assert.Equal(proposals.Count + 2, numbers.Count);
        Assert.Equal(0, await HalfWritten());
        Assert.True((bool)(await node.GetFromJsonAsync<JsonObject>("/api/v1/audit/verification", TestContext.Current.CancellationToken))!["intact"]!);

        var told = receiver.Accepted.GroupBy(one => one.Subject).ToDictionary(group => group.Key, group => group.Select(one => one.Version).ToList());
        Assert.All(committed.Keys, change => Assert.Contains(change.Version, told[change.Subject]));
        Assert.All(told.Values, versions => Assert.Equal(versions.Order(), versions));
        var feed = (await All(node, "events")).Select(one => (string)one["id"]!).ToList();
        Assert.Equal(feed.Order(), receiver.Accepted.Select(one => one.Id).Distinct().Order());
        var twice = receiver.Accepted.Count - feed.Count;
        Assert.True(twice <= Kills * 8, $"{twice} came twice.");   // at most what was on its way to the endpoint when the process died
        Assert.All(refusals, status => Assert.Contains(status, (int[])[409, 503]));
        GateSize.Measured("G1", $"PostgreSQL, {Writers} writers, {Kills} kills: {committed.Count} acknowledged, 0 lost, 0 half-written");
        GateSize.Measured("G11", $"{Kills} kills of two nodes: {clients.Count} clients and {proposals.Count} proposals each once, numbers without gap, {feed.Count} events told in order, {twice} accepted twice by one id, {refusals.Count} calls sent again");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes.OfType<Node>())
            await node.DisposeAsync();
        if (database.Length > 0)
            await cluster.Drop(database);
        if (receiver is not null)
            await receiver.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task Start(int which)
    {
        if (nodes[which] is { } old)
            await old.DisposeAsync();
        nodes[which] = await Node.Start(cluster.ConnectionTo(database), folder.FullName, ("Webhooks__AllowedOrigins", receiver.Address));
    }

    private async Task Write(int writer, CancellationToken enough)
    {
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            var (key, name) = ($"{writer}-{number}", $"W {writer} {number}");
            if (number % 5 == 4)
            {
                var proposal = await Send(HttpMethod.Post, "/api/v1/proposals", new { engagementId = Demo }, key, null);
                proposals[key] = (string)proposal["number"]!;
                committed[($"/api/v1/proposals/{proposal["id"]}", 1)] = true;
                continue;
            }

            var made = await Send(HttpMethod.Post, "/api/v1/clients", new { name }, key, null);
            var subject = $"/api/v1/clients/{made["id"]}";
            clients[name] = (string)made["id"]!;
            committed[(subject, 1)] = true;
            await Send(HttpMethod.Put, subject, new { name = $"{name} neu" }, $"{key}-2", "\"v1\"");
            committed[(subject, 2)] = true;
        }
    }

    // As integrations do: by chance at either node, and again with the same key until somebody has answered.
    private async Task<JsonObject> Send(HttpMethod method, string address, object body, string key, string? version)
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
                var answer = await nodes[Chance(2)]!.Client.SendAsync(request);
                if (answer.IsSuccessStatusCode)
                    return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
                refusals.Add((int)answer.StatusCode);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or ObjectDisposedException or TaskCanceledException)
            {
                // This node was killed; the call may have taken effect or not.
            }

            await Task.Delay(50);
        }
    }

    // A proposal without its version, its history, its event or its entry in the trail; a client without event or entry.
    private Task<long> HalfWritten() => cluster.Scalar<long>(database, """
        SELECT (SELECT count(*) FROM "Proposals" p WHERE p."Number" > '' AND p."Number" NOT LIKE '%-0001' AND p."Number" NOT LIKE '%-0002' AND NOT (
            EXISTS (SELECT FROM "ProposalVersions" v WHERE v."ProposalId" = p."Id") AND EXISTS (SELECT FROM "ProposalHistory" h WHERE h."ProposalId" = p."Id")
            AND EXISTS (SELECT FROM "Events" e WHERE e."Subject" = '/api/v1/proposals/' || p."Id") AND EXISTS (SELECT FROM "AuditEntries" a WHERE a."RecordId" = p."Id")))
          + (SELECT count(*) FROM "Clients" c WHERE c."Name" LIKE 'W %' AND NOT (
            (SELECT count(*) FROM "Events" e WHERE e."Subject" = '/api/v1/clients/' || c."Id") = c."Version" AND (SELECT count(*) FROM "AuditEntries" a WHERE a."RecordId" = c."Id") = c."Version"))
        """);

    private static async Task<int> Waiting(HttpClient client) => (await client.GetFromJsonAsync<JsonObject>("/api/v1/webhook-deliveries?state=waiting"))!["items"]!.AsArray().Count;

    private static async Task<IReadOnlyList<JsonObject>> All(HttpClient client, string list)
    {
        var items = new List<JsonObject>();
        for (var next = ""; ;)
        {
            var page = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/{list}?limit=100{next}"))!;
            items.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            if (page["next"] is null || (page.ContainsKey("hasMore") && !(bool)page["hasMore"]!))
                return items;
            next = $"&after={page["next"]}";
        }
    }

    private int Chance(int below)
    {
        lock (random)
            return random.Next(below);
    }
}
