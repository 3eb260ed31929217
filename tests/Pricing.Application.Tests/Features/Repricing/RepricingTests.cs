using System.Text;
using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.ExchangeRates;
using Pricing.Application.Features.Repricing;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Seeding;
using Pricing.Documents;
using Pricing.Model.Analyses;

namespace Pricing.Application.Tests.Features.Repricing;

public sealed class RepricingTests
{
    private static readonly Guid Pictures = Desk.Seeded("user-generated-content");

    [Fact]
    public async Task At_the_prices_that_it_keeps_nothing_is_different()
    {
        await using var desk = await Desk.Open();
        var comparison = Desk.Parsed(await desk.Send(new CompareEngagement(Pictures)));

        var bridges = await desk.Send(new RepriceEngagement { Id = Pictures, AsOf = new(2026, 11, 25), Structure = 2 });

        Assert.Equal(Enum.GetValues<PriceCause>(), bridges.Cost.Steps.Select(step => step.Cause));
        Assert.All(bridges.Cost.Steps.Concat(bridges.Fee!.Steps).Concat(bridges.Profit!.Steps), step => Assert.Equal(0, step.Amount));
        Assert.Equal((decimal)comparison["cost"]!["total"]!, bridges.Cost.From);
        Assert.Equal((decimal)comparison["structures"]![2]!["expectedFee"]!, bridges.Fee.To);
        Assert.Equal((2, 1), (bridges.Structure.Position, bridges.Version));
    }

