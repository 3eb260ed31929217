using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Pricing.Browser.Tests;

/// <summary>The page in a browser, used as an account lead uses it: by clicks, which are counted, and by nothing else.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Chromium = "/usr/bin/chromium";

    internal static readonly string[] Arguments =
    [
        "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Desk(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    public int Clicks { get; private set; }

    /// <summary>Every address that the page asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What the page's scripts complained of.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Desk> Open(Uri service)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 1000 }, AcceptDownloads = true });
        page.SetDefaultTimeout(60_000);
        var desk = new Desk(playwright, browser, page);
        page.Request += (_, request) => desk.Requests.Add(request.Url);
        page.PageError += (_, error) => desk.Complaints.Add(error);
        await page.GotoAsync(service.ToString());
        await Operation(page, "BuildDemo").WaitForAsync();
        return desk;
    }

    /// <summary>The operation's box on the page.</summary>
    public ILocator Operation(string id) => Operation(Page, id);

    /// <summary>Follows a step of the page's head, which executes the operation; answers with what the service answered.</summary>
    public async Task<IResponse> Follow(string step, string address, string method = "GET")
    {
        var path = new Regex($"/api/v1/{address}");
        return await Page.RunAndWaitForResponseAsync(
            () => Click(Page.Locator(".info ol").GetByRole(AriaRole.Link, new() { Name = step, Exact = true })),
            response => path.IsMatch(response.Url) && response.Request.Method == method);
    }

    /// <summary>Follows the link to the file that the operation made.</summary>
    public async Task<IDownload> Download(string operation) =>
        await Page.RunAndWaitForDownloadAsync(() => Click(Operation(operation).Locator(".live-responses-table").GetByText("Download file")));

    public async Task Click(ILocator target)
    {
        Clicks++;
        await target.ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static ILocator Operation(IPage page, string id) => page.Locator($".opblock[id$='-{id}']");
}
