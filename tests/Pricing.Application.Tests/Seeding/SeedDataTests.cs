using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Features.Deliverables;
using Pricing.Application.Features.Demo;
using Pricing.Application.Features.EffortProfiles;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Features.RateCards;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Seeding;
using Pricing.Application.Tests.Features;

namespace Pricing.Application.Tests.Seeding;

public sealed class SeedDataTests
{
    private static readonly SeedFiles Files = new(Desk.SeedFolder);

    public static TheoryData<string> Keys => [.. Files.Engagements.Select(entry => entry.Key)];

    [Fact]
    public async Task The_seed_files_keep_the_rules_of_requests()
    {
        string[] faults =
        [
            .. await Faults(new CreateClientValidator(), Files.Clients.Select(entry => entry.Terms)),
            .. await Faults(new CreateRateCardValidator(), Files.RateCards.Select(entry => entry.Terms)),
            .. await Faults(new CreateEffortProfileValidator(), Files.EffortProfiles.Select(entry => entry.Terms)),
            .. await Faults(new AddPriceValidator(), Files.PriceBook.Select(entry => entry.Terms)),
            .. await Faults(new CreateDeliverableValidator(), Files.Deliverables.Select(entry => entry.Terms)),
            .. await Faults(new CreateEngagementValidator(), Files.Engagements.Select(entry => entry.Terms)),
            .. await Faults(new CreateScenarioValidator(), Files.Scenarios.Select(entry => entry.Terms)),
        ];

        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_seeded_engagement_compares_as_its_resolved_document_does(string key)
    {
        await using var desk = await Desk.Open();
        var id = Desk.Seeded(key);

        var stored = await desk.Send(new CompareEngagement(id));
        var sent = await desk.Send(new CompareDocument(await desk.Send(new GetResolvedDocument(id))));

        Assert.Equal(sent.ToArray(), stored.ToArray());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task The_offer_of_a_seeded_engagement_may_go_to_the_client(string key)
    {
        await using var desk = await Desk.Open();

        var engagement = await desk.Send(new GetEngagement(Desk.Seeded(key)));

        Assert.NotNull(engagement.Offer);
        Assert.NotNull(engagement.HeadlineFee);
        var again = await desk.Send(new CreateEngagement { Document = engagement.Document, Offer = engagement.Offer, PricingDate = engagement.PricingDate });
        Assert.Equal(engagement.HeadlineFee, again.HeadlineFee);
    }

    [Theory]
    [InlineData("social-videos", "case-a")]
    [InlineData("brand-platform", "case-b")]
    public async Task A_worked_case_has_its_figures_as_a_seeded_engagement(string key, string worked)
    {
        await using var desk = await Desk.Open();
        var expected = JsonNode.Parse(await File.ReadAllBytesAsync(Repository.PathOf("tests", "Pricing.Model.Tests", "Cases", $"{worked}.expected.json"), TestContext.Current.CancellationToken));

        var comparison = Desk.Parsed(await desk.Send(new CompareEngagement(Desk.Seeded(key))));

        Assert.Empty(Differences(expected, comparison, ""));
    }

    [Fact]
    public async Task Starting_twice_loads_once()
    {
        await using var desk = await Desk.Open();
        var before = await Counts(desk);

        await desk.Start();

        Assert.Equal(before, await Counts(desk));
        Assert.DoesNotContain(0, before);
    }

    [Fact]
    public async Task The_demo_is_put_back_as_the_seed_states_it_under_the_same_id()
    {
        await using var desk = await Desk.Open();
        var seeded = await desk.Send(new GetEngagement(SeedIds.Demo));
        await desk.Send(new ChangeDocument { Id = SeedIds.Demo, Changes = [new() { Path = "/name", Value = new("\"Anders\""u8.ToArray()) }] });
        await desk.Send(new ArchiveEngagement(SeedIds.Demo, 2));

        var restored = await desk.Send(new BuildDemo());

        Assert.Equal((SeedIds.Demo, seeded.Name, false, 4), (restored.Id, restored.Name, restored.IsArchived, restored.Version));
        Assert.Equal(seeded.Document.Utf8.ToArray(), restored.Document.Utf8.ToArray());
    }

    [Fact]
    public async Task The_demo_is_built_where_it_is_not()
    {
        await using var desk = await Desk.Open();
        await desk.Db(db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"ProposalHistory\"; DELETE FROM \"ProposalVersions\"; DELETE FROM \"Proposals\"", TestContext.Current.CancellationToken));
        await desk.Db(db => db.Engagements.Where(engagement => engagement.Id == SeedIds.Demo).ExecuteDeleteAsync(TestContext.Current.CancellationToken));

        var built = await desk.Send(new BuildDemo());

        Assert.Equal((SeedIds.Demo, 1), (built.Id, built.Version));
    }

    [Fact]
    public async Task The_demo_of_another_agency_is_its_own_and_always_the_same()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();

        var first = await desk.Send(new BuildDemo(), other);
        var second = await desk.Send(new BuildDemo(), other);

        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(SeedIds.Demo, first.Id);
        Assert.Equal(1, (await desk.Send(new GetEngagement(SeedIds.Demo))).Version);
    }

