using System.Text.Json;
using Microsoft.Playwright;

namespace Pricing.Browser.Tests.ClientPages;

/// <summary>Rules of WCAG 2.2 AA as somebody else checks them, and what they cannot check: that a keyboard is enough and that nothing runs out of a small screen.</summary>
public sealed class AccessibilityTests(Agency agency) : IClassFixture<Agency>
{
    private static readonly string Rules = Path.Combine(Repository, "tests", "Pricing.Browser.Tests", "node_modules", "axe-core", "axe.min.js");

    [Theory]
    [InlineData("de", false, 1280)]
    [InlineData("de", true, 390)]
    [InlineData("en", false, 390)]
    [InlineData("en", true, 1280)]
    public async Task The_page_breaks_no_rule_of_accessibility(string language, bool isDark, int width)
    {
        SkipWithoutBrowser();
        if (!File.Exists(Rules))
            Assert.Skip("The rules are not installed: npm ci --prefix tests/Pricing.Browser.Tests installs them.");
        var (_, link) = await agency.Send(language);
        await using var client = await ClientBrowser.Open(isDark: isDark, width: width);
        await client.Status(link);
        await client.Keep($"{width}-{(isDark ? "dark" : "light")}-{language}-page");
        Assert.Equal([], await Violations(client));

        // The form with faults, everything unfolded.
        await client.Page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        await client.Page.EvaluateAsync("HTMLFormElement.prototype.submit.call(document.getElementById('acceptance'))");
        await client.Page.Locator("#name-error").WaitForAsync();
        await client.Page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        Assert.Equal([], await Violations(client));
        Assert.Equal("name", await client.Page.EvaluateAsync<string>("document.activeElement.id"));

        Assert.Equal(404, await client.Status(new(agency.Address, "/p/nothing")));
        Assert.Equal([], await Violations(client));
        Assert.Equal(404, await client.Status(new(agency.Address, "/v/0123456789abcdef")));
        Assert.Equal([], await Violations(client));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(640)]
    [InlineData(900)]
    [InlineData(1280)]
    public async Task Nothing_runs_out_of_the_screen_and_no_chart_is_too_small_to_read(int width)
    {
        SkipWithoutBrowser();
        var (_, link) = await agency.Send("de");
        foreach (var isDark in new[] { false, true })
        {
            await using var client = await ClientBrowser.Open(isDark: isDark, width: width);
            await client.Status(link);
            await client.Keep($"{width}-{(isDark ? "dark" : "light")}-de");

            Assert.Equal(width, await client.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Equal(2, await client.Page.Locator("svg.chart:visible").CountAsync());
            var smallest = await client.Page.EvaluateAsync<double>(
                "Math.min(...[...document.querySelectorAll('svg.chart')].filter(svg => svg.clientWidth).flatMap(svg => [...svg.querySelectorAll('text')].map(text => parseFloat(text.getAttribute('font-size')) * svg.clientWidth / svg.viewBox.baseVal.width)))");
            Assert.InRange(smallest, 10.5, 24);
        }
    }

    [Fact]
    public async Task A_keyboard_is_enough_to_accept()
    {
        SkipWithoutBrowser();
        var (_, link) = await agency.Send("en");
        await using var client = await ClientBrowser.Open();
        await client.Status(link);
        var keyboard = client.Page.Keyboard;

        await keyboard.PressAsync("Tab");   // the way past the whole page
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("ArrowDown");
        Assert.Equal("C", await client.Page.Locator("input[name=option]:checked").InputValueAsync());
        Assert.NotEqual("none", await client.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("Max Beispiel");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("Head of brand");
        await keyboard.PressAsync("Enter");   // as in any form
        await client.Page.Locator("#confirm-text").WaitForAsync();
        await keyboard.PressAsync("Enter");
        await client.Page.Locator("#certificate").WaitForAsync();
    }

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pricing.sln")))
                folder = folder.Parent;
            return folder!.FullName;
        }
    }

    private static async Task<IReadOnlyList<string>> Violations(ClientBrowser client)
    {
        await client.Page.EvaluateAsync(await File.ReadAllTextAsync(Rules, TestContext.Current.CancellationToken));
        var found = await client.Page.EvaluateAsync<JsonElement>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })");
        Assert.NotEqual(0, found.GetProperty("passes").GetArrayLength());
        return [.. found.GetProperty("violations").EnumerateArray().SelectMany(violation => violation.GetProperty("nodes").EnumerateArray()
            .Select(node => $"{violation.GetProperty("id")}: {node.GetProperty("html")} {node.GetProperty("failureSummary")}"))];
    }

    private static void SkipWithoutBrowser()
    {
        if (!File.Exists(Desk.Chromium))
            Assert.Skip($"There is no {Desk.Chromium}.");
    }
}
