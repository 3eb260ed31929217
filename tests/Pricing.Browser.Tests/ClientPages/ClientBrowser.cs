using Microsoft.Playwright;

namespace Pricing.Browser.Tests.ClientPages;

/// <summary>A client's browser. It keeps every address that was asked for and everything that the page complained of.</summary>
internal sealed class ClientBrowser : IAsyncDisposable
{
    private const string Person = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private ClientBrowser(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    public List<string> Requests { get; } = [];

    public List<string> Complaints { get; } = [];

    public static async Task<ClientBrowser> Open(bool hasScript = true, bool isDark = false, int width = 1280)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Desk.Chromium, Args = Desk.Arguments });
        var context = await browser.NewContextAsync(new()
        {
            JavaScriptEnabled = hasScript,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = width, Height = 900 },
            UserAgent = Person,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        var client = new ClientBrowser(playwright, browser, page);
        page.Request += (_, request) => client.Requests.Add(request.Url);
        page.PageError += (_, error) => client.Complaints.Add(error);
        page.Console += (_, message) =>
        {
            // A refusal's own status is no complaint of the page.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
                client.Complaints.Add(message.Text);
        };
        return client;
    }

    public async Task<int> Status(Uri address) => (await Page.GotoAsync(address.ToString()))!.Status;

    public Task<string> Text() => Page.Locator("body").InnerTextAsync();

    /// <summary>Keeps a picture for whoever wants to look at it.</summary>
    public async Task Keep(string name)
    {
        if (Environment.GetEnvironmentVariable("DESK_PICTURES") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
