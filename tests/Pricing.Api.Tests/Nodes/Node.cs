using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pricing.Api.Tests.Nodes;

/// <summary>The built service as a process of its own, alone or one of several on a database.</summary>
internal sealed class Node : IAsyncDisposable
{
    private const int Kept = 2_000;   // lines

    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private Node(Process process, HttpClient client) => (this.process, Client) = (process, client);

    public HttpClient Client { get; }

    /// <summary>The last lines of its log, for whoever has to find out why a test failed.</summary>
    public string Said => string.Join('\n', said);

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="connection">The connection string of its database.</param>
    /// <param name="folder">Where it runs and keeps its keys.</param>
    /// <param name="settings">Settings of the test.</param>
    public static async Task<Node> Start(string connection, string folder, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pricing.Api.dll"), "--urls", "http://127.0.0.1:0"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        (string, string)[] usual = [("ConnectionStrings__Pricing", connection), ("KeyRing__Folder", folder), ("ASPNETCORE_ENVIRONMENT", "Production"), ("RateLimits__Key", "10000000"), ("RateLimits__Agency", "10000000")];
        foreach (var (name, value) in usual.Concat(settings))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Regex.Match(line, "listens on (http://[^ ,]+)") is { Success: true } match)
            {
                var node = new Node(process, new() { BaseAddress = new(match.Groups[1].Value), Timeout = TimeSpan.FromSeconds(30) });
                _ = node.Listen();
                return node;
            }
        }

        throw new InvalidOperationException("The service ended before it said where it listens.");
    }

    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);   // SIGKILL
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
        Client.Dispose();
    }

    // A pipe that nobody empties would stop it.
    private async Task Listen()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Enqueue(line);
            if (said.Count > Kept)
                said.TryDequeue(out _);
        }
    }
}
