using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Seeding;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Tests.Features.Proposals;

/// <summary>The figures of what was sent are kept, not worked out again.</summary>
public class SentFiguresTests
{
    private static readonly Guid Seeded = SeedIds.Of("proposal", "social-videos");

    private static readonly Actor Lead = new(SeedIds.Agency, SeedIds.Of("user", "lead"), UserRole.AccountLead);

    [Fact]
    public async Task They_hold_though_the_service_would_work_them_out_another_way_today()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);
        var client = await desk.Client(sent.Link);
        await Rewrite(desk, figures => figures with { Options = [.. figures.Options.Select(DearerByOne)] });   // as if an earlier release had asked for more

        var view = await desk.Send(new GetProposal(Seeded, null));
        var page = await desk.Send(new OpenSharedProposal(LinkAgent.Browser), client);
        await desk.Send(new AcceptSharedProposal { ContentHash = sent.Proposal.ContentHash, Option = "B", Extras = ["voice-actor", "subtitles"], Name = "Grace Hopper", Function = "Head", SignedOn = new(2026, 11, 25) }, client);
        var decided = await desk.Db(db => db.ProposalVersions.SingleAsync(version => version.ProposalId == Seeded));
        var offer = await desk.Send(new GetOffer(SeedIds.Demo));

        Assert.Equal(sent.Proposal.Options.Select(option => option.Net + 1), view.Options.Select(option => option.Net));
        Assert.Equal(sent.Proposal.Options.Select(option => option.Net + 1), page.Proposal.Options.Select(option => option.Net));
        Assert.Equal(141_628.58m, decided.Decided!.Net);
        Assert.Equal((decided.Decided.Net, decided.Decided.Gross), (offer.Options.Single().Net, offer.Options.Single().Gross));
        Assert.Equal(decided.Decided.Net, offer.Lines.Sum(line => line.Amount));
    }

    [Fact]
    public async Task What_was_sent_before_they_were_kept_is_worked_out()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);
        await desk.Db(db => db.Database.ExecuteSqlAsync($"""UPDATE "ProposalVersions" SET "Figures" = NULL"""));

        var view = await desk.Send(new GetProposal(Seeded, null));

        Assert.Equivalent(sent.Proposal.Options, view.Options, strict: true);
    }

    [Fact]
    public async Task Kept_and_read_again_they_are_the_same_to_the_last_digit()
    {
        await using var desk = await Desk.Open();
        await Send(desk);
        var agreed = await desk.Db(db => db.ProposalVersions.SingleAsync(version => version.ProposalId == Seeded));
        var engagements = await desk.Db(db => db.Engagements.AsNoTracking().ToListAsync());

        Assert.Equivalent(DrawnUpProposal.Of(agreed.Frozen!, agreed.Date!.Value).Client, agreed.SentFigures, strict: true);
        Assert.NotEmpty(engagements);
        foreach (var proposal in engagements.Select(EverythingOnOffer).OfType<ClientProposal>())
            Assert.Equivalent(proposal, SentFiguresJson.Read(SentFiguresJson.Write(proposal)), strict: true);
    }

    private static ClientProposal? EverythingOnOffer(EngagementRecord engagement)
    {
        var comparison = engagement.Compare();
        var open = Enumerable.Range(0, comparison.Structures.Count).Where(i => Offer.MayBeOffered(comparison, i)).ToList();
        return open.Count == 0 ? null : ProposalDraft.From([.. open.Select(i => new ProposedOption(comparison, i) { IsRecommended = i == open[0] })], terms: null);
    }

    private static FeeOption DearerByOne(FeeOption option) => option with
    {
        Net = option.Net + 1,
        Gross = option.Gross + 1,
        ExpectedFee = option.ExpectedFee + new Money(1m),
        VatLines = [option.VatLines[0] with { Net = option.VatLines[0].Net + 1 }, .. option.VatLines.Skip(1)],
        Lines = [option.Lines[0] with { Amount = option.Lines[0].Amount + new Money(1m) }, .. option.Lines.Skip(1)],
    };

    private static async Task Rewrite(Desk desk, Func<ClientProposal, ClientProposal> change)
    {
        var version = await desk.Db(db => db.ProposalVersions.SingleAsync(version => version.ProposalId == Seeded));
        var figures = SentFiguresJson.Write(change(version.SentFigures!));
        await desk.Db(db => db.Database.ExecuteSqlAsync($"""UPDATE "ProposalVersions" SET "Figures" = {figures}"""));
    }

    private static async Task<SentProposalView> Send(Desk desk)
    {
        await desk.Send(new ReviseApprovalRules());
        await desk.Send(new SubmitProposal(Seeded, null), Lead);
        return await desk.Send(new SendProposal(Seeded, null), Lead);
    }
}
