using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Outbox;

/// <summary>Nothing is sent into the network in which the service stands: a listener there sees no connection.</summary>
public sealed class AddressGuardTests : IDisposable
{
    private static readonly IPAddress Public = IPAddress.Parse("203.0.114.1");

    private readonly TcpListener canary = new(IPAddress.Loopback, 0);

    public AddressGuardTests() => canary.Start();

    private int Port => ((IPEndPoint)canary.LocalEndpoint).Port;

    /// <summary>Addresses inside, as they are written to hide it: in hexadecimal, octal and one number, short, with enclosed and wide digits, in IPv6.</summary>
    public static readonly TheoryData<string> Inner =
    [
        "https://127.0.0.1/", "https://127.1/", "https://127.0.1/", "https://2130706433/", "https://0x7f000001/", "https://0x7F.0.0.1/", "https://0x7f.1/", "https://017700000001/", "https://0177.0.0.1/",
        "https://0177.0.0.01/", "https://127.0.0.0x1/", "https://127.0.0.1:8443/", "https://127.255.255.254/", "https://0/", "https://0.0.0.0/", "https://①②⑦.⓪.⓪.①/", "https://①②⑦.0.0.1/", "https://１２７.0.0.1/",
        "https://127。0。0。1/", "https://127．0．0．1/", "https://127｡0｡0｡1/",
        "https://169.254.169.254/latest/meta-data/", "https://2852039166/", "https://0xa9fea9fe/", "https://0xA9.0xFE.0xA9.0xFE/", "https://0251.0376.0251.0376/", "https://169.254.43518/", "https://169.16689662/",
        "https://①⑥⑨.②⑤④.①⑥⑨.②⑤④/", "https://10.0.0.1:8443/", "https://10.1/", "https://167772161/", "https://0xa000001/", "https://012.0.0.1/", "https://192.168.1/", "https://0xc0a80101/", "https://3232235777/", "https://172.16.1/",
        "https://100.100.100.200/", "https://168.63.129.16/", "https://255.255.255.255/", "https://4294967295/", "https://0xffffffff/",
        "https://[::1]/", "https://[::]/", "https://[0:0:0:0:0:0:0:1]/", "https://[0000:0000:0000:0000:0000:0000:0000:0001]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[0:0:0:0:0:ffff:127.0.0.1]/",
        "https://[::ffff:a9fe:a9fe]/", "https://[::ffff:10.0.0.1]/", "https://[::127.0.0.1]/", "https://[::ffff:0:127.0.0.1]/", "https://[64:ff9b::7f00:1]/", "https://[64:ff9b::a9fe:a9fe]/", "https://[64:ff9b::10.0.0.1]/",
        "https://[64:ff9b:1::7f00:1]/", "https://[2002:7f00:1::]/", "https://[2002:a9fe:a9fe::1]/", "https://[2001:0:7f00:1::]/", "https://[2001:0:4136:e378:8000:63bf:80ff:fffe]/", "https://[fe80::1]/", "https://[fe80::1%251]/",
        "https://[fd00:ec2::254]/", "https://[fc00::1]/", "https://[fec0::1]/", "https://[ff02::1]/",
    ];

    [Trait("Gate", "G28")]
    [Theory]
    [MemberData(nameof(Inner))]
    public async Task An_address_inside_is_refused_at_once_and_when_connecting(string address)
    {
        var guard = Guard(Public);

        Assert.Throws<ForbiddenAddressException>(() => guard.CheckAddress(new(address)));
        using var http = Client(guard);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(async () => await http.GetAsync(new Uri(address), TestContext.Current.CancellationToken));
        Assert.IsType<ForbiddenAddressException>(refused.InnerException);
        Assert.False(canary.Pending());
    }

    [Trait("Gate", "G28")]
    [Fact]
    public void The_ways_to_write_an_address_are_counted() => GateSize.Measured("G28", $"{Inner.Count} ways to write an inner address refused, at once and when connecting");

