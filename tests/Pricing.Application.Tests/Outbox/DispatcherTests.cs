using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;
using Pricing.Application.Seeding;
using Pricing.Application.Tests.Features;

namespace Pricing.Application.Tests.Outbox;

/// <summary>Events, their feed and their deliveries, with a clock that the test holds and no receiver: every attempt fails at once.</summary>
public class DispatcherTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_delivery_is_attempted_25_times_over_days_and_given_up()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Endpoint());
        await desk.Send(new CreateClient { Name = "A" });

        var (now, waits) = (Start, new List<TimeSpan>());
        for (var delivery = await Waiting(desk); delivery is not null; delivery = await Waiting(desk))
        {
            waits.Add(delivery.DueAt - now);
            now = delivery.DueAt;
            desk.Now = now;
            await desk.Dispatch();
        }

        var ended = Assert.Single((await desk.Send(new ListWebhookDeliveries(null, DeliveryState.Dead, null, null))).Items);
        Assert.Equal(25, ended.Attempts);
        var detail = await desk.Send(new GetWebhookDelivery(ended.Id));
        Assert.Equal(Enumerable.Range(1, 25), detail.Attempts.Select(attempt => attempt.Number));
        Assert.All(detail.Attempts, attempt => Assert.Equal("The host is not on the public internet.", attempt.Fault));
        Assert.Equal(25, waits.Count);
        Assert.All(waits.Skip(1).Index(), wait => Assert.InRange(wait.Item, Backoff.Whole(wait.Index + 1) / 2, Backoff.Whole(wait.Index + 1)));
        Assert.InRange(now - Start, TimeSpan.FromHours(34), TimeSpan.FromHours(70));
    }

    [Fact]
    public async Task The_next_event_of_a_resource_waits_for_the_one_before_and_another_resource_does_not()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Endpoint());
        var one = await desk.Send(new CreateClient { Name = "One" });
        await desk.Send(new ReviseClient { Id = one.Id, Name = "One again" });
        await desk.Send(new CreateClient { Name = "Two" });

        await desk.Dispatch();
        desk.Now = Start.AddMilliseconds(10);
        await desk.Dispatch();

        var attempts = (await desk.Send(new ListWebhookDeliveries(null, null, null, null))).Items.Reverse().Select(delivery => delivery.Attempts);
        Assert.Equal([1, 0, 1], attempts);
    }

    [Fact]
    public async Task A_claim_whose_holder_died_is_attempted_again_after_fifteen_seconds_and_the_dead_one_cannot_acknowledge()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Endpoint());
        await desk.Send(new CreateClient { Name = "A" });
        await desk.Spread();
        var dead = Assert.Single(await desk.Claim());
        var tooEarly = await desk.Claim();

        desk.Now = Start.AddSeconds(15);
        var again = Assert.Single(await desk.Claim());

        Assert.Empty(tooEarly);
        Assert.Equal((dead.EventId, 2), (again.EventId, again.Delivery.Attempts));
        Assert.False(await desk.Acknowledge(dead, new(Start, TimeSpan.Zero, 200, null, "", null)));
        Assert.True(await desk.Acknowledge(again, new(Start, TimeSpan.Zero, 200, null, "", null)));
        Assert.Equal(DeliveryState.Delivered, Assert.Single((await desk.Send(new ListWebhookDeliveries(null, null, null, null))).Items).State);
    }

    [Fact]
    public async Task An_answer_410_switches_the_endpoint_off_and_what_waits_goes_on_when_it_is_switched_on()
    {
        await using var desk = await Desk.Open();
        var endpoint = (await desk.Send(Endpoint())).Endpoint;
        await desk.Send(new CreateClient { Name = "A" });
        await desk.Spread();
        await desk.Acknowledge(Assert.Single(await desk.Claim()), new(Start, TimeSpan.Zero, 410, null, "", null));

        desk.Now = Start.AddDays(1);
        var off = await desk.Send(new GetWebhookEndpoint(endpoint.Id));
        var claimedWhileOff = await desk.Claim();
        await desk.Send(new ReviseWebhookEndpoint { Id = endpoint.Id, Address = endpoint.Address });

        Assert.Equal((false, "The receiver answered 410 Gone."), (off.Active, off.DisabledBecause));
        Assert.Empty(claimedWhileOff);
        Assert.Single(await desk.Claim());
    }

    [Fact]
    public async Task What_a_sandbox_key_does_is_in_the_feed_and_leaves_the_service_by_no_webhook()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Endpoint());

        await desk.Send(new CreateClient { Name = "A" }, SeedIds.Seeder with { IsSandbox = true });
        await desk.Dispatch();

        Assert.True(Assert.Single((await desk.Send(new ListEvents(null, null, null))).Items).Sandbox);
        Assert.Equal((DeliveryState.KeptInside, 0), Assert.Single((await desk.Send(new ListWebhookDeliveries(null, null, null, null))).Items) is var kept ? (kept.State, kept.Attempts) : default);
    }

    [Fact]
    public async Task An_archived_endpoint_is_told_nothing_more()
    {
        await using var desk = await Desk.Open();
        var endpoint = (await desk.Send(Endpoint())).Endpoint;
        await desk.Send(new CreateClient { Name = "A" });
        await desk.Spread();

        await desk.Send(new ArchiveWebhookEndpoint(endpoint.Id, null));
        await desk.Send(new CreateClient { Name = "B" });
        await desk.Dispatch();

        Assert.Equal((DeliveryState.Dropped, 0), Assert.Single((await desk.Send(new ListWebhookDeliveries(null, null, null, null))).Items) is var dropped ? (dropped.State, dropped.Attempts) : default);
    }

    [Fact]
    public async Task An_agency_has_at_most_a_hundred_endpoints_and_all_are_told_in_order_though_not_in_one_transaction()
    {
        await using var desk = await Desk.Open();
        var first = await desk.Send(Endpoint());
        for (var i = 1; i < 100; i++)
            await desk.Send(Endpoint());
        Assert.Equal("too-many-endpoints", (await Assert.ThrowsAsync<ConflictException>(() => desk.Send(Endpoint()))).Code);
        for (var i = 0; i < 45; i++)
            await desk.Send(new CreateClient { Name = $"Client {i}" });

        await desk.Spread();

        var deliveries = await desk.Db(db => db.Deliveries.AsNoTracking().OrderBy(delivery => delivery.Position).ToListAsync());
        Assert.Equal(45 * 100, deliveries.Count);
        Assert.All(deliveries.GroupBy(delivery => delivery.EndpointId), own => Assert.Equal(own.Select(delivery => delivery.EventSequence).Order(), own.Select(delivery => delivery.EventSequence)));
        await desk.Send(new ArchiveWebhookEndpoint(first.Endpoint.Id, null));
        await desk.Send(Endpoint());
    }

    [Fact]
    public async Task A_change_that_is_refused_tells_nothing()
    {
        await using var desk = await Desk.Open();
        var client = await desk.Send(new CreateClient { Name = "A" });

        await Assert.ThrowsAsync<StaleVersionException>(() => desk.Send(new ArchiveClient(client.Id, 7)));

        Assert.Equal([EventTypes.ClientCreated], await Types(desk));
    }

    [Fact]
    public async Task Each_change_tells_what_it_was()
    {
        await using var desk = await Desk.Open();
        var client = await desk.Send(new CreateClient { Name = "A" });
        await desk.Send(new ReviseClient { Id = client.Id, Name = "B" });
        await desk.Send(new ArchiveClient(client.Id, null));
        var copy = await desk.Send(new CopyEngagement { Id = SeedIds.Demo });
        await desk.Send(new ReviseDesk { Id = copy.Id, Stage = EngagementStage.Proposal, Offer = copy.Offer });
        await desk.Send(new ReviseDesk { Id = copy.Id, Stage = EngagementStage.Proposal, Offer = new() { Structures = [1], Recommended = 1 } });
        await desk.Send(new ArchiveEngagement(copy.Id, null));

        Assert.Equal(
            [
                EventTypes.ClientCreated, EventTypes.ClientRevised, EventTypes.ClientArchived, EventTypes.EngagementCreated, EventTypes.EngagementRevised, EventTypes.EngagementStageChanged,
                EventTypes.EngagementRevised, EventTypes.EngagementOfferChanged, EventTypes.EngagementArchived,
            ],
            await Types(desk));
    }

    [Fact]
    public async Task The_feed_is_read_page_by_page_and_goes_on_where_it_ended()
    {
        await using var desk = await Desk.Open();
        for (var i = 0; i < 5; i++)
            await desk.Send(new CreateClient { Name = $"C{i}" });

        var first = await desk.Send(new ListEvents(null, 3, null));
        var second = await desk.Send(new ListEvents(null, 3, first.Next));
        var end = await desk.Send(new ListEvents(null, 3, second.Next));
        await desk.Send(new CreateClient { Name = "C5" });
        var later = await desk.Send(new ListEvents(null, 3, end.Next));

        Assert.Equal([3, 2, 0, 1], [first.Items.Count, second.Items.Count, end.Items.Count, later.Items.Count]);
        Assert.Equal([true, false, false, false], [first.HasMore, second.HasMore, end.HasMore, later.HasMore]);
        Assert.Equal(6, first.Items.Concat(second.Items).Concat(later.Items).Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_ping_goes_to_its_endpoint_and_into_no_feed()
    {
        await using var desk = await Desk.Open();
        var endpoint = (await desk.Send(Endpoint())).Endpoint;
        await desk.Send(Endpoint());

        var ping = await desk.Send(new PingWebhookEndpoint(endpoint.Id));
        await desk.Dispatch();

        Assert.Equal(EventTypes.Ping, ping.Type);
        Assert.Empty((await desk.Send(new ListEvents(null, null, null))).Items);
        Assert.Equal(ping.Id, Assert.Single((await desk.Send(new ListWebhookDeliveries(null, null, null, null))).Items).Id);
    }

    [Fact]
    public async Task Another_agency_sees_neither_events_nor_endpoints_nor_deliveries_and_is_told_nothing()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();
        var endpoint = (await desk.Send(Endpoint())).Endpoint;
        var theirs = (await desk.Send(Endpoint(), other)).Endpoint;
        await desk.Send(new CreateClient { Name = "A" });
        await desk.Dispatch();
        var delivery = Assert.Single((await desk.Send(new ListWebhookDeliveries(null, null, null, null))).Items);

        Assert.Equal(endpoint.Id, delivery.EndpointId);
        Assert.Empty((await desk.Send(new ListEvents(null, null, null), other)).Items);
        Assert.Empty((await desk.Send(new ListWebhookDeliveries(null, null, null, null), other)).Items);
        Assert.Equal(theirs.Id, Assert.Single((await desk.Send(new ListWebhookEndpoints(false, null, null), other)).Items).Id);
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new GetWebhookDelivery(delivery.Id), other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new ReplayDelivery(delivery.Id), other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new RotateWebhookSecret { Id = endpoint.Id }, other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new PingWebhookEndpoint(endpoint.Id), other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new ReplayEvents { Id = endpoint.Id, Since = Start }, other));
    }

    private static CreateWebhookEndpoint Endpoint() => new() { Address = "https://hooks.example.com/in" };

    private static async Task<Delivery?> Waiting(Desk desk)
    {
        await desk.Spread();
        return await desk.Db(db => db.Deliveries.AsNoTracking().SingleOrDefaultAsync(delivery => delivery.State == DeliveryState.Waiting));
    }

    private static async Task<IEnumerable<string>> Types(Desk desk) => (await desk.Send(new ListEvents(null, null, null))).Items.Select(one => one.Type);
}
