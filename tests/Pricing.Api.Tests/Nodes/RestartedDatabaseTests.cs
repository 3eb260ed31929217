using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pricing.Api.Tests.Nodes;

/// <summary>The database server dies under load and comes back.</summary>
[Trait("Database", "PostgreSQL")]
public sealed class RestartedDatabaseTests : IAsyncLifetime
{
    private const int Writers = 8;

    private static readonly TimeSpan Healing = TimeSpan.FromSeconds(5);
    private static readonly int Restarts = GateSize.Of("G10", ci: 2, gate: 10);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pricing-restart-");
    private readonly ConcurrentDictionary<string, string> acknowledged = new();
    private readonly ConcurrentQueue<(long At, HttpStatusCode Status, string? Type, bool SaysWhen)> answers = new();
    private PostgresCluster? cluster;

    public async ValueTask InitializeAsync() => cluster = await PostgresCluster.Own();

    [Trait("Gate", "G10")]
    [Fact]
    public async Task Nothing_acknowledged_is_lost_callers_are_told_to_come_again_and_the_service_heals_by_itself()
    {
        var database = await cluster!.NewDatabase();
        await using var node = await Node.Start(cluster.ConnectionTo(database), folder.FullName);
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(number => Task.Run(() => Write(node.Client, number, enough.Token), TestContext.Current.CancellationToken)).ToList();
        var slowest = TimeSpan.Zero;

        for (var restart = 0; restart < Restarts; restart++)
        {
            var until = acknowledged.Count + 60;
            await Webhooks.Receiver.Until(() => acknowledged.Count >= until, 60);
            await cluster.Kill();
            await Task.Delay(1_000, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await node.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
            await cluster.Start();
            var back = Stopwatch.GetTimestamp();
            await Webhooks.Receiver.Until(() => answers.Any(answer => answer.At > back && answer.Status == HttpStatusCode.Created), 30);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(back, answers.First(answer => answer.At > back && answer.Status == HttpStatusCode.Created).At).Ticks));
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);

        Assert.True(slowest < Healing, $"{slowest}");
        var refused = answers.Where(answer => answer.Status != HttpStatusCode.Created).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (answer.Status, answer.SaysWhen)));
        Assert.All(refused, answer => Assert.Contains(answer.Type, (string?[])["/problems/database-unreachable", "/problems/busy"]));
        var stored = await cluster.Scalar<string[]>(database, "SELECT array_agg(\"Id\"::text) FROM \"Clients\"");
        Assert.Empty(acknowledged.Values.Except(stored));
        Assert.Equal(acknowledged.Count, await cluster.Scalar<long>(database, "SELECT count(*) FROM \"Clients\" WHERE \"Name\" LIKE 'W %'"));
        Assert.True((bool)(await node.Client.GetFromJsonAsync<JsonObject>("/api/v1/audit/verification", TestContext.Current.CancellationToken))!["intact"]!);
        GateSize.Measured("G10", $"{Restarts} restarts: {acknowledged.Count} acknowledged, 0 lost, {refused.Count} answers 503 with Retry-After, no 500, healed after {slowest.TotalSeconds:0.0} s at most");
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
            await cluster.Remove();
        folder.Delete(recursive: true);
    }

    private async Task Write(HttpClient client, int writer, CancellationToken enough)
    {
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            while (true)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/clients") { Content = JsonContent.Create(new { name = $"W {writer} {number}" }) };
                request.Headers.Add("Idempotency-Key", $"{writer}-{number}");
                using var answer = await client.SendAsync(request, CancellationToken.None);
                var body = (await answer.Content.ReadFromJsonAsync<JsonObject>(CancellationToken.None))!;
                answers.Enqueue((Stopwatch.GetTimestamp(), answer.StatusCode, (string?)body["type"], answer.Headers.RetryAfter is not null));
                if (answer.IsSuccessStatusCode)
                {
                    acknowledged[$"{writer} {number}"] = (string)body["id"]!;
                    break;
                }

                await Task.Delay(100, CancellationToken.None);
            }
        }
    }
}
