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
