using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pricing.Api.Tests.Endpoints;

public sealed class ComparisonEndpointsTests(Service service) : IClassFixture<Service>
{
    private const string Comparisons = "/api/v1/comparisons";

    [Theory]
    [InlineData("case-a")]
    [InlineData("case-b")]
    public async Task A_worked_case_has_its_figures_over_the_wire_to_the_minor_unit(string name)
    {
        var response = await service.Send(HttpMethod.Post, Comparisons, Service.Case($"{name}.json"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(Figures.Differences(JsonNode.Parse(Service.Case($"{name}.expected.json"))!, await Service.Body(response)));
    }

    [Fact]
    public async Task A_document_of_one_byte_too_many_is_a_fault_of_the_whole()
    {
        var document = Encoding.UTF8.GetBytes(Service.Case("case-a.json").PadRight(1_048_577));

        var response = await service.Send(HttpMethod.Post, Comparisons, Service.Json(document));

        Assert.Equal([""], await Service.Pointers(response));
    }

    [Fact]
    public async Task A_document_of_the_largest_size_is_compared()
    {
        var text = Service.Case("case-a.json");
        var document = Encoding.UTF8.GetBytes(text.PadRight(1_048_576 - (Encoding.UTF8.GetByteCount(text) - text.Length)));

        var response = await service.Send(HttpMethod.Post, Comparisons, Service.Json(document));

        Assert.Equal(1_048_576, document.Length);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_document_of_many_megabytes_is_refused_like_one_of_a_byte_too_many()
    {
        var response = await service.Send(HttpMethod.Post, Comparisons, Service.Json(Encoding.UTF8.GetBytes(new string(' ', 5_000_000))));

        Assert.Equal([""], await Service.Pointers(response));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{\"name\": NaN}")]
    public async Task What_is_no_document_is_refused_at_the_root(string body)
    {
        var response = await service.Send(HttpMethod.Post, Comparisons, body);

        Assert.Equal([""], await Service.Pointers(response));
    }

    [Fact]
    public async Task A_document_deeper_than_32_is_refused_at_the_root()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 32)) + "{}" + new string('}', 32);

        var response = await service.Send(HttpMethod.Post, Comparisons, deep);

        Assert.Equal([""], await Service.Pointers(response));
    }

    [Fact]
    public async Task Every_fault_of_a_document_is_told_at_once()
    {
        var document = JsonNode.Parse(Service.Case("case-a.json"))!;
        document["agency"]!["vatRate"] = 19;
        document["name"] = "";
        document["surprise"] = true;

        var response = await service.Send(HttpMethod.Post, Comparisons, document.ToJsonString());

        Assert.Equal(["/agency/vatRate", "/name", "/surprise"], await Service.Pointers(response));
    }

    [Fact]
    public async Task A_lone_surrogate_is_a_fault_of_its_text()
    {
        var document = Service.Case("case-a.json").Replace("\"currency\": \"EUR\",", "\"currency\": \"EUR\", \"client\": \"\\uD800\",", StringComparison.Ordinal);

        var response = await service.Send(HttpMethod.Post, Comparisons, document);

        await Service.Problem(response, 400, "invalid-request");
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png")]
    [InlineData("application/xml;q=0.9")]
    [InlineData("*/*;q=0")]
    public async Task A_refusal_is_a_problem_document_whatever_the_caller_accepts(string accept)
    {
        var response = await service.Send(HttpMethod.Post, Comparisons, "{}", ("Accept", accept));

        await Service.Problem(response, 400, "invalid-request");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=bogus")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_body_of_another_kind_is_refused(string mediaType)
    {
        var response = await service.Send(HttpMethod.Post, Comparisons, Service.Json("{}"u8.ToArray(), mediaType));

        await Service.Problem(response, 415, "unsupported-media-type");
    }

    [Fact]
    public async Task A_stored_engagement_compares_as_its_resolved_document_does()
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));
        var resolved = await service.Client.GetStringAsync((string)demo["links"]!["resolvedDocument"]!, TestContext.Current.CancellationToken);

        var ofStored = await service.Client.GetByteArrayAsync((string)demo["links"]!["comparison"]!, TestContext.Current.CancellationToken);
        var ofDocument = await service.Send(HttpMethod.Post, Comparisons, resolved);

        Assert.Equal(await ofDocument.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), ofStored);
    }

    [Fact]
    public async Task An_explanation_names_figure_engagement_and_tree()
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));

        var explained = await service.Read((string)demo["links"]!["explain"]!);

        Assert.Equal("/structures/0/expectedFee", (string?)explained["of"]);
        Assert.Equal((string?)demo["id"], (string?)explained["engagement"]);
        Assert.NotEmpty(explained["figure"]!["parts"]!.AsArray());
    }

    [Theory]
    [InlineData("?of=/structures/99/expectedFee")]
    [InlineData("?of=expectedFee")]
    [InlineData("?of=/cost/States")]
    [InlineData("?of=/structures/0/type")]
    [InlineData("?of=/")]
    [InlineData("?of=")]
    public async Task A_figure_that_is_not_there_is_a_fault_of_of(string query)
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));

        var response = await service.Send(HttpMethod.Get, $"{demo["links"]!["comparison"]}/explain{query}");

        Assert.Equal(["/of"], await Service.Pointers(response));
    }
}
