using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.RateCards;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Audit;

public class AuditTests
{
    [Fact]
    public async Task A_change_is_kept_with_who_made_it_and_what_stood_before_and_after()
    {
        await using var desk = await Desk.Open();
        var lead = new Actor(SeedIds.Agency, SeedIds.Of("user", "lead"), UserRole.AccountLead);
        var client = await desk.Send(new CreateClient { Name = "Alt" }, lead);

        await desk.Send(new ReviseClient { Id = client.Id, ReadVersion = 1, Name = "Neu" }, lead);

        var entries = (await desk.Send(new ListAudit(client.Id, null, null, null, null))).Items;
        Assert.Equal(["created", "revised"], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal((lead.UserId, "client"), (entry.UserId, entry.Kind)));
        var change = Assert.Single(entries[1].Changes);
        Assert.Equal(("/name", "Alt", "Neu"), (change.Path, (string?)change.Before, (string?)change.After));
    }

    [Fact]
    public async Task A_head_that_could_not_be_written_down_is_written_by_the_next_pass_and_once()
    {
        await using var desk = await Desk.Open();
        using var anchoring = desk.Anchoring();
        Directory.CreateDirectory(desk.AnchorFile);   // nobody can write there
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => anchoring.Anchor(TestContext.Current.CancellationToken));
        Directory.Delete(desk.AnchorFile);

        await anchoring.Anchor(TestContext.Current.CancellationToken);
        var written = await File.ReadAllLinesAsync(desk.AnchorFile, TestContext.Current.CancellationToken);
        await anchoring.Anchor(TestContext.Current.CancellationToken);
        await desk.Anchor();   // another node

        Assert.Single(written);
        Assert.Equal(written, await File.ReadAllLinesAsync(desk.AnchorFile, TestContext.Current.CancellationToken));
        Assert.True((await desk.Send(new VerifyAudit())).Intact);
    }

    [Fact]
    public async Task A_refused_change_leaves_no_entry()
    {
        await using var desk = await Desk.Open();
        var before = (await desk.Send(new VerifyAudit())).Entries;

        await desk.Refused(new CreateClient { Name = "" });

        Assert.Equal(before, (await desk.Send(new VerifyAudit())).Entries);
    }

    [Fact]
    public async Task The_trail_of_the_seed_and_of_many_writers_at_once_is_whole()
    {
        await using var desk = await Desk.Open();

        for (var i = 0; i < 40; i++)
            await desk.Send(new CreateClient { Name = string.Create(CultureInfo.InvariantCulture, $"Nummer {i}") });

        var verification = await desk.Send(new VerifyAudit());
        Assert.True(verification.Intact, verification.Fault?.What);
        Assert.True(verification.Entries > 100);
    }

    [Fact]
    public async Task Whoever_may_not_see_salaries_does_not_see_them_in_the_trail_either()
    {
        await using var desk = await Desk.Open();
        var auditor = new Actor(SeedIds.Agency, SeedIds.Of("user", "auditor"), UserRole.Auditor);
        var card = SeedIds.Of("rate-card", "STANDARD-2026");

        var toFinance = Text((await desk.Send(new ListAudit(card, null, null, null, null))).Items.Single());
        var toAuditor = Text((await desk.Send(new ListAudit(card, null, null, null, null), auditor)).Items.Single());

        Assert.Contains("annualSalary", toFinance, StringComparison.Ordinal);
        Assert.DoesNotContain("annualSalary", toAuditor, StringComparison.Ordinal);
        Assert.DoesNotContain("costPerHour", toAuditor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_and_no_hash_of_one_stands_in_the_trail()
    {
        await using var desk = await Desk.Open();

        var key = await desk.Send(new CreateApiKey { Name = "K", Role = UserRole.CrmIntegration });

        var entry = Text((await desk.Send(new ListAudit(key.ApiKey.Id, null, null, null, null))).Items.Single());
        Assert.DoesNotContain(key.Key[17..], entry, StringComparison.Ordinal);
        Assert.Contains("sha256:", entry, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE \"AuditEntries\" SET \"Kind\" = 'x' WHERE \"Sequence\" = 3")]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 3")]
    public async Task The_database_refuses_to_rewrite_the_trail(string statement)
    {
        await using var desk = await Desk.Open();

        await Assert.ThrowsAnyAsync<DbException>(() => desk.Db(db => db.Database.ExecuteSqlRawAsync(statement, TestContext.Current.CancellationToken)));
    }

    private static string Text(AuditEntryView entry) => string.Join('\n', entry.Changes.Select(change => $"{change.Path} {change.Before?.ToJsonString()} {change.After?.ToJsonString()}"));
}
