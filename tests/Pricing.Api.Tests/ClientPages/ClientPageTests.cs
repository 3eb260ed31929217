using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Pricing.Api.Tests.ClientPages;

/// <summary>The client's page as a program sees it: what a browser does with it is tested in a browser.</summary>
public sealed partial class ClientPageTests(Service service) : IClassFixture<Service>
{
    private const string Person = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15";

    private static readonly (string, string)[] Accepted =
        [("option", "B"), ("one-B-0", "voice-model"), ("name", "Max Beispiel"), ("function", "Head of brand"), ("orderNumber", "4711")];

    [Fact]
    public async Task Every_page_lets_nothing_in_and_nobody_keep_it()
    {
        var sent = await SentProposal.In(service);

        foreach (var path in new[] { sent.Link, "/p/unknown", "/v/0123456789abcdef" })
        {
            var response = await Get(path);
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
            Assert.Equal("text/html; charset=utf-8", headers["Content-Type"]);
            Assert.Equal("no-store", headers["Cache-Control"]);
            Assert.Equal("no-referrer", headers["Referrer-Policy"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.StartsWith("noindex", headers["X-Robots-Tag"], StringComparison.Ordinal);
            Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self';", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.False(headers.ContainsKey("Set-Cookie"));
            Assert.DoesNotMatch(Inline(), await Text(response));
        }
    }

    [Fact]
    [Trait("Gate", "G33")]
    public async Task Whatever_opens_nothing_is_answered_alike_to_the_byte()
    {
        var sent = await SentProposal.In(service);
        var links = (await service.Read($"{sent.Address}/links"))["items"]!;
        await service.Send(HttpMethod.Delete, $"/api/v1/share-links/{links[0]!["id"]}", headers: ("If-Match", "*"));
        var revoked = await Bytes(await Get(sent.Link), 404);
        var unknown = new string('A', 43);

        foreach (var path in new[] { $"/p/{unknown}", "/p/short", $"/p/{unknown}%2Fx", $"/p/{unknown}/x/y", $"/p/{unknown}/documents/proposal", $"/p/{sent.Token}/documents/figures", $"/p/{sent.Token}/documents/certificate", "/p/", $"/p/{sent.Token.ToUpperInvariant()}" })
            Assert.Equal(revoked, await Bytes(await Get(path), 404));
        foreach (var form in new[] { "accept", "decline", "questions", "total" })
            Assert.Equal(revoked, await Bytes(await Post($"{sent.Link}/{form}", []), 404));
    }

    [Fact]
    public async Task A_browser_views_and_a_scanner_does_not()
    {
        var sent = await SentProposal.In(service);

        await Get(sent.Link, "Mozilla/5.0 (compatible; MSIE 10.0; SafeLinks)");
        await Get(sent.Link, "Slackbot-LinkExpanding 1.0");
        await Get(sent.Link, "curl/8.5.0");
        await service.Send(HttpMethod.Head, sent.Link, headers: ("User-Agent", Person));
        Assert.Equal("sent", await State(sent));

        await Get(sent.Link);
        Assert.Equal("viewed", await State(sent));
    }

    [Fact]
    public async Task Many_who_open_a_link_at_once_all_see_it()
    {
        var sent = await SentProposal.In(service);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Get(sent.Link)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task An_acceptance_leads_to_the_certificate_however_often_its_form_is_sent()
    {
        var sent = await SentProposal.In(service);
        var form = Acceptance(sent);

        var first = await Post($"{sent.Link}/accept", form);
        var again = await Post($"{sent.Link}/accept", form);
        var other = await Post($"{sent.Link}/accept", [.. form.Where(field => field.Item1 != "name"), ("name", "Somebody else")]);

        Assert.Equal((HttpStatusCode.SeeOther, $"{sent.Link}#certificate"), (first.StatusCode, first.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.SeeOther, $"{sent.Link}#certificate"), (again.StatusCode, again.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal("application/pdf", (await Get($"{sent.Link}/documents/certificate")).Content.Headers.ContentType?.MediaType);
        var page = await Text(await Get(sent.Link));
        Assert.Contains("Certificate of acceptance", page, StringComparison.Ordinal);
        Assert.Contains("Max Beispiel, Head of brand", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody else", page, StringComparison.Ordinal);
        Assert.DoesNotContain("</form>", page[page.IndexOf("id=\"certificate\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_acceptances_that_meet_one_counts()
    {
        var sent = await SentProposal.In(service);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(person => Post($"{sent.Link}/accept", [.. Acceptance(sent).Where(field => field.Item1 != "name"), ("name", $"Person {person}")])));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.SeeOther), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        var sent = await SentProposal.In(service);

        var response = await Post(
            $"{sent.Link}/accept", [("contentHash", sent.ContentHash), ("option", "B"), ("one-B-0", "voice-actor"), ("extra-B", "subtitles"), ("name", ""), ("function", "Brand <b>\"lead\"</b>"), ("signedOn", "8.12.2026"), ("orderNumber", new string('7', 101))]);

        var page = await Text(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.All(["name-error", "signedOn-error", "orderNumber-error"], id => Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain("function-error", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Brand &lt;b>&quot;lead&quot;&lt;/b>\"", page.Replace("&gt;", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(new string('7', 101), page, StringComparison.Ordinal);
        Assert.Matches("value=\"voice-actor\"[^>]* checked|checked[^>]* value=\"voice-actor\"", page);
        Assert.Null((await service.Read(sent.Address))["decision"]);
    }

    [Theory]
    [InlineData("one-B-0", "nothing")]
    [InlineData("extra-B", "nothing")]
    [InlineData("extra-B", "voice-actor")]
    public async Task A_choice_that_is_none_is_refused(string field, string code)
    {
        var sent = await SentProposal.In(service);

        var response = await Post($"{sent.Link}/accept", [.. Acceptance(sent), (field, code)]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("exactly one line of each group", await Text(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_accepts_a_version_that_was_not_shown()
    {
        var old = await SentProposal.In(service);
        var next = await old.Next(service);
        Assert.NotEqual(old.ContentHash, next.ContentHash);

        var response = await Post($"{old.Link}/accept", Acceptance(old));

        var page = await Text(response);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("The agency has sent another version since.", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{next.ContentHash}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Max Beispiel\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post($"{old.Link}/accept", [.. Acceptance(old).Where(field => field.Item1 != "contentHash"), ("contentHash", "0")])).StatusCode);
    }

    [Fact]
    public async Task A_question_is_asked_once_and_declining_needs_a_reason()
    {
        var sent = await SentProposal.In(service);

        var asked = await Post($"{sent.Link}/questions", [("name", ""), ("text", "Line one\r\nline two <script>")]);
        var again = await Post($"{sent.Link}/questions", [("name", ""), ("text", "Line one\r\nline two <script>")]);
        var empty = await Post($"{sent.Link}/questions", [("name", "Max"), ("text", " ")]);
        var declined = await Post($"{sent.Link}/decline", [("contentHash", sent.ContentHash), ("name", "Max"), ("reason", "")]);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (asked.StatusCode, again.StatusCode));
        Assert.Single((await service.Read($"{sent.Address}/questions"))["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("text-error", await Text(empty), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, declined.StatusCode);
        Assert.Contains("reason-error", await Text(declined), StringComparison.Ordinal);
        Assert.Contains("line two &lt;script", await Text(await Get(sent.Link)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task A_form_of_another_page_is_refused(string header, string value)
    {
        var sent = await SentProposal.In(service);

        var response = await Post($"{sent.Link}/accept", Acceptance(sent), (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("sent", await State(sent));
    }

    [Fact]
    public async Task A_form_is_bounded_and_is_a_form()
    {
        var sent = await SentProposal.In(service);

        var large = await Post($"{sent.Link}/questions", [("text", new string('x', 70_000))]);
        var many = await Post($"{sent.Link}/accept", [.. Enumerable.Range(0, 300).Select(i => ($"extra-{i}", "x"))]);
        var json = await service.Send(HttpMethod.Post, $"{sent.Link}/questions", new StringContent("""{"text":"x"}""", Encoding.UTF8, "application/json"));

        Assert.Equal([413, 413, 415], new[] { large, many, json }.Select(response => (int)response.StatusCode));
        Assert.All(new[] { large, many, json }, response => Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("proposal", "application/pdf", ".pdf")]
    [InlineData("workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")]
    [InlineData("data", "application/json", ".json")]
    public async Task A_document_is_shown_under_its_name_as_it_was_sent(string kind, string mediaType, string extension)
    {
        var sent = await SentProposal.In(service);

        var response = await Get($"{sent.Link}/documents/{kind}");

        var bytes = await Bytes(response, 200);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.EndsWith(extension, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        Assert.Equal(await service.Client.GetByteArrayAsync($"{sent.Address}/proposal{extension}", TestContext.Current.CancellationToken), bytes);
    }

    [Fact]
    public async Task A_hash_says_what_its_document_stands_for()
    {
        var old = await SentProposal.In(service);
        var next = await old.Next(service);

        Assert.Contains("A later version has taken its place.", await Text(await Get($"/v/{old.ContentHash}")), StringComparison.Ordinal);
        Assert.Contains("Diese Fassung gilt.", await Text(await service.Send(HttpMethod.Get, $"/v/{next.ContentHash[..16]}", headers: ("Accept-Language", "en;q=0.5, de-DE"))), StringComparison.Ordinal);
        Assert.Contains("This hash is not known here.", Encoding.UTF8.GetString(await Bytes(await Get("/v/0123456789abcdef"), 404)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_of_the_API_knows_nothing_of_the_pages()
    {
        var paths = (await service.Read("/swagger/v1/swagger.json"))["paths"]!.AsObject().Select(path => path.Key);

        Assert.All(paths, path => Assert.StartsWith("/api/", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Style_script_and_typeface_come_from_here_and_may_be_kept_for_good()
    {
        var sent = await SentProposal.In(service);
        var addresses = Linked().Matches(await Text(await Get(sent.Link))).Select(match => match.Groups["address"].Value).ToList();

        Assert.Equal(3, addresses.Count);
        foreach (var address in addresses.Append("/client-page/plex-400.ttf"))
        {
            var response = await Get(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("immutable", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Get("/client-page/brand-zzzzzz.css")).StatusCode);
    }

    [Fact]
    public async Task The_head_shows_the_logo_a_drawing_within_the_page_and_a_picture_from_its_own_address()
    {
        const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        var drawing = Convert.ToBase64String("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0L20 0L20 10Z"/></svg>"""u8);
        var company = (await service.Read("/api/v1/legal-entities"))["items"]![0]!;

        await WithLogo(drawing);
        var drawn = await Text(await Get((await SentProposal.In(service)).Link));
        await WithLogo(Dot);
        var sent = await SentProposal.In(service);
        var pictured = await Text(await Get(sent.Link));
        var picture = await Get($"{sent.Link}/logo");
        await WithLogo(null);
        var plain = await SentProposal.In(service);

        Assert.Contains("<path d=\"M0 0 L20 0 L20 10 Z\"/>", drawn, StringComparison.Ordinal);
        Assert.DoesNotMatch(Inline(), drawn);
        Assert.Contains($"<img class=\"logo\" src=\"{sent.Link}/logo\"", pictured, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (picture.StatusCode, picture.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"{plain.Link}/logo")).StatusCode);

        async Task WithLogo(string? file)
        {
            var terms = (await service.Read($"/api/v1/legal-entities/{company["id"]}")).DeepClone().AsObject();
            foreach (var derived in new[] { "id", "hasLogo", "colours", "isArchived", "ownerId", "version", "updatedAt" })
                terms.Remove(derived);
            terms["logo"] = file;
            var response = await service.Send(HttpMethod.Put, $"/api/v1/legal-entities/{company["id"]}", terms.ToJsonString(), ("If-Match", "*"));
            Assert.True(response.IsSuccessStatusCode, await Text(response));
        }
    }

    [Fact]
    public async Task Too_many_calls_of_one_address_are_refused_on_a_page_that_says_when_to_come_back()
    {
        await using var limited = new Service(("RateLimits:Pages", "3"));
        HttpResponseMessage? last = null;
        for (var i = 0; i < 4; i++)
            last = await limited.Send(HttpMethod.Get, "/v/0123456789abcdef");

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Das hat nicht geklappt.", await Text(last), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Get(string path, string agent = Person) => service.Send(HttpMethod.Get, path, headers: ("User-Agent", agent));

    private Task<HttpResponseMessage> Post(string path, (string Name, string Value)[] fields, params (string Name, string Value)[] headers) =>
        service.Send(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), headers);

    private static (string, string)[] Acceptance(SentProposal sent) =>
        [("contentHash", sent.ContentHash), .. Accepted, ("signedOn", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];

    private async Task<string?> State(SentProposal sent) => (string?)(await service.Read(sent.Address))["state"];

    private static Task<string> Text(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<byte[]> Bytes(HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    // Whatever the policy would have to make an exception for.
    [GeneratedRegex(@"<style|<script(?![^>]* src=)|\sstyle=|\son[a-z]+=|javascript:|https?://(?!www\.w3\.org)")]
    private static partial Regex Inline();

    [GeneratedRegex("(?:href|src)=\"(?<address>/client-page/[^\"]+)\"")]
    private static partial Regex Linked();
}
