using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;
using Pricing.Application.Seeding;
using Pricing.Application.Tests.Features;

namespace Pricing.Application.Tests.Outbox;

/// <summary>What happened and what was sent is kept for a time, and whoever comes later is told so.</summary>
public sealed class OldLogsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Deliveries_go_after_their_days_with_their_attempts_and_what_waits_stays()
    {
        await using var desk = await Desk.Open();
        var endpoint = (await desk.Send(Endpoint())).Endpoint;
        await desk.Send(new CreateClient { Name = "A" });
        await desk.Send(new CreateClient { Name = "B" });
        await desk.Spread();
        var claims = await desk.Claim();
        await desk.Acknowledge(claims[0], new(Start, TimeSpan.Zero, 200, null, "", null));

        desk.Now = Start.AddDays(90);
        await desk.DropLogs();
        var kept = await desk.Db(db => db.Deliveries.CountAsync());
        desk.Now = Start.AddDays(90).AddSeconds(1);
        await desk.DropLogs();

        Assert.Equal(2, kept);
        var left = Assert.Single((await desk.Send(new ListWebhookDeliveries(endpoint.Id, null, null, null))).Items);
        Assert.Equal(DeliveryState.Waiting, left.State);
        Assert.Equal(0, await desk.Db(db => db.DeliveryAttempts.CountAsync()));
        Assert.Equal(2, (await desk.Send(new ListEvents(null, null, null))).Items.Count);
    }

    [Fact]
    public async Task A_reader_that_was_away_too_long_is_told_and_one_that_missed_nothing_goes_on()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Endpoint());
        await desk.Send(new CreateClient { Name = "A" });
        var early = (await desk.Send(new ListEvents(null, null, null))).Next;
        await desk.Send(new CreateClient { Name = "B" });
        var late = (await desk.Send(new ListEvents(null, null, null))).Next;
        await desk.Spread();
        await desk.Db(db => db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Dropped).SetProperty(delivery => delivery.EndedAt, Start)));

        desk.Now = Start.AddDays(401);
        await desk.DropLogs();
        await desk.Send(new CreateClient { Name = "C" });

        Assert.Equal("events-gone", (await Assert.ThrowsAsync<GoneException>(() => desk.Send(new ListEvents(null, null, early)))).Code);
        Assert.Single((await desk.Send(new ListEvents(null, null, late))).Items);
        Assert.Single((await desk.Send(new ListEvents(null, null, null))).Items);
        var other = await desk.OtherAgency();
        Assert.Empty((await desk.Send(new ListEvents(null, null, early), other)).Items);
    }

    [Fact]
    public async Task Mails_go_after_their_days_and_what_waits_stays()
    {
        await using var desk = await Desk.Open();
        await desk.Db(db =>
        {
            var mails = Enumerable.Range(0, 3).Select(_ => OutgoingMail.Of(SeedIds.Agency, Guid.NewGuid(), "test", null, "A", "a@example.org", "b@example.org", "S", "B", Start)).ToList();
            mails[0].Done();
            mails[1].Fail("no such address", again: null);
            db.AddRange(mails);
            return db.SaveChangesAsync();
        });

        desk.Now = Start.AddDays(90);
        await desk.DropLogs();
        var kept = await desk.Db(db => db.OutgoingMails.CountAsync());
        desk.Now = Start.AddDays(90).AddSeconds(1);
        await desk.DropLogs();

        Assert.Equal(3, kept);
        Assert.Equal(MailState.Waiting, Assert.Single(await desk.Db(db => db.OutgoingMails.ToListAsync())).State);
    }

    private static CreateWebhookEndpoint Endpoint() => new() { Address = "https://hooks.example.org/in" };
}
