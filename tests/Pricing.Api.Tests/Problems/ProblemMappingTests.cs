using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Pricing.Api.Problems;

namespace Pricing.Api.Tests.Problems;

public sealed class ProblemMappingTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public void What_the_driver_says_of_a_connection_that_broke_means_that_the_database_is_gone_and_a_fault_of_ours_does_not()
    {
        var broken = new InvalidOperationException("This transaction has completed; it is no longer usable.") { Source = "Npgsql" };

        Assert.Equal(503, ProblemMapping.StatusOf(broken));
        Assert.Equal(503, ProblemMapping.StatusOf(new InvalidOperationException("Saving failed.", broken)));
        Assert.Equal(500, ProblemMapping.StatusOf(new InvalidOperationException("Sequence contains no elements.") { Source = "System.Linq" }));
    }

    [Fact]
    public void Every_problem_is_among_those_that_are_found_by_their_code() => Assert.Equal(
        typeof(ProblemType).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ProblemType>().Select(type => type.Code).Order(StringComparer.Ordinal),
        ProblemType.All.Select(type => type.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void The_documented_table_says_of_each_problem_what_the_service_says()
    {
        var documented = Rows().Matches(File.ReadAllText(Repository.PathOf("docs", "problems.md"))).Select(row => new ProblemType(
            row.Groups["code"].Value, int.Parse(row.Groups["status"].Value, CultureInfo.InvariantCulture), row.Groups["title"].Value, row.Groups["cause"].Value, row.Groups["cure"].Value));

        Assert.Equal(ProblemType.All.OrderBy(type => type.Code, StringComparer.Ordinal), documented.OrderBy(type => type.Code, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/nowhere")]
    [InlineData("/api/v1/clients/no-id")]
    [InlineData("/api/v1/clients/00000000-0000-0000-0000-000000000000")]
    [InlineData("/api/v1/engagements/00000000-0000-0000-0000-000000000000/comparison")]
    [InlineData("/api/v1/engagements/00000000-0000-0000-0000-000000000000/proposal.pdf")]
    [InlineData("/problems/none-such")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        var response = await service.Send(HttpMethod.Get, path, headers: ("Accept", "text/html"));

        await Service.Problem(response, 404, "not-found");
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/clients")]
    [InlineData("GET", "/api/v1/comparisons")]
    [InlineData("PATCH", "/api/v1/price-book")]
    [InlineData("POST", "/health/live")]
    public async Task An_address_tells_which_methods_it_takes(string method, string path)
    {
        var response = await service.Send(new HttpMethod(method), path);

        await Service.Problem(response, 405, "method-not-allowed");
        Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("limit=0", "/limit")]
    [InlineData("limit=-5", "/limit")]
    [InlineData("limit=101", "/limit")]
    [InlineData("limit=many", "/limit")]
    [InlineData("limit=1.5", "/limit")]
    [InlineData("limit=99999999999999999999", "/limit")]
    [InlineData("after=nonsense", "/after")]
    [InlineData("after=", "/after")]
    [InlineData("archived=maybe", "/archived")]
    [InlineData("search=%00", "/search")]
    public async Task A_list_refuses_a_parameter_out_of_bounds_by_its_name(string query, string pointer)
    {
        var response = await service.Send(HttpMethod.Get, $"/api/v1/clients?{query}");

        Assert.Equal([pointer], await Service.Pointers(response));
    }

    [Theory]
    [InlineData("clients")]
    [InlineData("rate-cards")]
    [InlineData("effort-profiles")]
    [InlineData("price-book")]
    [InlineData("deliverables")]
    [InlineData("engagements")]
    public async Task Every_list_keeps_the_bounds_of_its_pages(string list)
    {
        var ofOne = await service.Read($"/api/v1/{list}?limit=1");
        var ofTooMany = await service.Send(HttpMethod.Get, $"/api/v1/{list}?limit=101");

        Assert.Single(ofOne["items"]!.AsArray());
        Assert.Equal(["/limit"], await Service.Pointers(ofTooMany));
    }

    [Theory]
    [InlineData("/api/v1/engagements?stage=unheard", "/stage")]
    [InlineData("/api/v1/engagements?clientId=7", "/clientId")]
    [InlineData("/api/v1/price-book?asOf=yesterday", "/asOf")]
    [InlineData("/api/v1/price-book?status=1", "/status")]
    [InlineData("/api/v1/deliverables?kind=Asset", "/kind")]
    public async Task A_filter_that_is_no_value_is_refused_by_its_name(string path, string pointer)
    {
        var response = await service.Send(HttpMethod.Get, path);

        Assert.Equal([pointer], await Service.Pointers(response));
    }

    [Fact]
    public async Task Every_kind_of_problem_has_a_page_at_its_address()
    {
        foreach (var type in ProblemType.All)
        {
            var response = await service.Send(HttpMethod.Get, type.Address, headers: ("Accept", "text/html"));

            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            Assert.Contains(type.Cure, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_code_that_the_service_raises_is_a_kind_of_problem()
    {
        var raised = Repository.Sources("src").SelectMany(source => Codes().Matches(source.Text)).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(raised);
        Assert.Empty(raised.Except(ProblemType.All.Select(type => type.Code)));
    }

    [Fact]
    public async Task The_desk_is_where_the_address_of_the_service_leads()
    {
        var response = await service.Send(HttpMethod.Get, "/");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/swagger", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_service_tells_that_it_is_well(string path)
    {
        var response = await service.Send(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Healthy", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_answer_says_nothing_of_the_server_s_make()
    {
        var response = await service.Send(HttpMethod.Get, "/health/live");

        Assert.Empty(response.Headers.Server);
        Assert.False(response.Headers.Contains("X-Powered-By"));
    }

    private static Regex Codes() => new("(?:Conflict|Unprocessable)Exception\\(\\s*\"([^\"]+)\"");

    private static Regex Rows() => new(@"^\| `(?<code>[^`]+)` \| (?<status>\d+) \| (?<title>.+?) \| (?<cause>.+?) \| (?<cure>.+?) \|\r?$", RegexOptions.Multiline);
}
