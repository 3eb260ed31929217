using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pricing.Api.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Pricing.Api.Tests.Manners;

public sealed class RetirementTests
{
    private static readonly DateOnly Deprecated = new(2027, 1, 1), Sunset = new(2027, 12, 31);

    [Fact]
    public async Task An_operation_that_goes_away_says_so_in_every_answer_and_in_the_document()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPricingOpenApi();
        await using var app = builder.Build();
        app.MapGet("/old", () => Results.NotFound()).WithName("Old").WithDescription("Old.").Retires(Deprecated, Sunset, "/docs/integration");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        var response = await client.GetAsync(new Uri("/old", UriKind.Relative), TestContext.Current.CancellationToken);
        var document = await app.Services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync("v1");

        Assert.Equal(["@1798761600"], response.Headers.GetValues("Deprecation"));
        Assert.Equal(["Fri, 31 Dec 2027 00:00:00 GMT"], response.Headers.GetValues("Sunset"));
        Assert.Contains("</docs/integration>; rel=\"deprecation\"", string.Join(", ", response.Headers.GetValues("Link")), StringComparison.Ordinal);
        var operation = document.Paths["/old"].Operations![HttpMethod.Get];
        Assert.True(operation.Deprecated);
        Assert.Contains("2027-12-31", operation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_stops_before_it_is_deprecated()
    {
        var builder = WebApplication.CreateBuilder();
        var app = builder.Build();

        Assert.Throws<ArgumentException>(() => app.MapGet("/old", () => "").Retires(Sunset, Deprecated, "/docs/integration"));
    }
}
