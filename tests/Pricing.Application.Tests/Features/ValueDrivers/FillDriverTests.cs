using System.Text.Json.Nodes;
using Pricing.Application.Errors;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.ValueDrivers;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.ValueDrivers;

public sealed class FillDriverTests
{
    [Fact]
    public async Task A_filled_driver_is_explained_down_to_the_calculators_inputs_and_their_sources()
    {
        await using var desk = await Desk.Open();
        var before = Desk.Parsed(await desk.Send(new CompareEngagement(SeedIds.Demo)));

        var filled = await desk.Send(Filling(0));

        Assert.Equal(2, filled.Version);
        Assert.True(JsonNode.DeepEquals(before, Desk.Parsed(await desk.Send(new CompareEngagement(SeedIds.Demo)))));   // 270,000 as before
        var tree = await desk.Send(new ExplainFigure(SeedIds.Demo, "/structures/3/expectedFee"));
        var first = Assert.Single(Nodes(tree.Figure), node => node.Input == "/value/drivers/0/firstMonth");
        Assert.Equal(270_000, first.Value);
        Assert.Equal("revenue a year ÷ 12 × uplift × gross margin", first.Formula);
        Assert.Equal("Value-driver calculator Incremental gross profit, filled on 2026-11-25", first.Source);
        Assert.Equal([180_000_000, 0.04m, 0.45m], first.Parts.Select(part => part.Value));
        Assert.Equal("money a year; Controlling; Annual report 2025; Reported", first.Parts[0].Source);
        Assert.Null(Assert.Single(Nodes(tree.Figure), node => node.Input == "/value/drivers/1/firstMonth").Source);
    }

    [Fact]
    public async Task What_is_not_stated_stays_as_the_driver_has_it()
    {
        await using var desk = await Desk.Open();

        await desk.Send(Filling(0) with { MonthlyRetention = null, Attribution = null, Confidence = null, AttributionMethod = null });

        var driver = Desk.DocumentOf(await desk.Send(new GetEngagement(SeedIds.Demo)))["value"]!["drivers"]![0]!;
        Assert.Equal((0.88m, 0.35m, 0.8m), ((decimal)driver["monthlyRetention"]!, (decimal)driver["attribution"]!, (decimal)driver["confidence"]!));
        Assert.Equal("incrementalGrossProfit", (string?)driver["id"]);
        Assert.Equal("Controlling", (string?)driver["dataOwner"]);
    }

    [Fact]
    public async Task Without_a_position_a_driver_is_added_and_each_has_an_id_of_its_own()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Filling(0));

        await desk.Send(Filling(null));

        var filled = await desk.Send(new GetFilledDrivers(SeedIds.Demo));
        Assert.Equal(3, filled.Version);
        Assert.Equal([(0, "incrementalGrossProfit"), (3, "incrementalGrossProfit-2")], filled.Drivers.Select(driver => (driver.Position, driver.Id)));
        Assert.Equal("Annual report 2025", filled.Drivers[1].Inputs["annualRevenue"].Source);
        Assert.Equal(["uplift", "grossMargin"], filled.Drivers[1].Unsourced);
    }

    [Fact]
    public async Task A_driver_changed_by_hand_is_explained_by_the_document_alone()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Filling(0));
        await desk.Send(Change("/value/drivers/0/confidence", 0.7m));
        Assert.Single((await desk.Send(new GetFilledDrivers(SeedIds.Demo))).Drivers);

        await desk.Send(Change("/value/drivers/0/firstMonth", 260_000));

        Assert.Empty((await desk.Send(new GetFilledDrivers(SeedIds.Demo))).Drivers);
        Assert.Null(Nodes((await desk.Send(new ExplainFigure(SeedIds.Demo, "/value/total"))).Figure).Single(node => node.Input == "/value/drivers/0/firstMonth").Source);
    }

    [Fact]
    public async Task A_driver_that_moves_takes_its_derivation_along_and_so_does_a_copy()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Filling(2));

        await desk.Send(new ChangeDocument { Id = SeedIds.Demo, Changes = [new() { Op = ChangeKind.Remove, Path = "/value/drivers/1" }] });
        var copy = await desk.Send(new CopyEngagement { Id = SeedIds.Demo });

        Assert.Equal(1, Assert.Single((await desk.Send(new GetFilledDrivers(SeedIds.Demo))).Drivers).Position);
        Assert.Equal(1, Assert.Single((await desk.Send(new GetFilledDrivers(copy.Id))).Drivers).Position);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public async Task A_position_without_a_driver_is_refused(int position)
    {
        await using var desk = await Desk.Open();

        var faults = await desk.Refused(Filling(position));

        Assert.Equal(["/position"], faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task Nobodys_change_is_lost_and_nobody_else_fills_it()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();
        await desk.Send(Filling(0) with { ReadVersion = 1 });

        await Assert.ThrowsAsync<StaleVersionException>(() => desk.Send(Filling(0) with { ReadVersion = 1 }));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(Filling(0), other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new GetFilledDrivers(SeedIds.Demo), other));
    }

    private static FillDriver Filling(int? position)
    {
        var terms = CalculatorTests.IncrementalGrossProfit(180_000_000, 0.04m, 0.45m);
        return new()
        {
            Id = SeedIds.Demo,
            Kind = terms.Kind,
            Position = position,
            Inputs = terms.Inputs,
            MonthlyRetention = terms.MonthlyRetention,
            Attribution = terms.Attribution,
            AttributionMethod = terms.AttributionMethod,
            Confidence = terms.Confidence,
        };
    }

    private static ChangeDocument Change(string path, decimal value) =>
        new() { Id = SeedIds.Demo, Changes = [new() { Path = path, Value = Desk.Raw(JsonValue.Create(value)) }] };

    private static IEnumerable<ExplainedFigure> Nodes(ExplainedFigure figure) => figure.Parts.SelectMany(Nodes).Prepend(figure);
}
