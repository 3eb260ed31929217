using Microsoft.Playwright;

namespace Pricing.Browser.Tests.ClientPages;

/// <summary>What a client does with a proposal, in a browser, from the link to the order of a change.</summary>
public sealed class ClientPathTests(Agency agency) : IClassFixture<Agency>
{
    [Fact]
    public async Task Nobody_is_asked_to_bind_themselves_before_name_and_function_are_there()
    {
        SkipWithoutBrowser();
        var (_, link) = await agency.Send("en");
        await using var client = await ClientBrowser.Open();
        await client.Status(link);

        await client.Page.Locator("#accept-button").ClickAsync();

        await client.Page.Locator("p.error[role=alert]").WaitForAsync();
        Assert.False(await client.Page.Locator("#confirm").IsVisibleAsync());
    }

    [Fact]
    public async Task A_client_chooses_asks_accepts_once_and_gets_a_change()
    {
        SkipWithoutBrowser();
        var (proposal, link) = await agency.Send("en");
        await using var client = await ClientBrowser.Open();

        Assert.Equal(200, await client.Status(link));
        Assert.Equal("viewed", (string?)(await agency.Call(HttpMethod.Get, proposal))["state"]);
        await client.Keep("1280-light-en");

        // A question comes back with its answer.
        await client.Page.GetByText("Ask a question", new() { Exact = true }).ClickAsync();
        await client.Page.GetByLabel("Your question").FillAsync("Is the music included?");
        await client.Page.GetByRole(AriaRole.Button, new() { Name = "Send question" }).ClickAsync();
        await client.Page.GetByText("Your question has been stored.").WaitForAsync();
        var question = (await agency.Call(HttpMethod.Get, $"{proposal}/questions"))["items"]![0]!;
        await agency.Call(HttpMethod.Put, $"/api/v1/questions/{question["id"]}/answer", new System.Text.Json.Nodes.JsonObject { ["answer"] = "Yes, from the library." });
        await client.Status(link);
        Assert.Contains("Yes, from the library.", await client.Text(), StringComparison.Ordinal);

        // Option and extras change the total at once, and by the cent.
        var before = await client.Page.Locator("#total-net").InnerTextAsync();
        await client.Page.GetByRole(AriaRole.Link, new() { Name = "Choose Option B" }).ClickAsync();
        await client.Page.GetByLabel("Subtitles in five languages").CheckAsync();
        await client.Page.GetByLabel("Recorded voice").CheckAsync();
        var total = await client.Page.Locator("#total-net").InnerTextAsync();
        Assert.Equal(Amount(before) + (120 * 18) + 4200, Amount(total));

        await client.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Max Beispiel");
        await client.Page.GetByLabel("Function").FillAsync("Head of brand");
        await client.Page.GetByLabel("Order number (optional)").FillAsync("4711");
        var gross = await client.Page.Locator("#total-gross").InnerTextAsync();
        await client.Page.Locator("#accept-button").ClickAsync();
        var asked = await client.Page.Locator("#confirm-text").InnerTextAsync();
        Assert.All([total, gross, "expected", "Subtitles in five languages", "Recorded voice"], words => Assert.Contains(words, asked, StringComparison.Ordinal));
        await client.Keep("1280-light-en-confirm");
        await client.Page.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();

        // The certificate says what was accepted; the figures are those that the page's script showed.
        await client.Page.GetByRole(AriaRole.Heading, new() { Name = "Certificate of acceptance" }).WaitForAsync();
        var certificate = await client.Page.Locator("#certificate").InnerTextAsync();
        Assert.All([total, gross, "Max Beispiel", "Head of brand", "4711", "Subtitles in five languages", "Recorded voice"], words => Assert.Contains(words, certificate, StringComparison.Ordinal));
        Assert.Equal(0, await client.Page.Locator("form, .card .button").Filter(new() { HasNot = client.Page.Locator("#text") }).CountAsync());
        await client.Keep("1280-light-en-accepted");
        var accepted = await agency.Call(HttpMethod.Get, proposal);
        Assert.Equal("accepted", (string?)accepted["state"]);
        Assert.Equal(Amount(total), accepted["decision"]!["net"]!.GetValue<decimal>());

        Assert.Empty(client.Complaints);
        Assert.All(client.Requests, request => Assert.StartsWith(agency.Address.ToString(), request, StringComparison.Ordinal));

        var (_, change) = await agency.SendChange(proposal);
        Assert.Equal(200, await client.Status(change));
        Assert.Contains("Thirty more videos", await client.Text(), StringComparison.Ordinal);
        Assert.Contains("Change order to proposal 20", await client.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_acceptance_from_a_page_that_was_left_open_is_refused()
    {
        SkipWithoutBrowser();
        var (_, link) = await agency.Send("en");
        await using var first = await ClientBrowser.Open();
        await using var second = await ClientBrowser.Open();
        await first.Status(link);
        await second.Status(link);

        await Accept(first, "Max Beispiel");
        await first.Page.Locator("#certificate").WaitForAsync();
        await Accept(second, "Maria Muster");
        await second.Page.Locator("#certificate").WaitForAsync();

        Assert.Contains("This version has been decided already.", await second.Text(), StringComparison.Ordinal);
        Assert.Contains("Max Beispiel", await second.Page.Locator("#certificate").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Maria Muster", await second.Page.Locator("#certificate").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_works_without_script_and_nothing_that_was_typed_is_lost()
    {
        SkipWithoutBrowser();
        var (proposal, link) = await agency.Send("de");
        await using var client = await ClientBrowser.Open(hasScript: false);
        await client.Status(link);

        await client.Page.GetByRole(AriaRole.Link, new() { Name = "Option B wählen" }).ClickAsync();
        var before = await client.Page.Locator("#total-net").InnerTextAsync();
        await client.Page.GetByLabel("Recorded voice").CheckAsync();
        await client.Page.GetByRole(AriaRole.Button, new() { Name = "Summe berechnen" }).ClickAsync();
        Assert.Equal(Amount(before) + 4200, Amount(await client.Page.Locator("#total-net").InnerTextAsync()));

        await client.Page.GetByLabel("Funktion").FillAsync("Leitung Marke");
        await client.Page.Locator("#accept-button").ClickAsync();
        await client.Page.GetByText("Bitte geben Sie Ihren Namen an").WaitForAsync();
        Assert.Equal("Leitung Marke", await client.Page.GetByLabel("Funktion").InputValueAsync());
        Assert.True(await client.Page.GetByLabel("Recorded voice").IsCheckedAsync());
        await client.Keep("1280-light-de-fault");

        await client.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Max Beispiel");
        await client.Page.Locator("#accept-button").ClickAsync();
        await client.Page.GetByRole(AriaRole.Heading, new() { Name = "Zertifikat der Annahme" }).WaitForAsync();

        Assert.Equal("accepted", (string?)(await agency.Call(HttpMethod.Get, proposal))["state"]);
        Assert.Contains("Recorded voice", await client.Page.Locator("#certificate").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_declines_with_a_reason()
    {
        SkipWithoutBrowser();
        var (proposal, link) = await agency.Send("en");
        await using var client = await ClientBrowser.Open();
        await client.Status(link);

        await client.Page.GetByText("Decline with a reason").ClickAsync();
        await client.Page.GetByRole(AriaRole.Button, new() { Name = "Decline proposal" }).ClickAsync();
        await client.Page.GetByText("Please give a reason").WaitForAsync();
        await client.Page.GetByLabel("Reason").FillAsync("The budget was cut.");
        await client.Page.GetByRole(AriaRole.Button, new() { Name = "Decline proposal" }).ClickAsync();
        await client.Page.GetByText("This proposal has been declined.").WaitForAsync();

        Assert.Equal("declined", (string?)(await agency.Call(HttpMethod.Get, proposal))["state"]);
        Assert.Equal(0, await client.Page.Locator("form").CountAsync());
    }

    [Fact]
    public async Task An_expired_a_revoked_and_a_guessed_link_open_nothing_and_an_expired_proposal_says_so()
    {
        SkipWithoutBrowser();
        var (_, link) = await agency.Send("en");
        var (revokedOne, revoked) = await agency.Send("en");
        await using var client = await ClientBrowser.Open();
        Assert.Equal(200, await client.Status(revoked));

        var links = (await agency.Call(HttpMethod.Get, $"{revokedOne}/links"))["items"]!;
        await agency.Call(HttpMethod.Delete, $"/api/v1/share-links/{links[0]!["id"]}");
        var guessed = new Uri(agency.Address, $"/p/{new string('A', 43)}");
        Assert.Equal(404, await client.Status(revoked));
        Assert.Equal(404, await client.Status(guessed));
        var nothing = await client.Text();

        try
        {
            agency.Ahead = TimeSpan.FromDays(60);
            Assert.Equal(200, await client.Status(link));
            Assert.Contains("This proposal has expired.", await client.Text(), StringComparison.Ordinal);
            Assert.Equal(0, await client.Page.Locator("form, .card .button").CountAsync());
            await client.Keep("1280-light-en-expired");

            agency.Ahead = TimeSpan.FromDays(300);
            Assert.Equal(404, await client.Status(link));
            Assert.Equal(nothing, await client.Text());
        }
        finally
        {
            agency.Ahead = TimeSpan.Zero;
        }
    }

    private static async Task Accept(ClientBrowser client, string name)
    {
        await client.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await client.Page.GetByLabel("Function").FillAsync("Head of brand");
        await client.Page.Locator("#accept-button").ClickAsync();
        await client.Page.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
    }

    private static decimal Amount(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) / 100;
    }

    private static void SkipWithoutBrowser()
    {
        if (!File.Exists(Desk.Chromium))
            Assert.Skip($"There is no {Desk.Chromium}.");
    }
}
