using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pricing.Api.Tests.Manners;

/// <summary>Clients that send a byte now and then hold nobody up.</summary>
public sealed class SlowClientTests(Service service) : IClassFixture<Service>
{
    // A figure of the goal is 300 ms; ten times that tells a hang from a noisy machine.
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(3);

    [Fact]
    [Trait("Gate", "G22")]
    public async Task A_normal_client_is_served_while_many_slow_ones_send()
    {
        var (clients, seconds) = (GateSize.Of("G22", ci: 50, gate: 500), GateSize.Of("G22seconds", ci: 10, gate: 60));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var slow = Enumerable.Range(0, clients).Select(_ => Trickle(end.Token)).ToList();

        var times = new List<TimeSpan>();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(seconds);)
        {
            var start = watch.Elapsed;
            Assert.Equal(HttpStatusCode.OK, (await service.Send(HttpMethod.Get, "/api/v1/clients?limit=1")).StatusCode);
            times.Add(watch.Elapsed - start);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await end.CancelAsync();
        await Task.WhenAll(slow);
        times.Sort();
        var p99 = times[times.Count * 99 / 100];
        Assert.True(p99 < TooLong, $"{p99}");
        GateSize.Measured("G22", $"{clients} slow bodies for {seconds} s: {times.Count} requests of a normal client, p99 {p99.TotalMilliseconds:0} ms");
    }

    // Again and again: the server gives up on each after a while.
    private async Task Trickle(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(service.Client.BaseAddress!.Host, service.Client.BaseAddress.Port, end);
                await using var stream = client.GetStream();
                await stream.WriteAsync(Encoding.ASCII.GetBytes(ProtocolTests.Post("Content-Length: 100000\r\n", "{")), end);
                while (true)
                {
                    await Task.Delay(1_000, end);
                    await stream.WriteAsync(" "u8.ToArray(), end);
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // Given up on, or the test is over.
            }
        }
    }
}
