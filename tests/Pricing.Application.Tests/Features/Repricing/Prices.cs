using Pricing.Application.Features.PriceBook;
using Pricing.Application.Features.RateCards;

namespace Pricing.Application.Tests.Features.Repricing;

/// <summary>Other prices and cards in the place of the seed's.</summary>
internal static class Prices
{
    public static async Task<PriceView> Price(this Desk desk, string code) =>
        Assert.Single((await desk.Send(new ListPrices(code, null, null, 100, null))).Items, price => price.Code == code);

    public static async Task<RateCardView> Card(this Desk desk) => Assert.Single((await desk.Send(new ListRateCards("standard-2026", null, null, null, null))).Items);

    public static AddPrice Next(PriceView price, DateOnly from, decimal factor) => new()
    {
        Code = price.Code,
        Vendor = price.Vendor,
        Model = price.Model,
        Modality = price.Modality,
        Unit = price.Unit,
        Price = price.Price * factor,
        Currency = price.Currency,
        ValidFrom = from,
        Source = "Test",
        RetrievedOn = from,
    };

    public static RevisePrice Ending(PriceView price, DateOnly last, string? successor = null) => new()
    {
        Id = price.Id,
        Code = price.Code,
        Vendor = price.Vendor,
        Model = price.Model,
        Modality = price.Modality,
        Unit = price.Unit,
        Price = price.Price,
        Currency = price.Currency,
        ValidFrom = price.ValidFrom,
        ValidTo = last,
        Source = price.Source,
        RetrievedOn = price.RetrievedOn,
        Status = PriceStatus.Discontinued,
        Successor = successor,
    };

    public static CreateRateCard Dearer(RateCardView card, DateOnly from) => new()
    {
        Code = card.Code,
        Name = card.Name,
        Currency = card.Currency,
        ValidFrom = from,
        Discount = card.Discount,
        Realisation = card.Realisation,
        Source = "Test",
        Roles = [.. card.Roles.Select(role => role with { HourlyRate = role.HourlyRate * 1.05m, AnnualSalary = role.AnnualSalary * 1.1m })],
    };
}
