using System.Text;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.PersonalData;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features;

public class PersonalDataTests
{
    private static readonly Guid Lead = SeedIds.Of("user", "lead");

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
        Assert.Equal("{}", Encoding.UTF8.GetString(Assert.Single((await desk.Send(new ListEvents(null, null, null))).Items).Data.Utf8.Span));
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
    public async Task An_export_holds_what_is_stored_and_nothing_that_opens()
    {
        await using var desk = await Desk.Open();
        var client = SeedIds.Of("client", "consumer-brand");

        var export = (await desk.Send(new ExportPersonalData(SubjectKind.Client, client))).Data;

        Assert.Equal((await desk.Send(new GetClient(client))).Name, (string?)export["subject"]!["name"]);
        Assert.NotEmpty(export["engagements"]!.AsArray());
        Assert.NotEmpty(export["auditEntries"]!.AsArray());
    }
}
