using System.Net;

namespace Pricing.Api.Tests.Endpoints;

public sealed class ProposalEndpointsTests(Service service) : IClassFixture<Service>
{
    [Theory]
    [InlineData("proposalPdf", "application/pdf", ".pdf")]
    [InlineData("workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")]
    public async Task A_document_is_an_attachment_with_a_name(string link, string mediaType, string extension)
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));

        var response = await service.Send(HttpMethod.Get, (string)demo["links"]![link]!);

        var disposition = response.Content.Headers.ContentDisposition;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", disposition?.DispositionType);
        Assert.EndsWith(extension, disposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task What_nobody_approved_is_a_preview_that_cannot_be_signed()
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));

        var response = await service.Send(HttpMethod.Get, $"{demo["links"]!["proposalPdf"]}?lang=en");

        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var pages = pdf.GetPages().Select(page => string.Join(' ', page.GetWords())).ToList();
        Assert.All(pages, page => Assert.Contains("Preview, not a proposal", page, StringComparison.Ordinal));
        Assert.All(pages.Skip(1), page => Assert.Contains("Draft", page, StringComparison.Ordinal));
        Assert.DoesNotContain(pages, page => page.Contains("Signature", StringComparison.Ordinal) || page.Contains("Hash", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("en", "en")]
    public async Task A_document_is_in_the_language_that_was_asked_for(string asked, string language)
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));

        var response = await service.Send(HttpMethod.Get, $"{demo["links"]!["proposalPdf"]}?lang={asked}");

        Assert.Equal([language], response.Content.Headers.ContentLanguage);
    }

    [Theory]
    [InlineData("*/*", "image/png")]
    [InlineData("image/svg+xml", "image/svg+xml")]
    public async Task The_chart_is_drawn_in_the_form_that_is_accepted(string accept, string mediaType)
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));

        var response = await service.Send(HttpMethod.Get, (string)demo["links"]!["chart"]!, headers: ("Accept", accept));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("proposalPdf", "?lang=fr", "/lang")]
    [InlineData("workbook", "?lang=DE", "/lang")]
    [InlineData("chart", "?width=20", "/width")]
    [InlineData("chart", "?height=9000", "/height")]
    [InlineData("chart", "?width=wide", "/width")]
    public async Task A_form_that_is_not_to_be_had_is_refused_by_its_parameter(string link, string query, string pointer)
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));

        var response = await service.Send(HttpMethod.Get, $"{demo["links"]![link]}{query}");

        Assert.Equal([pointer], await Service.Pointers(response));
    }

    [Fact]
    public async Task Where_nothing_may_be_offered_the_proposal_says_so()
    {
        var document = System.Text.Json.Nodes.JsonNode.Parse(Service.Case("case-a.json"))!;
        document["feeStructures"] = new System.Text.Json.Nodes.JsonArray(System.Text.Json.Nodes.JsonNode.Parse("""{"type":"costPlus","markup":0.2}"""));
        var engagement = await service.Create("/api/v1/engagements", new System.Text.Json.Nodes.JsonObject { ["document"] = document }.ToJsonString());

        var response = await service.Send(HttpMethod.Get, (string)engagement["links"]!["proposalPdf"]!);

        await Service.Problem(response, 422, "nothing-to-offer");
    }
}
