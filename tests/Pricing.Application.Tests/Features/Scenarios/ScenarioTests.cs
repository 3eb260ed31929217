using System.Text;
using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Scenarios;

public sealed class ScenarioTests
{
    private const int AiVideo = 0, HybridVideo = 1, ClassicVideo = 2;

    [Fact]
    public async Task All_classic_is_the_document_with_every_video_made_the_classic_way()
    {
        await using var desk = await Desk.Open();
        var scenario = await desk.Send(Shift(ClassicVideo, AiVideo, HybridVideo));

        var document = Desk.Parsed(scenario.Document.Utf8);
        Assert.Equal([0, 0, 120], document["assets"]!.AsArray().Select(asset => (int)asset!["quantity"]!));
        var alone = Desk.Parsed(await desk.Send(new CompareDocument(scenario.Document.Utf8)));
        var stored = Desk.Parsed(await desk.Send(new CompareScenario(scenario.Id)));
        Assert.True(JsonNode.DeepEquals(alone, stored));
        Assert.Equal((SeedIds.Demo, 1, 1), (scenario.EngagementId, scenario.StartedFromVersion, scenario.Version));
    }

    [Fact]
    public async Task The_seeded_scenarios_stand_side_by_side_with_their_differences_to_the_engagement_as_it_is()
    {
        await using var desk = await Desk.Open();

        var table = await desk.Send(new CompareScenarios(SeedIds.Demo));

        Assert.Equal(["Social content campaign, 120 short videos", "All classic", "All hybrid", "All AI", "After a scope cut of a fifth"], table.Scenarios.Select(scenario => scenario.Name));
        var start = table.Scenarios[0];
        Assert.True(start.IsBase);
        Assert.Null(start.Difference);
        Assert.All(start.Structures, structure => Assert.Null(structure.Difference));
        Assert.Equal((110_326.46m, 115_271.71m), (start.Totals.Cost, start.Totals.Floor));
        Assert.Equal(133_530.06m, start.Structures[1].Figures!.ExpectedFee);

        var classic = table.Scenarios.Single(scenario => scenario.Name == "All classic");
        var comparison = Desk.Parsed(await desk.Send(new CompareScenario(classic.Id!.Value)));
        Assert.Equal((decimal)comparison["cost"]!["total"]!, classic.Totals.Cost);
        Assert.Equal(classic.Totals.Cost - start.Totals.Cost, classic.Difference!.Cost);
        for (var i = 0; i < table.Structures.Count; i++)
        {
            var stated = comparison["structures"]![i]!;
            var figures = classic.Structures[i].Figures;
            Assert.Equal((decimal?)stated["expectedFee"], figures?.ExpectedFee);
            Assert.Equal((decimal?)stated["clientSurplus"], figures?.ClientSurplus);
            Assert.Equal((decimal?)stated["certaintyEquivalent"], figures?.CertaintyEquivalent);
            Assert.Equal(figures?.ExpectedFee - start.Structures[i].Figures?.ExpectedFee, classic.Structures[i].Difference?.ExpectedFee);
        }
    }

    [Fact]
    public async Task A_structure_that_a_scenario_lacks_or_cannot_price_has_no_figures_there()
    {
        await using var desk = await Desk.Open();
        var lacking = await desk.Send(Create("Without the first", changes: [new() { Op = ChangeKind.Remove, Path = "/feeStructures/0" }]));
        var worthless = await desk.Send(Create("Worth nothing", changes: [Replace("/value/drivers", "[]")]));
        var other = await desk.Send(Create("Another one", changes: [new() { Op = ChangeKind.Add, Path = "/feeStructures/-", Value = Raw("""{"type":"fixed","name":"New","contingency":0.1,"margin":0.3}""") }]));

        var table = await desk.Send(new CompareScenarios(SeedIds.Demo));

        var keys = table.Structures;
        Assert.Equal("New", keys[^1].Name);
        Assert.Equal(12, keys.Count);
        Assert.Null(Column(lacking).Structures[0].Figures);
        Assert.NotNull(Column(lacking).Structures[1].Figures);
        Assert.Null(Column(worthless).Structures[keys.Select(key => key.Type).ToList().IndexOf("valueBased")].Figures);
        Assert.Null(table.Scenarios[0].Structures[^1].Figures);
        Assert.NotNull(Column(other).Structures[^1].Figures);
        Assert.Null(Column(other).Structures[^1].Difference);

        ScenarioColumn Column(ScenarioView scenario) => table.Scenarios.Single(column => column.Id == scenario.Id);
    }