    [Trait("Gate", "G28")]
    [Theory]
    [InlineData("http://hooks.example.com/")]
    [InlineData("https://hooks.example.com:5432/")]
    [InlineData("https://hooks.example.com:80/")]
    [InlineData("https://user:secret@hooks.example.com/")]
    [InlineData("https://hooks.example.com@127.0.0.1/")]
    [InlineData("https://127.0.0.1#@hooks.example.com/")]
    [InlineData("ftp://hooks.example.com/")]
    [InlineData("gopher://127.0.0.1:6379/_INFO")]
    [InlineData("file:///etc/passwd")]
    public void What_can_be_seen_of_an_address_is_refused_at_once(string address)
    {
        var guard = Guard(Public);

        Assert.Throws<ForbiddenAddressException>(() => guard.CheckAddress(new(address)));
    }

    [Theory]
    [InlineData("https://hooks.example.com/")]
    [InlineData("https://hooks.example.com:8443/a?b=c")]
    [InlineData("https://1.1.1.1/")]
    public void A_public_address_is_not_refused(string address) => Guard(Public).CheckAddress(new(address));

    [Trait("Gate", "G28")]
    [Fact]
    public async Task A_name_that_leads_inside_is_refused_when_connecting()
    {
        Assert.Equal("The host is not on the public internet.", await FaultOf(Guard(IPAddress.Loopback)));
        Assert.False(canary.Pending());
    }

    [Fact]
    public async Task One_inner_address_among_public_ones_is_enough_to_refuse()
    {
        Assert.Equal("The host is not on the public internet.", await FaultOf(Guard(Public, IPAddress.Loopback)));
        Assert.False(canary.Pending());
    }

    [Trait("Gate", "G28")]
    [Fact]
    public async Task A_name_that_was_public_when_it_was_stored_is_asked_again_and_the_connection_goes_to_the_answer_that_was_checked()
    {
        var asked = 0;
        using var hangingUp = new CancellationTokenSource();
        var guard = new AddressGuard(WebhookOrigins.None, async (_, _) =>
        {
            var answer = ++asked == 1 ? Public : IPAddress.Loopback;   // counted first: who is hung up on does not wait for the answer
            await hangingUp.CancelAsync();   // no test leaves the machine: the first connection ends before it begins
            return [answer];
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Connect(guard, hangingUp.Token));
        var askedOnce = asked;
        var refused = await Assert.ThrowsAsync<HttpRequestException>(async () => await Connect(guard, TestContext.Current.CancellationToken));

        Assert.Equal((1, 2), (askedOnce, asked));
        Assert.IsType<ForbiddenAddressException>(refused.InnerException);
        Assert.False(canary.Pending());
    }

    [Fact]
    public async Task An_origin_that_is_named_in_the_settings_is_reached_and_another_port_of_it_is_not()
    {
        var origins = WebhookOrigins.From($"http://crm.intern:{Port}");
        var guard = new AddressGuard(origins, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        guard.CheckAddress(new($"http://crm.intern:{Port}/hooks"));

        using var http = Client(guard);
        var request = http.GetAsync(new Uri($"http://crm.intern:{Port}/hooks"), TestContext.Current.CancellationToken);
        using var reached = await canary.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await reached.GetStream().WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, (await request).StatusCode);
        Assert.Throws<ForbiddenAddressException>(() => guard.CheckAddress(new($"http://crm.intern:{Port + 1}/")));
        Assert.Throws<InvalidOperationException>(() => WebhookOrigins.From("crm.intern"));
    }

    public void Dispose() => canary.Dispose();

    private static AddressGuard Guard(params IPAddress[] addresses) => new(WebhookOrigins.None, (_, _) => Task.FromResult(addresses));

    private static async Task<string?> FaultOf(AddressGuard guard)
    {
        using var sender = new WebhookSender(guard, new(bytes => bytes, bytes => bytes), TimeProvider.System);
        var told = EventRecord.Of(SeedIds.Seeder, new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero), EventTypes.Ping, "/x", new { });
        var outcome = await sender.Send(new(Delivery.Of(Guid.CreateVersion7(), told, told.OccurredAt), told.Id, told.Body, "https://hooks.example.com:8443/", [new byte[32]]), TestContext.Current.CancellationToken);
        Assert.False(outcome.IsAccepted);
        return outcome.Fault;
    }

    private static async Task<HttpResponseMessage> Connect(AddressGuard guard, CancellationToken cancellationToken)
    {
        using var http = Client(guard);
        return await http.GetAsync(new Uri("https://rebinding.example.com/"), cancellationToken);
    }

    private static HttpClient Client(AddressGuard guard) => new(new SocketsHttpHandler { ConnectCallback = guard.Connect, UseProxy = false });
}
