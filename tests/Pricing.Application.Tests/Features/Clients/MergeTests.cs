using Pricing.Application.Errors;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Features.PersonalData;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Clients;

public sealed class MergeTests
{
    [Fact]
    public async Task Proposals_go_with_their_engagements_and_the_answer_says_so()
    {
        await using var desk = await Desk.Open();
        var (kept, dropped) = await Two(desk);
        var proposal = await Sent(desk, dropped);

        var merged = await desk.Send(new MergeClients { Id = kept, DuplicateId = dropped });

        Assert.Equal(["engagement", "proposal"], merged.Moved.Select(item => item.Kind));
        Assert.Equal(kept, (await desk.Send(new GetProposal(proposal, null))).ClientId);
        Assert.Equal([proposal], (await desk.Send(new ListProposals("bleibt", null, null, null, null))).Items.Select(item => item.Id));
    }

    [Fact]
    public async Task The_client_that_stays_is_asked_for_both_and_its_erasure_takes_both()
    {
        await using var desk = await Desk.Open();
        var (kept, dropped) = await Two(desk);
        await Sent(desk, dropped);
        await desk.Send(new MergeClients { Id = kept, DuplicateId = dropped });

        var refused = await Assert.ThrowsAsync<ConflictException>(() => desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = dropped, Reason = "Brief" }));
        var erasure = await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = kept, Reason = "Brief" });
        desk.Now = new(2033, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await desk.EraseDue();

        Assert.Equal("client-out-of-use", refused.Code);
        Assert.Contains(kept.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.Equal(PersonalDataState.Blocked, erasure.State);
        var everything = await desk.Everything();
        Assert.DoesNotContain("Dora Geht", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Berta Bleibt", everything, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_hold_goes_with_what_it_holds()
    {
        await using var desk = await Desk.Open();
        var (kept, dropped) = await Two(desk);
        await desk.Send(new HoldErasure { Kind = SubjectKind.Client, Id = kept, Reason = "Prüfung" });
        await desk.Send(new HoldErasure { Kind = SubjectKind.Client, Id = dropped, Reason = "Streit" });
        await desk.Send(new MergeClients { Id = kept, DuplicateId = dropped });

        var erasure = await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = kept, Reason = "Brief" });

        Assert.Equal((PersonalDataState.Held, "Prüfung; Streit"), (erasure.State, erasure.Hold));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_is_out_of_use_is_merged_neither_way(bool isErased)
    {
        await using var desk = await Desk.Open();
        var (kept, gone) = await Two(desk);
        if (isErased)
            await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = gone, Reason = "Brief" });
        else
            await desk.Send(new ArchiveClient(gone, null));

        foreach (var merge in new[] { new MergeClients { Id = kept, DuplicateId = gone }, new MergeClients { Id = gone, DuplicateId = kept } })
            Assert.Equal("client-out-of-use", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(merge))).Code);
    }

    [Fact]
    public async Task A_merged_client_is_named_no_more()
    {
        await using var desk = await Desk.Open();
        var (kept, dropped) = await Two(desk);
        await desk.Send(new MergeClients { Id = kept, DuplicateId = dropped });

        await Assert.ThrowsAsync<ConflictException>(() => desk.Send(new ReviseClient { Id = dropped, Name = "Wieder da" }));
        Assert.Equal(((Guid?)kept, (Guid?)null), ((await desk.Send(new GetClient(dropped))).MergedInto, (await desk.Send(new GetClient(kept))).MergedInto));
        Assert.Contains(kept.ToString(), Assert.Single(await desk.Refused(new CopyEngagement { Id = SeedIds.Demo, ClientId = dropped })).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_ids_than_a_client_has_are_refused()
    {
        await using var desk = await Desk.Open();
        var (kept, dropped) = await Two(desk);
        await desk.Send(new ReviseClientExternalIds { Id = kept, ExternalIds = Ids("a", 20) });
        await desk.Send(new ReviseClientExternalIds { Id = dropped, ExternalIds = Ids("b", 1) });

        var fault = Assert.Single(await desk.Refused(new MergeClients { Id = kept, DuplicateId = dropped }));

        Assert.Equal("/duplicateId", fault.Pointer);
        Assert.Contains("21 external ids", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_follow_their_engagement_to_another_client()
    {
        await using var desk = await Desk.Open();
        var (kept, dropped) = await Two(desk);
        var work = (await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = dropped })).Id;
        var proposal = (await desk.Send(new CreateProposal { EngagementId = work })).Id;
        var stage = (await desk.Send(new GetEngagement(work))).Stage;

        await desk.Send(new ReviseDesk { Id = work, ClientId = kept, Stage = stage });
        var byDesk = (await desk.Send(new GetProposal(proposal, null))).ClientId;
        await desk.Send(new ReviseEngagementExternalIds { Id = work, ExternalIds = [new("hubspot", "1")] });
        await desk.Send(new UpsertEngagement { System = "hubspot", ExternalId = "1", Name = "N", ClientId = dropped, Condition = new(true, null) });
        var byDeal = (await desk.Send(new GetProposal(proposal, null))).ClientId;

        Assert.Equal((kept, dropped), (byDesk, byDeal));
    }

    private static ExternalId[] Ids(string letter, int count) => [.. Enumerable.Range(1, count).Select(number => new ExternalId("crm", $"{letter}{number}"))];

    private static async Task<(Guid Kept, Guid Dropped)> Two(Desk desk) =>
        ((await desk.Send(new CreateClient { Name = "Berta Bleibt" })).Id, (await desk.Send(new CreateClient { Name = "Dora Geht" })).Id);

    private static async Task<Guid> Sent(Desk desk, Guid client)
    {
        var work = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client });
        await desk.Send(new ReviseApprovalRules());
        var proposal = await desk.Send(new CreateProposal { EngagementId = work.Id });
        await desk.Send(new SubmitProposal(proposal.Id, null));
        await desk.Send(new SendProposal(proposal.Id, null));
        return proposal.Id;
    }
}
