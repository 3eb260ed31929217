namespace Pricing.Api.Tests.Manners;

/// <summary>Answers of the API stay with whoever asked.</summary>
public sealed class UnkeptTests(Service service) : IClassFixture<Service>
{
    [Theory]
    [InlineData("GET", "/api/v1/engagements", 200)]
    [InlineData("GET", "/api/v1/engagements/69b59d74-1444-898d-a54a-a24dfccf77c0", 200)]
    [InlineData("GET", "/api/v1/engagements/69b59d74-1444-898d-a54a-a24dfccf77c0/workbook.xlsx", 200)]
    [InlineData("GET", "/api/v1/clients/69b59d74-1444-898d-a54a-a24dfccf77c1", 404)]
    [InlineData("GET", "/api/v1/clients?limit=0", 400)]
    [InlineData("DELETE", "/api/v1/clients", 405)]
    public async Task No_cache_keeps_them_and_no_browser_takes_them_for_another_kind(string method, string path, int status)
    {
        var response = await service.Send(new HttpMethod(method), path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }
}