    [Fact]
    public async Task A_new_price_is_the_cause_of_the_whole_difference_and_is_named()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Prices.Next(await desk.Price("flux.2-pro"), new(2027, 3, 1), 3));

        var bridges = await desk.Send(new RepriceEngagement { Id = Pictures, AsOf = new(2027, 3, 1), Against = new() { AsOf = new(2027, 2, 28) } });

        Only(PriceCause.AiPrice, bridges.Cost);
        var change = Assert.Single(bridges.Changes);
        Assert.Equal("/assets/0/generations/0/unitPrice", change.Place);
        Assert.Contains("0.03 USD", change.Before, StringComparison.Ordinal);
        Assert.Contains("0.09 USD", change.After, StringComparison.Ordinal);

        // 60,000 pictures, one attempt in so many accepted, at 0.06 USD more of 0.92 EUR.
        var generation = Desk.Parsed(await desk.Send(new GetResolvedDocument(Pictures)))["assets"]![0]!["generations"]![0]!;
        var attempts = 60_000 * (decimal)generation["acceptedPerAsset"]! / (decimal)generation["acceptanceProbability"]!;
        Assert.Equal(decimal.Round(attempts * (decimal)generation["sizePerAttempt"]! * 0.06m * 0.92m, 2), bridges.Cost.To - bridges.Cost.From);
    }

    [Fact]
    public async Task A_new_exchange_rate_is_a_difference_of_currency()
    {
        await using var desk = await Desk.Open();
        await desk.Send(new AddExchangeRate { Currency = "USD", PricedIn = "EUR", Rate = 1.1m, AsOf = new(2026, 11, 25), Source = "Test" });

        var bridges = await desk.Send(new RepriceEngagement { Id = Pictures });

        Only(PriceCause.Currency, bridges.Cost);
        Assert.Equal([("/exchangeRates/USD", "0.92 EUR per USD, as of 2026-11-20", "1.1 EUR per USD, as of 2026-11-25")], bridges.Changes.Select(change => (change.Place, change.Before, change.After)));
    }

    [Fact]
    public async Task Of_the_agencys_rate_and_the_documents_the_later_one_counts_unless_it_is_after_the_day()
    {
        await using var desk = await Desk.Open();
        await desk.Send(new AddExchangeRate { Currency = "USD", PricedIn = "EUR", Rate = 1.5m, AsOf = new(2026, 1, 10), Source = "Test" });
        await desk.Send(new AddExchangeRate { Currency = "USD", PricedIn = "EUR", Rate = 1.4m, AsOf = new(2026, 11, 19), Source = "Test" });

        var today = await desk.Send(new RepriceEngagement { Id = Pictures });   // its document has the rate of 20 November
        var then = await desk.Send(new RepriceEngagement { Id = SeedIds.Demo, AsOf = new(2026, 1, 12), Structure = 1 });   // and this one that of 15 January

        Assert.Equal(today.Cost.From, today.Cost.To);
        Only(PriceCause.Currency, then.Cost);
        Assert.Equal("1.5 EUR per USD, as of 2026-01-10", Assert.Single(then.Changes).After);
    }

    [Fact]
    public async Task A_new_rate_card_is_a_difference_of_rates()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Prices.Dearer(await desk.Card(), new(2027, 1, 1)));

        var bridges = await desk.Send(new RepriceEngagement { Id = Pictures, AsOf = new(2027, 1, 1), Against = new() { AsOf = new(2026, 12, 31) } });

        Only(PriceCause.Rate, bridges.Cost);
        Assert.Equal(["/rateCard/roles"], bridges.Changes.Select(change => change.Place));
    }

    [Theory]
    [InlineData("/assets/0/quantity", "50", PriceCause.Scope)]
    [InlineData("/workPackages/0/hours/STRD", "20", PriceCause.Scope)]
    [InlineData("/assets/0/generations/0/acceptanceProbability", "0.5", PriceCause.Scope)]
    [InlineData("/rateCard/roles/0/annualSalary", "200000", PriceCause.Rate)]
    [InlineData("/agency/overheadRate", "0.7", PriceCause.Rate)]
    [InlineData("/assets/0/generations/0/unitPrice", "0.5", PriceCause.AiPrice)]
    [InlineData("/exchangeRates/0/rate", "1.2", PriceCause.Currency)]
    [InlineData("/feeStructures/1/margin", "0.35", PriceCause.Terms)]
    [InlineData("/feeStructures/1/discount", "0.05", PriceCause.Discount)]
    public async Task Each_member_of_the_document_has_its_cause(string path, string value, PriceCause cause)
    {
        await using var desk = await Desk.Open();
        var scenario = await desk.Send(new CreateScenario { Id = SeedIds.Demo, Name = "Other", Changes = [new() { Op = ChangeKind.Add, Path = path, Value = new RawJson(Encoding.UTF8.GetBytes(value)) }] });

        var bridges = await desk.Send(new RepriceEngagement { Id = SeedIds.Demo, Against = new() { Scenario = scenario.Id }, Structure = 1 });

        Only(cause, bridges.Fee!);
        Assert.Equal(scenario.Id, bridges.Against.Scenario);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task All_causes_together_add_up_to_the_cent(int structure)
    {
        await using var desk = await Desk.Open();
        DocumentChange[] changes =
        [
            Change("/assets/0/quantity", "53.7"), Change("/rateCard/roles/3/annualSalary", "71234.56"), Change("/assets/0/generations/0/unitPrice", "0.3337"),
            Change("/exchangeRates/0/rate", "0.98765"), Change("/value/referencePrice", "401234.5"), Change("/rateCard/discount", "0.0777"),
            Change($"/feeStructures/{structure}/discount", "0.0333"),
        ];
        var scenario = await desk.Send(new CreateScenario { Id = SeedIds.Demo, Name = "Other", Changes = changes });
        var before = Desk.Parsed(await desk.Send(new CompareScenario(scenario.Id)))["structures"]![structure]!;
        var now = Desk.Parsed(await desk.Send(new CompareEngagement(SeedIds.Demo)))["structures"]![structure]!;

        var bridges = await desk.Send(new RepriceEngagement { Id = SeedIds.Demo, Against = new() { Scenario = scenario.Id }, Structure = structure });

        foreach (var bridge in new[] { bridges.Cost, bridges.Fee!, bridges.Profit! })
        {
            Assert.Equal(bridge.To, bridge.From + bridge.Steps.Sum(step => step.Amount));
            Assert.Equal(bridge.To, bridge.Steps[^1].Total);
            Assert.All(bridge.Steps, step => Assert.Equal(decimal.Round(step.Amount, 2), step.Amount));
        }

        Assert.Equal(((decimal)before["expectedFee"]!, (decimal)now["expectedFee"]!), (bridges.Fee!.From, bridges.Fee.To));
        Assert.Equal(((decimal)before["expectedProfit"]!, (decimal)now["expectedProfit"]!), (bridges.Profit!.From, bridges.Profit.To));
        Assert.True(bridges.Cost.Steps.Count(step => step.Amount != 0) >= 4);
    }

    [Fact]
    public async Task Two_different_engagements_have_a_bridge_where_both_have_the_structure()
    {
        await using var desk = await Desk.Open();
        var copy = await desk.Send(new CopyEngagement { Id = SeedIds.Demo, Name = "Next year" });
        await desk.Send(new ChangeDocument { Id = copy.Id, Changes = [Change("/assets/0/quantity", "10"), Change("/rateCard/roles/0/hourlyRate", "300")] });

        var bridges = await desk.Send(new RepriceEngagement { Id = copy.Id, Against = new() { Engagement = SeedIds.Demo }, Structure = 0 });

        Assert.Equal([PriceCause.Scope, PriceCause.Rate], bridges.Fee!.Steps.Where(step => step.Amount != 0).Select(step => step.Cause));
        Assert.Equal(["/width"], (await desk.Refused(new RepriceEngagement { Id = SeedIds.Demo, Form = new(AnswerFormat.Json, Width: 2_001) })).Select(fault => fault.Pointer));
        Assert.Equal(["/structure"], (await desk.Refused(new RepriceEngagement { Id = SeedIds.Demo, Against = new() { Engagement = Pictures }, Structure = 10 })).Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task What_cannot_be_compared_is_refused_with_its_place()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();

        Assert.Equal(["/against"], await Pointers(new() { Id = SeedIds.Demo, Against = new() }));
        Assert.Equal(["/against"], await Pointers(new() { Id = SeedIds.Demo, Against = new() { AsOf = new(2026, 1, 1), Engagement = SeedIds.Demo } }));
        Assert.Equal(["/against/engagement"], await Pointers(new() { Id = SeedIds.Demo, Against = new() { Engagement = Guid.NewGuid() } }));
        Assert.Equal(["/against/scenario"], await Pointers(new() { Id = SeedIds.Demo, Against = new() { Scenario = Guid.NewGuid() } }));
        Assert.Equal(["/structure"], await Pointers(new() { Id = SeedIds.Demo, Structure = 11 }));
        Assert.Contains("/document/rateCard/code", await Pointers(new() { Id = Pictures, AsOf = new(2025, 1, 1) }));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new RepriceEngagement { Id = SeedIds.Demo }, other));

        async Task<IEnumerable<string>> Pointers(RepriceEngagement request) => (await desk.Refused(request)).Select(fault => fault.Pointer);
    }

    [Fact]
    public async Task A_structure_that_is_infeasible_on_the_way_has_a_bridge_of_cost_alone()
    {
        await using var desk = await Desk.Open();
        var worthless = await desk.Send(new CreateScenario { Id = SeedIds.Demo, Name = "Worth nothing", Changes = [Change("/value/drivers", "[]")] });

        var bridges = await desk.Send(new RepriceEngagement { Id = SeedIds.Demo, Against = new() { Scenario = worthless.Id }, Structure = 3 });

        Assert.Null(bridges.Fee);
        Assert.Null(bridges.Profit);
        Assert.Equal(bridges.Cost.To, bridges.Cost.From);
    }

    [Fact]
    public async Task A_bridge_is_drawn_with_the_causes_that_change_something()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Prices.Next(await desk.Price("flux.2-pro"), new(2027, 3, 1), 3));
        var repricing = new RepriceEngagement { Id = Pictures, AsOf = new(2027, 3, 1), Against = new() { AsOf = new(2027, 2, 28) } };

        var cost = Encoding.UTF8.GetString(await desk.Send(new DrawRepricing(repricing with { Form = new(AnswerFormat.Svg) }, BridgedFigure.ExpectedCost)));
        var same = Encoding.UTF8.GetString(await desk.Send(new DrawRepricing(new() { Id = Pictures, Form = new(AnswerFormat.Svg, DocumentLanguage.De) }, BridgedFigure.ExpectedCost)));
        var profit = await desk.Send(new DrawRepricing(repricing with { Form = new(AnswerFormat.Png) }, BridgedFigure.ExpectedProfit));

        Assert.Contains("AI prices", cost, StringComparison.Ordinal);
        Assert.DoesNotContain("Exchange rates", cost, StringComparison.Ordinal);
        Assert.Contains("bleibt gleich", same, StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], profit[..4]);
    }

    private static DocumentChange Change(string path, string value) =>
        new() { Op = ChangeKind.Add, Path = path, Value = new RawJson(Encoding.UTF8.GetBytes(value)) };

    private static void Only(PriceCause cause, PriceBridge bridge)
    {
        Assert.Equal([cause], bridge.Steps.Where(step => step.Amount != 0).Select(step => step.Cause));
        Assert.Equal(bridge.To, bridge.From + bridge.Steps.Sum(step => step.Amount));
    }
}
