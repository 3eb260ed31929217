using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Pricing.Application.Features.Analyses;

namespace Pricing.Api.Tests.Endpoints;

/// <summary>What all kinds of analyses have in common, over HTTP.</summary>
public sealed class AnalysisEndpointsTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string> Kinds => [.. AnalysisKinds.Names];

    // A simulation's figures are drawn: they lie in intervals, which a test of their own looks at.
    public static TheoryData<string> WorkedKinds => [.. AnalysisKinds.Names.Where(kind => kind != "simulation")];

    [Theory]
    [MemberData(nameof(WorkedKinds))]
    public async Task A_worked_case_has_its_figures_over_the_wire(string kind)
    {
        var response = await service.Send(HttpMethod.Post, $"/api/v1/analyses/{kind}", Case(kind));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(Figures.Differences(JsonNode.Parse(Service.Case($"analyses/{kind}.expected.json"))!, await Service.Body(response)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stored_engagement_is_answered_like_a_posted_one(string kind)
    {
        var posted = JsonNode.Parse(Case(kind))!;
        var id = (string)(await service.Create("/api/v1/engagements", new JsonObject { ["document"] = posted["engagement"]!.DeepClone(), ["stage"] = "lead" }.ToJsonString()))["id"]!;

        var ofStored = await service.Send(HttpMethod.Post, $"/api/v1/engagements/{id}/analyses/{kind}", new JsonObject { ["parameters"] = posted["parameters"]!.DeepClone() }.ToJsonString());
        var ofPosted = await service.Send(HttpMethod.Post, $"/api/v1/analyses/{kind}", Case(kind));

        Assert.Equal(
            await ofPosted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await ofStored.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Members_that_are_missing_or_unknown_are_named(string kind)
    {
        var nothing = await service.Send(HttpMethod.Post, $"/api/v1/analyses/{kind}", """{ "more": 1 }""");
        var request = JsonNode.Parse(Case(kind))!.AsObject();
        request["parameters"]!["unheardOf"] = 1;
        var unknown = await service.Send(HttpMethod.Post, $"/api/v1/analyses/{kind}", request.ToJsonString());

        Assert.Equal(["/engagement", "/more", "/parameters"], await Service.Pointers(nothing));
        Assert.Equal(["/parameters/unheardOf"], await Service.Pointers(unknown));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_parameter_that_stands_twice_is_refused_by_its_place(string kind)
    {
        var places = Members(JsonNode.Parse(Case(kind))!["parameters"]!).ToList();
        foreach (var (path, name) in places)
        {
            var request = JsonNode.Parse(Case(kind))!;
            var members = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(request["parameters"]!, (node, step) => node is JsonArray entries ? entries[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!).AsObject();
            members["again"] = members[name]?.DeepClone();

            var response = await service.Send(HttpMethod.Post, $"/api/v1/analyses/{kind}", request.ToJsonString().Replace("\"again\"", $"\"{name}\"", StringComparison.Ordinal));

            Assert.Contains($"/parameters{path}/{name}", await Service.Pointers(response));
        }
    }

    [Fact]
    public async Task A_fault_of_the_engagement_is_named_within_the_request()
    {
        var request = JsonNode.Parse(Case("tornado"))!;
        request["engagement"]!["tailProbability"] = 2;

        Assert.Equal(["/engagement/tailProbability"], await Service.Pointers(await service.Send(HttpMethod.Post, "/api/v1/analyses/tornado", request.ToJsonString())));
    }

    [Fact]
    public async Task Figures_of_the_engagement_beyond_the_bounds_are_named_within_the_request()
    {
        var request = JsonNode.Parse(Case("tornado"))!;
        request["engagement"]!["assets"]![0]!["quantity"] = 1e12m;

        Assert.Contains("/engagement/assets/0", await Service.Pointers(await service.Send(HttpMethod.Post, "/api/v1/analyses/tornado", request.ToJsonString())));
    }

    [Theory]
    [InlineData("horoscope")]
    [InlineData("Tornado")]
    public async Task An_unknown_kind_is_not_found(string kind)
    {
        await Service.Problem(await service.Send(HttpMethod.Post, $"/api/v1/analyses/{kind}", Case("tornado")), 404, "not-found");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_draws_its_chart(string kind)
    {
        var png = await service.Send(HttpMethod.Post, $"/api/v1/analyses/{kind}?lang=de", Case(kind), ("Accept", "image/png"));
        var svg = await service.Send(HttpMethod.Post, $"/api/v1/analyses/{kind}?width=800&height=500", Case(kind), ("Accept", "image/svg+xml"));
        var pdf = await service.Send(HttpMethod.Post, $"/api/v1/analyses/{kind}?lang=de", Case(kind), ("Accept", "application/pdf"));

        using var page = UglyToad.PdfPig.PdfDocument.Open(await pdf.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Empty(page.GetPage(1).GetImages());
        Assert.Contains("Intern", page.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await png.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..4]);
        Assert.Contains("<title", await svg.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("image/png", "image/png")]
    [InlineData("image/*", "image/png")]
    [InlineData("image/svg+xml", "image/svg+xml")]
    [InlineData("application/json;q=0.5, image/svg+xml", "image/svg+xml")]
    [InlineData("image/*, image/png;q=0", "image/svg+xml")]
    [InlineData("application/pdf", "application/pdf")]
    public async Task The_Accept_header_chooses_figures_or_picture(string accept, string expected)
    {
        var response = await service.Send(HttpMethod.Post, "/api/v1/analyses/tornado", Case("tornado"), ("Accept", accept));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_Accept_header_that_allows_no_form_is_refused()
    {
        await Service.Problem(await service.Send(HttpMethod.Post, "/api/v1/analyses/tornado", Case("tornado"), ("Accept", "text/csv")), 406, "not-acceptable");
    }

    [Fact]
    public async Task A_refusal_is_a_problem_document_where_a_picture_was_asked_for()
    {
        var response = await service.Send(HttpMethod.Post, "/api/v1/analyses/tornado?width=1", Case("tornado"), ("Accept", "image/png"));

        Assert.Equal(["/width"], await Service.Pointers(response));
    }

    private static string Case(string kind) => Service.Case($"analyses/{kind}.json");

    // Of all objects below, each member with the path of its object.
    private static IEnumerable<(string Path, string Name)> Members(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Members(member.Value, $"{path}/{member.Key}").Prepend((path, member.Key))),
        JsonArray entries => entries.SelectMany((entry, place) => Members(entry, $"{path}/{place}")),
        _ => [],
    };
}
