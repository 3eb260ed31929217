using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.LegalEntities;
using Pricing.Application.Features.PersonalData;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;
using Pricing.Application.Seeding;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Tests.Features.Proposals;

/// <summary>A proposal from draft to contract, on the real database.</summary>
public class ProposalTests
{
    private static readonly Guid Seeded = SeedIds.Of("proposal", "social-videos");

    private static readonly Actor Lead = new(SeedIds.Agency, SeedIds.Of("user", "lead"), UserRole.AccountLead);
    private static readonly Actor Finance = new(SeedIds.Agency, SeedIds.Of("user", "finance"), UserRole.Finance);
    private static readonly Actor Crm = new(SeedIds.Agency, SeedIds.Of("user", "lead"), UserRole.CrmIntegration);

    [Fact]
    public async Task An_engagement_is_enough_for_a_proposal_that_agrees_with_its_comparison()
    {
        await using var desk = await Desk.Open();

        var proposal = await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo }, Lead);

        Assert.Equal(("2026-0003", ProposalState.Draft, 1), (proposal.Number, proposal.State, proposal.LatestVersion));
        Assert.Equal([("A", 165_893.92m, 197_413.76m), ("B", 135_267.58m, 160_968.42m), ("C", 133_530.06m, 158_900.77m)], proposal.Options.Select(option => (option.Letter, option.Net, option.Gross)));
        Assert.True(proposal.Options[1].IsRecommended);
        Assert.All(proposal.Options, AddsUp);
        Assert.Equal([ProposalStep.Revise, ProposalStep.Submit, ProposalStep.Withdraw], proposal.AllowedSteps);
    }

    [Fact]
    public async Task Numbers_have_no_gap_however_many_start_at_once_and_whatever_is_refused()
    {
        await using var desk = await Desk.Open();
        await desk.Refused(new CreateProposal { EngagementId = SeedIds.Demo, Options = [new() { Structure = 2, IsRecommended = true }] }, Lead);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.Send(new CreateProposal { EngagementId = SeedIds.Demo }, Lead)));

        var numbers = await desk.Db(db => db.Proposals.Select(proposal => proposal.Number).OrderBy(number => number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 22).Select(number => $"2026-{number:0000}"), numbers);
    }

    [Fact]
    public async Task Each_company_counts_for_itself_with_its_own_prefix()
    {
        await using var desk = await Desk.Open();
        var other = await desk.Send(new CreateLegalEntity { Name = "Studio AG", Address = "Zürich", Country = "CH", ContactName = "A", ContactFunction = "B", ContactEmail = "a@example.com", NumberPrefix = "ST-" });

        var first = await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo, LegalEntityId = other.Id });
        var second = await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo, LegalEntityId = other.Id });

        Assert.Equal(("ST-2026-0001", "ST-2026-0002"), (first.Number, second.Number));
    }

    [Fact]
    public async Task What_may_not_go_to_a_client_is_refused_at_its_place()
    {
        await using var desk = await Desk.Open();
        OptionTerms Option(int structure, bool recommended = false) => new() { Structure = structure, IsRecommended = recommended };

        Assert.Equal(["/options/0/structure", "/options/1/structure"], (await desk.Refused(new CreateProposal { EngagementId = SeedIds.Demo, Options = [Option(2, true), Option(99)] })).Select(fault => fault.Pointer));
        Assert.Equal("/options/1/scenarioId", (await desk.Refused(new CreateProposal { EngagementId = SeedIds.Demo, Options = [Option(7, true), Option(1) with { ScenarioId = Seeded }] })).Single().Pointer);
        Assert.Equal("/clauses/0", (await desk.Refused(new CreateProposal { EngagementId = SeedIds.Demo, Clauses = ["nonsense"] })).Single().Pointer);
        OptionTerms[] rights = [Option(7, true) with { Split = [new() { Name = "Rights", Share = 1, VatRate = 0.07m }], Extras = [new() { Code = "x", Name = "X", Unit = "piece", UnitPrice = 1, VatRate = 0.19m }] }];
        Assert.Equal(
            ["/options/0/extras/0/vatRate", "/options/0/split/0/vatRate", "/vat/treatment"],
            (await desk.Refused(new CreateProposal { EngagementId = SeedIds.Demo, Options = rights, Vat = new() { Treatment = VatTreatment.ThirdCountry } })).Select(fault => fault.Pointer));
        Assert.Equal("/engagementId", (await desk.Refused(new CreateProposal { EngagementId = Seeded })).Single().Pointer);
    }

    [Theory]
    [InlineData("DE", null, null, VatTreatment.Domestic, 0.19)]
    [InlineData("AT", null, null, VatTreatment.Domestic, 0.19)]   // without its number nobody knows that the client is a business there
    [InlineData("AT", "ATU12345678", null, VatTreatment.ReverseCharge, 0)]
    [InlineData("DE", "ATU12345678", null, VatTreatment.ReverseCharge, 0)]   // a subsidiary abroad receives it
    [InlineData("GR", "EL123456789", VatTreatment.ReverseCharge, VatTreatment.ReverseCharge, 0)]
    [InlineData("US", null, null, VatTreatment.ThirdCountry, 0)]
    [InlineData("GB", "GB123456789", null, VatTreatment.ThirdCountry, 0)]
    [InlineData("US", null, VatTreatment.Domestic, VatTreatment.Domestic, 0.19)]   // an establishment here
    public async Task Where_the_service_is_taxed_follows_from_company_and_recipient(string country, string? number, VatTreatment? stated, VatTreatment expected, double rate)
    {
        await using var desk = await Desk.Open();
        var engagement = await ForClientIn(desk, country);

        var proposal = await desk.Send(new CreateProposal { EngagementId = engagement, Recipient = new() { VatId = number }, Vat = stated is { } treatment ? new() { Treatment = treatment } : null });

        Assert.Equal(Tax.ToMinorUnit((decimal)rate, proposal.Options[0].Net, Currency.Of("EUR")), proposal.Options[0].Vat);
        Assert.Equal(expected, proposal.VatTreatment);
    }

    [Theory]
    [InlineData("DE", null, VatTreatment.ReverseCharge, "/recipient/vatId", "/vat/treatment")]
    [InlineData("DE", "DE123456789", VatTreatment.ReverseCharge, "/vat/treatment")]
    [InlineData("US", "US123456789", VatTreatment.ReverseCharge, "/vat/treatment")]
    [InlineData("AT", null, VatTreatment.ReverseCharge, "/recipient/vatId")]
    [InlineData("DE", null, VatTreatment.ThirdCountry, "/vat/treatment")]
    [InlineData("AT", "ATU12345678", VatTreatment.ThirdCountry, "/vat/treatment")]
    public async Task A_tax_treatment_that_company_and_recipient_contradict_is_refused(string country, string? number, VatTreatment treatment, params string[] places)
    {
        await using var desk = await Desk.Open();
        var engagement = await ForClientIn(desk, country);

        var faults = await desk.Refused(new CreateProposal { EngagementId = engagement, Recipient = new() { VatId = number }, Vat = new() { Treatment = treatment } });

        Assert.Equal(places, faults.Select(fault => fault.Pointer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_states_a_rate_says_that_the_service_is_domestic()
    {
        await using var desk = await Desk.Open();

        var proposal = await desk.Send(new CreateProposal { EngagementId = await ForClientIn(desk, "US"), Vat = new() { Rate = 0.07m } });

        Assert.Equal(Tax.ToMinorUnit(0.07m, proposal.Options[0].Net, Currency.Of("EUR")), proposal.Options[0].Vat);
    }

    private static async Task<Guid> ForClientIn(Desk desk, string country)
    {
        var client = await desk.Send(new CreateClient { Name = $"Client in {country}", Country = country });
        return (await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = client.Id })).Id;
    }

    [Fact]
    public async Task Options_differ_in_scope_discount_and_choices_and_each_adds_up()
    {
        await using var desk = await Desk.Open();
        var cut = await desk.Db(db => db.Scenarios.Where(scenario => scenario.Name.StartsWith("After a scope cut")).Select(scenario => scenario.Id).SingleAsync());

        var proposal = await desk.Send(new CreateProposal
        {
            EngagementId = SeedIds.Demo,
            Options =
            [
                new() { Structure = 7, IsRecommended = true, Extras = [new() { Code = "subs", Name = "Subtitles", Unit = "video", Quantity = 120, UnitPrice = 18 }] },
                new() { Structure = 1, Discount = 0.05m, DiscountReason = "First order", Split = [new() { Name = "Rights", Share = 0.2m, VatRate = 0.07m }, new() { Name = "Rest", Share = 0.8m }] },
                new() { Structure = 1, ScenarioId = cut },
            ],
        });

        Assert.All(proposal.Options, AddsUp);
        Assert.Equal(["Social content campaign, 120 short videos", "After a scope cut of a fifth"], proposal.Options.Select(option => option.Scope).Distinct().Order(StringComparer.Ordinal).Reverse());
        var discounted = proposal.Options.Single(option => option.Lines.Any(line => line.Group == PriceGroup.Discount));
        Assert.Equal([0.19m, 0.07m], discounted.VatLines.Select(line => line.Rate));
        Assert.True(discounted.Net < 133_530.06m);
        Assert.Equal(135_267.58m + 2_160, proposal.Options.Single(option => option.IsRecommended).AtMost.Net);
        Assert.Equal(96, proposal.Options.Single(option => option.Scope!.StartsWith("After", StringComparison.Ordinal)).Deliverables.Sum(deliverable => deliverable.Quantity ?? 0));
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote_and_an_approval_holds_for_its_content_alone()
    {
        await using var desk = await Desk.Open();
        await FireOnMargin(desk);
        var review = await desk.Send(new SubmitProposal(Seeded, null), Lead);
        Assert.Equal(ProposalState.InReview, review.State);
        Assert.Contains(review.Approval.FiredRules, rule => rule is { Rule: ApprovalRuleKind.Margin, Limit: 0.9m, Figure: not null });
        var seenByCrm = await desk.Send(new GetProposal(Seeded, null), Crm);
        Assert.Empty(seenByCrm.Approval.FiredRules);

        var approval = new ApproveProposal { Id = Seeded, ContentHash = review.ContentHash };
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(approval, Lead with { Role = UserRole.Finance }));
        Assert.Equal("content-changed", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(approval with { ContentHash = new('0', 64) }, Finance))).Code);
        Assert.Equal((ProposalState.Approved, Finance.UserId), (await desk.Send(approval, Finance)) is { State: var state, Approval.ApprovedBy: { } approver } ? (state, approver) : default);
        Assert.Null((await desk.Send(new GetProposal(Seeded, null), Crm)).Approval.ApprovedBy);

        // Each way round the approval: the engagement, the company and the terms.
        await ChangeEngagement(desk);
        Assert.False((await desk.Send(new GetProposal(Seeded, null))).Approval.IsValid);
        Assert.Equal("content-changed", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(new SendProposal(Seeded, null), Lead))).Code);
        var revised = await desk.Send(new ReviseProposal { Id = Seeded, Title = "Another title" }, Finance);
        Assert.Equal((ProposalState.Draft, null), (revised.State, revised.Approval.ApprovedHash));
        Assert.Equal("step-not-allowed", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(new SendProposal(Seeded, null), Lead))).Code);
        var again = await desk.Send(new SubmitProposal(Seeded, null), Lead);
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(new ApproveProposal { Id = Seeded, ContentHash = again.ContentHash }, Finance));   // now a writer, too
        Assert.Equal(ProposalState.Draft, (await desk.Send(new CopyProposal(Seeded), Lead)).State);
    }

    [Fact]
    public async Task What_one_person_submits_with_a_key_another_approves_with_a_key_and_not_the_first()
    {
        await using var desk = await Desk.Open();
        await FireOnMargin(desk);
        var (lead, both, finance) = (await Holder(Lead, UserRole.AccountLead), await Holder(Finance, UserRole.AccountLead), await Holder(Finance, UserRole.Finance));
        var review = await desk.Send(new SubmitProposal(Seeded, null), lead);
        var approval = new ApproveProposal { Id = Seeded, ContentHash = review.ContentHash };

        Assert.Equal(ProposalState.Approved, (await desk.Send(approval, finance)).State);
        await desk.Send(new ReviseProposal { Id = Seeded, Title = "Another title" }, both);
        var again = await desk.Send(new SubmitProposal(Seeded, null), lead);
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(approval with { ContentHash = again.ContentHash }, finance));   // one person with two keys

        async Task<Actor> Holder(Actor person, UserRole role) =>
            (await desk.Holder((await desk.Send(new CreateApiKey { Name = "K", Role = role, OwnerId = person.UserId })).Key))!;
    }

    [Fact]
    public async Task Nobody_approves_their_own_words_in_a_copy_or_under_the_next_number()
    {
        await using var desk = await Desk.Open();
        await FireOnMargin(desk);
        var written = await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo, Title = "Written by finance" }, Finance);

        var copy = await desk.Send(new CopyProposal(written.Id), Lead);
        var copied = await desk.Send(new SubmitProposal(copy.Id, null), Lead);
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(new ApproveProposal { Id = copy.Id, ContentHash = copied.ContentHash }, Finance));
        Assert.Equal(ProposalState.Approved, (await desk.Send(new ApproveProposal { Id = copy.Id, ContentHash = copied.ContentHash })).State);

        await desk.Send(new WithdrawProposal { Id = written.Id, Reason = "Anew" }, Lead);
        await desk.Send(new OpenProposalVersion(written.Id, null), Lead);
        var next = await desk.Send(new SubmitProposal(written.Id, null), Lead);
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(new ApproveProposal { Id = written.Id, ContentHash = next.ContentHash }, Finance));
    }

    [Fact]
    public async Task Nobody_loosens_the_rules_for_what_they_wrote()
    {
        await using var desk = await Desk.Open();
        await FireOnMargin(desk);
        async Task<(Guid Id, ProposalState State)> Submitted(Actor writer)
        {
            var proposal = await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo }, writer);
            return (proposal.Id, (await desk.Send(new SubmitProposal(proposal.Id, null), writer)).State);
        }

        var before = await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo }, Finance);
        await desk.Send(new ReviseApprovalRules(), Finance);
        var started = await desk.Send(new SubmitProposal(before.Id, null), Finance);
        Assert.Equal(ProposalState.InReview, started.State);
        Assert.Contains(started.Approval.FiredRules, rule => rule is { Rule: ApprovalRuleKind.Margin, Limit: 0.9m });
        Assert.Equal(ProposalState.InReview, (await Submitted(Finance)).State);   // the rules were off before it was begun
        var ofLead = await Submitted(Lead);
        Assert.Equal(ProposalState.Approved, ofLead.State);   // somebody else has loosened them

        await desk.Send(new ReviseApprovalRules { MarginBelow = 0.9m }, Finance);
        Assert.Equal(ProposalState.InReview, (await Submitted(Finance)).State);
        Assert.Equal("approval-needed", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(new SendProposal(ofLead.Id, null), Lead))).Code);
        Assert.Equal(ProposalState.InReview, (await desk.Send(new SubmitProposal(ofLead.Id, null), Lead)).State);

        await desk.Send(new ReviseApprovalRules());   // the administrator, who wrote nothing
        Assert.Equal(ProposalState.Approved, (await Submitted(Finance)).State);
    }

    [Fact]
    public async Task A_content_hash_cannot_be_searched_for_figures_of_the_inside()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);

        var (salt, statement) = await desk.Db(async db => await db.ProposalVersions.Where(version => version.ProposalId == Seeded).Select(version => new { version.Id, version.Statement }).SingleAsync() is var row ? (row.Id, row.Statement!) : default);

        Assert.Contains($"\"salt\":\"{salt}\"", statement, StringComparison.Ordinal);
        Assert.Equal(sent.Proposal.ContentHash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(statement))));
        object[] told = [await desk.Send(new GetProposal(Seeded, null), Crm), await desk.Send(new GetProposalHistory(Seeded), Crm), await desk.Send(new ListProposalVersions(Seeded), Crm)];
        Assert.All(told, answer => Assert.DoesNotContain(salt.ToString(), System.Text.Json.JsonSerializer.Serialize(answer), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("""{"type":"valueBased","valueShare":0,"minimumMargin":0.05,"discount":0.03}""", "the floor")]
    [InlineData("""{"type":"combined","parts":[{"phases":["strategy","ideation","production"],"structure":{"type":"valueBased","valueShare":0,"minimumMargin":0}},{"phases":[],"structure":{"type":"performance","baseFee":0,"valueShare":0.01}}]}""", "the expected cost")]
    [InlineData("""{"type":"licence","baseMargin":0,"roles":["CD"],"phase":"ideation","usage":{"type":0,"territory":0,"term":0,"scope":0},"discount":0.1}""", "the expected cost")]
    public async Task An_offer_that_gives_cost_or_floor_away_is_none_and_only_who_sees_figures_reads_why(string structure, string why)
    {
        await using var desk = await Desk.Open();
        var document = Desk.DocumentOf(await desk.Send(new GetEngagement(SeedIds.Demo)));
        document["feeStructures"] = new System.Text.Json.Nodes.JsonArray(System.Text.Json.Nodes.JsonNode.Parse(structure));
        var engagement = await desk.Send(new CreateEngagement { Document = Desk.Raw(document) });

        var toCrm = await Assert.ThrowsAsync<UnprocessableException>(() => desk.Send(new GetOffer(engagement.Id), Crm));
        var toLead = await Assert.ThrowsAsync<UnprocessableException>(() => desk.Send(new GetOffer(engagement.Id), Lead));

        Assert.Equal(("nothing-to-offer", "Nothing of this engagement is on offer."), (toCrm.Code, toCrm.Message));
        Assert.Contains(why, toLead.Message, StringComparison.Ordinal);
        Assert.Contains(why, (await desk.Refused(new CreateProposal { EngagementId = engagement.Id, Options = [new() { Structure = 0, IsRecommended = true }] }, Lead)).Single().Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_stays_as_it_was_whatever_changes_behind_it()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);
        var pdf = await desk.Send(new GetProposalPaper(Seeded, null, PaperKind.Proposal));

        await ChangeEngagement(desk);
        desk.Now = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);
        var later = await desk.Send(new GetProposal(Seeded, null));

        Assert.Equal(sent.Proposal.Options.Select(option => option.Net), later.Options.Select(option => option.Net));
        Assert.Equal((sent.Proposal.ContentHash, sent.Proposal.Date), (later.ContentHash, later.Date));
        Assert.Equal(pdf.Content, (await desk.Send(new GetProposalPaper(Seeded, 1, PaperKind.Proposal))).Content);
        var papers = (await desk.Send(new ListProposalVersions(Seeded))).Single().Papers;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pdf.Content)), papers.Single(paper => paper.Kind == PaperKind.Proposal).Sha256);
        Assert.Equal("step-not-allowed", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(new ReviseProposal { Id = Seeded }, Lead))).Code);
    }

    [Fact]
    public async Task A_later_version_leaves_the_earlier_one_open_until_it_is_sent_and_says_what_changed_in_money()
    {
        await using var desk = await Desk.Open();
        var first = await Send(desk);
        var next = await desk.Send(new OpenProposalVersion(Seeded, null), Lead);
        Assert.Equal((2, ProposalState.Draft), (next.LatestVersion, next.State));
        var client = await desk.Client(first.Link);
        Assert.True((await desk.Send(new OpenSharedProposal(LinkAgent.Browser), client)).IsOpen);

        await desk.Send(new ReviseProposal { Id = Seeded, Options = [new() { Structure = 7, IsRecommended = true, Discount = 0.1m, DiscountReason = "Loyalty" }] }, Lead);
        var second = await Send(desk);

        Assert.Equal(HashStatus.Superseded, (await desk.Send(new VerifyHash(first.Proposal.ContentHash), Actor.Nobody)).Status);
        Assert.Equal(HashStatus.Current, (await desk.Send(new VerifyHash(second.Proposal.ContentHash[..16].Insert(4, " ")), Actor.Nobody)).Status);
        Assert.Equal(HashStatus.Unknown, (await desk.Send(new VerifyHash(new('a', 64)), Actor.Nobody)).Status);
        Assert.Equal(second.Proposal.ContentHash, (await desk.Send(new OpenSharedProposal(LinkAgent.Browser), client)).ContentHash);
        var difference = await desk.Send(new CompareProposalVersions(Seeded, 1, 2));
        Assert.Equal(135_267.58m, difference.Fee!.From);
        Assert.Equal(difference.Fee.To, difference.Fee.From + difference.Fee.Steps.Sum(step => step.Amount));
        Assert.Contains(difference.Fee.Steps, step => step is { Cause: Model.Analyses.PriceCause.Discount, Amount: < 0 });
        Assert.Contains(difference.Options, option => option.Letter == "C" && option.After is null);
        Assert.Contains(difference.Terms, change => change.Path == "/options/0/structure");
    }

    [Fact]
    public async Task A_client_accepts_once_what_it_was_shown_and_the_engagement_is_won()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);
        var client = await desk.Client(sent.Link);
        await desk.Send(new OpenSharedProposal(LinkAgent.Scanner), client);
        Assert.Equal(ProposalState.Sent, (await desk.Send(new GetProposal(Seeded, null))).State);
        var shown = await desk.Send(new OpenSharedProposal(LinkAgent.Browser), client);
        Assert.Equal(ProposalState.Viewed, shown.State);
        var acceptance = Acceptance(shown.ContentHash) with { Extras = ["voice-actor", "subtitles"] };

        await desk.Refused(acceptance with { Extras = [] }, client);   // one of the group is missing
        await desk.Refused(acceptance with { Option = "C", Extras = ["subtitles"] }, client);
        Assert.Equal("content-changed", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(acceptance with { ContentHash = new('0', 64) }, client))).Code);
        var decision = await desk.Send(acceptance, client);

        Assert.Equal(135_267.58m + 2_160 + 4_200, decision.Net);
        Assert.Equal(decision.Gross, decision.Net + decision.Vat);
        Assert.Equal("already-decided", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(acceptance, client))).Code);
        Assert.Equal("already-decided", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(new DeclineSharedProposal { ContentHash = shown.ContentHash, Reason = "No" }, client))).Code);
        var won = await desk.Send(new GetEngagement(SeedIds.Demo));
        Assert.Equal((EngagementStage.Won, decision.Net), (won.Stage, won.HeadlineFee));
        Assert.Equal(decision.Net, (await ChangeEngagement(desk)).HeadlineFee);
        Assert.Equal(
            [ProposalStep.Create, ProposalStep.Submit, ProposalStep.Approve, ProposalStep.Send, ProposalStep.View, ProposalStep.Accept],
            (await desk.Send(new GetProposalHistory(Seeded))).Select(entry => entry.Step));
        var told = await desk.Db(db => db.Events.Where(one => one.Subject == $"/api/v1/proposals/{Seeded}").OrderBy(one => one.Sequence).ToListAsync());
        Assert.Equal([EventTypes.ProposalSent, EventTypes.ProposalViewed, EventTypes.ProposalAccepted], told.Select(one => one.Type));
        Assert.Contains("\"net\":141627.58", Encoding.UTF8.GetString(told[^1].Body), StringComparison.Ordinal);
        Assert.True((await desk.Send(new VerifyHash(shown.ContentHash), Actor.Nobody)).IsAccepted);
        Assert.True((await desk.Send(new VerifyAudit())).Intact);
    }

    [Fact]
    public async Task A_copy_signed_on_paper_is_recorded_by_the_agency_and_said_to_be()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);
        var signed = new RecordAcceptance
        {
            Id = Seeded,
            ContentHash = sent.Proposal.ContentHash,
            Option = "B",
            Extras = ["voice-model"],
            Name = "Grace Hopper",
            Function = "Head of brand",
            SignedOn = new(2026, 11, 24),
            Evidence = "Signed copy, file 2026-117",
        };

        Assert.Equal("/signedOn", (await desk.Refused(signed with { SignedOn = new(2027, 3, 1) }, Lead)).Single().Pointer);
        Assert.Equal("/evidence", (await desk.Refused(signed with { Evidence = "" }, Lead)).Single().Pointer);
        Assert.Equal("content-changed", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(signed with { ContentHash = new('0', 64) }, Lead))).Code);
        var accepted = await desk.Send(signed, Lead);

        Assert.Equal((ProposalState.Accepted, 135_267.58m, Lead.UserId), (accepted.State, accepted.Decision!.Net, accepted.Decision.Record!.By));
        var step = (await desk.Send(new GetProposalHistory(Seeded)))[^1];
        Assert.Equal((ProposalStep.RecordAcceptance, Lead.UserId, "Grace Hopper", "Signed copy, file 2026-117"), (step.Step, step.UserId, step.ClientPerson, step.Why));
        Assert.Equal(EngagementStage.Won, (await desk.Send(new GetEngagement(SeedIds.Demo))).Stage);
        var client = await desk.Client(sent.Link);
        Assert.Equal("already-decided", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(Acceptance(sent.Proposal.ContentHash), client))).Code);
        Assert.Equal("step-not-allowed", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(signed, Lead))).Code);
        Assert.Equal("Signed copy, file 2026-117", (await desk.Send(new OpenSharedProposal(LinkAgent.Browser), client)).Decision!.Record!.Evidence);
        Assert.NotEmpty((await desk.Send(new GetSharedPaper(PaperKind.Certificate), client)).Content);
    }

    [Fact]
    public async Task Lines_that_the_client_chooses_do_not_go_round_an_approval()
    {
        await using var desk = await Desk.Open();
        async Task<ApprovalRule[]> Fired(params ExtraTerms[] extras)
        {
            var proposal = await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo, Options = [new() { Structure = 7, IsRecommended = true, Extras = extras }] }, Lead);
            return [.. (await desk.Send(new SubmitProposal(proposal.Id, null), Lead)).Approval.FiredRules];
        }

        ExtraTerms Extra(decimal price, decimal? cost) => new() { Code = "x", Name = "Extra", Unit = "piece", Quantity = 2, UnitPrice = price, UnitCost = cost };
        await desk.Send(new ReviseApprovalRules { MarginBelow = 0.1m });

        Assert.Empty(await Fired(Extra(1_000, 900)));
        Assert.Equal(new ApprovalRule(ApprovalRuleKind.Margin, "A", 0.1m, 0.09m, "Extra"), Assert.Single(await Fired(Extra(1_000, 910))));
        Assert.Equal(new ApprovalRule(ApprovalRuleKind.Margin, "A", 0.1m, null, "Extra"), Assert.Single(await Fired(Extra(1_000, null))));
        Assert.Equal(new ApprovalRule(ApprovalRuleKind.Margin, "A", 0.1m, null, "Extra"), Assert.Single(await Fired(Extra(0, 1))));
        Assert.Empty(await Fired(Extra(0, 0)));

        await desk.Send(new ReviseApprovalRules { FeeAbove = 140_000, CertaintyEquivalentBelow = 0 });
        Assert.Empty(await Fired(Extra(2_000, 0)));
        Assert.Equal(new ApprovalRule(ApprovalRuleKind.Fee, "A", 140_000, 141_267.58m, null), Assert.Single(await Fired(Extra(3_000, null))));
        Assert.Equal(ApprovalRuleKind.CertaintyEquivalent, Assert.Single(await Fired(Extra(10, 500_000))).Rule);
    }

    [Fact]
    public async Task What_an_extra_costs_is_seen_by_who_may_see_figures_and_by_no_client()
    {
        await using var desk = await Desk.Open();
        var created = await desk.Send(
            new CreateProposal { EngagementId = SeedIds.Demo, Options = [new() { Structure = 7, IsRecommended = true, Extras = [new() { Code = "x", Name = "Extra", Unit = "piece", UnitPrice = 9_000, UnitCost = 4_321.77m }] }] }, Lead);
        var sent = await Send(desk, created.Id);
        var client = await desk.Client(sent.Link);

        Assert.Equal(4_321.77m, created.Terms.Options![0].Extras![0].UnitCost);
        Assert.Null((await desk.Send(new GetProposal(created.Id, null), Crm)).Terms.Options![0].Extras![0].UnitCost);
        Assert.DoesNotContain("4321.77", Encoding.UTF8.GetString((await desk.Send(new GetSharedPaper(PaperKind.Data), client)).Content), StringComparison.Ordinal);
        Assert.DoesNotContain("4321.77", System.Text.Json.JsonSerializer.Serialize(await desk.Send(new OpenSharedProposal(LinkAgent.Browser), client)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_is_what_a_CRM_is_told_to_the_cent()
    {
        await using var desk = await Desk.Open();
        await desk.Send(new CreateCrmConnection { Kind = CrmKind.Hubspot, Name = "CRM", Address = "https://crm.example.org", Credentials = new() { Token = "token" }, Settings = new() });
        var sent = await Send(desk);
        await desk.Send(Acceptance(sent.Proposal.ContentHash) with { Extras = ["voice-actor", "subtitles"] }, await desk.Client(sent.Link));

        var offer = await desk.Send(new GetOffer(SeedIds.Demo), Crm);

        Assert.Equal(("B", true, 141_627.58m, 168_536.82m), offer.Options.Select(option => (option.Letter!, option.Recommended, option.Net, option.Gross)).Single());
        Assert.Equal(141_627.58m, offer.Lines.Sum(line => line.Amount));
        Assert.Contains(offer.Lines, line => line is { Name: "Recorded voice", Amount: 4_200 });
        Assert.DoesNotContain(offer.Lines, line => line.Name == "Synthetic voice");
        var push = Assert.Single(await desk.Db(db => db.CrmPushes.ToListAsync()));
        Assert.Equal((SeedIds.Demo, Lead.UserId), (push.EngagementId, push.OwnerId));
        desk.Now = new(2027, 1, 8, 12, 0, 0, TimeSpan.Zero);
        var again = await desk.Send(new PushToCrm { Id = SeedIds.Demo, ConnectionId = push.ConnectionId });
        Assert.Equal((new DateOnly(2026, 11, 25), push.CloseDate), (again.CloseDate, again.CloseDate));
    }

    [Fact]
    public async Task The_lines_of_an_offer_are_named_in_its_language_and_add_up_with_what_rounding_leaves()
    {
        await using var desk = await Desk.Open();
        var shares = Enumerable.Range(1, 7).Select(i => new ShareTerms { Name = $"Teil {i}", Share = i == 7 ? 1 - 6 * 0.1428571m : 0.1428571m });
        await desk.Send(new ReviseProposal { Id = Seeded, Language = "de", Options = [new() { Structure = 7, IsRecommended = true, Split = [.. shares] }] }, Lead);
        var sent = await Send(desk);
        await desk.Send(Acceptance(sent.Proposal.ContentHash) with { Option = "A" }, await desk.Client(sent.Link));

        var offer = await desk.Send(new GetOffer(SeedIds.Demo), Crm);

        Assert.Equal(offer.Options.Single().Net, offer.Lines.Sum(line => line.Amount));
        Assert.Equal(sent.Proposal.Options[0].Net, sent.Proposal.Options[0].Lines.Sum(line => line.Amount));
        string[] named = ["Künstlersozialabgabe", "Rundung"];
        Assert.All(named, name => Assert.Contains(offer.Lines, line => line.Name == name));
        Assert.All(named, name => Assert.Contains(sent.Proposal.Options[0].Lines, line => line.Name == name));
    }

    [Fact]
    public async Task What_a_client_does_with_a_test_stays_inside_and_agrees_nothing()
    {
        await using var desk = await Desk.Open();
        await desk.Send(new CreateWebhookEndpoint { Address = "https://hooks.example.com/in" });
        await desk.Send(new ReviseApprovalRules());
        var tester = Lead with { IsSandbox = true };
        await desk.Send(new SubmitProposal(Seeded, null), tester);
        var test = await desk.Send(new SendProposal(Seeded, null), tester);
        var stage = (await desk.Send(new GetEngagement(SeedIds.Demo))).Stage;

        await desk.Send(new OpenSharedProposal(LinkAgent.Browser), await desk.Client(test.Link));
        await desk.Send(Acceptance(test.Proposal.ContentHash) with { Option = "C" }, await desk.Client(test.Link));
        var stageAfter = (await desk.Send(new GetEngagement(SeedIds.Demo))).Stage;
        var real = await Send(desk, (await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo }, Lead)).Id);
        await desk.Send(Acceptance(real.Proposal.ContentHash) with { Option = "C" }, await desk.Client(real.Link));

        await desk.Spread();
        var deliveries = await desk.Db(db => db.Deliveries.AsNoTracking().Include(delivery => delivery.Event).ToListAsync());
        Assert.Equal(stage, stageAfter);
        Assert.All(deliveries.Where(delivery => delivery.Subject == $"/api/v1/proposals/{Seeded}"), delivery => Assert.Equal(DeliveryState.KeptInside, delivery.State));
        Assert.Contains(deliveries, delivery => delivery.Subject == $"/api/v1/proposals/{Seeded}" && delivery.Event!.Type == EventTypes.ProposalAccepted);
        Assert.Contains(deliveries, delivery => delivery.Subject == $"/api/v1/proposals/{real.Proposal.Id}" && delivery.Event!.Type == EventTypes.ProposalAccepted && delivery.State == DeliveryState.Waiting);
        Assert.Equal(EngagementStage.Won, (await desk.Send(new GetEngagement(SeedIds.Demo))).Stage);
    }

    [Fact]
    public async Task Withdrawn_with_its_draft_is_also_the_version_that_the_client_has()
    {
        await using var desk = await Desk.Open();
        var first = await Send(desk);
        await desk.Send(new OpenProposalVersion(Seeded, null), Lead);

        await desk.Send(new WithdrawProposal { Id = Seeded, Reason = "The scope has changed." }, Lead);

        var late = await Assert.ThrowsAsync<ConflictException>(async () => await desk.Send(Acceptance(first.Proposal.ContentHash), await desk.Client(first.Link)));
        var told = (await desk.Send(new ListEvents(null, null, null))).Items.Where(one => one.Type == EventTypes.ProposalWithdrawn);
        Assert.Equal("already-decided", late.Code);
        Assert.Single(told);
        Assert.Equal([ProposalState.Withdrawn, ProposalState.Withdrawn], (await desk.Send(new ListProposalVersions(Seeded))).Select(version => version.State));
    }

    [Theory]
    [InlineData("America/New_York", "2026-12-31")]
    [InlineData("Europe/Berlin", "2027-01-01")]
    public async Task A_deal_closes_on_the_day_that_it_was_where_the_company_is(string zone, string day)
    {
        await using var desk = await Desk.Open();
        await desk.Db(db => db.Database.ExecuteSqlAsync($"""UPDATE "LegalEntities" SET "TimeZone" = {zone}"""));
        await desk.Send(new CreateCrmConnection { Kind = CrmKind.Hubspot, Name = "CRM", Address = "https://crm.example.org", Credentials = new() { Token = "token" }, Settings = new() });
        desk.Now = new(2027, 1, 1, 1, 0, 0, TimeSpan.Zero);
        var sent = await Send(desk);

        await desk.Send(Acceptance(sent.Proposal.ContentHash) with { Option = "C", SignedOn = new(2026, 12, 31) }, await desk.Client(sent.Link));
        var push = Assert.Single(await desk.Db(db => db.CrmPushes.AsNoTracking().ToListAsync()));
        desk.Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var again = await desk.Send(new PushToCrm { Id = SeedIds.Demo, ConnectionId = push.ConnectionId });

        Assert.Equal((day, day), ($"{push.CloseDate:yyyy-MM-dd}", $"{again.CloseDate:yyyy-MM-dd}"));
    }

    [Fact]
    public async Task Of_two_acceptances_at_once_one_counts()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);
        var client = await desk.Client(sent.Link);
        var acceptance = Acceptance(sent.Proposal.ContentHash) with { Extras = ["voice-model"] };

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
        {
            try
            {
                await desk.Send(acceptance with { Name = $"Person {i}" }, client);
                return true;
            }
            catch (Exception e) when (e is ConflictException or DbUpdateConcurrencyException)
            {
                return false;
            }
        }));

        Assert.Single(answers, accepted => accepted);
        Assert.Single(await desk.Send(new GetProposalHistory(Seeded)), entry => entry.Step == ProposalStep.Accept);
    }

    [Fact]
    [Trait("Gate", "G33")]
    public void Tokens_of_links_have_256_bits_and_none_comes_twice_or_is_stored()
    {
        var count = GateSize.Of("G33", 1_000, 1_000_000);
        var seen = new HashSet<string>(count);
        for (var i = 0; i < count; i++)
        {
            var link = new ShareLink();
            var token = link.Open(Seeded, "Client", DateTimeOffset.MaxValue);
            Assert.Equal((32, 32), (Base64Url.DecodeFromChars(token).Length, link.TokenHash.Length));
            Assert.True(seen.Add(token), "A token came twice.");
            Assert.False(link.TokenHash.AsSpan().SequenceEqual(Base64Url.DecodeFromChars(token)), "The token is stored.");
        }

        GateSize.Measured("G33", $"{count} tokens, all different");
    }

    [Fact]
    [Trait("Gate", "G33")]
    public async Task A_link_opens_until_the_moment_it_is_revoked_or_over_and_never_after()
    {
        var changes = GateSize.Of("G33_CHANGES", 20, 200);
        await using var desk = await Desk.Open();
        await Send(desk);
        var now = new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < changes; i++)
        {
            desk.Now = now;
            var link = await desk.Send(new CreateShareLink { Id = Seeded, Name = "Purchasing", ExpiresAt = now.AddMinutes(1) });
            Assert.NotNull(await desk.Client(link));
            if (i % 2 == 0)
                await desk.Send(new RevokeShareLink(link.Id, null));
            else
                desk.Now = now.AddMinutes(1);
            Assert.Null(await desk.Client(link));
            now = now.AddMinutes(2);
        }

        GateSize.Measured("G33", $"{changes} links shut for the next request");
    }

    [Fact]
    [Trait("Gate", "G33")]
    public async Task A_link_that_is_guessed_expired_or_revoked_opens_nothing()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);
        var other = await desk.Send(new CreateShareLink { Id = Seeded, Name = "Purchasing", ExpiresAt = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero) });

        Assert.Null(await desk.Client(sent.Link with { Address = "/p/" + new string('A', 43) }));
        await desk.Send(new RevokeShareLink(sent.Link.Id, null));
        Assert.Null(await desk.Client(sent.Link));
        Assert.NotNull(await desk.Client(other));
        desk.Now = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);
        Assert.Null(await desk.Client(other));
        var stored = await desk.Db(db => db.ShareLinks.AsNoTracking().ToListAsync());
        Assert.All(stored, link => Assert.Equal(32, link.TokenHash.Length));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-12-23T22:59:59Z", "2026-12-23T23:00:00Z")]
    [InlineData("America/New_York", "2026-12-24T04:59:59Z", "2026-12-24T05:00:00Z")]
    public async Task A_proposal_expires_when_its_last_day_ends_where_the_client_is(string zone, string lastMoment, string over)
    {
        await using var desk = await Desk.Open();
        var client = (await desk.Send(new GetEngagement(SeedIds.Demo))).ClientId!.Value;
        var known = await desk.Send(new GetClient(client));
        await desk.Send(new ReviseClient { Id = client, Name = known.Name, TimeZone = zone });
        var sent = await Send(desk);
        Assert.Equal(new DateOnly(2026, 12, 23), sent.Proposal.ValidUntil);
        var reader = await desk.Client(sent.Link);

        desk.Now = DateTimeOffset.Parse(lastMoment, System.Globalization.CultureInfo.InvariantCulture);
        await desk.Tick();
        Assert.True((await desk.Send(new OpenSharedProposal(LinkAgent.Browser), reader)).IsOpen);
        desk.Now = DateTimeOffset.Parse(over, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("already-over", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(Acceptance(sent.Proposal.ContentHash) with { Extras = ["voice-model"] }, reader))).Code);
        await desk.Tick();
        await desk.Tick();

        Assert.Equal(ProposalState.Expired, (await desk.Send(new GetProposal(Seeded, null))).State);
        Assert.Equal(HashStatus.Expired, (await desk.Send(new VerifyHash(sent.Proposal.ContentHash), Actor.Nobody)).Status);
        var told = await desk.Db(db => db.Events.Where(one => one.Subject == $"/api/v1/proposals/{Seeded}").OrderBy(one => one.Sequence).Select(one => one.Type).ToListAsync());
        Assert.Equal([EventTypes.ProposalSent, EventTypes.ProposalExpiring, EventTypes.ProposalViewed, EventTypes.ProposalExpired], told);
    }

    [Fact]
    public async Task One_version_that_cannot_be_attended_to_keeps_no_other_from_its_end()
    {
        await using var desk = await Desk.OpenOnSqlite();
        var created = await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo }, Lead);
        await Send(desk);
        await Send(desk, created.Id);
        var versions = await desk.Db(db => db.ProposalVersions.AsNoTracking().Where(version => version.State == ProposalState.Sent).OrderBy(version => version.ExpiresAt).ToListAsync());
        await desk.Tamper($"CREATE TRIGGER \"Spoilt\" BEFORE UPDATE ON \"ProposalVersions\" WHEN lower(NEW.\"Id\") = '{versions[0].Id}' BEGIN SELECT RAISE(ABORT, 'spoilt'); END");

        desk.Now = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await desk.Tick();

        Assert.Equal(2, versions.Count);
        Assert.Equal(ProposalState.Sent, (await desk.Send(new GetProposal(versions[0].ProposalId, null))).State);
        Assert.Equal(ProposalState.Expired, (await desk.Send(new GetProposal(versions[1].ProposalId, null))).State);
    }

    [Fact]
    public async Task Expiry_never_touches_what_is_decided()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);
        await desk.Send(Acceptance(sent.Proposal.ContentHash) with { Extras = ["voice-model"] }, await desk.Client(sent.Link));

        desk.Now = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await desk.Tick();

        Assert.Equal(ProposalState.Accepted, (await desk.Send(new GetProposal(Seeded, null))).State);
        Assert.Equal(HashStatus.Current, (await desk.Send(new VerifyHash(sent.Proposal.ContentHash), Actor.Nobody)).Status);
    }

    [Fact]
    public async Task A_change_order_has_its_own_acceptance_and_the_contract_counts_what_is_accepted()
    {
        await using var desk = await Desk.Open();
        await Assert.ThrowsAsync<ConflictException>(() => desk.Send(new OrderChange { Id = Seeded, EngagementId = SeedIds.Demo }, Lead));
        var sent = await Send(desk);
        await desk.Send(Acceptance(sent.Proposal.ContentHash) with { Extras = ["voice-model"] }, await desk.Client(sent.Link));
        var change = await desk.Send(new OrderChange { Id = Seeded, EngagementId = Desk.Seeded("twenty-hours-become-five"), Options = [new() { Structure = 1, IsRecommended = true }], Vat = new() { Rate = 0.19m } }, Lead);
        var open = await Send(desk, change.Id);

        var before = await desk.Send(new GetContract(Seeded));
        await desk.Send(new AcceptSharedProposal { ContentHash = open.Proposal.ContentHash, Option = "A", Name = "Max", Function = "Head", SignedOn = new(2026, 11, 25) }, await desk.Client(open.Link));
        var after = await desk.Send(new GetContract(Seeded));

        Assert.Equal((135_267.58m, open.Proposal.Options[0].Net), (before.Net, before.OpenNet));
        Assert.Equal((135_267.58m + open.Proposal.Options[0].Net, 0), (after.Net, after.OpenNet));
        Assert.Equal(after.Gross, after.Net + after.Vat);
        Assert.Equal(Seeded, change.ChangesId);
    }

    [Fact]
    public async Task A_change_order_is_for_the_client_of_the_contract_and_prices_what_is_not_agreed_yet()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);
        await desk.Send(Acceptance(sent.Proposal.ContentHash) with { Extras = ["voice-model"] }, await desk.Client(sent.Link));
        var stranger = await desk.Send(new CreateClient { Name = "Somebody else" });
        var others = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, ClientId = stranger.Id });
        var copy = await desk.Send(new CopyEngagement { Id = SeedIds.Demo });

        Assert.Equal(["/engagementId"], await Faults(desk, new OrderChange { Id = Seeded, EngagementId = SeedIds.Demo }));
        Assert.Equal(["/engagementId"], await Faults(desk, new OrderChange { Id = Seeded, EngagementId = others.Id }));
        var change = await desk.Send(new OrderChange { Id = Seeded, EngagementId = copy.Id, Options = [new() { Structure = 1, IsRecommended = true }] }, Lead);
        var drawn = await Send(desk, change.Id);
        await desk.Send(Acceptance(drawn.Proposal.ContentHash) with { Option = "A" }, await desk.Client(drawn.Link));

        Assert.Null(copy.ClientId);
        var told = Encoding.UTF8.GetString((await desk.Send(new GetProposalPaper(change.Id, null, PaperKind.Data))).Content);
        Assert.Contains($"\"changes\":{{\"number\":\"{sent.Proposal.Number}\",\"date\":\"{sent.Proposal.Date:yyyy-MM-dd}\"}}", told, StringComparison.Ordinal);
        Assert.Equal(sent.Proposal.ClientId, change.ClientId);
        Assert.Equal(("Beispielmarke GmbH", "Max Beispiel", "max.beispiel@example.com", "en"), (change.Terms.Recipient?.Company, change.Terms.Recipient?.Name, change.Terms.Recipient?.Email, change.Language));
        Assert.Equal(["/engagementId"], await Faults(desk, new OrderChange { Id = Seeded, EngagementId = copy.Id }));
        Assert.Equal(drawn.Proposal.Options[0].Net, (await desk.Send(new GetOffer(copy.Id))).Options.Single().Net);
    }

    [Fact]
    public async Task An_engagement_is_agreed_once()
    {
        await using var desk = await Desk.Open();
        var written = await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo }, Lead);
        var rival = await Send(desk, (await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo }, Lead)).Id);
        var sent = await Send(desk);
        await desk.Send(Acceptance(sent.Proposal.ContentHash) with { Extras = ["voice-model"] }, await desk.Client(sent.Link));

        var second = Acceptance(rival.Proposal.ContentHash) with { Option = "A" };
        var client = await desk.Client(rival.Link);
        foreach (var step in new Func<Task>[]
        {
            () => desk.Send(second, client), () => desk.Send(new CreateProposal { EngagementId = SeedIds.Demo }, Lead),
            () => desk.Send(new CopyProposal(Seeded), Lead), () => desk.Send(new SubmitProposal(written.Id, null), Lead),
        })
            Assert.Equal("already-agreed", (await Assert.ThrowsAsync<ConflictException>(step)).Code);

        Assert.Equal(ProposalState.Sent, (await desk.Send(new GetProposal(rival.Proposal.Id, null))).State);
        Assert.Equal(135_267.58m, (await desk.Send(new GetOffer(SeedIds.Demo))).Options.Single().Net);
    }

    [Fact]
    public async Task Of_two_proposals_of_an_engagement_that_are_accepted_at_once_one_counts()
    {
        await using var desk = await Desk.Open();
        var sent = new List<SentProposalView>();
        for (var i = 0; i < 2; i++)
            sent.Add(await Send(desk, (await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo }, Lead)).Id));
        var clients = new List<Actor?>();
        foreach (var one in sent)
            clients.Add(await desk.Client(one.Link));

        var answers = await Task.WhenAll(sent.Index().Select(async one =>
        {
            try
            {
                await desk.Send(Acceptance(one.Item.Proposal.ContentHash) with { Option = "A" }, clients[one.Index]);
                return true;
            }
            catch (Exception e) when (e is ConflictException or DbUpdateConcurrencyException)
            {
                return false;
            }
        }));

        Assert.Single(answers, accepted => accepted);
        var states = await desk.Db(db => db.Proposals.Where(proposal => proposal.EngagementId == SeedIds.Demo && proposal.Id != Seeded).Select(proposal => proposal.State).ToListAsync());
        Assert.Equal([ProposalState.Sent, ProposalState.Accepted], states.Order());
    }

    [Fact]
    public async Task A_last_day_that_is_over_is_refused_when_it_is_stated_and_when_it_is_submitted()
    {
        await using var desk = await Desk.Open();
        var over = new DateOnly(2026, 11, 24);
        var proposal = await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo, ValidUntil = over.AddDays(1) }, Lead);

        Assert.Equal(["/validUntil"], await Faults(desk, new CreateProposal { EngagementId = SeedIds.Demo, ValidUntil = over }));
        Assert.Equal(["/validUntil"], await Faults(desk, new ReviseProposal { Id = proposal.Id, ValidUntil = over }));
        desk.Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(["/validUntil"], await Faults(desk, new SubmitProposal(proposal.Id, null)));
        Assert.Null((await desk.Send(new CopyProposal(proposal.Id), Lead)).Terms.ValidUntil);
    }

    [Fact]
    public async Task Half_the_scope_is_not_half_the_cost()
    {
        await using var desk = await Desk.Open();

        var cut = await desk.Send(new CutScope { Id = Seeded, Scope = 0.5m });

        Assert.Equal(110_326.46m, cut.CostBefore);
        Assert.True(cut.CostAfter > cut.CostBefore / 2);
        Assert.Equal(cut.CostBefore, cut.Lines.Sum(line => line.Before));
        Assert.InRange(cut.FeeThatKeepsMargin / cut.CostAfter - cut.FeeBefore / cut.CostBefore, -0.000001m, 0.000001m);
    }

    [Fact]
    public async Task Another_agency_has_neither_the_proposal_nor_its_link()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);
        var other = await desk.OtherAgency();

        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new GetProposal(Seeded, null), other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new GetShareLink(sent.Link.Id), other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new GetProposalPaper(Seeded, 1, PaperKind.Proposal), other));
        Assert.Empty((await desk.Send(new ListProposals(null, null, null, null, null), other)).Items);
    }

    [Fact]
    public async Task An_erased_client_leaves_the_number_and_the_hash_and_no_name()
    {
        await using var desk = await Desk.Open();
        var sent = await Send(desk);
        await desk.Send(Acceptance(sent.Proposal.ContentHash) with { Extras = ["voice-model"] }, await desk.Client(sent.Link));
        var client = (await desk.Send(new GetEngagement(SeedIds.Demo))).ClientId!.Value;
        await desk.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client, Reason = "Asked for" });
        desk.Now = new(2033, 1, 2, 0, 0, 0, TimeSpan.Zero);

        await desk.EraseDue();

        var rows = await desk.Db(async db => string.Join('\n', await db.ProposalVersions.Where(version => version.ProposalId == Seeded).Select(version => version.Terms + version.Statement + version.Decision).ToListAsync())
            + string.Join('\n', await db.ProposalHistory.Select(entry => entry.ClientPerson).ToListAsync()) + string.Join('\n', await db.AuditEntries.Select(entry => entry.Payload).ToListAsync()));
        Assert.DoesNotContain("Max Beispiel", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace Hopper", rows, StringComparison.Ordinal);
        Assert.Empty(await desk.Db(db => db.ProposalPapers.ToListAsync()));
        Assert.True((await desk.Send(new VerifyAudit())).Intact);
    }

    private static void AddsUp(ProposalOptionView option)
    {
        Assert.Equal(option.Net, option.Lines.Sum(line => line.Amount));
        Assert.Equal((option.Net, option.Vat), (option.VatLines.Sum(line => line.Net), option.VatLines.Sum(line => line.Vat)));
        Assert.Equal(option.Gross, option.Net + option.Vat);
        Assert.Equal((option.Net, option.Vat, option.Gross), (option.Instalments.Sum(one => one.Net), option.Instalments.Sum(one => one.Vat), option.Instalments.Sum(one => one.Gross)));
    }

    private static async Task<IEnumerable<string>> Faults<T>(Desk desk, IRequest<T> request) =>
        (await desk.Refused(request, Lead)).Select(fault => fault.Pointer);

    private static AcceptSharedProposal Acceptance(string contentHash) =>
        new() { ContentHash = contentHash, Option = "B", Name = "Grace Hopper", Function = "Head of brand", SignedOn = new(2026, 11, 25), OrderNumber = "PO-1" };

    private static async Task<SentProposalView> Send(Desk desk, Guid? id = null)
    {
        await desk.Send(new ReviseApprovalRules());
        await desk.Send(new SubmitProposal(id ?? Seeded, null), Lead);
        return await desk.Send(new SendProposal(id ?? Seeded, null), Lead);
    }

    private static Task<ApprovalRulesView> FireOnMargin(Desk desk) => desk.Send(new ReviseApprovalRules { MarginBelow = 0.9m });

    private static Task<EngagementView> ChangeEngagement(Desk desk) => desk.Send(new ChangeDocument { Id = SeedIds.Demo, Changes = [new() { Path = "/assets/0/quantity", Value = new RawJson("97"u8.ToArray()) }] });
}
