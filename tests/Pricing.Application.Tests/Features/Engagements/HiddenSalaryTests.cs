using System.Text;
using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Engagements;

/// <summary>Whoever may not read salaries states none beside hidden ones: with a known number in the place of one, sums would tell the others.</summary>
public sealed class HiddenSalaryTests
{
    private const string NewRole = """{"code":"X","title":"X","annualSalary":1000,"utilisation":0.65,"hourlyRate":230}""";
    private const string Director = """{"code":"STRD","title":"Strategy director","annualSalary":1000,"utilisation":0.65,"hourlyRate":230}""";

    private static readonly Actor Lead = new(SeedIds.Agency, SeedIds.Of("user", "lead"), UserRole.AccountLead);
    private static readonly Guid WithCard = Desk.Seeded("automotive-image-campaign");

    /// <summary>Ways into a hidden salary, and the place that the refusal names.</summary>
    public static TheoryData<string, string> WaysIn() => new()
    {
        { """[{"path":"/rateCard/roles/0/annualSalary","value":1000}]""", "/rateCard/roles/0/annualSalary" },
        { """[{"op":"add","path":"/rateCard/roles/0/annualSalary","value":1000}]""", "/rateCard/roles/0/annualSalary" },
        { """[{"op":"remove","path":"/rateCard/roles/0/annualSalary"},{"op":"add","path":"/rateCard/roles/0/costPerHour","value":1}]""", "/rateCard/roles/0/annualSalary" },
        { """[{"op":"add","path":"/rateCard/roles/0/onCostRate","value":0}]""", "/rateCard/roles/0/onCostRate" },
        { """[{"op":"add","path":"/rateCard/roles/9/costPerHour","value":1}]""", "/rateCard/roles/9/costPerHour" },
        { $$"""[{"path":"/rateCard/roles/0","value":{{Director}}}]""", "/rateCard/roles/0/annualSalary" },
        { $$"""[{"op":"remove","path":"/rateCard/roles/0"},{"op":"add","path":"/rateCard/roles/0","value":{{Director}}}]""", "/rateCard/roles/0/annualSalary" },
        { $$"""[{"op":"add","path":"/rateCard/roles/-","value":{{NewRole}}}]""", "/rateCard/roles/10/annualSalary" },
        { $$"""[{"path":"/rateCard/roles","value":[{{NewRole}},{{Director}}]}]""", "/rateCard/roles/0/annualSalary" },
        { $$$"""[{"path":"/rateCard","value":{"discount":0.05,"realisation":0.93,"roles":[{{{Director}}}]}}]""", "/rateCard/roles/0/annualSalary" },
        { $$$"""[{"op":"add","path":"/rateCard/r~1oles","value":[]},{"path":"/rateCard","value":{"roles":[{"code":"STRD"},{{{NewRole}}}]}}]""", "/rateCard/roles/1/annualSalary" },
    };

