using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Access;

public sealed class HandOverTests
{
    [Fact]
    public async Task Whoever_follows_a_record_is_told_that_it_changed_hands()
    {
        await using var desk = await Desk.Open();
        var (from, to) = (Desk.Administrator.UserId, SeedIds.Of("user", "finance"));
        await desk.Send(new CreateClient { Name = "A" });
        await desk.Send(new CreateProposal { EngagementId = SeedIds.Demo });
        var owned = (await desk.Send(new ListOwnedWork(from))).Owned;

        await desk.Send(new HandOverWork { Id = from, SuccessorId = to });

        var told = (await desk.Send(new ListEvents(null, 100, null))).Items;
        foreach (var (kind, place) in new[] { ("client", "clients"), ("engagement", "engagements"), ("proposal", "proposals") })
        {
            var subjects = owned.Where(item => item.Kind == kind).Select(item => $"/api/v1/{place}/{item.Id}").Order(StringComparer.Ordinal).ToList();
            var changed = told.Where(one => one.Type == $"com.pricing.{kind}.ownerChanged.v1").ToList();
            Assert.True(subjects.Count > 0, kind);
            Assert.Equal(subjects, changed.Select(one => one.Subject).Order(StringComparer.Ordinal));
            Assert.All(changed, one => Assert.Contains($"\"ownerId\":\"{to}\",\"formerOwnerId\":\"{from}\"", System.Text.Json.JsonSerializer.Serialize(one.Data), StringComparison.Ordinal));
        }
    }
}
