using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Pricing.Api.Tests;

/// <summary>The built service as a process of its own.</summary>
public sealed class StartupTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pricing-start-");

    [Fact]
    public async Task A_service_that_was_killed_while_it_started_is_ready_again_within_a_minute()
    {
        var token = TestContext.Current.CancellationToken;
        foreach (var milliseconds in new[] { 150, 400, 700, 1_000, 1_400, 2_000 })
        {
            using var killed = Start();
            await Task.Delay(milliseconds, token);
            killed.Kill(entireProcessTree: true);
            await killed.WaitForExitAsync(token);
        }

        using var service = Start();
        var address = await Announced(service);

        using var client = new HttpClient { BaseAddress = new(address.Groups["address"].Value) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", token)).StatusCode);
        Assert.Equal(7, System.Text.Json.Nodes.JsonNode.Parse(await client.GetStringAsync("/api/v1/engagements", token))!["items"]!.AsArray().Count);
        service.Kill(entireProcessTree: true);
        await service.WaitForExitAsync(token);
    }

    [Fact]
    public async Task The_first_line_says_where_the_service_listens_and_where_its_data_lie()
    {
        using var service = Start();

        var line = await Announced(service);

        Assert.Equal(Path.Combine(folder.FullName, "pricing.db"), line.Groups["database"].Value);
        Assert.Contains("documents", line.Value, StringComparison.Ordinal);
        Assert.Contains("/swagger", line.Value, StringComparison.Ordinal);
        service.Kill(entireProcessTree: true);
        await service.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pricing.Api.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            Environment = { ["ConnectionStrings__Pricing"] = $"Data Source={Path.Combine(folder.FullName, "pricing.db")}", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        return Process.Start(start)!;
    }

    private static async Task<Match> Announced(Process service)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        while (await service.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            var match = Regex.Match(line, "listens on (?<address>http://[^ ,]+).* SQLite at (?<database>[^,]+), .*");
            if (match.Success)
                return match;
        }

        throw new InvalidOperationException("The service ended before it said where it listens.");
    }
}
