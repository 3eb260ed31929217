using Pricing.Application.Errors;
using Pricing.Application.Features.ExchangeRates;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.ExchangeRates;

public sealed class ExchangeRateTests
{
    [Fact]
    public async Task On_a_day_holds_the_latest_rate_that_is_not_after_it()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Rate(0.95m, new(2026, 6, 1)));
        await desk.Send(Rate(2, new(2026, 6, 1)) with { PricedIn = "CHF" });

        Assert.Equal([0.92m], await Holding(new(2026, 5, 31)));
        Assert.Equal([0.95m, 2], await Holding(new(2026, 6, 1)));
        Assert.Empty(await Holding(new(2026, 1, 14)));
        Assert.Equal(3, (await desk.Send(new ListExchangeRates(null, null, null))).Items.Count);

        async Task<IEnumerable<decimal>> Holding(DateOnly day) => (await desk.Send(new ListExchangeRates(day, null, null))).Items.Select(rate => rate.Rate).Order();
    }

    [Fact]
    public async Task A_pair_has_one_rate_a_day_and_a_rate_is_revised_by_who_has_read_it()
    {
        await using var desk = await Desk.Open();
        var id = SeedIds.Of("exchange-rate", "USD/EUR/2026-01-15");

        var revised = await desk.Send(new ReviseExchangeRate { Id = id, ReadVersion = 1, Currency = "USD", PricedIn = "EUR", Rate = 0.9m, AsOf = new(2026, 1, 16), Source = "Test" });

        Assert.Equal((2, 0.9m), (revised.Version, revised.Rate));
        var refusal = await Assert.ThrowsAsync<ConflictException>(() => desk.Send(Rate(1, new(2026, 1, 16))));
        Assert.Equal("exchange-rate-exists", refusal.Code);
        await Assert.ThrowsAsync<NotFoundException>(async () => await desk.Send(new GetExchangeRate(id), await desk.OtherAgency()));
    }

    [Fact]
    public async Task Every_fault_is_named()
    {
        await using var desk = await Desk.Open();

        var faults = await desk.Refused(Rate(0, new(2026, 6, 1)) with { Currency = "EUR", Source = "" });

        Assert.Equal(["/pricedIn", "/rate", "/source"], faults.Select(fault => fault.Pointer));
    }

    private static AddExchangeRate Rate(decimal rate, DateOnly day) => new() { Currency = "USD", PricedIn = "EUR", Rate = rate, AsOf = day, Source = "Test" };
}
