namespace Pricing.Api.Tests.Security;

public sealed class DevelopmentProfileTests(Service service, DevelopmentProfileTests.WithoutProfile closed) : IClassFixture<Service>, IClassFixture<DevelopmentProfileTests.WithoutProfile>
{
    [Theory]
    [InlineData("Host", "pricing.example")]
    [InlineData("Host", "localhost.attacker.example")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Original-For", "127.0.0.1:1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_request_that_somebody_passed_on_that_names_another_host_or_that_another_sites_page_caused_is_let_in_by_nobody(string header, string value)
    {
        await Service.Problem(await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: (header, value)), 401, "sign-in-required");
        Assert.Equal(404, (int)(await service.Send(HttpMethod.Get, "/desk/roles.json", headers: (header, value))).StatusCode);
    }

    [Fact]
    public async Task The_key_of_a_role_opens_no_longer_than_its_person_is_active()
    {
        await using var alone = new Service();
        var key = (await alone.Keys())["finance"];
        var person = (string)(await Service.Body(await alone.Send(HttpMethod.Get, "/api/v1/whoami", headers: ("X-API-Key", key))))["userId"]!;

        (await alone.Send(HttpMethod.Post, $"/api/v1/users/{person}/deactivation", "{}", ("If-Match", "*"))).EnsureSuccessStatusCode();

        await Service.Problem(await alone.Send(HttpMethod.Get, "/api/v1/whoami", headers: ("X-API-Key", key)), 401, "sign-in-required");
    }

    [Fact]
    public async Task Switched_off_it_lets_nobody_in()
    {
        await Service.Problem(await closed.Send(HttpMethod.Get, "/api/v1/whoami"), 401, "sign-in-required");
        Assert.Equal(404, (int)(await closed.Send(HttpMethod.Get, "/desk/roles.json")).StatusCode);
    }

    /// <summary>The service on loopback, but without the profile.</summary>
    public sealed class WithoutProfile : Service
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Access:Development"] = "false" };
    }
}
