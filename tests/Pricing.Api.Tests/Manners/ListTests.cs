using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pricing.Api.Tests.Manners;

public sealed class ListTests(Service service) : IClassFixture<Service>
{
    private const string Clients = "/api/v1/clients";

    private static readonly string[] Lists =
        ["/api/v1/clients", "/api/v1/engagements", "/api/v1/rate-cards", "/api/v1/effort-profiles", "/api/v1/price-book", "/api/v1/exchange-rates", "/api/v1/deliverables", "/api/v1/users", "/api/v1/api-keys"];

    public static TheoryData<string> AllLists => [.. Lists];

    [Theory]
    [MemberData(nameof(AllLists))]
    public async Task Every_list_is_read_whole_by_its_links_in_every_order(string list)
    {
        string[] members = list.EndsWith("exchange-rates", StringComparison.Ordinal) ? ["createdAt", "updatedAt"] : ["createdAt", "updatedAt", "name"];
        foreach (var sort in members.SelectMany(member => new[] { member, $"-{member}" }))
        {
            var whole = (await service.Read($"{list}?limit=100&sort={sort}"))["items"]!.AsArray().Select(IdOf).ToList();
            var byLinks = new List<string>();
            for (var address = (string?)$"{list}?limit=2&sort={sort}"; address is not null;)
            {
                var response = await service.Send(HttpMethod.Get, address);
                byLinks.AddRange((await Service.Body(response))["items"]!.AsArray().Select(IdOf));
                address = NextOf(response);
            }

            Assert.Equal(whole, byLinks.Take(100));
            Assert.Equal(byLinks.Count, byLinks.Distinct().Count());
        }
    }

    [Fact]
    public async Task What_changed_comes_with_what_was_archived_and_nothing_older()
    {
        await service.Create(Clients, """{"name":"Alt"}""");
        var archived = await service.Create(Clients, """{"name":"Archiviert"}""");
        var since = Uri.EscapeDataString((string)archived["createdAt"]!);
        await service.Send(HttpMethod.Delete, $"{Clients}/{archived["id"]}", headers: ("If-Match", "*"));
        var changed = await service.Create(Clients, """{"name":"Geändert"}""");

        var rows = (await service.Read($"{Clients}?updatedSince={since}&limit=100"))["items"]!.AsArray();
        var exactly = (await service.Read($"{Clients}?updatedSince={Uri.EscapeDataString((string)changed["updatedAt"]!)}"))["items"]!.AsArray();
        var archivedOnly = (await service.Read($"{Clients}?updatedSince={since}&archived=true"))["items"]!.AsArray();

        Assert.True((bool?)rows.Single(row => IdOf(row) == IdOf(archived))!["isArchived"]);
        Assert.Contains(IdOf(changed), rows.Select(IdOf));
        Assert.DoesNotContain("Alt", rows.Select(row => (string?)row!["name"]));
        Assert.Contains(IdOf(changed), exactly.Select(IdOf));   // inclusive
        Assert.Equal([IdOf(archived)], archivedOnly.Select(IdOf));
    }

    [Fact]
    public async Task A_row_that_changes_while_it_is_polled_is_not_lost()
    {
        var since = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture).Replace("+00:00", "Z", StringComparison.Ordinal);
        var ids = new List<string>();
        for (var i = 0; i < 6; i++)
            ids.Add(IdOf(await service.Create(Clients, """{"name":"Umfrage"}""")));

        var seen = new List<string>();
        for (var address = (string?)$"{Clients}?updatedSince={since}&limit=2"; address is not null;)
        {
            var response = await service.Send(HttpMethod.Get, address);
            seen.AddRange((await Service.Body(response))["items"]!.AsArray().Select(IdOf));
            if (seen.Count == 2)
                await service.Send(HttpMethod.Put, $"{Clients}/{ids[2]}", """{"name":"Währenddessen"}""", ("If-Match", "*"));
            address = NextOf(response);
        }

        Assert.Subset(seen.ToHashSet(), ids.ToHashSet());
    }

    [Fact]
    public async Task A_cursor_answers_its_own_question_only()
    {
        await service.Create(Clients, """{"name":"Eins"}""");
        await service.Create(Clients, """{"name":"Zwei"}""");
        var next = (string)(await service.Read($"{Clients}?limit=1&sort=-updatedAt"))["next"]!;

        var same = await service.Send(HttpMethod.Get, $"{Clients}?limit=7&sort=-updatedAt&after={next}");
        var otherSort = await service.Send(HttpMethod.Get, $"{Clients}?limit=1&after={next}");
        var otherFilter = await service.Send(HttpMethod.Get, $"{Clients}?limit=1&sort=-updatedAt&search=eins&after={next}");
        var forged = await service.Send(HttpMethod.Get, $"{Clients}?limit=1&sort=-updatedAt&after={(next[40] == 'A' ? next[..40] + 'B' : next[..40] + 'A')}{next[41..]}");

        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        foreach (var refused in new[] { otherSort, otherFilter, forged })
            Assert.Equal(["/after"], await Service.Pointers(refused));
    }

    [Fact]
    public async Task Rows_have_the_members_that_were_asked_for_and_their_id_and_version()
    {
        var page = await service.Read($"{Clients}?fields=name,updatedAt&limit=1");

        string[] members = ["id", "name", "updatedAt", "version"];
        Assert.Equal(members, page["items"]![0]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("fields=name,margin", "/fields")]
    [InlineData("fields=", "/fields")]
    [InlineData("sort=margin", "/sort")]
    [InlineData("sort=-headlineFee", "/sort")]
    [InlineData("sort=", "/sort")]
    [InlineData("updatedSince=yesterday", "/updatedSince")]
    [InlineData("updatedSince=1.5", "/updatedSince")]
    [InlineData("updatedSince=11/25/2026", "/updatedSince")]
    [InlineData("updatedSince=2026-02-30T08:00:00Z", "/updatedSince")]
    public async Task What_a_list_does_not_have_is_refused_by_name(string query, string pointer)
    {
        var response = await service.Send(HttpMethod.Get, $"/api/v1/engagements?{query}");

        Assert.Equal([pointer], await Service.Pointers(response));
    }

    private static string IdOf(JsonNode? row) => (string)row!["id"]!;

    private static string? NextOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var links) && Regex.Match(links.Single(), "^<([^>]+)>; rel=\"next\"$") is { Success: true } match ? match.Groups[1].Value : null;
}