    [Theory]
    [MemberData(nameof(WaysIn))]
    public async Task No_change_of_a_lead_reaches_a_hidden_salary(string changes, string place)
    {
        await using var desk = await Desk.Open();
        var copy = await desk.Send(new CopyEngagement { Id = SeedIds.Demo }, Lead);
        var scenario = await desk.Send(new CreateScenario { Id = copy.Id, Name = "S", Scope = 1 }, Lead);

        var refusals = new[]
        {
            await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(new ChangeDocument { Id = copy.Id, Changes = Read(changes) }, Lead)),
            await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(new CreateScenario { Id = copy.Id, Name = "T", Changes = Read(changes) }, Lead)),
            await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(new ChangeScenario { Id = scenario.Id, Changes = Read(changes) }, Lead)),
        };

        Assert.All(refusals, refusal => Assert.StartsWith($"{place}: ", refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lead_changes_what_stands_beside_a_hidden_salary_and_the_salary_stays()
    {
        await using var desk = await Desk.Open();
        var copy = await desk.Send(new CopyEngagement { Id = SeedIds.Demo }, Lead);

        await Change("""[{"path":"/rateCard/roles/0/utilisation","value":0.7},{"path":"/rateCard/roles/1","value":{"code":"STRS","title":"Strategist","utilisation":0.75,"hourlyRate":150}}]""");
        await Change("""[{"op":"remove","path":"/rateCard/roles/1"},{"op":"add","path":"/rateCard/roles/-","value":{"code":"STRS","title":"Last","utilisation":0.75,"hourlyRate":150}}]""");

        var roles = Desk.DocumentOf(await desk.Send(new GetEngagement(copy.Id)))["rateCard"]!["roles"]!.AsArray();
        Assert.Equal((110_000m, 0.7m), ((decimal)roles[0]!["annualSalary"]!, (decimal)roles[0]!["utilisation"]!));
        Assert.Equal((78_000m, "Last"), ((decimal)roles[9]!["annualSalary"]!, (string?)roles[9]!["title"]));

        Task Change(string changes) => desk.Send(new ChangeDocument { Id = copy.Id, Changes = Read(changes) }, Lead);
    }

    [Fact]
    public async Task A_document_that_a_lead_sends_states_no_salary_beside_hidden_ones()
    {
        await using var desk = await Desk.Open();
        var copy = await desk.Send(new CopyEngagement { Id = SeedIds.Demo }, Lead);
        var scenario = await desk.Send(new CreateScenario { Id = copy.Id, Name = "S", Scope = 1 }, Lead);
        var document = Desk.DocumentOf(await desk.Send(new GetEngagement(copy.Id), Lead));
        document["rateCard"]!["roles"]![3]!["annualSalary"] = 66_000m;   // the true one: a guess must not be told right

        var refusals = new[]
        {
            await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(new ReviseEngagement { Id = copy.Id, Document = Desk.Raw(document) }, Lead)),
            await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(new ReviseScenario { Id = scenario.Id, Name = "S", Document = Desk.Raw(document) }, Lead)),
            await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(new CreateScenario { Id = copy.Id, Name = "T", Document = Desk.Raw(document) }, Lead)),
        };

        Assert.All(refusals, refusal => Assert.StartsWith("/rateCard/roles/3/annualSalary: ", refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_lead_sends_back_as_it_was_read_loses_no_salary_in_a_scenario_either()
    {
        await using var desk = await Desk.Open();
        var start = Cost(await desk.Send(new CompareEngagement(SeedIds.Demo)));
        var document = (await desk.Send(new GetEngagement(SeedIds.Demo), Lead)).Document;

        var scenario = await desk.Send(new CreateScenario { Id = SeedIds.Demo, Name = "S", Document = document }, Lead);
        var created = Cost(await desk.Send(new CompareScenario(scenario.Id)));
        await desk.Send(new ReviseScenario { Id = scenario.Id, Name = "S", Document = document }, Lead);

        Assert.Equal((start, start), (created, Cost(await desk.Send(new CompareScenario(scenario.Id)))));
    }

    [Fact]
    public async Task Where_a_document_hides_nothing_a_lead_states_salaries()
    {
        await using var desk = await Desk.Open();
        var copy = await desk.Send(new CopyEngagement { Id = WithCard }, Lead);
        var roles = desk.Send(new GetResolvedDocument(copy.Id));
        var card = Desk.Parsed(await roles)["rateCard"]!.DeepClone();
        foreach (var role in card["roles"]!.AsArray().Select(role => role!.AsObject()))
        {
            role.Remove("costPerHour");
            role["annualSalary"] = 1000;
            role["utilisation"] = 0.5;
        }

        await desk.Send(new ChangeDocument { Id = copy.Id, Changes = [new() { Path = "/rateCard", Value = Desk.Raw(card) }] }, Lead);

        Assert.All(Desk.DocumentOf(await desk.Send(new GetEngagement(copy.Id)))["rateCard"]!["roles"]!.AsArray(), role => Assert.Equal(1000, (int)role!["annualSalary"]!));
    }

    [Theory]
    [InlineData("/rateCard/roles/0/annualSalary")]
    [InlineData("/rateCard/roles/0/onCostRate")]
    public async Task No_analysis_of_a_stored_engagement_moves_a_hidden_salary(string lever)
    {
        await using var desk = await Desk.Open();

        foreach (var engagement in new[] { SeedIds.Demo, WithCard })
        {
            foreach (var (kind, parameters) in Moving(lever))
            {
                var body = Encoding.UTF8.GetBytes($$"""{"parameters":{{parameters}}}""");
                await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(new AnalyseEngagement(kind, engagement, body, new AnswerForm(AnswerFormat.Json)), Lead));
            }
        }
    }

    private static IEnumerable<(string Kind, string Parameters)> Moving(string lever) =>
    [
        ("tornado", $$"""{"levers":["{{lever}}"],"low":-0.1,"high":0.1}"""),
        ("break-even", $$"""{"lever":"{{lever}}","figure":"profitMargin","target":0.2,"minimum":1,"maximum":200000}"""),
    ];

    private static decimal Cost(ReadOnlyMemory<byte> comparison) => (decimal)Desk.Parsed(comparison)["cost"]!["total"]!;

    private static List<DocumentChange> Read(string changes) =>
    [
        .. JsonNode.Parse(changes)!.AsArray().Select(change => new DocumentChange
        {
            Op = (string?)change!["op"] switch { "add" => ChangeKind.Add, "remove" => ChangeKind.Remove, _ => ChangeKind.Replace },
            Path = (string)change["path"]!,
            Value = change["value"] is { } value ? Desk.Raw(value) : null,
        }),
    ];
}
