using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pricing.Api.Tests.Nodes;

/// <summary>The built service as a process of its own, one of several on a database.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly Process process;

    private Node(Process process, HttpClient client) => (this.process, Client) = (process, client);

    public HttpClient Client { get; }

    public static async Task<Node> Start(string connection, string keyFolder, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pricing.Api.dll"), "--urls", "http://127.0.0.1:0"]) { WorkingDirectory = keyFolder, RedirectStandardOutput = true };
        (string, string)[] usual = [("ConnectionStrings__Pricing", connection), ("KeyRing__Folder", keyFolder), ("ASPNETCORE_ENVIRONMENT", "Production"), ("RateLimits__Key", "10000000"), ("RateLimits__Agency", "10000000")];
        foreach (var (name, value) in usual.Concat(settings))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Regex.Match(line, "listens on (http://[^ ,]+)") is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync();   // or a full pipe stops it
                return new(process, new() { BaseAddress = new(match.Groups[1].Value), Timeout = TimeSpan.FromSeconds(30) });
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
}
