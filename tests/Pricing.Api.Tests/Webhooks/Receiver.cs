using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pricing.Api.Tests.Webhooks;

/// <summary>What a receiver got.</summary>
/// <param name="Path">Where.</param>
/// <param name="Id">The header webhook-id.</param>
/// <param name="UnixSeconds">The header webhook-timestamp.</param>
/// <param name="Signature">The header webhook-signature.</param>
/// <param name="Body">The bytes.</param>
internal sealed record Received(string Path, string Id, long UnixSeconds, string Signature, byte[] Body)
{
    public System.Text.Json.Nodes.JsonObject Event => System.Text.Json.Nodes.JsonNode.Parse(Body)!.AsObject();

    public string Subject => (string)Event["subject"]!;

    public int Version => (int)Event["data"]!["version"]!;
}

/// <summary>A program of its own on a port of its own that takes webhooks, and does to them what a test tells it.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Received> all = new(), accepted = new();

    private Receiver(WebApplication app) => this.app = app;

    /// <summary>Answers a call; the default accepts it. The status says whether it counts as accepted.</summary>
    public Func<Received, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Everything that came, in the order of arrival.</summary>
    public IReadOnlyList<Received> All => [.. all];

    /// <summary>What was answered with 2xx, in that order.</summary>
    public IReadOnlyList<Received> Accepted => [.. accepted];

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(receiver.Take);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task Until(Func<bool> isSo, int seconds = 30)
    {
        for (var waited = 0; !isSo(); waited += 20)
        {
            Assert.True(waited < seconds * 1_000, "It did not come so.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await app.StopAsync(impatient.Token);
        await app.DisposeAsync();
    }

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        var received = new Received(
            context.Request.Path, headers["webhook-id"].ToString(), long.Parse(headers["webhook-timestamp"].ToString(), CultureInfo.InvariantCulture), headers["webhook-signature"].ToString(), body.ToArray());
        all.Enqueue(received);
        await Answer(received, context);
        if (context.Response.StatusCode is >= 200 and < 300 && !context.RequestAborted.IsCancellationRequested)
            accepted.Enqueue(received);
    }
}
