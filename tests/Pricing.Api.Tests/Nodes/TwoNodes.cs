using Pricing.Api.Tests.Webhooks;

namespace Pricing.Api.Tests.Nodes;

/// <summary>Two nodes of the service on a PostgreSQL server of their own, and a receiver of their webhooks.</summary>
public sealed class TwoNodes : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pricing-nodes-");
    private readonly Node?[] nodes = new Node?[2];
    private readonly Random random = new(20_261_126);

    internal PostgresCluster Cluster { get; private set; } = null!;

    internal string Database { get; private set; } = "";

    internal Receiver Receiver { get; private set; } = null!;

    /// <summary>Starts both at once on an empty database, once for all tests.</summary>
    public async Task BeReady()
    {
        if (Receiver is not null)
            return;
        Cluster = await PostgresCluster.Own();
        Database = await Cluster.NewDatabase();
        Receiver = await Receiver.Start();
        await Task.WhenAll(Start(0), Start(1));
    }

    /// <summary>The client of a node.</summary>
    public HttpClient this[int which] => nodes[which]!.Client;

    /// <summary>The client of either, by chance.</summary>
    public HttpClient Any()
    {
        lock (random)
            return this[random.Next(2)];
    }

    /// <summary>The last lines of both logs.</summary>
    public string Said => string.Join("\n\n", nodes.Select(node => node?.Said));

    public async Task KillAndStart(int which)
    {
        await nodes[which]!.Kill();
        await Start(which);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes.OfType<Node>())
            await node.DisposeAsync();
        if (Receiver is not null)
            await Receiver.DisposeAsync();
        if (Cluster is not null)
            await Cluster.Remove();
        folder.Delete(recursive: true);
    }

    private async Task Start(int which)
    {
        if (nodes[which] is { } old)
            await old.DisposeAsync();
        nodes[which] = await Node.Start(Cluster.ConnectionTo(Database), folder.FullName, ("Webhooks__AllowedOrigins", Receiver.Address), ("DOTNET_TieredPGO", "0"));
    }
}