    [Fact]
    public async Task A_scope_cut_scales_videos_and_hours_and_leaves_costs_that_fall_due_once()
    {
        await using var desk = await Desk.Open();
        var before = Desk.DocumentOf(await desk.Send(new GetEngagement(SeedIds.Demo)));

        var cut = Desk.Parsed((await desk.Send(Create("Cut", scope: 0.5m))).Document.Utf8);

        Assert.Equal([48, 9, 3], cut["assets"]!.AsArray().Select(asset => (decimal)asset!["quantity"]!));
        Assert.Equal((decimal)before["workPackages"]![0]!["hours"]!["STRD"]! / 2, (decimal)cut["workPackages"]![0]!["hours"]!["STRD"]!);
        Assert.True(JsonNode.DeepEquals(before["costs"], cut["costs"]));
        Assert.True(JsonNode.DeepEquals(before["feeStructures"], cut["feeStructures"]));
    }

    [Fact]
    public async Task Shifts_and_a_scope_cut_follow_each_other()
    {
        await using var desk = await Desk.Open();

        var scenario = await desk.Send(Create("Both", scope: 0.5m) with { Production = [new() { From = [AiVideo], To = HybridVideo }, new() { From = [AiVideo, HybridVideo], To = ClassicVideo }] });

        Assert.Equal([0, 0, 60], Desk.Parsed(scenario.Document.Utf8)["assets"]!.AsArray().Select(asset => (decimal)asset!["quantity"]!));
    }

    [Fact]
    public async Task The_engagement_stays_as_it_is_and_the_scenario_too_when_the_engagement_changes()
    {
        await using var desk = await Desk.Open();
        var before = await desk.Send(new CompareEngagement(SeedIds.Demo));

        var scenario = await desk.Send(Create("As it was"));
        Assert.Equal(before.ToArray(), (await desk.Send(new CompareEngagement(SeedIds.Demo))).ToArray());
        await desk.Send(new ChangeDocument { Id = SeedIds.Demo, Changes = [Replace("/assets/0/quantity", "48")] });

        Assert.Equal(before.ToArray(), (await desk.Send(new CompareScenario(scenario.Id))).ToArray());
        Assert.Equal(2, (await desk.Send(new CompareScenarios(SeedIds.Demo))).Version);
    }

    [Fact]
    public async Task A_scenario_is_changed_and_replaced_by_those_who_have_read_it()
    {
        await using var desk = await Desk.Open();
        var scenario = await desk.Send(Create("First"));

        var cut = await desk.Send(new ChangeScenario { Id = scenario.Id, ReadVersion = 1, Scope = 0.5m });
        var replaced = await desk.Send(new ReviseScenario { Id = scenario.Id, ReadVersion = 2, Name = "Second", Note = "N", Document = scenario.Document });

        Assert.Equal(2, cut.Version);
        Assert.Equal((3, "Second", "N"), (replaced.Version, replaced.Name, replaced.Note));
        Assert.True(JsonNode.DeepEquals(Desk.Parsed(scenario.Document.Utf8), Desk.Parsed(replaced.Document.Utf8)));
        await Assert.ThrowsAsync<StaleVersionException>(() => desk.Send(new ChangeScenario { Id = scenario.Id, ReadVersion = 1, Scope = 0.5m }));
        await Assert.ThrowsAsync<StaleVersionException>(() => desk.Send(new ArchiveScenario(scenario.Id, 1)));
    }

    [Fact]
    public async Task An_archived_scenario_leaves_list_and_comparison_and_stays_readable()
    {
        await using var desk = await Desk.Open();
        var scenario = await desk.Send(Create("Gone"));

        await desk.Send(new ArchiveScenario(scenario.Id, null));

        Assert.DoesNotContain((await desk.Send(new ListScenarios(SeedIds.Demo, false, null, null))).Items, row => row.Id == scenario.Id);
        Assert.Contains((await desk.Send(new ListScenarios(SeedIds.Demo, true, null, null))).Items, row => row.Id == scenario.Id);
        Assert.DoesNotContain((await desk.Send(new CompareScenarios(SeedIds.Demo))).Scenarios, column => column.Id == scenario.Id);
        Assert.True((await desk.Send(new GetScenario(scenario.Id))).IsArchived);
    }