    [Fact]
    public void Every_price_says_where_and_when_it_was_found()
    {
        var prices = Files.PriceBook;

        Assert.NotEmpty(prices);
        Assert.All(prices, price => Assert.False(string.IsNullOrWhiteSpace(price.Source), price.Code));
        Assert.All(prices, price => Assert.InRange(price.RetrievedOn, new DateOnly(2025, 1, 1), new DateOnly(2026, 12, 31)));
    }

    [Fact]
    public void Sora_2_ended_on_24_september_2026_and_names_a_successor_that_is_in_the_book()
    {
        var prices = Files.PriceBook;
        var sora = prices.Where(price => price.Model.StartsWith("Sora 2", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(sora);
        Assert.All(sora, price => Assert.Equal((PriceStatus.Discontinued, new DateOnly(2026, 9, 24)), (price.Status, price.ValidTo)));
        Assert.All(sora, price => Assert.Contains(price.Successor, prices.Select(entry => entry.Code)));
    }

    [Fact]
    public void Every_successor_is_in_the_book()
    {
        var codes = Files.PriceBook.Select(price => price.Code).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Files.PriceBook.Where(price => price.Successor is not null && !codes.Contains(price.Successor)).Select(price => price.Code));
    }

    private static async Task<IEnumerable<string>> Faults<T>(IValidator<T> validator, IEnumerable<T> requests)
    {
        var faults = new List<string>();
        foreach (var request in requests)
            faults.AddRange((await validator.ValidateAsync(request, TestContext.Current.CancellationToken)).Errors.Select(error => $"{request}: {error.ErrorMessage}"));
        return faults;
    }

    private static Task<int[]> Counts(Desk desk) => desk.Db(async db => new[]
    {
        await db.Agencies.CountAsync(), await db.Users.CountAsync(), await db.Clients.CountAsync(), await db.RateCards.CountAsync(),
        await db.EffortProfiles.CountAsync(), await db.PriceBook.CountAsync(), await db.Deliverables.CountAsync(), await db.Engagements.CountAsync(),
    });

    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string at) => (expected, actual) switch
    {
        (JsonObject members, JsonObject others) => members.SelectMany(member => Differences(member.Value, others[member.Key], $"{at}/{member.Key}")),
        (JsonArray entries, JsonArray others) when entries.Count == others.Count => entries.SelectMany((entry, i) => Differences(entry, others[i], $"{at}/{i}")),
        (JsonValue number, JsonValue other) when number.GetValueKind() == JsonValueKind.Number && other.GetValueKind() == JsonValueKind.Number =>
            Math.Abs(number.GetValue<decimal>() - other.GetValue<decimal>()) <= 0.000001m ? [] : [$"{at} is {other}, not {number}"],
        _ => JsonNode.DeepEquals(expected, actual) ? [] : [$"{at} is {actual?.ToJsonString() ?? "null"}, not {expected?.ToJsonString() ?? "null"}"],
    };
}
