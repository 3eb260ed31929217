namespace Pricing.Api.Tests.Manners;

public sealed class RequestIdTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task The_caller_s_id_comes_back_and_names_the_problem()
    {
        var response = await service.Send(HttpMethod.Get, $"/api/v1/clients/{Guid.Empty}", headers: ("X-Request-Id", "crm-4711"));

        var problem = await Service.Problem(response, 404, "not-found");
        Assert.Equal(["crm-4711"], response.Headers.GetValues("X-Request-Id"));
        Assert.Equal("crm-4711", (string?)problem["traceId"]);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("<script>")]
    [InlineData("")]
    public async Task What_is_no_id_is_replaced_by_ours(string id)
    {
        var response = await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: ("X-Request-Id", id));

        var ours = Assert.Single(response.Headers.GetValues("X-Request-Id"));
        Assert.NotEqual(id, ours);
        Assert.NotEmpty(ours);
    }

    [Fact]
    public async Task The_caller_s_trace_goes_on()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        var response = await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: ("traceparent", $"00-{Trace}-00f067aa0ba902b7-01"));

        Assert.StartsWith($"00-{Trace}-", Assert.Single(response.Headers.GetValues("traceparent")), StringComparison.Ordinal);
    }
}
