using Pricing.Application.Errors;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.PersonalData;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Crm;

/// <summary>Connections that would lose or mix up deals, and the day that a push states.</summary>
public sealed class CrmConnectionTests
{
    private static CreateCrmConnection Connection => new() { Kind = CrmKind.Hubspot, Name = "CRM", Address = "https://crm.example.org", Credentials = new() { Token = "token" } };

    [Fact]
    public async Task Deals_start_from_a_template_that_is_there_or_the_connection_is_refused()
    {
        await using var desk = await Desk.Open();
        var template = (await desk.Send(new CopyEngagement { Id = SeedIds.Demo })).Id;
        var terms = Connection with { Settings = new() { TemplateId = template } };

        var unmarked = await desk.Refused(terms);
        await desk.Send(new ReviseDesk { Id = template, IsTemplate = true });
        var connection = await desk.Send(terms);
        await desk.Send(new ArchiveEngagement(template, null));
        var archived = await desk.Refused(Revised(connection, connection.Settings, active: true));
        await desk.Send(Revised(connection, connection.Settings, active: false));

        Assert.Equal("/settings/templateId", Assert.Single(unmarked).Pointer);
        Assert.Equal("/settings/templateId", Assert.Single(archived).Pointer);
        Assert.Equal("/settings/templateId", Assert.Single(await desk.Refused(terms with { Settings = new() { TemplateId = Guid.Empty, System = "other" } })).Pointer);
    }

    [Fact]
    public async Task An_agency_has_at_most_twenty_connections()
    {
        await using var desk = await Desk.Open();
        var first = await desk.Send(Connection);
        for (var i = 1; i < 20; i++)
            await desk.Send(Connection with { Settings = new() { System = $"hubspot-{i}" } });

        var refusal = await Assert.ThrowsAsync<ConflictException>(() => desk.Send(Connection with { Settings = new() { System = "one-more" } }));
        await desk.Send(new ArchiveCrmConnection(first.Id, null));
        await desk.Send(Connection);

        Assert.Equal("too-many-connections", refusal.Code);
    }

    [Fact]
    public async Task Two_accounts_have_two_codes()
    {
        await using var desk = await Desk.Open();
        var first = await desk.Send(Connection);

        var same = await desk.Refused(Connection);
        var second = await desk.Send(Connection with { Settings = new() { System = "hubspot-us" } });
        var made = await desk.Refused(Revised(second, new(), active: true));
        await desk.Send(Revised(first, new(), active: true));
        await desk.Send(new ArchiveCrmConnection(first.Id, null));
        await desk.Send(Revised(second, new(), active: true));

        Assert.Equal("/settings/system", Assert.Single(same).Pointer);
        Assert.Equal("/settings/system", Assert.Single(made).Pointer);
        Assert.Equal("/settings/timeZone", Assert.Single(await desk.Refused(Connection with { Settings = new() { System = "x", TimeZone = "W. Europe Standard Time" } })).Pointer);
    }

    [Fact]
    public async Task A_push_closes_on_the_day_that_is_expected_and_where_none_is_today()
    {
        await using var desk = await Desk.Open();
        var connection = (await desk.Send(Connection)).Id;
        var work = (await desk.Send(new CopyEngagement { Id = SeedIds.Demo })).Id;

        var unknown = await desk.Send(new PushToCrm { Id = work, ConnectionId = connection });
        await desk.Send(new ReviseDesk { Id = work, ExpectedDecision = new(2026, 12, 15) });
        var expected = await desk.Send(new PushToCrm { Id = work, ConnectionId = connection });
        var stated = await desk.Send(new PushToCrm { Id = work, ConnectionId = connection, CloseDate = new(2027, 1, 2) });

        Assert.Equal([new(2026, 11, 25), new(2026, 12, 15), new(2027, 1, 2)], new[] { unknown, expected, stated }.Select(push => push.CloseDate));
    }

    [Fact]
    public async Task Nothing_is_sent_of_a_client_whose_data_are_only_kept()
    {
        await using var desk = await Desk.Open();
        var connection = (await desk.Send(Connection)).Id;
        var client = (await desk.Send(new CreateClient { Name = "Petra Privat" })).Id;
        var work = (await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client })).Id;
        await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });

        var refused = await Assert.ThrowsAsync<ConflictException>(() => desk.Send(new PushToCrm { Id = work, ConnectionId = connection }));

        Assert.Equal("client-out-of-use", refused.Code);
    }

    private static ReviseCrmConnection Revised(CrmConnectionView connection, CrmSettings settings, bool active) =>
        new() { Id = connection.Id, Kind = connection.Kind, Name = connection.Name, Address = connection.Address, Settings = settings, Active = active };
}
