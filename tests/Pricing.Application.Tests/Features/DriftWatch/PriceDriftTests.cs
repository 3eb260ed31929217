using Pricing.Application.Errors;
using Pricing.Application.Features.DriftWatch;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.ExchangeRates;
using Pricing.Application.Seeding;
using Pricing.Application.Tests.Features.Repricing;

namespace Pricing.Application.Tests.Features.DriftWatch;

public sealed class PriceDriftTests
{
    private static readonly Guid Pictures = Desk.Seeded("user-generated-content");

    [Fact]
    public async Task At_the_prices_of_the_pricing_date_nothing_drifts()
    {
        await using var desk = await Desk.Open();

        var report = await desk.Send(new WatchPriceDrift(null, null, null));

        Assert.Equal(new DateOnly(2026, 11, 25), report.AsOf);
        Assert.Equal((0.1m, 0), (report.Limits.Margin, report.Limits.CertaintyEquivalent));
        Assert.Equal(5, report.Checked);   // neither the template nor the one that is won
        Assert.Empty(report.Items);
        Assert.Empty(report.Unpriced);
    }

    [Fact]
    public async Task A_dearer_model_lists_the_engagement_that_falls_below_its_limit_with_before_and_after()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Prices.Next(await desk.Price("flux.2-pro"), new(2026, 11, 26), 100));

        var report = await desk.Send(new WatchPriceDrift(new(2026, 11, 26), null, null));

        var drifting = Assert.Single(report.Items, item => item.Id == Pictures);
        Assert.Contains(drifting.Changes, change => change.Place == "/assets/0/generations/0/unitPrice" && change.After!.Contains("3 USD", StringComparison.Ordinal));
        Assert.All(drifting.Structures, structure =>
        {
            Assert.True(structure.IsBelowMargin || structure.IsBelowCertaintyEquivalent);
            Assert.True(structure.After!.ExpectedProfit < structure.Before!.ExpectedProfit);
            Assert.Equal(structure.After.ProfitMargin < drifting.MarginLimit, structure.IsBelowMargin);
            Assert.Equal(structure.After.CertaintyEquivalent < drifting.CertaintyEquivalentLimit, structure.IsBelowCertaintyEquivalent);
        });
        Assert.Empty((await desk.Send(new WatchPriceDrift(new(2026, 11, 25), null, null))).Items);
    }

    [Fact]
    public async Task Fees_stay_as_quoted_unless_they_follow_cost()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Prices.Next(await desk.Price("flux.2-pro"), new(2026, 11, 26), 10));
        await desk.Send(new ReviseDriftLimits { Margin = 1, CertaintyEquivalent = 0 });

        var structures = (await desk.Send(new WatchPriceDrift(new(2026, 11, 26), null, null))).Items.SelectMany(item => item.Structures).ToList();

        Assert.Contains(structures, structure => structure.After!.ExpectedFee == structure.Before!.ExpectedFee && structure.After.ExpectedCost > structure.Before.ExpectedCost);
    }

    [Fact]
    public async Task An_engagement_may_have_limits_of_its_own()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Prices.Next(await desk.Price("flux.2-pro"), new(2026, 11, 26), 1.5m));
        var engagement = await desk.Send(new GetEngagement(Pictures));
        var day = new DateOnly(2026, 11, 26);

        await desk.Send(Limited(engagement, 1, null));
        var strict = Assert.Single((await desk.Send(new WatchPriceDrift(day, null, null))).Items, item => item.Id == Pictures);
        await desk.Send(Limited(engagement, -1, -1_000_000));
        var lax = (await desk.Send(new WatchPriceDrift(day, null, null))).Items;

        Assert.Equal((1, 0), (strict.MarginLimit, strict.CertaintyEquivalentLimit));
        Assert.All(strict.Structures, structure => Assert.True(structure.IsBelowMargin));
        Assert.DoesNotContain(lax, item => item.Id == Pictures);
        Assert.Equal(-1, (await desk.Send(new GetEngagement(Pictures))).MarginLimit);
    }

    [Fact]
    public async Task Rate_cards_and_exchange_rates_are_watched_too()
    {
        await using var desk = await Desk.Open();
        await desk.Send(new ReviseDriftLimits { Margin = 1, CertaintyEquivalent = 0 });
        await desk.Send(Prices.Dearer(await desk.Card(), new(2027, 1, 1)));
        await desk.Send(new AddExchangeRate { Currency = "USD", PricedIn = "EUR", Rate = 1.4m, AsOf = new(2026, 11, 30), Source = "Test" });

        var ofRate = (await desk.Send(new WatchPriceDrift(new(2026, 11, 30), null, null))).Items;
        var ofCard = (await desk.Send(new WatchPriceDrift(new(2027, 1, 1), null, null))).Items;

        Assert.Contains(ofRate, item => item.Id == SeedIds.Demo);   // its prices stand in the document, its dollars do not
        Assert.All(ofRate.Single(item => item.Id == SeedIds.Demo).Changes, change => Assert.Equal("/exchangeRates/USD", change.Place));
        Assert.Contains(ofCard.Single(item => item.Id == Pictures).Changes, change => change.Place == "/rateCard/roles");
    }

    [Fact]
    public async Task An_engagement_that_cannot_be_priced_on_the_day_is_told_apart()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Prices.Ending(await desk.Price("flux.2-pro"), new(2026, 11, 30), "flux.2-flex"));

        var report = await desk.Send(new WatchPriceDrift(new(2026, 12, 1), null, null));

        var unpriced = Assert.Single(report.Unpriced, entry => entry.Id == Pictures);
        var fault = Assert.Single(unpriced.Faults);
        Assert.Equal("/document/assets/0/generations/0/priceBookEntry", fault.Pointer);
        Assert.Contains("flux.2-flex", fault.Detail, StringComparison.Ordinal);
        Assert.Equal(5, report.Checked);
    }

    [Fact]
    public async Task Engagements_are_checked_page_by_page()
    {
        await using var desk = await Desk.Open();
        await desk.Send(new ReviseDriftLimits { Margin = 1, CertaintyEquivalent = 0 });
        await desk.Send(new AddExchangeRate { Currency = "USD", PricedIn = "EUR", Rate = 1.4m, AsOf = new(2026, 11, 25), Source = "Test" });
        var all = (await desk.Send(new WatchPriceDrift(null, null, null))).Items.Select(item => item.Id).ToList();

        var paged = new List<Guid>();
        string? after = null;
        do
        {
            var page = await desk.Send(new WatchPriceDrift(null, 2, after));
            paged.AddRange(page.Items.Select(item => item.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.NotEmpty(all);
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task Limits_are_versioned_and_belong_to_the_agency()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();

        var changed = await desk.Send(new ReviseDriftLimits { ReadVersion = 1, Margin = 0.2m, CertaintyEquivalent = 500 });
        var own = await desk.Send(new ReviseDriftLimits { ReadVersion = 0, Margin = 0.05m, CertaintyEquivalent = 0 }, other);

        Assert.Equal((0.2m, 500, 2), (changed.Margin, changed.CertaintyEquivalent, changed.Version));
        Assert.Equal((0.05m, 1), (own.Margin, own.Version));
        Assert.Equal(0.2m, (await desk.Send(new GetDriftLimits())).Margin);
        await Assert.ThrowsAsync<StaleVersionException>(() => desk.Send(new ReviseDriftLimits { ReadVersion = 1, Margin = 0.2m, CertaintyEquivalent = 500 }));
        Assert.Equal(["/margin"], (await desk.Refused(new ReviseDriftLimits { Margin = 2, CertaintyEquivalent = 0 })).Select(fault => fault.Pointer));
    }

    private static ReviseDesk Limited(EngagementView engagement, decimal? margin, decimal? certainty) => new()
    {
        Id = engagement.Id,
        ClientId = engagement.ClientId,
        Stage = engagement.Stage,
        WinProbability = engagement.WinProbability,
        Offer = engagement.Offer,
        MarginLimit = margin,
        CertaintyEquivalentLimit = certainty,
    };
}
