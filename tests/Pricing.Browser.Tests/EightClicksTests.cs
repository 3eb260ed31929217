using System.Net.Http.Headers;
using Microsoft.Playwright;

namespace Pricing.Browser.Tests;

/// <summary>What an account lead must be able to do on the page without reading anything else and without typing an id.</summary>
public sealed class EightClicksTests
{
    private const int MostClicks = 8;

    [Fact]
    public async Task A_lead_builds_compares_changes_and_downloads_within_eight_clicks()
    {
        if (!File.Exists(Desk.Chromium))
            Assert.Skip($"There is no {Desk.Chromium}.");
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var service = await Service.Start(cancellationToken);
        await using var desk = await Desk.Open(service.Address);
        await Keep(desk, "1-page");

        var built = await desk.Follow("Build the demo engagement", "demo$", "POST");
        Assert.Equal(200, built.Status);
        var first = await Chart(desk);
        await Keep(desk, "2-chart");
        var changed = await desk.Follow("Change a number", "engagements/[^/]+/document$", "PATCH");
        await Keep(desk, "3-change");
        var second = await Chart(desk, first.Address);

        Assert.Equal(200, changed.Status);
        Assert.Equal(await built.HeaderValueAsync("etag"), await changed.Request.HeaderValueAsync("if-match"));
        Assert.NotEqual(first.Picture, second.Picture);

        await desk.Follow("Make the proposal", @"engagements/[^/]+/proposal\.pdf");
        await AssertSameAsPlain(service, desk, "GetProposalPdf", "application/pdf", ".pdf", cancellationToken);
        await Keep(desk, "4-proposal");
        await desk.Follow("the workbook", @"engagements/[^/]+/workbook\.xlsx");
        await AssertSameAsPlain(service, desk, "GetEngagementWorkbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", cancellationToken);
        await Keep(desk, "5-workbook");

        Assert.InRange(desk.Clicks, 1, MostClicks);
        Assert.Empty(desk.Complaints);
        Assert.All(desk.Requests, request => Assert.True(
            request.StartsWith(service.Address.ToString(), StringComparison.Ordinal) || request.StartsWith($"blob:{service.Address}", StringComparison.Ordinal)
            || request.StartsWith("data:", StringComparison.Ordinal), request));
    }

    [Fact]
    public async Task A_change_without_a_version_says_which_one_to_send()
    {
        if (!File.Exists(Desk.Chromium))
            Assert.Skip($"There is no {Desk.Chromium}.");
        await using var service = await Service.Start(TestContext.Current.CancellationToken);
        await using var desk = await Desk.Open(service.Address);

        var refused = await desk.Follow("Change a number", "engagements/[^/]+/document$", "PATCH");
        var repeated = await desk.Follow("Change a number", "engagements/[^/]+/document$", "PATCH");

        Assert.Equal(428, refused.Status);
        Assert.Equal(200, repeated.Status);
    }

    // Draws the chart; answers with its address and its picture as the page shows it.
    private static async Task<(string? Address, string Picture)> Chart(Desk desk, string? shownBefore = null)
    {
        var drawn = await desk.Follow("Draw the comparison", "engagements/[^/]+/comparison/chart");
        Assert.Equal(200, drawn.Status);
        Assert.Equal("image/png", await drawn.HeaderValueAsync("content-type"));
        var picture = desk.Operation("GetComparisonChart").Locator(".live-responses-table img");
        await desk.Page.WaitForFunctionAsync(
            "before => { const image = document.querySelector('.live-responses-table img'); return image && image.src !== before && image.complete && image.naturalWidth > 600; }",
            shownBefore);
        return (await picture.GetAttributeAsync("src"), await picture.EvaluateAsync<string>(
            "image => { const copy = document.createElement('canvas'); copy.width = image.naturalWidth; copy.height = image.naturalHeight; copy.getContext('2d').drawImage(image, 0, 0); return copy.toDataURL(); }"));
    }

    private static async Task AssertSameAsPlain(
        Service service, Desk desk, string operation, string mediaType, string extension, CancellationToken cancellationToken)
    {
        var download = await desk.Download(operation);
        var address = await desk.Operation(operation).Locator(".request-url pre").InnerTextAsync();
        using var client = new HttpClient();
        using var plain = await client.GetAsync(new Uri(address.Trim()), cancellationToken);

        var disposition = plain.Content.Headers.ContentDisposition!;
        Assert.StartsWith(service.Address.ToString(), address, StringComparison.Ordinal);
        Assert.Equal(mediaType, plain.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.EndsWith(extension, download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal(NameIn(disposition), download.SuggestedFilename);
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(cancellationToken), await File.ReadAllBytesAsync(await download.PathAsync(), cancellationToken));
    }

    private static string NameIn(ContentDispositionHeaderValue disposition) => disposition.FileNameStar ?? disposition.FileName!.Trim('"');

    // Pictures of the page for whoever wants to look at them.
    private static async Task Keep(Desk desk, string name)
    {
        if (Environment.GetEnvironmentVariable("DESK_PICTURES") is { Length: > 0 } folder)
            await desk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
    }
}
