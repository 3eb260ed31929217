using System.Net;

namespace Pricing.Api.Tests.Manners;

/// <summary>Who calls, where calls come through a reverse proxy: here the test itself, from the machine's own address.</summary>
public sealed class KnownProxyTests
{
    private const string Here = "127.0.0.1, ::1";

    [Fact]
    public async Task Behind_a_known_proxy_the_wrong_keys_of_one_caller_lock_out_no_other()
    {
        await using var service = new Service(("ReverseProxy:Known", Here), ("RateLimits:FailedSignIns", "3"), ("RateLimits:Hooks", "2"), ("RateLimits:Pages", "2"));

        Assert.Equal([401, 401, 401, 429], await WrongKeys(service, "203.0.113.1", 4));
        Assert.Equal([401], await WrongKeys(service, "203.0.113.2", 1));

        // What a caller writes itself stands before what the proxy adds.
        Assert.Equal([429], await WrongKeys(service, "203.0.113.9, 203.0.113.1", 1));
        foreach (var path in new[] { $"/hooks/hubspot/{Guid.Empty}", "/p/nothing" })
        {
            Assert.Equal([404, 404, 429], await Calls(service, path, "203.0.113.1", 3));
            Assert.Equal([404], await Calls(service, path, "203.0.113.2", 1));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0/8, 192.0.2.1")]
    public async Task What_nobody_known_says_of_the_caller_is_ignored(string known)
    {
        await using var service = new Service(("ReverseProxy:Known", known), ("RateLimits:FailedSignIns", "3"));

        Assert.Equal([401, 401, 401], await WrongKeys(service, "203.0.113.1", 3));
        Assert.Equal([429], await WrongKeys(service, "203.0.113.2", 1));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "203.0.113.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Host", "localhost")]
    public async Task What_a_known_proxy_passed_on_opens_no_development_profile(string header, string value)
    {
        await using var service = new Service(("ReverseProxy:Known", Here));

        await Service.Problem(await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: (header, value)), 401, "sign-in-required");
        Assert.Equal(HttpStatusCode.OK, (await service.Send(HttpMethod.Get, "/api/v1/whoami")).StatusCode);
    }

    [Theory]
    [InlineData("proxy.intern")]
    [InlineData("10.0.0.0/33")]
    public void A_setting_that_names_no_address_ends_the_start(string known) =>
        Assert.Throws<InvalidOperationException>(() => KnownProxies.Read(known));

    private static Task<IReadOnlyList<int>> WrongKeys(Service service, string caller, int count) =>
        Calls(service, "/api/v1/whoami", caller, count, ("X-API-Key", $"pk_live_aaaaaaaa_{1:D43}"));

    private static async Task<IReadOnlyList<int>> Calls(Service service, string path, string caller, int count, params (string Name, string Value)[] headers)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var method = path.StartsWith("/hooks", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get;
            statuses.Add((int)(await service.Send(method, path, headers: [.. headers, ("X-Forwarded-For", caller)])).StatusCode);
        }

        return statuses;
    }
}
