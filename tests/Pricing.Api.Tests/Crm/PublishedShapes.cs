using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pricing.Api.Tests.Crm;

/// <summary>What the mock made of a call.</summary>
/// <param name="Status">Its answer's status.</param>
/// <param name="Body">Its answer.</param>
/// <param name="Violations">Where the call departs from what is published, as JSON; null where it does not.</param>
/// <param name="Headers">Headers of the answer.</param>
internal sealed record Held(int Status, string Body, string? Violations, IReadOnlyDictionary<string, string> Headers);

/// <summary>Mock servers that we did not write, one for each CRM: they hold a call against the published shapes and answer with their examples.</summary>
internal sealed class PublishedShapes : IAsyncLifetime
{
    private static readonly string[] Kinds = ["hubspot", "salesforce", "dynamics"];

    // A body that is no JSON is never answered, and a mock may die: no answer is a failure.
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(20) };

    private readonly Dictionary<string, (Process Process, Uri Address)> mocks = [];
    private readonly ConcurrentQueue<string> said = new();

    private static string Program => Repository.PathOf("tests", "Pricing.Api.Tests", "Crm", "Shapes", "node_modules", ".bin", "prism");

    /// <summary>Skips a test where the mock is not installed.</summary>
    public static void SkipWhereAbsent()
    {
        if (!File.Exists(Program))
            Assert.Skip("The mock server is not installed: npm ci --ignore-scripts --prefix tests/Pricing.Api.Tests/Crm/Shapes installs it.");
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        foreach (var kind in Kinds)
            mocks[kind] = Start(kind);
        await Task.WhenAll(mocks.Values.Select(mock => Listening(mock.Address)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (process, _) in mocks.Values)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        client.Dispose();
    }

    /// <summary>Holds a call against what a CRM publishes.</summary>
    /// <param name="kind">The CRM.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="headers">Headers of the call.</param>
    /// <param name="body">Its body; null for none.</param>
    /// <param name="prefer">Which answer the mock is to give, such as <c>code=429</c>; null for its first.</param>
    internal async Task<Held> Hold(string kind, string method, string path, IEnumerable<(string Name, string Value)> headers, byte[]? body, string? prefer = null)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(mocks[kind].Address, path));
        if (body is not null)
            request.Content = new ByteArrayContent(body);
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            else if (name == "Prefer" && prefer is not null)
                prefer = $"{value}, {prefer}";
            else
                request.Headers.TryAddWithoutValidation(name, value);
        }

        if (prefer is not null)
            request.Headers.TryAddWithoutValidation("Prefer", prefer);
        using var response = await client.SendAsync(request);
        var violations = response.Headers.TryGetValues("sl-violations", out var found) ? string.Join("; ", found) : null;
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), violations, response.Headers.ToDictionary(header => header.Key, header => header.Value.First(), StringComparer.OrdinalIgnoreCase));
    }

    private (Process Process, Uri Address) Start(string kind)
    {
        var port = FreePort();
        var document = Repository.PathOf("tests", "Pricing.Api.Tests", "Crm", "Shapes", $"{kind}.openapi.json");
        var start = new ProcessStartInfo(Program, ["mock", document, "-h", "127.0.0.1", "-p", $"{port}", "--errors", "--verboseLevel", "error"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SCARF_ANALYTICS"] = "false";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, new($"http://127.0.0.1:{port}"));
    }

    private async Task Listening(Uri address)
    {
        for (var waited = 0; ; waited += 100)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, address.Port);
                return;
            }
            catch (SocketException) when (waited < 60_000)
            {
                await Task.Delay(100);
            }
            catch (SocketException)
            {
                throw new TimeoutException($"A mock does not listen: {string.Join('\n', said)}");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
