using Pricing.Application.Errors;
using Pricing.Application.Features.PriceBook;

namespace Pricing.Application.Tests.Features.PriceBook;

public class PriceTests
{
    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData("2026-01-01", "1")]
    [InlineData("2026-06-30", "1")]
    [InlineData("2026-07-01", "2")]
    [InlineData("2026-12-31", "2")]
    [InlineData("2027-01-01", null)]
    public async Task On_a_day_holds_the_latest_price_that_has_begun_unless_it_has_ended(string day, string? price)
    {
        await using var desk = await Desk.Open();
        await desk.Send(Price(1, new(2026, 1, 1), null));
        await desk.Send(Price(2, new(2026, 7, 1), new(2026, 12, 31)));

        var prices = await desk.Send(new ListPrices("probe", DateOnly.Parse(day, null), null, null, null));

        Assert.Equal(price is null ? [] : [decimal.Parse(price, null)], prices.Items.Select(entry => entry.Price));
    }

    [Fact]
    public async Task A_price_keeps_every_digit_that_it_was_given()
    {
        await using var desk = await Desk.Open();

        var added = await desk.Send(Price(123_456_789.123456789012m, new(2026, 1, 1), null));

        Assert.Equal(123_456_789.123456789012m, (await desk.Send(new GetPrice(added.Id))).Price);
    }

    [Fact]
    public async Task A_correction_counts_and_an_older_version_is_refused()
    {
        await using var desk = await Desk.Open();
        var added = await desk.Send(Price(1, new(2026, 1, 1), null));
        RevisePrice correction = new()
        {
            Id = added.Id,
            ReadVersion = 1,
            Code = "probe",
            Vendor = "V",
            Model = "M",
            Modality = "video",
            Unit = "second",
            Price = 3,
            Currency = "USD",
            ValidFrom = new(2026, 1, 1),
            Source = "S",
            RetrievedOn = new(2026, 1, 1),
        };

        var corrected = await desk.Send(correction);

        Assert.Equal((2, 3m), (corrected.Version, corrected.Price));
        await Assert.ThrowsAsync<StaleVersionException>(() => desk.Send(correction));
    }

    [Fact]
    public async Task Two_prices_of_a_code_do_not_start_on_one_day()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Price(1, new(2026, 1, 1), null));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => desk.Send(Price(2, new(2026, 1, 1), null)));

        Assert.Equal("price-exists", conflict.Code);
    }

    private static AddPrice Price(decimal price, DateOnly from, DateOnly? to) => new()
    {
        Code = "probe",
        Vendor = "V",
        Model = "M",
        Modality = "video",
        Unit = "second",
        Price = price,
        Currency = "USD",
        ValidFrom = from,
        ValidTo = to,
        Source = "S",
        RetrievedOn = new(2026, 1, 1),
    };
}
