using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Pricing.Benchmarks;

/// <summary>Requests per second of the comparison beside a bare endpoint of the same server that returns the same bytes, in turn.</summary>
internal static class LoadRun
{
    private const int Connections = 16, Rounds = 5, WarmUps = 6;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    public static async Task Run()
    {
        await using var service = new Service();
        var document = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", "case-a.json"));
        ReadOnlyMemory<byte> answer = default;
        service.App.MapPost("/bare", async (HttpContext context) =>
        {
            // It reads the body as the real endpoint must, and answers with the same bytes.
            await context.Request.Body.CopyToAsync(Stream.Null);
            return Results.Bytes(answer, "application/json");
        });
        var address = await service.Start();

        using (var client = new HttpClient())
        {
            using var body = new ByteArrayContent(document) { Headers = { { "Content-Type", "application/json" } } };
            answer = await (await client.PostAsync(new Uri(address, "/api/v1/comparisons"), body)).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        }

        // The runtime compiles hot code anew, and in the background: rates before that say nothing.
        for (var i = 0; i < WarmUps; i++)
            await Measure(address.Port, "/api/v1/comparisons", document);
        await Measure(address.Port, "/bare", document);
        List<double> ratios = [], shares = [];
        for (var round = 1; round <= Rounds; round++)
        {
            var real = await Measure(address.Port, "/api/v1/comparisons", document);
            var bare = await Measure(address.Port, "/bare", document);
            ratios.Add(real.PerSecond / bare.PerSecond);
            shares.Add(bare.Cpu / real.Cpu);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: comparison {real}, bare {bare}, ratio {ratios[^1]:F2}, by processor time {shares[^1]:F2}"));
        }

        ratios.Sort();
        shares.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median ratio {ratios[Rounds / 2]:F2} (goal: at least 0.25), by processor time {shares[Rounds / 2]:F2}"));
    }

    private static async Task<Rate> Measure(int port, string path, byte[] document)
    {
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => Drive(port, path, document, clock))));
        return new(counts.Sum() / clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / counts.Sum());
    }

    private static async Task<int> Drive(int port, string path, byte[] document, Stopwatch clock)
    {
        byte[] request = [.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {document.Length}\r\n\r\n"), .. document];
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var buffer = new byte[128 * 1024];
        var count = 0;
        while (clock.Elapsed < Length)
        {
            await socket.SendAsync(request);
            await ReadAnswer(socket, buffer);
            count++;
        }

        return count;
    }

    private static async Task ReadAnswer(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (read == 0 || (end >= 0 && length >= end + 4 + ContentLength(buffer.AsSpan(0, end))))
                break;
        }

        if (!buffer.AsSpan().StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException(Encoding.ASCII.GetString(buffer, 0, Math.Min(length, 500)));
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var rest = head[(head.IndexOf(name) + name.Length)..];
        var end = rest.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <param name="PerSecond">Requests per second.</param>
    /// <param name="Cpu">Processor time of server and load for one request, in microseconds: others on the machine hardly touch it.</param>
    private readonly record struct Rate(double PerSecond, double Cpu)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:N0}/s ({Cpu:N0} µs)");
    }
}
