using Pricing.Application.Errors;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Features.PersonalData;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Engagements;

/// <summary>An engagement and another client: what was sent stays with whom it was sent to.</summary>
public sealed class ClientMoveTests
{
    [Fact]
    public async Task What_was_sent_to_a_client_goes_to_no_other_whatever_became_of_it()
    {
        await using var desk = await Desk.Open();
        var (first, second, work, proposal) = await Sent(desk);

        await Stays(desk, work, second, proposal);
        await desk.Send(new WithdrawProposal { Id = proposal, Reason = "Anders" });
        await Stays(desk, work, second, proposal);
        await desk.Send(new OpenProposalVersion(proposal, null));
        await Stays(desk, work, second, proposal);

        Assert.Equal(first, (await desk.Send(new GetProposal(proposal, null))).ClientId);
        var export = (await desk.Send(new ExportPersonalData(SubjectKind.Client, second))).Data;
        Assert.Empty(export["engagements"]!.AsArray());
    }

    [Fact]
    public async Task A_deal_keeps_its_client_by_name_or_by_silence()
    {
        await using var desk = await Desk.Open();
        var (first, _, work, proposal) = await Sent(desk);

        await desk.Send(Deal with { Client = new("hubspot", "first") });
        await desk.Send(Deal);
        await desk.Send(new ReviseDesk { Id = work, ClientId = first, Stage = EngagementStage.Lost });

        Assert.Equal(first, (await desk.Send(new GetProposal(proposal, null))).ClientId);
    }

    [Fact]
    public async Task Clients_that_are_one_take_what_was_sent_along()
    {
        await using var desk = await Desk.Open();
        var (first, second, _, proposal) = await Sent(desk);

        await desk.Send(new MergeClients { Id = second, DuplicateId = first });

        Assert.Equal(second, (await desk.Send(new GetProposal(proposal, null))).ClientId);
    }

    [Fact]
    public async Task Whose_proposal_was_sent_to_nobody_stored_may_be_named_later()
    {
        await using var desk = await Desk.Open();
        var (_, second, _, _) = await Sent(desk);
        var work = (await desk.Send(new CopyEngagement { Id = SeedIds.Demo })).Id;
        var proposal = await SendOne(desk, work);

        await desk.Send(new ReviseDesk { Id = work, ClientId = second, Stage = EngagementStage.Proposal });

        Assert.Equal(second, (await desk.Send(new GetProposal(proposal, null))).ClientId);
    }

    [Fact]
    public async Task A_hold_keeps_engagements_where_they_are()
    {
        await using var desk = await Desk.Open();
        var (first, second) = await Two(desk);
        var work = (await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = first })).Id;
        await desk.Send(new ReviseEngagementExternalIds { Id = work, ExternalIds = [new("hubspot", "deal")] });
        await desk.Send(new HoldErasure { Kind = SubjectKind.Client, Id = first, Reason = "Streit" });

        await Stays(desk, work, second, proposal: null);
    }

    private static UpsertEngagement Deal => new() { System = "hubspot", ExternalId = "deal", Name = "Deal", Condition = new(true, null) };

    private static async Task Stays(Desk desk, Guid work, Guid other, Guid? proposal)
    {
        var known = await desk.Send(new GetEngagement(work));
        Func<Task>[] moves =
        [
            () => desk.Send(Deal with { Client = new("hubspot", "second"), Stage = EngagementStage.Lost }),
            () => desk.Send(Deal with { ClientId = other }),
            () => desk.Send(new ReviseDesk { Id = work, ClientId = other, Stage = EngagementStage.Lost }),
            () => desk.Send(new ReviseDesk { Id = work, Stage = EngagementStage.Lost }),
            () => desk.Send(new ReviseEngagement { Id = work, ClientId = other, Document = known.Document }),
        ];
        foreach (var move in moves)
        {
            var refused = await Assert.ThrowsAsync<ConflictException>(move);
            Assert.Equal("client-stays", refused.Code);
            if (proposal is { } sent)
                Assert.Contains((await desk.Send(new GetProposal(sent, null))).Number, refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal((known.ClientId, known.Version), ((await desk.Send(new GetEngagement(work))).ClientId, (await desk.Send(new GetEngagement(work))).Version));
    }

    private static async Task<(Guid First, Guid Second, Guid Work, Guid Proposal)> Sent(Desk desk)
    {
        var (first, second) = await Two(desk);
        var work = (await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = first })).Id;
        await desk.Send(new ReviseEngagementExternalIds { Id = work, ExternalIds = [new("hubspot", "deal")] });
        return (first, second, work, await SendOne(desk, work));
    }

    private static async Task<(Guid First, Guid Second)> Two(Desk desk) =>
        ((await desk.Send(new UpsertClient { System = "hubspot", ExternalId = "first", Name = "Erste" })).View.Id, (await desk.Send(new UpsertClient { System = "hubspot", ExternalId = "second", Name = "Zweite" })).View.Id);

    private static async Task<Guid> SendOne(Desk desk, Guid work)
    {
        await desk.Send(new ReviseApprovalRules());
        var proposal = await desk.Send(new CreateProposal { EngagementId = work });
        await desk.Send(new SubmitProposal(proposal.Id, null));
        await desk.Send(new SendProposal(proposal.Id, null));
        return proposal.Id;
    }
}
