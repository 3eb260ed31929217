using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Pricing.Api.Tests.Nodes;

namespace Pricing.Api.Tests.Webhooks;

/// <summary>The built service as a process of its own, killed again and again while it tells a receiver that refuses some calls.</summary>
public sealed class KilledServiceTests : IAsyncLifetime
{
    private const int Writers = 6, Seed = 20_261_125;

    private static readonly int Kills = GateSize.Of("G26", ci: 5, gate: 100), ChangesPerKill = GateSize.Of("G26changes", ci: 30, gate: 50), PercentRefused = GateSize.Of("G26refused", ci: 10, gate: 30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pricing-kill-");
    private readonly ConcurrentDictionary<(string Subject, int Version), bool> committed = new();
    private readonly Random random = new(Seed);
    private Receiver receiver = null!;

    public async ValueTask InitializeAsync()
    {
        receiver = await Receiver.Start();
        receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = Chance(100) < PercentRefused ? 500 : 200;
            return Task.CompletedTask;
        };
    }

    [Trait("Gate", "G26")]
    [Fact]
    public async Task Every_committed_event_arrives_at_least_once_in_order_per_resource_with_one_id()
    {
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var service = await Start();
            if (kill == 1)
                (await service.Client.PostAsJsonAsync("/api/v1/webhook-endpoints", new { address = $"{receiver.Address}/in" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
            await WriteUntilKilled(service);
        }

        await using var last = await Start();
        await Receiver.Until(() => IsIdle(last.Client).Result, 600);
        var feed = await Feed(last.Client);

        var accepted = receiver.Accepted.GroupBy(one => one.Subject).ToDictionary(group => group.Key, group => group.Select(one => one.Version).ToList());
        Assert.All(committed.Keys, change => Assert.Contains(change.Version, accepted[change.Subject]));
        Assert.Equal(feed.Order(), receiver.Accepted.Select(one => one.Id).Distinct().Order());
        Assert.All(accepted.Values, versions => Assert.Equal(versions.Order(), versions));
        Assert.All(receiver.All.GroupBy(one => (one.Subject, one.Version)), tries => Assert.Single(tries.Select(one => one.Id).Distinct()));
        var twice = receiver.Accepted.Count - feed.Count;
        Assert.True(twice <= Kills * 8, $"{twice} came twice.");   // at most what was on its way when the process died
        GateSize.Measured("G26", $"{Kills} kills, {PercentRefused} % of calls refused, {feed.Count} events, {committed.Count} acknowledged: all arrived, {receiver.All.Count} tries, {twice} accepted twice");
    }

    public async ValueTask DisposeAsync()
    {
        await receiver.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task WriteUntilKilled(Node service)
    {
        var enough = committed.Count + ChangesPerKill;   // a process that has just started commits little; killing it then shows nothing
        var writers = Enumerable.Range(0, Writers).Select(_ => Write(service.Client)).ToList();
        await Receiver.Until(() => committed.Count >= enough);
        await Task.Delay(Chance(500), TestContext.Current.CancellationToken);
        await service.Kill();
        await Task.WhenAll(writers);
    }

    // Kept only when the answer was read: everything else may have happened or not.
    private async Task Write(HttpClient client)
    {
        try
        {
            var made = await client.PostAsJsonAsync("/api/v1/clients", new { name = "A" });
            var subject = $"/api/v1/clients/{(await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["id"]}";
            committed[(subject, 1)] = true;
            for (var version = 2; ; version++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Put, subject) { Content = JsonContent.Create(new { name = $"A {version}" }) };
                request.Headers.Add("If-Match", $"\"v{version - 1}\"");
                (await client.SendAsync(request)).EnsureSuccessStatusCode();
                committed[(subject, version)] = true;
                await Task.Delay(100);   // a writer's pace; what waits at the end takes its time
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The service was killed, which is what the test is about.
        }
    }

    private static async Task<bool> IsIdle(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonObject>("/api/v1/webhook-deliveries?state=waiting"))!["items"]!.AsArray().Count == 0;

    private static async Task<IReadOnlyList<string>> Feed(HttpClient client)
    {
        var ids = new List<string>();
        for (var address = "/api/v1/events?limit=100"; ;)
        {
            var page = (await client.GetFromJsonAsync<JsonObject>(address))!;
            ids.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            if (!(bool)page["hasMore"]!)
                return ids;
            address = $"/api/v1/events?limit=100&after={page["next"]}";
        }
    }

    private Task<Node> Start() => Node.Start($"Data Source={Path.Combine(folder.FullName, "pricing.db")}", folder.FullName, ("Webhooks__AllowedOrigins", receiver.Address));

    private int Chance(int below)
    {
        lock (random)
            return random.Next(below);
    }
}
