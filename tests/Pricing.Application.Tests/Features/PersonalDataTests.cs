using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.PersonalData;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features;

public class PersonalDataTests
{
    private static readonly Guid Lead = SeedIds.Of("user", "lead");

    // Nobody listens there: mail is written, and waits.
    private static readonly MailSettings Mail = new("127.0.0.1", 9, MailKit.Security.SecureSocketOptions.None, "", "", "offers@example.org");

    [Fact]
    public async Task A_client_without_offers_is_erased_at_once_and_the_trail_still_holds()
    {
        await using var desk = await Desk.Open();
        var client = await desk.Send(new CreateClient { Name = "Petra Privat", InternalNotes = "Ruft gern an" });

        var erasure = await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client.Id, Reason = "Brief" });

        Assert.Equal(PersonalDataState.Erased, erasure.State);
        Assert.Equal("Erased client", (await desk.Send(new GetClient(client.Id))).Name);
        var verification = await desk.Send(new VerifyAudit());
        Assert.True(verification.Intact, verification.Fault?.What);
        Assert.True(verification.Erased > 0);
        Assert.DoesNotContain("Petra", await desk.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_with_offers_is_blocked_until_the_law_lets_go_and_then_erased_by_itself()
    {
        await using var desk = await Desk.Open();
        var client = await desk.Send(new CreateClient { Name = "Petra Privat" });
        var copy = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client.Id });

        var erasure = await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client.Id, Reason = "Brief" });

        Assert.Equal((PersonalDataState.Blocked, new DateOnly(2032, 12, 31)), (erasure.State, erasure.KeptUntil!.Value));
        Assert.Contains("HGB", erasure.Basis, StringComparison.Ordinal);
        Assert.True((await desk.Send(new GetClient(client.Id))).IsArchived);
        Assert.Equal("Petra Privat", (await desk.Send(new GetClient(client.Id))).Name);

        desk.Now = new(2032, 12, 31, 12, 0, 0, TimeSpan.Zero);
        await desk.EraseDue();
        Assert.Equal("Petra Privat", (await desk.Send(new GetClient(client.Id))).Name);

        desk.Now = new(2033, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await desk.EraseDue();
        Assert.DoesNotContain("Petra", await desk.Everything(), StringComparison.Ordinal);
        Assert.Equal("Erased client", (string?)Desk.DocumentOf(await desk.Send(new GetEngagement(copy.Id)))["client"]);
        Assert.True((await desk.Send(new VerifyAudit())).Intact);
    }

    [Fact]
    public async Task A_hold_keeps_what_nothing_else_keeps()
    {
        await using var desk = await Desk.Open();
        var client = await desk.Send(new CreateClient { Name = "Petra Privat" });
        await desk.Send(new HoldErasure { Kind = SubjectKind.Client, Id = client.Id, Reason = "Streit" });

        var erasure = await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client.Id, Reason = "Brief" });
        await desk.EraseDue();
        var held = (await desk.Send(new GetClient(client.Id))).Name;
        await desk.Send(new HoldErasure { Kind = SubjectKind.Client, Id = client.Id });
        await desk.EraseDue();

        Assert.Equal((PersonalDataState.Held, "Petra Privat"), (erasure.State, held));
        Assert.Equal("Erased client", (await desk.Send(new GetClient(client.Id))).Name);
        Assert.All((await desk.Send(new ListEvents(null, null, null))).Items, told => Assert.Equal("{}", Encoding.UTF8.GetString(told.Data.Utf8.Span)));
    }

    [Fact]
    public async Task A_person_leaves_first_and_is_then_forgotten()
    {
        await using var desk = await Desk.Open();
        var request = new RequestErasure { Kind = SubjectKind.User, Id = Lead, Reason = "Brief" };

        await Assert.ThrowsAsync<ConflictException>(() => desk.Send(request));
        await desk.Send(new DeactivateUser { Id = Lead, SuccessorId = SeedIds.Of("user", "finance") });
        var erasure = await desk.Send(request);

        Assert.Equal(PersonalDataState.Erased, erasure.State);
        Assert.Equal(("Erased user", null), ((await desk.Send(new GetUser(Lead))).Name, (await desk.Send(new GetUser(Lead))).Email));
        Assert.DoesNotContain("Lena Kern", await desk.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_to_a_person_is_handed_out_and_goes_with_the_person_be_it_sent_or_not()
    {
        await using var desk = await Desk.Open(Mail);
        var proposal = SeedIds.Of("proposal", "social-videos");
        await desk.Send(new OpenSharedProposal(LinkAgent.Browser), await desk.Client((await SendOne(desk, proposal)).Link));

        var mail = (await desk.Send(new ExportPersonalData(SubjectKind.User, Lead))).Data["mails"]!.AsArray();
        await desk.Send(new DeactivateUser { Id = Lead, SuccessorId = SeedIds.Of("user", "finance") });
        await desk.Send(new RequestErasure { Kind = SubjectKind.User, Id = Lead, Reason = "Brief" });

        Assert.Equal(("viewed", "lead@example.com"), ((string?)Assert.Single(mail)!["kind"], (string?)mail[0]!["to"]));
        Assert.Contains("geöffnet", (string?)mail[0]!["body"], StringComparison.Ordinal);
        Assert.Equal(["sent"], (await desk.Send(new ListProposalMails(proposal))).Select(one => one.Kind));   // the client's own stays
        var everything = await desk.Everything();
        Assert.Equal([], new[] { "Lena Kern", "lead@example.com" }.Where(text => everything.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_erased_person_is_changed_by_nobody()
    {
        await using var desk = await Desk.Open();
        await desk.Send(new DeactivateUser { Id = Lead, SuccessorId = SeedIds.Of("user", "finance") });
        await desk.Send(new RequestErasure { Kind = SubjectKind.User, Id = Lead, Reason = "Brief" });
        var erased = await desk.Send(new GetUser(Lead));

        Func<Task>[] changes =
        [
            () => desk.Send(new ReviseUser { Id = Lead, Name = "Lena Kern", Role = UserRole.AccountLead, Identity = "sub-lena" }),
            () => desk.Send(new DeactivateUser { Id = Lead }),
            () => desk.Send(new HandOverWork { Id = Lead, SuccessorId = SeedIds.Of("user", "finance") }),
        ];

        foreach (var change in changes)
            Assert.Equal("user-out-of-use", (await Assert.ThrowsAsync<ConflictException>(change)).Code);
        Assert.Equal(erased, await desk.Send(new GetUser(Lead)));
    }

    [Fact]
    public async Task What_an_export_of_a_client_hands_out_an_erasure_takes()
    {
        await using var desk = await Desk.Open();
        var (client, link) = await Petra(desk);
        string[] planted =
        [
            "Petra Client", "petra-account", "petra-deal", "Petra note", "Petra inside", "Petra recipient", "petra@example.com", "Petra street", "Petra situation", "Petra link", "Petra asker",
            "Petra question", "Petra answer", "Petra signer", "Petra function", "Petra order", "Petra evidence", "Petra told",
        ];

        var export = (await desk.Send(new ExportPersonalData(SubjectKind.Client, client))).Data.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });
        desk.Now = new(2033, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await desk.EraseDue();

        Assert.Equal([], planted.Where(text => !export.Contains(text, StringComparison.Ordinal)));
        Assert.Contains("\"agent\":\"browser\"", export, StringComparison.Ordinal);
        Assert.Equal([], new[] { "annualSalary", "overheadRate", "expectedCost", "margin" }.Where(figure => export.Contains(figure, StringComparison.OrdinalIgnoreCase)));
        var everything = await desk.Everything();
        Assert.Equal([], planted.Except(["petra-deal"]).Where(text => everything.Contains(text, StringComparison.Ordinal)));   // of which deal a CRM told stays
        Assert.Null(await desk.Client(link));
        Assert.Equal(0, await desk.Db(db => db.Set<LinkOpening>().CountAsync(TestContext.Current.CancellationToken)));
        Assert.True((await desk.Send(new VerifyAudit())).Intact);
    }

    [Fact]
    public async Task An_id_of_an_erased_client_is_a_new_client_when_it_comes_again()
    {
        await using var desk = await Desk.Open();
        var account = new UpsertClient { System = "hubspot", ExternalId = "1", Name = "Petra Privat" };
        var erased = await desk.Send(account);
        await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = erased.View.Id, Reason = "Brief" });

        var again = await desk.Send(account);

        Assert.True(again.IsNew);
        Assert.NotEqual(erased.View.Id, again.View.Id);
        Assert.Equal("Erased client", (await desk.Send(new GetClient(erased.View.Id))).Name);
    }

    [Fact]
    public async Task Nobody_changes_a_client_whose_data_are_only_kept_or_gives_it_new_work()
    {
        await using var desk = await Desk.Open();
        var account = new UpsertClient { System = "hubspot", ExternalId = "1", Name = "Petra Privat", Condition = new(true, null) };
        var client = (await desk.Send(account)).View.Id;
        var copy = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client });
        await desk.Send(new ReviseEngagementExternalIds { Id = copy.Id, ExternalIds = [new("hubspot", "deal")] });
        var (draft, approved, sent) = (await Proposal(desk, copy.Id), await Proposal(desk, copy.Id), await Proposal(desk, copy.Id));
        await desk.Send(new ReviseApprovalRules());
        await desk.Send(new SubmitProposal(approved.Id, null));
        await desk.Send(new SubmitProposal(sent.Id, null));
        await desk.Send(new SendProposal(sent.Id, null));
        await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });

        Func<Task>[] changes =
        [
            () => desk.Send(account with { Name = "Petra Anders" }),
            () => desk.Send(new ReviseClient { Id = client, Name = "Petra Anders" }),
            () => desk.Send(new ReviseClientExternalIds { Id = client, ExternalIds = [] }),
            () => desk.Send(new UpsertEngagement { System = "hubspot", ExternalId = "deal", Name = "Neu", Condition = new(true, null) }),
            () => desk.Send(new ReviseEngagementExternalIds { Id = copy.Id, ExternalIds = [] }),
            () => desk.Send(new ReviseDesk { Id = copy.Id, ClientId = client, Stage = EngagementStage.Negotiation }),
            () => desk.Send(new ReviseEngagement { Id = copy.Id, ClientId = client, Document = copy.Document }),
            () => desk.Send(new ChangeDocument { Id = copy.Id, Changes = [new() { Path = "/name", Value = Desk.Raw(System.Text.Json.Nodes.JsonValue.Create("Neu")!) }] }),
            () => desk.Send(new CreateScenario { Id = copy.Id, Name = "Half", Scope = 0.5m }),
            () => desk.Send(new CreateProposal { EngagementId = copy.Id }),
            () => desk.Send(new CopyProposal(sent.Id)),
            () => desk.Send(new OpenProposalVersion(sent.Id, null)),
            () => desk.Send(new CreateShareLink { Id = sent.Id, Name = "Link" }),
            () => desk.Send(new SubmitProposal(draft.Id, null)),
            () => desk.Send(new ReviseProposal { Id = draft.Id }),
            () => desk.Send(new SendProposal(approved.Id, null)),
        ];
        foreach (var change in changes)
            Assert.Equal("client-out-of-use", (await Assert.ThrowsAsync<ConflictException>(change)).Code);
        Assert.Equal("/clientId", Assert.Single(await desk.Refused(new CopyEngagement { Id = SeedIds.Demo, ClientId = client })).Pointer);
        Assert.Equal("/client", Assert.Single(await desk.Refused(new UpsertEngagement { System = "hubspot", ExternalId = "2", Name = "Neu", Client = new("hubspot", "1"), Template = SeedIds.Demo.ToString() })).Pointer);
        Assert.Equal("/clientId", Assert.Single(await desk.Refused(new ReviseDesk { Id = SeedIds.Demo, ClientId = client })).Pointer);
        await desk.Send(new ReviseDesk { Id = copy.Id, ClientId = client, Stage = EngagementStage.Lost });   // what it has already can be brought to an end
        await desk.Send(new WithdrawProposal { Id = sent.Id, Reason = "Ende" });
    }

    [Theory]
    [InlineData(false, new[] { "sent", "expiring", "reminder" })]
    [InlineData(true, new[] { "sent", "expiring" })]
    public async Task Who_asked_to_be_forgotten_is_reminded_of_nothing_and_the_proposal_ends_all_the_same(bool hasAsked, string[] expected)
    {
        await using var desk = await Desk.Open(Mail);
        var client = (await desk.Send(new CreateClient { Name = "Petra Privat" })).Id;
        var work = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client });
        var proposal = (await desk.Send(new CreateProposal { EngagementId = work.Id, Recipient = new() { Name = "Petra Privat", Email = "petra@example.com" } })).Id;
        var lastDay = (await SendOne(desk, proposal)).Proposal.ValidUntil;
        if (hasAsked)
            await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });

        desk.Now = new(lastDay, new(12, 0), TimeSpan.Zero);
        await desk.Tick();
        desk.Now = new(lastDay.AddDays(2), new(12, 0), TimeSpan.Zero);
        await desk.Tick();

        Assert.Equal(expected.Order(), (await desk.Send(new ListProposalMails(proposal))).Select(mail => mail.Kind).Order());
        Assert.Equal(ProposalState.Expired, (await desk.Send(new GetProposal(proposal, null))).State);
    }

    [Fact]
    public async Task An_archived_client_is_no_blocked_one()
    {
        await using var desk = await Desk.Open();
        var client = (await desk.Send(new CreateClient { Name = "Petra Privat" })).Id;
        var copy = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client });
        await desk.Send(new ArchiveClient(client, null));

        await desk.Send(new ReviseDesk { Id = copy.Id, ClientId = client, Stage = EngagementStage.Negotiation });

        Assert.Equal(ProposalState.Draft, (await desk.Send(new CreateProposal { EngagementId = copy.Id })).State);
    }

    [Fact]
    public async Task Asking_again_brings_no_erasure_forward()
    {
        await using var desk = await Desk.Open();
        var client = (await desk.Send(new CreateClient { Name = "Petra Privat" })).Id;
        var copy = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client });
        var request = new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" };
        var first = await desk.Send(request);
        await desk.Db(db => db.Engagements.Where(engagement => engagement.Id == copy.Id).ExecuteUpdateAsync(set => set.SetProperty(engagement => engagement.ClientId, (Guid?)null), TestContext.Current.CancellationToken));

        var second = await desk.Send(request);

        Assert.Equal((PersonalDataState.Blocked, first.KeptUntil, first.Basis), (second.State, second.KeptUntil, second.Basis));
    }

    [Fact]
    public async Task That_a_client_is_blocked_is_told_without_its_name()
    {
        await using var desk = await Desk.Open();
        var client = (await desk.Send(new CreateClient { Name = "Petra Privat" })).Id;
        await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client });

        await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });

        var told = (await desk.Send(new ListEvents(null, null, null))).Items[^1];
        Assert.Equal(("com.pricing.client.archived.v1", $"/api/v1/clients/{client}"), (told.Type, told.Subject));
        var data = Desk.Parsed(told.Data.Utf8);
        Assert.Equal((true, "Erased client"), ((bool)data["isArchived"]!, (string?)data["name"]));
    }

    [Fact]
    public async Task A_change_that_stands_by_an_engagement_of_nobody_is_erased_with_its_client()
    {
        await using var desk = await Desk.Open();
        var (client, _) = await Petra(desk);
        var contract = (await desk.Send(new ListProposals(null, null, null, null, null))).Items.Single(one => one.State == ProposalState.Accepted && one.ClientId == client);
        var work = await desk.Send(new CopyEngagement { Id = SeedIds.Demo });
        await desk.Send(new OrderChange { Id = contract.Id, EngagementId = work.Id, Situation = "Petra more" });
        var export = (await desk.Send(new ExportPersonalData(SubjectKind.Client, client))).Data.ToJsonString();
        await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });
        desk.Now = new(2033, 1, 1, 0, 0, 0, TimeSpan.Zero);

        await desk.EraseDue();

        Assert.Contains("Petra more", export, StringComparison.Ordinal);
        Assert.DoesNotContain("Petra more", await desk.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_of_such_a_change_is_kept_as_long_as_every_letter()
    {
        await using var desk = await Desk.Open();
        var (client, _) = await Petra(desk);
        var contract = (await desk.Send(new ListProposals(null, null, null, null, null))).Items.Single(one => one.State == ProposalState.Accepted && one.ClientId == client);
        var work = await desk.Send(new CopyEngagement { Id = SeedIds.Demo });
        var change = await desk.Send(new OrderChange { Id = contract.Id, EngagementId = work.Id, ValidUntil = new(2028, 6, 30) });
        desk.Now = new(2028, 5, 1, 12, 0, 0, TimeSpan.Zero);
        await SendOne(desk, change.Id);

        var erasure = await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });

        Assert.Equal((PersonalDataState.Blocked, new DateOnly(2034, 12, 31)), (erasure.State, erasure.KeptUntil));
    }

    [Fact]
    public async Task A_contract_that_was_accepted_after_the_wish_is_kept_as_long_as_every_contract()
    {
        await using var desk = await Desk.Open();
        var client = (await desk.Send(new CreateClient { Name = "Petra Privat" })).Id;
        var work = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client });
        var proposal = await desk.Send(new CreateProposal { EngagementId = work.Id, ValidUntil = new(2027, 3, 31) });
        var sent = await SendOne(desk, proposal.Id);
        await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });
        desk.Now = new(2027, 2, 1, 12, 0, 0, TimeSpan.Zero);
        await desk.Send(new RecordAcceptance { Id = proposal.Id, ContentHash = sent.Proposal.ContentHash, Option = "A", Name = "Petra Privat", Function = "Inhaberin", SignedOn = new(2027, 2, 1), Evidence = "Brief" });

        desk.Now = new(2033, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await desk.EraseDue();
        var kept = Assert.Single((await desk.Send(new ListPersonalDataCases(null, null))).Items);
        desk.Now = new(2034, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await desk.EraseDue();

        Assert.Equal((PersonalDataState.Blocked, new DateOnly(2033, 12, 31)), (kept.State, kept.KeptUntil));
        Assert.Equal("Erased client", (await desk.Send(new GetClient(client))).Name);
    }

    [Fact]
    public async Task A_hold_keeps_what_the_pass_of_the_day_already_had_on_its_list()
    {
        await using var desk = await Desk.Open();
        Guid[] clients = [(await desk.Send(new CreateClient { Name = "Petra Privat" })).Id, (await desk.Send(new CreateClient { Name = "Paul Privat" })).Id];
        await Hold("Streit");
        foreach (var client in clients)
            await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });
        await Hold(null);

        await desk.EraseDue(new Between(() => Hold("Streit")));

        Assert.Equal([PersonalDataState.Held, PersonalDataState.Erased], (await desk.Send(new ListPersonalDataCases(null, null))).Items.Select(one => one.State).OrderByDescending(state => state == PersonalDataState.Held));

        async Task Hold(string? reason)
        {
            foreach (var client in clients)
                await desk.Send(new HoldErasure { Kind = SubjectKind.Client, Id = client, Reason = reason });
        }
    }

    [Fact]
    public async Task What_work_said_while_it_was_a_clients_is_forgotten_though_it_has_gone_to_another()
    {
        await using var desk = await Desk.Open();
        var (former, next) = ((await desk.Send(new CreateClient { Name = "Petra Privat" })).Id, (await desk.Send(new CreateClient { Name = "Nora Next" })).Id);
        var work = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = former });
        await desk.Send(new ReviseDesk { Id = work.Id, ClientId = former, InternalNotes = "Petra inside" });
        var proposal = await desk.Send(new CreateProposal { EngagementId = work.Id, Situation = "Petra situation" });
        await desk.Send(new ReviseProposal { Id = proposal.Id, Situation = "Of nobody" });
        var document = Desk.DocumentOf(work);
        document["client"] = "Nora Next";
        await desk.Send(new ReviseEngagement { Id = work.Id, ClientId = next, Document = Desk.Raw(document) });
        await desk.Send(new ReviseDesk { Id = work.Id, ClientId = next, InternalNotes = "Nora inside" });

        var erasure = await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = former, Reason = "Brief" });

        Assert.Equal(PersonalDataState.Erased, erasure.State);
        var everything = await desk.Everything();
        Assert.DoesNotContain("petra", everything, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Nora inside", everything, StringComparison.Ordinal);
        Assert.NotEmpty((await desk.Send(new ListAudit(work.Id, null, null, null, null))).Items.MaxBy(entry => entry.Sequence)!.Changes);   // what came after is the other one's
        Assert.Equal(proposal.Id, Assert.Single((await desk.Send(new ListProposals("Nora", null, null, null, null))).Items).Id);
        Assert.True((await desk.Send(new VerifyAudit())).Intact);
    }

    [Fact]
    public async Task A_copy_for_a_client_who_was_forgotten_while_it_was_made_is_not_stored()
    {
        await using var desk = await Desk.Open();
        var client = (await desk.Send(new CreateClient { Name = "Petra Privat" })).Id;

        var refused = await Assert.ThrowsAsync<ConflictException>(() => desk.Within(async services =>
        {
            var db = services.GetRequiredService<PricingDb>();
            var source = await db.Engagements.AsNoTracking().SingleAsync(engagement => engagement.Id == SeedIds.Demo, TestContext.Current.CancellationToken);
            var copy = await services.GetRequiredService<EngagementCopies>().Start(source, null, client, new(2026, 11, 25), Desk.Administrator, TestContext.Current.CancellationToken);
            await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });
            db.Add(copy);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }));

        Assert.Equal("client-out-of-use", refused.Code);
        Assert.DoesNotContain("Petra", await desk.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_to_a_client_who_was_blocked_while_it_was_written_is_not_sent()
    {
        await using var desk = await Desk.Open();
        var client = (await desk.Send(new CreateClient { Name = "Petra Privat" })).Id;
        var work = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client });
        var id = (await Proposal(desk, work.Id)).Id;
        await desk.Send(new ReviseApprovalRules());
        await desk.Send(new SubmitProposal(id, null));

        var refused = await Assert.ThrowsAsync<ConflictException>(() => desk.Within(async services =>
        {
            var proposals = services.GetRequiredService<ProposalDesk>();
            var (proposal, version) = await proposals.ForWork(id, null, TestContext.Current.CancellationToken);
            var drawn = await proposals.DrawUp(proposal, version, TestContext.Current.CancellationToken);
            await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Brief" });
            version.Send(drawn, new(2026, 12, 25, 0, 0, 0, TimeSpan.Zero), new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero), isTest: false);
            return await services.GetRequiredService<PricingDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        }));

        Assert.Equal("client-out-of-use", refused.Code);
        Assert.Equal(ProposalState.Approved, (await desk.Send(new GetProposal(id, null))).State);
    }

    [Fact]
    public async Task A_case_that_cannot_be_erased_keeps_neither_the_others_nor_the_logs()
    {
        await using var desk = await Desk.Open();
        var before = await BrokenCase(desk);
        var client = await desk.Send(new CreateClient { Name = "Petra Privat" });
        await desk.Send(new HoldErasure { Kind = SubjectKind.Client, Id = client.Id, Reason = "Streit" });
        await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client.Id, Reason = "Brief" });
        await desk.Send(new HoldErasure { Kind = SubjectKind.Client, Id = client.Id });
        var after = await BrokenCase(desk);
        await desk.Spread();
        desk.Now = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);

        await desk.PassOfTheDay();

        Assert.Equal("Erased client", (await desk.Send(new GetClient(client.Id))).Name);
        Assert.Equal(2, await desk.Db(db => db.PersonalDataCases.CountAsync(broken => (broken.Id == before || broken.Id == after) && broken.ErasedAt == null, TestContext.Current.CancellationToken)));
        Assert.Equal(0, await desk.Db(db => db.Events.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task An_export_holds_what_is_stored_and_nothing_that_opens()
    {
        await using var desk = await Desk.Open();
        var client = SeedIds.Of("client", "consumer-brand");

        var export = (await desk.Send(new ExportPersonalData(SubjectKind.Client, client))).Data;

        Assert.Equal((await desk.Send(new GetClient(client))).Name, (string?)export["subject"]!["name"]);
        Assert.NotEmpty(export["engagements"]!.AsArray());
        Assert.NotEmpty(export["auditEntries"]!.AsArray());
    }

    private static Task<ProposalView> Proposal(Desk desk, Guid engagement) => desk.Send(new CreateProposal { EngagementId = engagement });

    private static async Task<SentProposalView> SendOne(Desk desk, Guid proposal)
    {
        await desk.Send(new ReviseApprovalRules());
        await desk.Send(new SubmitProposal(proposal, null));
        return await desk.Send(new SendProposal(proposal, null));
    }

    // Of a client whom the service does not know: it can be neither found nor erased.
    private static async Task<Guid> BrokenCase(Desk desk)
    {
        var broken = Application.Persistence.Record.New<PersonalDataCase>(Desk.Administrator, new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        broken.Concern(SubjectKind.Client, Guid.CreateVersion7());
        broken.Request("Brief", broken.CreatedAt);
        await desk.Db(db =>
        {
            db.Add(broken);
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return broken.Id;
    }

    // A client who has gone through everything: a CRM, scenarios, a letter, a link, questions and an acceptance.
    private static async Task<(Guid Client, OpenedShareLink Link)> Petra(Desk desk)
    {
        var client = (await desk.Send(new UpsertClient { System = "hubspot", ExternalId = "petra-account", Name = "Petra Client" })).View.Id;
        var work = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client });
        await desk.Send(new ReviseDesk { Id = work.Id, ClientId = client, InternalNotes = "Petra inside" });
        await desk.Send(new ReviseEngagementExternalIds { Id = work.Id, ExternalIds = [new("hubspot", "petra-deal")] });
        await desk.Send(new CreateScenario { Id = work.Id, Name = "Half", Note = "Petra note", Scope = 0.5m });
        await Tell(desk);
        await desk.Send(new ReviseApprovalRules());
        var proposal = await desk.Send(new CreateProposal
        {
            EngagementId = work.Id,
            Situation = "Petra situation",
            Recipient = new() { Name = "Petra recipient", Address = "Petra street", Email = "petra@example.com" },
        });
        await desk.Send(new SubmitProposal(proposal.Id, null));
        var sent = await desk.Send(new SendProposal(proposal.Id, null));
        var link = await desk.Send(new CreateShareLink { Id = proposal.Id, Name = "Petra link" });
        var visitor = await desk.Client(link);
        await desk.Send(new OpenSharedProposal(LinkAgent.Browser), visitor);
        await desk.Send(new AskAboutSharedProposal { Name = "Petra asker", Text = "Petra question" }, visitor);
        var question = (await desk.Send(new ListQuestions(proposal.Id, null, null))).Items[0];
        await desk.Send(new AnswerQuestion { Id = question.Id, Answer = "Petra answer" });
        await desk.Send(new RecordAcceptance
        {
            Id = proposal.Id,
            ContentHash = sent.Proposal.ContentHash!,
            Option = "A",
            Name = "Petra signer",
            Function = "Petra function",
            OrderNumber = "Petra order",
            SignedOn = new(2026, 11, 25),
            Evidence = "Petra evidence",
        });
        return (client, link);
    }

    private static async Task Tell(Desk desk)
    {
        var connection = await desk.Send(new CreateCrmConnection { Kind = CrmKind.Hubspot, Name = "CRM", Address = "https://crm.example.org", Credentials = new() { Token = "token" }, Settings = new() });
        await desk.Db(async db =>
        {
            var stored = await db.CrmConnections.SingleAsync(one => one.Id == connection.Id, TestContext.Current.CancellationToken);
            db.Add(CrmInbound.Of(stored, new("key", "petra-deal", """{"dealname":"Petra told"}"""), stored.CreatedAt));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
    }

    /// <summary>Does something in between: as soon as the log tells of a case.</summary>
    private sealed class Between(Func<Task> act) : ILogger<EraseDue>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Task.Run(act).GetAwaiter().GetResult();
    }
}
