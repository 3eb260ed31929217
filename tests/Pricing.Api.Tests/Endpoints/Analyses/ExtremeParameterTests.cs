using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pricing.Api.Tests.Endpoints.Analyses;

/// <summary>Numbers at the edges of their ranges are answered or refused, and never break the service.</summary>
public sealed class ExtremeParameterTests(Service service) : IClassFixture<Service>
{
    private static readonly string[] Edges = ["0", "1", "2", "-1", "0.5", "1e-9", "-1e-9", "0.000001", "0.999999", "1.000000001", "1000", "1e12"];

    // What the worked cases leave out.
    private static readonly Dictionary<string, (string Pointer, string Json)[]> More = new()
    {
        ["automation-sweep"] = [],
        ["ai-unit-economics"] =
        [
            ("/parameters/volume", "96"),
            ("/parameters/attemptCap", """{ "cap": 8, "fallbackCost": 60 }"""),
            ("/parameters/selfHosted", """{ "gpuHourPrice": 2, "secondsPerAttempt": 90, "utilisation": 0.5 }"""),
            ("/parameters/vendor", """{ "stopProbability": 0.1, "migrationCost": 10, "priceChange": 0.5, "remainingShare": 0.5, "replacementUnitPrice": 0.2, "replacementAcceptanceProbability": 0.1 }"""),
        ],
        ["price-erosion"] =
        [
            ("/parameters/limitPrice", "350"),
            ("/parameters/minimumMargin", "0.1"),
            ("/parameters/reopen/referenceDecline", "0.1"),
            ("/parameters/phases", """{ "strategy": { "computeDecline": 0.1, "wageGrowth": 0.1, "competition": 0.1 } }"""),
        ],
        ["savings-reinvestment"] = [],
        ["role-hours-shift"] = [],
        ["mood-film-trap"] =
        [
            ("/parameters/curve", """{ "type": "uShaped", "minimumContinuation": 0.3, "optimum": 0.4, "below": 0.5, "above": 0.6 }"""),
            ("/parameters/includedRounds", "2"),
            ("/parameters/referenceConcreteness", "0.1"),
        ],
        ["user-generated-content"] = [("/parameters/sizePerGeneration", "1")],
        ["own-product"] = [("/parameters/newCustomersRevenue", "10"), ("/parameters/discountRate", "0.1")],
    };

    public static TheoryData<string> Kinds => [.. More.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_number_may_lie_at_every_edge(string kind)
    {
        var numbers = NumbersOf(AnalysisCase.Request(kind, More[kind])["parameters"]!, "/parameters").ToList();

        foreach (var edge in Edges)
        {
            foreach (var number in numbers)
                await AssertAnswered(kind, [.. More[kind], (number, edge)]);
            await AssertAnswered(kind, [.. More[kind], .. numbers.Select(number => (number, edge))]);
        }
    }

    private async Task AssertAnswered(string kind, (string Pointer, string Json)[] changes)
    {
        var response = await AnalysisCase.Post(service, kind, changes);
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{kind} {changes[^1]}: {(int)response.StatusCode}");
    }

    private static IEnumerable<string> NumbersOf(JsonNode node, string pointer) => node switch
    {
        JsonObject members => members.SelectMany(member => NumbersOf(member.Value!, $"{pointer}/{member.Key}")),
        JsonArray entries => entries.SelectMany((entry, i) => NumbersOf(entry!, $"{pointer}/{i}")),
        _ => node.GetValueKind() == JsonValueKind.Number ? [pointer] : [],
    };
}
