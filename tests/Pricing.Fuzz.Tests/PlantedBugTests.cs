using Pricing.Fuzz.Tests.Engine;
using Pricing.Fuzz.Tests.Planted;

namespace Pricing.Fuzz.Tests;

/// <summary>The fuzzer finds what it is there to find: every bug that was planted, and nothing where there is none.</summary>
public sealed class PlantedBugTests
{
    private const int Requests = 20_000;

    private static readonly int Seeds = GateSize.Of("G19seeds", ci: 1, gate: 10);

    public static TheoryData<Bug> Bugs => [.. Enum.GetValues<Bug>().Where(bug => bug != Bug.None)];

    [Trait("Gate", "G19")]
    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task A_planted_bug_is_found(Bug bug)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var service = await PlantedService.Start(bug);

            var report = await Run(service, new(seed, Requests) { Until = finding => finding.Oracle == OracleOf(bug) });

            Assert.Contains(report.Findings, finding => finding.Oracle == OracleOf(bug));
        }
    }

    [Trait("Gate", "G19")]
    [Fact]
    public async Task The_twin_without_bugs_has_none()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var service = await PlantedService.Start(Bug.None);

            var report = await Run(service, new(seed, Requests));

            Assert.True(report.Findings.Count == 0, string.Join('\n', report.Findings.Take(5)));
        }

        GateSize.Measured("G19", $"{Bugs.Count} planted bugs, each found with {Seeds} seeds; none in the twin without bugs");
    }

    [Fact]
    public async Task A_case_is_the_same_again_on_a_service_that_has_just_started()
    {
        for (var number = 0; number < 100; number++)
        {
            await using var one = await PlantedService.Start(Bug.None);
            await using var other = await PlantedService.Start(Bug.None);

            var first = await Fuzzer.Replay(one.Client, PlantedService.Document(), new(7, 0), number);
            var second = await Fuzzer.Replay(other.Client, PlantedService.Document(), new(7, 0), number);

            Assert.Equal(first.Calls.Select(call => WithoutChance(call, one)), second.Calls.Select(call => WithoutChance(call, other)));
        }
    }

    [Fact]
    public async Task What_a_body_does_not_need_for_a_fault_is_left_out()
    {
        await using var service = await PlantedService.Start(Bug.NegativeAccepted);

        var report = await Run(service, new(3, 5_000));

        var finding = report.Findings.First(one => one.Oracle == Oracle.InvalidAccepted && one.Operation == "Quote");
        Assert.DoesNotContain("tags", finding.Calls[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("discount", finding.Calls[^1], StringComparison.Ordinal);
        Assert.Contains($"FUZZ_CASE=3/{finding.Case}", finding.ToString(), StringComparison.Ordinal);
    }

    // Where the service listens, and which of two that were sent at once came first.
    private static string WithoutChance(string call, PlantedService service) =>
        call.Replace(service.Client.BaseAddress!.Authority, "", StringComparison.Ordinal).Split(" & -> ")[0];

    private static Task<FuzzReport> Run(PlantedService service, FuzzSettings settings) =>
        Fuzzer.Run(service.Client, PlantedService.Document(), settings with { Credentials = [("X-API-Key", "good")], Secrets = _ => [PlantedService.Floor] }, TestContext.Current.CancellationToken);

    private static Oracle OracleOf(Bug bug) => bug switch
    {
        Bug.OverflowFails or Bug.MissingOptionalFails or Bug.NulFails or Bug.DeepFails or Bug.EmptyFails or Bug.OddIdFails or Bug.ArchivedCannotBeRead or Bug.ThirdChangeFails => Oracle.ServerError,
        Bug.UndocumentedStatus => Oracle.UndocumentedStatus,
        Bug.BareError or Bug.OtherStatusInProblem => Oracle.NoProblem,
        Bug.UnexplainedType => Oracle.UnknownProblemType,
        Bug.InsideTold => Oracle.Leak,
        Bug.FloorTold => Oracle.SecretTold,
        Bug.NoAllow => Oracle.NoAllowHeader,
        Bug.AnswerLacksMember or Bug.AnswerHoldsNull => Oracle.AnswerBreaksSchema,
        Bug.AnswerAsHtml => Oracle.UndocumentedMediaType,
        Bug.LocationLeadsNowhere => Oracle.UnreadableLocation,
        Bug.DeletedCanBeRead => Oracle.LivesOn,
        Bug.OldVersionAccepted => Oracle.LostUpdate,
        Bug.RepeatedKeyMakesTwo => Oracle.RepeatedEffect,
        _ => Oracle.InvalidAccepted,
    };
}
