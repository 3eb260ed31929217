using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pricing.Api.Tests.Manners;

/// <summary>What is no proper HTTP is refused or cut off by the real server, and the next caller is served.</summary>
public sealed class ProtocolTests(Service service) : IClassFixture<Service>
{
    private const string Live = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    /// <summary>What is sent, and the statuses that may come back; 0 stands for none.</summary>
    private static readonly (string Name, string Sent, int[] Statuses)[] Cases =
    [
        ("a proper request", Live, [200]),
        ("two in one go", Live.Replace("Connection: close\r\n", "", StringComparison.Ordinal) + Live, [200]),
        ("no method", " /health/live HTTP/1.1\r\nHost: a\r\n\r\n", [400]),
        ("no address", "GET HTTP/1.1\r\nHost: a\r\n\r\n", [400]),
        ("no version", "GET /health/live\r\nHost: a\r\n\r\n", [400]),
        ("another version", "GET /health/live HTTP/3.0\r\nHost: a\r\n\r\n", [505]),
        ("no number of a version", "GET /health/live HTTP/x\r\nHost: a\r\n\r\n", [400, 505]),
        ("another protocol", "SSH-2.0-OpenSSH_9.6\r\n\r\n", [400]),
        ("TLS", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n", [400]),
        ("nothing but line ends", "\r\n\r\n\r\n\r\n" + Live, [200, 400]),
        ("no host", "GET /health/live HTTP/1.1\r\n\r\n", [400]),
        ("two hosts", "GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", [400]),
        ("an odd host", "GET /health/live HTTP/1.1\r\nHost: a b\r\n\r\n", [400]),
        ("a host with a path", "GET /health/live HTTP/1.1\r\nHost: a/b\r\n\r\n", [400]),
        ("NUL in the address", "GET /health%00/live HTTP/1.1\r\nHost: a\r\n\r\n", [400]),
        ("a byte above ASCII in the address", "GET /health/l\u00efve HTTP/1.1\r\nHost: a\r\n\r\n", [400]),
        ("a line end in the address", "GET /health\n/live HTTP/1.1\r\nHost: a\r\n\r\n", [400]),
        ("a way up", "GET /../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", [400, 404]),
        ("a way up, encoded", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", [400, 404]),
        ("an id that is a way up", "GET /api/v1/clients/by-external-id/salesforce/.. HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", [400]),
        ("an id that is a way up, encoded", "GET /api/v1/clients/by-external-id/salesforce/%2E%2e HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", [400]),
        ("half an escape", "GET /api/v1/clients/%f HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", [400, 404]),
        ("a whole address", "GET http://localhost/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", [200]),
        ("the address of a stranger", "GET http://elsewhere.example/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", [400]),
        ("a tunnel", "CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example:443\r\nConnection: close\r\n\r\n", [400, 404, 405]),
        ("all there is", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", [200, 204, 400, 404, 405]),
        ("a line of 9,000", $"GET /{new string('a', 9_000)} HTTP/1.1\r\nHost: a\r\n\r\n", [414]),
        ("a line of a million", $"GET /{new string('a', 1_000_000)}", [0, 414]),
        ("101 headers", $"GET /health/live HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Repeat("A: b\r\n", 101))}\r\n", [431]),
        ("a header of 40,000", $"GET /health/live HTTP/1.1\r\nHost: a\r\nA: {new string('b', 40_000)}\r\n\r\n", [0, 431]),
        ("headers of 40,000 in all", $"GET /health/live HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Repeat($"A: {new string('b', 1_000)}\r\n", 40))}\r\n", [0, 431]),
        ("a header without a colon", "GET /health/live HTTP/1.1\r\nHost: a\r\nNonsense\r\n\r\n", [400]),
        ("a header without a name", "GET /health/live HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", [400]),
        ("a blank in a header's name", "GET /health/live HTTP/1.1\r\nHost: a\r\nA b: c\r\n\r\n", [400]),
        ("a blank before the colon", "GET /health/live HTTP/1.1\r\nHost: a\r\nA : c\r\n\r\n", [400]),
        ("a folded header", "GET /health/live HTTP/1.1\r\nHost: a\r\nA: b\r\n c\r\n\r\n", [400]),
        ("NUL in a header", "GET /health/live HTTP/1.1\r\nHost: a\r\nA: b\0c\r\n\r\n", [400]),
        ("a bare CR in a header", "GET /health/live HTTP/1.1\r\nHost: a\r\nA: b\rc\r\n\r\n", [400]),
        ("two lengths", Post("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"), [400]),
        ("two equal lengths", Post("Content-Length: 2\r\nContent-Length: 2\r\n", "{}"), [400]),
        ("two lengths in one", Post("Content-Length: 2, 2\r\n", "{}"), [400]),
        ("a length below nothing", Post("Content-Length: -1\r\n", "{}"), [400]),
        ("a length that is no number", Post("Content-Length: 2x\r\n", "{}"), [400]),
        ("a length with a sign", Post("Content-Length: +2\r\n", "{}"), [400]),
        ("a length beyond all numbers", Post("Content-Length: 99999999999999999999\r\n", "{}"), [400]),
        ("a length beyond the limit", Post("Content-Length: 2000000\r\n", "{}"), [413]),
        ("no length", "POST /api/v1/clients HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n", [400]),
        ("a length and chunks", Post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"), [400]),
        ("a body smuggled behind chunks", Post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + Live), [400]),
        ("a chunk of no size", Post("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"), [400]),
        ("a chunk below nothing", Post("Transfer-Encoding: chunked\r\n", "-2\r\n{}\r\n0\r\n\r\n"), [400]),
        ("a chunk longer than it says", Post("Transfer-Encoding: chunked\r\n", "1\r\n{}\r\n0\r\n\r\n"), [400]),
        ("a chunk beyond all sizes", Post("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFF\r\n{}"), [400]),
        ("a chunk with endless remarks", Post("Transfer-Encoding: chunked\r\n", $"2;{new string('a', 100_000)}\r\n{{}}\r\n0\r\n\r\n"), [0, 400, 413]),
        ("chunks of another kind", Post("Transfer-Encoding: gzip\r\n", "{}"), [400, 501]),
        ("chunks that are not last", Post("Transfer-Encoding: chunked, gzip\r\n", "{}"), [400, 501]),
        ("a charset that is none", Post("Content-Length: 2\r\n", "{}", "application/json; charset=bogus"), [415]),
        ("a type that is none", Post("Content-Length: 2\r\n", "{}", "nonsense"), [415]),
        ("a type with an open quote", Post("Content-Length: 2\r\n", "{}", "application/json; charset=\"utf-8"), [400, 415]),
        ("an odd expectation", Post("Content-Length: 2\r\nExpect: a-miracle\r\n", "{}"), [400, 417]),
        ("another protocol asked for", "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n", [200]),
        ("HTTP/2 unasked", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [0, 400, 505]),
        ("a body that does not go on", Post("Content-Length: 20\r\n", "{\"name\":"), [0, 400, 408]),
    ];

    [Fact]
    [Trait("Gate", "G20")]
    public async Task What_is_no_proper_request_is_refused_and_the_next_one_served()
    {
        var faults = new List<string>();
        foreach (var (name, sent, statuses) in Cases)
        {
            var status = await StatusOf(Encoding.Latin1.GetBytes(sent));
            var next = await service.Send(HttpMethod.Get, "/health/live");
            if (!statuses.Contains(status) || next.StatusCode != HttpStatusCode.OK)
                faults.Add($"{name}: {status}, then {(int)next.StatusCode}");
        }

        Assert.Empty(faults);
        GateSize.Measured("G20", $"{Cases.Length} ways to break HTTP: each refused as expected or cut off, the next request served");
    }

    [Fact]
    [Trait("Gate", "G20")]
    public async Task Headers_and_bodies_that_trickle_in_are_given_up_after_a_while()
    {
        // Together, as each takes as long as the server waits.
        var statuses = await Task.WhenAll(
            Trickle("GET /health/live HTTP/1.1\r\nHost: localhost\r\n", "A: b\r\n"),
            Trickle(Post("Content-Length: 100000\r\n", ""), "x"));

        Assert.All(statuses, status => Assert.True(status is 0 or 400 or 408, $"{status}"));
        Assert.Equal(HttpStatusCode.OK, (await service.Send(HttpMethod.Get, "/health/live")).StatusCode);
    }

    internal static string Post(string headers, string body, string type = "application/json") =>
        $"POST /api/v1/clients HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\n{headers}Connection: close\r\n\r\n{body}";

    // What the first answer says.
    private async Task<int> StatusOf(byte[] sent)
    {
        using var client = await Connect();
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(sent, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Cut off while it sends; there may be an answer all the same.
        }

        return await FirstStatus(stream, TimeSpan.FromSeconds(30));
    }

    private async Task<int> Trickle(string beginning, string drop)
    {
        using var client = await Connect();
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(beginning), TestContext.Current.CancellationToken);
        var status = FirstStatus(stream, TimeSpan.FromSeconds(90));
        try
        {
            while (!status.IsCompleted)
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(drop), TestContext.Current.CancellationToken);
                await Task.WhenAny(status, Task.Delay(500, TestContext.Current.CancellationToken));
            }
        }
        catch (IOException)
        {
            // Given up, as it should be.
        }

        return await status;
    }

    private async Task<TcpClient> Connect()
    {
        var client = new TcpClient();
        await client.ConnectAsync(service.Client.BaseAddress!.Host, service.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        return client;
    }

    // 0 where the connection ends without an answer; a server that goes on waiting fails the test.
    private static async Task<int> FirstStatus(NetworkStream stream, TimeSpan atMost)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(atMost);
        var received = new byte[4_096];
        var length = 0;
        try
        {
            while (length < received.Length && !received.AsSpan(0, length).Contains((byte)'\n') && await stream.ReadAsync(received.AsMemory(length), limit.Token) is > 0 and var read)
                length += read;
        }
        catch (IOException)
        {
            // Cut off.
        }

        var line = Encoding.Latin1.GetString(received, 0, length).Split('\r')[0].Split(' ');
        return line is ["HTTP/1.1" or "HTTP/1.0", var status, ..] && int.TryParse(status, out var number) ? number : 0;
    }
}
