using Pricing.Application.Features;
using Pricing.Application.Features.Clients;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Clients;

public class ClientTests
{
    [Theory]
    [InlineData("ÖLMÜHLE")]
    [InlineData("ölmühle")]
    [InlineData("Ölmühle Süd")]
    public async Task Clients_are_found_in_any_case_umlauts_included(string search)
    {
        await using var desk = await Desk.Open();
        var client = await desk.Send(new CreateClient { Name = "Ölmühle SÜD GmbH" });

        var found = await desk.Send(new ListClients(search, false, null, null));

        Assert.Equal([client.Id], found.Items.Select(item => item.Id));
    }

    [Theory]
    [InlineData("ZZ", "EUR", "Europe/Berlin", "N", "/country")]
    [InlineData("de", "EUR", "Europe/Berlin", "N", "/country")]
    [InlineData("DE", "XXX", "Europe/Berlin", "N", "/currency")]
    [InlineData("DE", "XAU", "Europe/Berlin", "N", "/currency")]
    [InlineData("DE", "EUR", "W. Europe Standard Time", "N", "/timeZone")]
    [InlineData("DE", "EUR", "Europe/Berlin", "\u200B", "/name")]
    [InlineData("DE", "EUR", "Europe/Berlin", " \u200D\uFEFF", "/name")]
    public async Task What_is_no_country_money_zone_or_name_is_refused(string country, string currency, string zone, string name, string pointer)
    {
        await using var desk = await Desk.Open();

        var fault = Assert.Single(await desk.Refused(new CreateClient { Name = name, Country = country, Currency = currency, TimeZone = zone }));

        Assert.Equal(pointer, fault.Pointer);
    }

    [Theory]
    [InlineData("CH", "XAF", "UTC", "\u200Bनमस्ते\u200D")]
    [InlineData("AQ", "JPY", "Etc/UTC", "N")]
    public async Task What_is_rare_is_taken(string country, string currency, string zone, string name)
    {
        await using var desk = await Desk.Open();

        var client = await desk.Send(new CreateClient { Name = name, Country = country, Currency = currency, TimeZone = zone });

        Assert.Equal((name, country, currency, zone), (client.Name, client.Country, client.Currency, client.TimeZone));
    }

    [Theory]
    [InlineData("AT", "AT")]
    [InlineData(" at ", "AT")]
    [InlineData("Austria", "AT")]
    [InlineData("Österreich", "AT")]
    [InlineData("germany", "DE")]
    [InlineData("Deutschland", "DE")]
    [InlineData("USA", "US")]
    [InlineData("United States", "US")]
    [InlineData("UK", "GB")]
    [InlineData("Atlantis", null)]
    [InlineData("ZZ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_country_is_found_as_people_write_it(string? written, string? code) => Assert.Equal(code, Countries.Find(written));

    [Fact]
    public async Task An_archived_client_leaves_the_list_and_keeps_its_engagements()
    {
        await using var desk = await Desk.Open();
        var client = SeedIds.Of("client", "car-maker");

        await desk.Send(new ArchiveClient(client, 1));

        Assert.DoesNotContain(client, (await desk.Send(new ListClients(null, false, null, null))).Items.Select(item => item.Id));
        Assert.Equal([client], (await desk.Send(new ListClients(null, true, null, null))).Items.Select(item => item.Id));
        Assert.Single((await desk.Send(new Application.Features.Engagements.ListEngagements(null, client, null, null, false, null, null))).Items);
    }
}
