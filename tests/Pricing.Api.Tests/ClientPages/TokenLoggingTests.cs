using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Pricing.Api.Tests.ClientPages;

/// <summary>Whoever reads the logs must not be able to open what a client can.</summary>
public sealed class TokenLoggingTests(TokenLoggingTests.TalkativeService service) : IClassFixture<TokenLoggingTests.TalkativeService>
{
    [Fact]
    [Trait("Gate", "G33")]
    public async Task No_log_holds_a_token_even_where_everything_is_logged()
    {
        var sent = await SentProposal.In(service);
        var before = service.Lines.Count;

        await service.Send(HttpMethod.Get, sent.Link);
        await service.Send(HttpMethod.Get, $"{sent.Link}?option=A");
        await service.Send(HttpMethod.Get, $"{sent.Link}/documents/proposal");
        await service.Send(HttpMethod.Get, $"{sent.Link}/accept");
        await service.Send(HttpMethod.Get, $"{sent.Link}/nothing/at/all");
        await service.Send(HttpMethod.Put, sent.Link, "{}");
        await service.Send(HttpMethod.Post, $"{sent.Link}/accept", new FormUrlEncodedContent([KeyValuePair.Create("contentHash", sent.ContentHash)]));
        await service.Send(HttpMethod.Post, $"{sent.Link}/questions", new FormUrlEncodedContent([KeyValuePair.Create("text", "Is music included?")]));

        Assert.True(service.Lines.Count > before + 50, "Next to nothing was logged, so the test shows nothing.");
        Assert.DoesNotContain(service.Lines, line => line.Contains(sent.Token, StringComparison.OrdinalIgnoreCase));
    }

    public sealed class TalkativeService : Service
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        // Everything is asked for, and the worst category by its name.
        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
        {
            ["Logging:LogLevel:Microsoft"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore.Routing"] = "Trace",
            ["Logging:Memory:LogLevel:Default"] = "Trace",
            ["Logging:Memory:LogLevel:Microsoft.AspNetCore"] = "Trace",
        };

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new Memory(Lines)));
        }

        [ProviderAlias("Memory")]
        private sealed class Memory(ConcurrentQueue<string> lines) : ILoggerProvider, ISupportExternalScope
        {
            private IExternalScopeProvider? scopes;

            public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines, () => scopes);

            public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

            public void Dispose()
            {
            }
        }

        private sealed class Logger(string category, ConcurrentQueue<string> lines, Func<IExternalScopeProvider?> scopes) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => scopes()?.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => pair.Value)) : "";
                var around = new StringBuilder();
                scopes()?.ForEachScope((scope, text) => text.Append(scope).Append(' '), around);
                lines.Enqueue($"{category} {formatter(state, exception)} {values} {exception} {around}");
            }
        }
    }
}