    [Fact]
    public async Task The_list_is_paged_by_key()
    {
        await using var desk = await Desk.Open();

        var first = await desk.Send(new ListScenarios(SeedIds.Demo, false, 3, null));
        var second = await desk.Send(new ListScenarios(SeedIds.Demo, false, 3, first.Next));

        Assert.Equal((3, 1), (first.Items.Count, second.Items.Count));
        Assert.Null(second.Next);
        Assert.Empty(first.Items.Select(row => row.Id).Intersect(second.Items.Select(row => row.Id)));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_its_place()
    {
        await using var desk = await Desk.Open();
        var document = (await desk.Send(new GetEngagement(SeedIds.Demo))).Document;

        Assert.Equal(["/production/0/from/1", "/production/0/to"], await Pointers(Shift(3, 0, -1)));
        Assert.Equal(["/production/0/to"], await Pointers(Shift(0, 0)));
        Assert.Equal(["/scope"], await Pointers(Create("x", scope: -1)));
        Assert.Equal(["/changes/0/path"], await Pointers(Create("x", changes: [Replace("/nowhere/0", "1")])));
        Assert.Equal(["/document/assets/0/quantity"], await Pointers(Create("x", changes: [Replace("/assets/0/quantity", "-1")])));
        Assert.Equal(["/scope"], await Pointers(Create("x", scope: 1) with { Document = document }));
        Assert.Equal(["/name"], await Pointers(Create(" ")));
        Assert.Equal(["/document/currency"], await Pointers(Create("x", changes: [Replace("/currency", "\"CHF\"")])));

        async Task<IEnumerable<string>> Pointers(CreateScenario request) => (await desk.Refused(request)).Select(fault => fault.Pointer);
    }

    [Fact]
    public async Task Scenarios_are_drawn_side_by_side_under_a_structure()
    {
        await using var desk = await Desk.Open();

        var chart = Encoding.UTF8.GetString(await desk.Send(new DrawScenarios(SeedIds.Demo, 1, new(AnswerFormat.Svg))));

        Assert.Contains("Fixed price", chart, StringComparison.Ordinal);
        Assert.All(["As it is", "All classic", "All hybrid", "All AI", "After a scope cut"], name => Assert.Contains(name, chart, StringComparison.Ordinal));
        Assert.Equal(["/structure"], (await desk.Refused(new DrawScenarios(SeedIds.Demo, 11, new(AnswerFormat.Png)))).Select(fault => fault.Pointer));
        Assert.Equal(["/width"], (await desk.Refused(new DrawScenarios(SeedIds.Demo, 1, new(AnswerFormat.Png, Width: 1)))).Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task An_engagement_has_at_most_fifty_scenarios()
    {
        await using var desk = await Desk.Open();
        for (var i = 4; i < 50; i++)
            await desk.Send(Create($"Scenario {i}"));

        var refusal = await Assert.ThrowsAsync<ConflictException>(() => desk.Send(Create("One more")));

        Assert.Equal("too-many-scenarios", refusal.Code);
    }

    [Fact]
    public async Task Another_agency_can_neither_read_nor_change_a_scenario()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();
        var id = SeedIds.Of("scenario", "all-ai");
        var document = (await desk.Send(new GetScenario(id))).Document;

        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new GetScenario(id), other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new CompareScenario(id), other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new CompareScenarios(SeedIds.Demo), other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new ListScenarios(SeedIds.Demo, false, null, null), other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(Create("x"), other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new ChangeScenario { Id = id, Scope = 1 }, other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new ReviseScenario { Id = id, Name = "x", Document = document }, other));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Send(new ArchiveScenario(id, null), other));
    }

    private static CreateScenario Create(string name, decimal? scope = null, IReadOnlyList<DocumentChange>? changes = null) =>
        new() { Id = SeedIds.Demo, Name = name, Scope = scope, Changes = changes };

    private static CreateScenario Shift(int to, params int[] from) => Create("Shifted") with { Production = [new() { From = from, To = to }] };

    private static DocumentChange Replace(string path, string value) => new() { Path = path, Value = Raw(value) };

    private static RawJson Raw(string json) => Desk.Raw(JsonNode.Parse(json)!);
}
