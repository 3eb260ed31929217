using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pricing.Application.Features.Access;

namespace Pricing.Api.Tests.Security;

/// <summary>Whatever is logged, and be it every detail, holds no secret.</summary>
public sealed class LogTests
{
    private const string Token = "a-token-of-a-CRM-9d51", ClientSecret = "a-client-secret-77ab", HookSecret = "a-hook-secret-31fe", Bearer = "eyJhbGciOiJub25lIn0.c2VjcmV0LWNsYWlt.c2lnbmF0dXJl";

    [Fact]
    [Trait("Gate", "G38")]
    public async Task No_secret_of_any_kind_is_in_the_most_detailed_log()
    {
        await using var service = new LoggingService();
        List<string> secrets = [Token, ClientSecret, HookSecret, Bearer, .. await SecretsMade(service)];

        // Sent where they belong, and where they do not.
        foreach (var secret in secrets.ToList())
        {
            await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: ("X-API-Key", secret));
            await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: ("Authorization", $"Bearer {secret}"));
            await service.Send(HttpMethod.Post, "/api/v1/clients", $$"""{"name":"{{secret}}","nonsense":"{{secret}}"}""");
            await service.Send(HttpMethod.Post, "/api/v1/clients", $$"""{"name":"{{secret}}""");
            await service.Send(HttpMethod.Post, "/api/v1/setup", $$"""{"code":"{{secret}}","agencyName":"A","legalName":"A","address":"A","administratorName":"A","administratorEmail":"a@example.org"}""");
        }

        var lines = service.Lines;
        Assert.Contains(lines, line => line.Contains("Executed DbCommand", StringComparison.Ordinal));   // the log is on, or this shows nothing
        Assert.Empty(secrets.SelectMany(secret => lines.Where(line => line.Contains(secret, StringComparison.Ordinal)).Take(1)));
        GateSize.Measured("G38", $"{secrets.Count} secrets of keys, webhooks, CRMs, tokens and the set-up in none of {lines.Count} lines of the most detailed log");
    }

    private static async Task<IReadOnlyList<string>> SecretsMade(LoggingService service)
    {
        var key = (string)(await service.Create("/api/v1/api-keys", """{"name":"K","role":"finance"}"""))["key"]!;
        var rotated = await service.Create("/api/v1/api-keys", """{"name":"R","role":"finance"}""");
        var exchanged = await Service.Body(await service.Send(HttpMethod.Post, $"/api/v1/api-keys/{rotated["apiKey"]!["id"]}/rotation", """{"overlapHours":1}""", ("If-Match", "*"), ("Idempotency-Key", "rotation")));
        var endpoint = await service.Create("/api/v1/webhook-endpoints", """{"address":"https://hooks.example.org/in"}""");
        var connection = new JsonObject
        {
            ["kind"] = "hubspot",
            ["name"] = "CRM",
            ["address"] = "https://crm.example.org",
            ["active"] = false,
            ["credentials"] = new JsonObject { ["token"] = Token, ["clientId"] = null, ["clientSecret"] = ClientSecret, ["hookSecret"] = HookSecret },
        };
        await service.Send(HttpMethod.Post, "/api/v1/crm-connections", connection.ToJsonString());
        await using var scope = service.Services.CreateAsyncScope();
        var code = await scope.ServiceProvider.GetRequiredService<SetupCodes>().Make(TestContext.Current.CancellationToken);

        // The prefix of a key may be told: it names the key. What follows opens.
        return [key[17..], (string)rotated["key"]! is var old ? old[17..] : "", ((string)exchanged["key"]!)[17..], ((string)endpoint["secret"]!)["whsec_".Length..], code];
    }

    /// <summary>The service with every detail logged, to look at.</summary>
    private sealed class LoggingService : Service
    {
        private readonly Keeper keeper = new();

        public IReadOnlyList<string> Lines => [.. keeper.Lines];

        protected override IReadOnlyDictionary<string, string> Settings { get; } = new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Database.Command", "Microsoft.EntityFrameworkCore.Update", "System" }
            .ToDictionary(category => $"Logging:LogLevel:{category}", _ => "Trace");

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(keeper));
        }
    }

    private sealed class Keeper : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new StringBuilder(formatter(state, exception)).Append(' ').Append(exception);
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                line.AppendJoin(' ', values.Select(value => value.Value));
            Lines.Enqueue(line.ToString());
        }

        public void Dispose()
        {
            // The lines are read after the service has ended, too.
        }
    }
}
