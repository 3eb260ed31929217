using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.PersonalData;

namespace Pricing.Application.Tests.Features;

/// <summary>Under which ids other systems know a record is told by the trail as everything else is; and what changes nothing is told by nobody.</summary>
public sealed class ExternalIdAuditTests
{
    private static readonly UpsertClient Account = new() { System = "hubspot", ExternalId = "A1", Name = "Konto", Condition = new(true, null) };

    private static readonly UpsertEngagement Deal = new()
    {
        System = "hubspot",
        ExternalId = "D1",
        Name = "Deal",
        Stage = EngagementStage.Qualified,
        Template = "Twenty hours become five",
        ExpectedDecision = new(2032, 12, 31),
        Condition = new(true, null),
    };

    [Fact]
    public async Task The_trail_tells_under_which_ids_a_client_was_known_before_and_is_after()
    {
        await using var desk = await Desk.Open();
        var client = (await desk.Send(Account)).View.Id;

        await desk.Send(new ReviseClientExternalIds { Id = client, ExternalIds = [new("hubspot", "A2")] });
        await desk.Send(new ReviseClientExternalIds { Id = client, ExternalIds = [] });

        var entries = (await desk.Send(new ListAudit(client, null, null, null, null))).Items;
        Assert.Equal(3, entries.Count);
        Assert.Equal("A1", (string?)Assert.Single(entries[0].Changes, change => change.Path == "/externalIds/0").After!["id"]);
        Assert.Equal(("/externalIds/0/id", "A1", "A2"), Told(Assert.Single(entries[1].Changes)));
        Assert.Equal("A2", (string?)Assert.Single(entries[2].Changes).Before!["id"]);
        Assert.True((await desk.Send(new VerifyAudit())).Intact);
    }

    [Fact]
    public async Task The_trail_tells_of_ids_of_engagements_and_of_those_that_a_merge_moves()
    {
        await using var desk = await Desk.Open();
        var deal = (await desk.Send(Deal)).View.Id;
        await desk.Send(new ReviseEngagementExternalIds { Id = deal, ExternalIds = [new("hubspot", "D2")] });
        var (kept, dropped) = ((await desk.Send(Account)).View.Id, (await desk.Send(Account with { ExternalId = "B1" })).View.Id);

        await desk.Send(new MergeClients { Id = kept, DuplicateId = dropped });

        Assert.Equal(("/externalIds/0/id", "D1", "D2"), Told(Assert.Single((await desk.Send(new ListAudit(deal, null, null, null, null))).Items[^1].Changes)));
        Assert.Equal("B1", (string?)Assert.Single(await Last(desk, kept)).After!["id"]);
        Assert.Equal("B1", (string?)Assert.Single(await Last(desk, dropped), change => change.Path.StartsWith("/externalIds", StringComparison.Ordinal)).Before!["id"]);
    }

    [Fact]
    public async Task An_erasure_takes_ids_out_of_the_trail_too()
    {
        await using var desk = await Desk.Open();
        var client = (await desk.Send(Account with { ExternalId = "petra.privat@example.org" })).View.Id;
        await desk.Send(new ReviseClientExternalIds { Id = client, ExternalIds = [new("mail", "petra@example.org")] });

        await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });

        Assert.DoesNotContain("petra", await desk.Everything(), StringComparison.OrdinalIgnoreCase);
        var verification = await desk.Send(new VerifyAudit());
        Assert.True(verification.Intact, verification.Fault?.What);
    }

    [Fact]
    public async Task An_upsert_that_changes_nothing_leaves_version_events_and_trail_as_they_are()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Account);
        await desk.Send(Deal);
        var before = await Count(desk);

        var (account, deal) = (await desk.Send(Account), await desk.Send(Deal));

        Assert.Equal((1, 1, false, false), (account.View.Version, deal.View.Version, account.IsNew, deal.IsNew));
        Assert.Equal(before, await Count(desk));
        Assert.Equal((2, 2), ((await desk.Send(Account with { Name = "Anders" })).View.Version, (await desk.Send(Deal with { Stage = EngagementStage.Proposal })).View.Version));
        Assert.Equal((before.Events + 3, before.Entries + 2), await Count(desk));
    }

    [Fact]
    public async Task Days_stand_in_the_trail_as_everywhere()
    {
        await using var desk = await Desk.Open();
        var deal = (await desk.Send(Deal)).View.Id;

        var told = Assert.Single(await Last(desk, deal), change => change.Path == "/expectedDecision");

        Assert.Equal("2032-12-31", (string?)told.After);
    }

    private static (string Path, string? Before, string? After) Told(FieldChange change) => (change.Path, (string?)change.Before, (string?)change.After);

    private static async Task<IReadOnlyList<FieldChange>> Last(Desk desk, Guid record) => (await desk.Send(new ListAudit(record, null, null, null, null))).Items[^1].Changes;

    private static async Task<(int Events, long Entries)> Count(Desk desk) =>
        ((await desk.Send(new ListEvents(null, 100, null))).Items.Count, (await desk.Send(new VerifyAudit())).Entries);
}
