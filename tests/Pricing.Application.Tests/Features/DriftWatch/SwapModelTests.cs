using System.Text.Json.Nodes;
using Pricing.Application.Errors;
using Pricing.Application.Features.DriftWatch;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Tests.Features.Repricing;

namespace Pricing.Application.Tests.Features.DriftWatch;

public sealed class SwapModelTests
{
    private const string Code = "flux.2-pro", Successor = "flux.2-flex";

    private static readonly Guid Pictures = Desk.Seeded("user-generated-content"), Cars = Desk.Seeded("automotive-image-campaign"), Won = Desk.Seeded("always-on-retainer");

    [Fact]
    public async Task A_dry_run_shows_the_difference_and_changes_nothing()
    {
        await using var desk = await Desk.Open();

        var shown = await desk.Send(DryRun());

        Assert.Equal((Successor, 0.05m, "USD", "image"), (shown.Successor.Code, shown.Successor.Price, shown.Successor.Currency, shown.Successor.Unit));
        Assert.Equal([Cars, Pictures], shown.Engagements.Select(engagement => engagement.Id).OrderBy(id => id == Pictures));
        var pictures = shown.Engagements.Single(engagement => engagement.Id == Pictures);
        Assert.Equal(["/assets/0/generations/0"], pictures.Generations);
        Assert.All(pictures.Structures, structure => Assert.True(structure.After!.ExpectedCost > structure.Before!.ExpectedCost));
        Assert.Equal(1, (await desk.Send(new GetEngagement(Pictures))).Version);
    }

    [Fact]
    public async Task The_confirmed_call_changes_all_drafts_to_what_was_shown()
    {
        await using var desk = await Desk.Open();
        var shown = await desk.Send(DryRun() with { AcceptanceProbability = 0.25m, ReviewMinutesPerAttempt = 0.75m });

        var changed = await desk.Send(DryRun() with { AcceptanceProbability = 0.25m, ReviewMinutesPerAttempt = 0.75m, ValidateOnly = false, Confirmation = shown.Confirmation });

        Assert.Equal(shown.Engagements.SelectMany(engagement => engagement.Structures), changed.Engagements.SelectMany(engagement => engagement.Structures));
        var engagement = await desk.Send(new GetEngagement(Pictures));
        var generation = Desk.DocumentOf(engagement)["assets"]![0]!["generations"]![0]!;
        Assert.Equal((2, new DateOnly(2026, 11, 25)), (engagement.Version, engagement.PricingDate));
        Assert.Equal((Successor, 0.25m), ((string?)generation["priceBookEntry"], (decimal)generation["acceptanceProbability"]!));
        Assert.Equal(generation["reviewRole"] is null ? null : 0.75m, (decimal?)generation["reviewMinutesPerAttempt"]);
        Assert.Equal(0.05m, (decimal)Desk.Parsed(await desk.Send(new GetResolvedDocument(Pictures)))["assets"]![0]!["generations"]![0]!["unitPrice"]!);
        Assert.Equal(2, (await desk.Send(new GetEngagement(Cars))).Version);
        Assert.Equal(1, (await desk.Send(new GetEngagement(Won))).Version);
        Assert.Empty((await desk.Send(DryRun())).Engagements);
    }

    [Fact]
    public async Task Nothing_is_changed_without_the_confirmation_of_the_difference_as_it_is()
    {
        await using var desk = await Desk.Open();
        var shown = await desk.Send(DryRun());
        Assert.Equal(["/confirmation"], (await desk.Refused(DryRun() with { ValidateOnly = false })).Select(fault => fault.Pointer));

        await desk.Send(new ArchiveEngagement(Cars, null));
        var refusal = await Assert.ThrowsAsync<ConflictException>(() => desk.Send(DryRun() with { ValidateOnly = false, Confirmation = shown.Confirmation }));

        Assert.Equal("difference-changed", refusal.Code);
        Assert.Equal(1, (await desk.Send(new GetEngagement(Pictures))).Version);
    }

    [Fact]
    public async Task A_discontinued_model_names_its_successor_and_its_experience_comes_along()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Prices.Ending(await desk.Price(Code), new(2026, 11, 24), Successor));
        var flex = await desk.Price(Successor);
        await desk.Send(Prices.Next(flex, new(2026, 11, 25), 1) with { AcceptanceProbability = 0.8m, ReviewMinutesPerAttempt = 0.1m });

        var shown = await desk.Send(new SwapModel { Code = Code, ValidateOnly = true });

        Assert.Equal((Successor, 0.8m, 0.1m), (shown.Successor.Code, shown.Successor.AcceptanceProbability, shown.Successor.ReviewMinutesPerAttempt));
        Assert.Equal(2, shown.Engagements.Count);
    }

    [Fact]
    public async Task An_engagement_that_cannot_have_the_successor_is_told_apart_and_stays()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Prices.Next(await desk.Price(Code), new(2026, 11, 24), 1) with { Code = "ours", Currency = "EUR" });
        var document = Desk.DocumentOf(await desk.Send(new GetEngagement(Desk.Seeded("twenty-hours-become-five"))));
        document["assets"] = new JsonArray(JsonNode.Parse("""
            {"name":"A","phase":"production","quantity":1,"effortProfile":"plain","generations":[{"model":"M","acceptedPerAsset":1,"sizePerAttempt":1,"priceBookEntry":"ours","acceptanceProbability":0.5}]}
            """));
        var engagement = await desk.Send(new CreateEngagement { Document = Desk.Raw(document) });
        await desk.Send(Prices.Next(await desk.Price(Successor), new(2026, 11, 24), 1) with { Code = "theirs", Currency = "JPY" });

        var shown = await desk.Send(new SwapModel { Code = "ours", Successor = "theirs", ValidateOnly = true });
        await desk.Send(new SwapModel { Code = "ours", Successor = "theirs", Confirmation = shown.Confirmation });
        var inDollars = await desk.Send(new SwapModel { Code = "ours", Successor = Successor, ValidateOnly = true });

        Assert.Equal("/document/assets/0/generations/0/priceBookEntry", Assert.Single(Assert.Single(shown.Unpriced).Faults).Pointer);
        Assert.Equal(1, (await desk.Send(new GetEngagement(engagement.Id))).Version);
        Assert.Empty(inDollars.Unpriced);   // the agency's rate of the day is added where the document has none
    }

    [Theory]
    [InlineData("no-such", Successor, "/code")]
    [InlineData(Code, null, "/successor")]
    [InlineData(Code, "no-such", "/successor")]
    [InlineData(Code, "veo-3.1-fast-4k", "/successor")]
    [InlineData(Code, Code, "/successor")]
    public async Task A_successor_that_cannot_take_the_place_is_refused(string code, string? successor, string pointer)
    {
        await using var desk = await Desk.Open();

        var faults = await desk.Refused(new SwapModel { Code = code, Successor = successor, ValidateOnly = true });

        Assert.Equal([pointer], faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task Another_agency_swaps_nothing_here()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();

        await Assert.ThrowsAsync<InvalidRequestException>(() => desk.Send(DryRun(), other));
    }

    private static SwapModel DryRun() => new() { Code = Code, Successor = Successor, ValidateOnly = true };
}
