using System.Text.Json.Nodes;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Features.RateCards;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Engagements;

public sealed class PricingDateTests
{
    private const string Code = "flux.2-pro";

    [Fact]
    public async Task A_stored_comparison_does_not_follow_a_price_that_is_revised_later()
    {
        await using var desk = await Desk.Open();
        var before = await desk.Send(new CompareEngagement(Desk.Seeded("user-generated-content")));
        var price = Assert.Single((await desk.Send(new ListPrices(Code, null, null, null, null))).Items);

        await desk.Send(Revision(price, price.Price * 10));

        Assert.Equal(before.ToArray(), (await desk.Send(new CompareEngagement(Desk.Seeded("user-generated-content")))).ToArray());
    }

    [Fact]
    public async Task A_stored_comparison_does_not_follow_a_rate_card_that_is_revised_later()
    {
        await using var desk = await Desk.Open();
        var before = await desk.Send(new CompareEngagement(Desk.Seeded("service-assistant")));
        var card = Assert.Single((await desk.Send(new ListRateCards("standard-2026", null, null, null, null))).Items);

        await desk.Send(new ReviseRateCard
        {
            Id = card.Id,
            Code = card.Code,
            Name = card.Name,
            Currency = card.Currency,
            ValidFrom = card.ValidFrom,
            Discount = card.Discount,
            Realisation = card.Realisation,
            Source = card.Source,
            Roles = [.. card.Roles.Select(role => role with { HourlyRate = role.HourlyRate * 2 })],
        });

        Assert.Equal(before.ToArray(), (await desk.Send(new CompareEngagement(Desk.Seeded("service-assistant")))).ToArray());
    }

    [Fact]
    public async Task A_copy_takes_the_prices_of_its_own_pricing_date()
    {
        await using var desk = await Desk.Open();
        var price = Assert.Single((await desk.Send(new ListPrices(Code, null, null, null, null))).Items);
        await desk.Send(Next(price, new(2027, 3, 1), price.Price * 10));

        var before = await desk.Send(new CopyEngagement { Id = Desk.Seeded("user-generated-content"), PricingDate = new(2027, 2, 28) });
        var after = await desk.Send(new CopyEngagement { Id = Desk.Seeded("user-generated-content"), PricingDate = new(2027, 3, 1) });

        var old = await UnitPrice(desk, Desk.Seeded("user-generated-content"));
        Assert.Equal(old, await UnitPrice(desk, before.Id));
        Assert.Equal(old * 10, await UnitPrice(desk, after.Id));
    }

    [Fact]
    public async Task A_copy_without_a_pricing_date_takes_the_prices_of_today()
    {
        await using var desk = await Desk.Open();
        var price = Assert.Single((await desk.Send(new ListPrices(Code, null, null, null, null))).Items);
        await desk.Send(Next(price, new(2026, 11, 26), price.Price * 10));
        desk.Now = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);

        var copy = await desk.Send(new CopyEngagement { Id = Desk.Seeded("user-generated-content") });

        Assert.Equal(new DateOnly(2026, 11, 26), copy.PricingDate);
        Assert.Equal(price.Price * 10, await UnitPrice(desk, copy.Id));
    }

    [Fact]
    public async Task A_change_of_a_document_keeps_the_pricing_date()
    {
        await using var desk = await Desk.Open();
        desk.Now = new(2027, 6, 1, 0, 0, 0, TimeSpan.Zero);

        var changed = await desk.Send(new ChangeDocument
        {
            Id = Desk.Seeded("user-generated-content"),
            Changes = [new() { Path = "/name", Value = new("\"Anders\""u8.ToArray()) }],
        });

        Assert.Equal(new DateOnly(2026, 11, 25), changed.PricingDate);
        Assert.Equal("Anders", changed.Name);
    }

    [Theory]
    [InlineData("sora-2-720p", "2026-09-25", "The price book's \"sora-2-720p\" is not in force on 2026-09-25. Its successor is \"veo-3.1-fast-1080p\".")]
    [InlineData("sora-2-720p", "2025-12-31", "is not in force on 2025-12-31")]
    [InlineData("no-such-price", "2026-11-25", "no-such-price")]
    public async Task A_price_that_does_not_hold_is_refused_where_it_is_named(string code, string day, string detail)
    {
        await using var desk = await Desk.Open();
        var document = await Document(desk);
        document["assets"]![0]!["generations"]![0]!["priceBookEntry"] = code;

        var faults = await desk.Refused(new CreateEngagement { Document = Desk.Raw(document), PricingDate = DateOnly.Parse(day, null) });

        Assert.Contains(faults, fault => fault.Pointer == "/document/assets/0/generations/0/priceBookEntry" && fault.Detail.Contains(detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_price_holds_on_its_last_day()
    {
        await using var desk = await Desk.Open();
        var document = await Document(desk);
        document["assets"]!.AsArray().Clear();
        document["assets"]!.AsArray().Add(JsonNode.Parse("""
            {"name":"Clip","phase":"production","quantity":1,"method":"ai","effortProfile":"ai",
             "generations":[{"model":"Sora 2","acceptedPerAsset":1,"sizePerAttempt":8,"priceBookEntry":"sora-2-720p","acceptanceProbability":0.5}]}
            """));

        var engagement = await desk.Send(new CreateEngagement { Document = Desk.Raw(document), PricingDate = new(2026, 9, 24) });

        Assert.Equal(0.1m, await UnitPrice(desk, engagement.Id));
    }

    [Theory]
    [InlineData("/rateCard/code", "unheard-of", "/document/rateCard/code")]
    [InlineData("/workPackages/0/effortProfile", "unheard-of", "/document/workPackages/0/effortProfile")]
    public async Task A_reference_that_nobody_knows_is_refused_where_it_stands(string path, string value, string pointer)
    {
        await using var desk = await Desk.Open();

        var faults = await desk.Refused(new ChangeDocument
        {
            Id = Desk.Seeded("user-generated-content"),
            Changes = [new() { Path = path, Value = Desk.Raw(JsonValue.Create(value)) }],
        });

        Assert.Contains(pointer, faults.Select(fault => fault.Pointer));
    }

    private static async Task<JsonObject> Document(Desk desk) => Desk.DocumentOf(await desk.Send(new GetEngagement(Desk.Seeded("user-generated-content"))));

    private static async Task<decimal> UnitPrice(Desk desk, Guid engagement) =>
        Desk.Parsed(await desk.Send(new GetResolvedDocument(engagement)))["assets"]![0]!["generations"]![0]!["unitPrice"]!.GetValue<decimal>();

    private static RevisePrice Revision(PriceView old, decimal price) => new()
    {
        Id = old.Id,
        Code = old.Code,
        Vendor = old.Vendor,
        Model = old.Model,
        Modality = old.Modality,
        Unit = old.Unit,
        Price = price,
        Currency = old.Currency,
        ValidFrom = old.ValidFrom,
        Source = old.Source,
        RetrievedOn = old.RetrievedOn,
    };

    private static AddPrice Next(PriceView old, DateOnly from, decimal price) => new()
    {
        Code = old.Code,
        Vendor = old.Vendor,
        Model = old.Model,
        Modality = old.Modality,
        Unit = old.Unit,
        Price = price,
        Currency = old.Currency,
        ValidFrom = from,
        Source = old.Source,
        RetrievedOn = old.RetrievedOn,
    };
}
