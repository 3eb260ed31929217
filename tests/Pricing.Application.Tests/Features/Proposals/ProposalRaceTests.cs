using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Proposals;

/// <summary>What client, agency and clock do to a sent proposal at the same time: its history stays one that the workflow allows.</summary>
public class ProposalRaceTests
{
    private const int Seed = 20_261_126;

    private static readonly Guid Seeded = SeedIds.Of("proposal", "social-videos");

    private static readonly Actor Lead = new(SeedIds.Agency, SeedIds.Of("user", "lead"), UserRole.AccountLead);

    private static readonly ProposalStep[] Decisions = [ProposalStep.Accept, ProposalStep.RecordAcceptance, ProposalStep.Decline, ProposalStep.Withdraw, ProposalStep.Expire];

    [Trait("Gate", "G6")]
    [Fact]
    public async Task A_sent_proposal_ends_once_whatever_meets()
    {
        await using var desk = await Desk.Open();
        await desk.Send(new ReviseApprovalRules());
        await desk.Send(new SubmitProposal(Seeded, null), Lead);
        var sent = await desk.Send(new SendProposal(Seeded, null), Lead);
        var client = await desk.Client(sent.Link);
        var version = await desk.Db(db => db.ProposalVersions.AsNoTracking().SingleAsync(version => version.ProposalId == Seeded));
        var (sentAt, over) = (version.SentAt!.Value, version.ExpiresAt!.Value);
        var (random, before, ends) = (new Random(Seed), await LastEntry(desk), new HashSet<ProposalStep>());
        var rounds = GateSize.Of("G6proposals", ci: 40, gate: 5_000);

        for (var round = 0; round < rounds; round++)
        {
            var meeting = random.GetItems(Decisions, random.Next(2, 6));
            desk.Now = sentAt;

            var done = await Task.WhenAll(meeting.Select((step, place) => Task.Run(() => Take(desk, step, place, sent.Proposal.ContentHash, over, client))));

            var history = await desk.Db(db => db.ProposalHistory.AsNoTracking().Where(entry => entry.Sequence > before).OrderBy(entry => entry.Sequence).ToListAsync());
            AssertAllowed(history);
            var ended = history.Select(entry => entry.Step).Where(Decisions.Contains).ToList();
            Assert.True(ended.Count <= 1, $"{string.Join(", ", meeting)} led to {string.Join(", ", ended)}.");
            Assert.Equal(ended.Count(step => step != ProposalStep.Expire), done.Count(isDone => isDone));
            Assert.Equal(history.Count == 0 ? ProposalState.Sent : history[^1].To, await desk.Db(db => db.Proposals.Where(proposal => proposal.Id == Seeded).Select(proposal => proposal.State).SingleAsync()));
            ends.UnionWith(ended);
            await AsSent(desk, before);
        }

        Assert.True(ends.Count >= 4, $"Only {string.Join(", ", ends)} ever won.");
        GateSize.Measured("G6", $"{(GetType() == typeof(ProposalRaceTests) ? "Sqlite" : "Postgres")}: {rounds} meetings of acceptance, withdrawal, refusal and expiry: each proposal ended once at most, by {ends.Count} kinds of steps");
    }

    // Whether a person's step took effect; what came too late is refused, and nothing else may go wrong.
    private static async Task<bool> Take(Desk desk, ProposalStep step, int place, string contentHash, DateTimeOffset over, Actor? client)
    {
        try
        {
            switch (step)
            {
                case ProposalStep.Accept:
                    await desk.Send(new AcceptSharedProposal { ContentHash = contentHash, Option = "C", Name = $"Person {place}", Function = "Head of brand", SignedOn = new(2026, 11, 25) }, client);
                    return true;
                case ProposalStep.RecordAcceptance:
                    await desk.Send(new RecordAcceptance { Id = Seeded, ContentHash = contentHash, Option = "C", Name = $"Person {place}", Function = "Head of brand", SignedOn = new(2026, 11, 25), Evidence = "Signed copy" }, Lead);
                    return true;
                case ProposalStep.Decline:
                    await desk.Send(new DeclineSharedProposal { ContentHash = contentHash, Reason = "Too early" }, client);
                    return true;
                case ProposalStep.Withdraw:
                    await desk.Send(new WithdrawProposal { Id = Seeded, Reason = "Scope" }, Lead);
                    return true;
                default:
                    desk.Now = over;   // while the others are on their way
                    await desk.Tick();
                    return false;
            }
        }
        catch (Exception e) when (e is ConflictException or StaleVersionException or BusyException or DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    // Each step is one that the state allows to which the one before has led.
    private static void AssertAllowed(IReadOnlyList<HistoryEntry> history)
    {
        var state = ProposalState.Sent;
        foreach (var entry in history)
        {
            Assert.Equal(state, entry.From);
            Assert.Contains(entry.Step, ProposalWorkflow.Steps(state));
            state = entry.To;
        }
    }

    // As before the meeting.
    private static Task<int> AsSent(Desk desk, long lastEntry) => desk.Db(async db =>
    {
        await db.ProposalHistory.Where(entry => entry.Sequence > lastEntry).ExecuteDeleteAsync();
        await db.ProposalVersions.Where(version => version.ProposalId == Seeded).ExecuteUpdateAsync(set => set.SetProperty(version => version.State, ProposalState.Sent).SetProperty(version => version.Decision, (string?)null));
        return await db.Proposals.Where(proposal => proposal.Id == Seeded).ExecuteUpdateAsync(set => set.SetProperty(proposal => proposal.State, ProposalState.Sent));
    });

    private static Task<long> LastEntry(Desk desk) => desk.Db(db => db.ProposalHistory.MaxAsync(entry => entry.Sequence));
}
