using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Pricing.Benchmarks;

/// <summary>Time of every kind of analysis but the simulation on the largest document, beside a plain comparison of it.</summary>
internal static class AnalysesRun
{
    private const int Rounds = 5, WarmUps = 5;

    public static async Task Run()
    {
        await using var service = new Service();
        using var client = new HttpClient { BaseAddress = await service.Start() };
        var engagement = Engagement();

        // The first request of a kind finds hardly anything compiled, as after a start of the service.
        var document = engagement.ToJsonString();
        for (var i = 0; i < WarmUps; i++)
            await Measure(client, "/api/v1/comparisons", document);
        foreach (var (kind, parameters) in Parameters())
        {
            var request = new JsonObject { ["engagement"] = engagement.DeepClone(), ["parameters"] = parameters };
            var time = await Measure(client, $"/api/v1/analyses/{kind}", request.ToJsonString());
            var plain = await Measure(client, "/api/v1/comparisons", document);
            Console.WriteLine(Line(kind, time, plain.Median));
        }
    }

    private static JsonNode Engagement()
    {
        var engagement = JsonNode.Parse(LargestDocument.Text())!;
        foreach (var (i, asset) in engagement["assets"]!.AsArray().Index())
            asset!["id"] = $"a{i}";
        engagement["revisions"] = JsonNode.Parse("""{"phase":"production","includedRounds":2,"concreteness":0.8,"minimumContinuation":0.2,"maximumContinuation":0.7,"hoursPerRound":{"R0":20},"externalCostPerRound":500}""");
        return engagement;
    }

    private static IEnumerable<(string Kind, JsonNode Parameters)> Parameters()
    {
        yield return ("automation-sweep", With(Alternatives(), "\"steps\":100"));
        yield return ("ai-unit-economics", JsonNode.Parse("""{"asset":"a0","vendor":{"stopProbability":0.1,"migrationCost":1000,"priceChange":0.5,"remainingShare":0.5},"brandModel":{"dataCost":1000,"trainingCost":1000,"acceptanceProbability":0.6,"assetsPerMonth":9,"months":60,"monthlyRetention":0.9}}""")!);
        yield return ("price-erosion", JsonNode.Parse("""{"asset":"a0","initialPrice":900000,"computeDecline":0.3,"wageGrowth":0.02,"competition":0.4,"years":50}""")!);
        yield return ("savings-reinvestment", With(Alternatives(), "\"reinvestedShare\":0.6,\"heroPrice\":28000"));
        yield return ("role-hours-shift", With(Alternatives(), "\"utilisation\":0.8"));
        yield return ("mood-film-trap", JsonNode.Parse("""{"avoidedCost":12000,"moodFilmCost":5000}""")!);
        yield return ("user-generated-content", JsonNode.Parse("""{"published":500,"acceptanceProbability":0.25,"unitPrice":0.04,"moderationShare":0.2,"moderationMinutes":2,"moderatorRole":"R0","valuePerPiece":300,"halfLifeMonths":0.75,"months":240,"elasticity":0.5,"maximumPublished":10000000}""")!);
        yield return ("own-product", JsonNode.Parse("""{"buildCost":120000,"monthlyRevenue":9000,"churn":0.03,"margin":0.7,"months":240}""")!);
        yield return ("incentive-design", JsonNode.Parse("""{"effortCost":1000000}""")!);
        yield return ("negotiation", JsonNode.Parse($$"""{"options":{{List(10, Option).ToJsonString()}}}""")!);
        yield return ("tornado", JsonNode.Parse("""{"figure":"certaintyEquivalent"}""")!);
        yield return ("recommendation", JsonNode.Parse("""{}""")!);
        yield return ("recommendation", JsonNode.Parse("""{"step":0.01}""")!);
        yield return ("break-even", JsonNode.Parse("""{"figure":"certaintyEquivalent","target":0,"structure":0,"lever":"hours","minimum":0.01,"maximum":3}""")!);
        yield return ("break-even", JsonNode.Parse("""{"figure":"certaintyEquivalent","target":0,"structure":0,"lever":"/workPackages/0/hours/R0","minimum":0,"maximum":100000}""")!);
        yield return ("pricing-target", JsonNode.Parse("""{"margin":0.2,"structure":0}""")!);
    }

    private static string Option(int option)
    {
        var changes = List(20, i => $$"""{"pointer":"/workPackages/{{i}}/hours/R0","value":{{option + i}}}""").ToJsonString();
        return $$"""{"name":"O{{option}}","split":0.5,"changes":{{changes}} }""";
    }

    private static string Alternatives() =>
        $"\"alternatives\":{List(900, i => $$$"""{"asset":"a{{{i}}}","classic":{"effortProfile":"e","hoursPerAsset":{"R0":40} } }""").ToJsonString()}";

    private static JsonNode With(string members, string more) => JsonNode.Parse($"{{{members},{more}}}")!;

    private static JsonArray List(int count, Func<int, string> entry) => [.. Enumerable.Range(0, count).Select(i => JsonNode.Parse(entry(i)))];

    private static async Task<Time> Measure(HttpClient client, string path, string body)
    {
        var times = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            var clock = Stopwatch.StartNew();
            using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
            var text = await answer.Content.ReadAsStringAsync();
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{path}: {text[..Math.Min(text.Length, 500)]}");
        }

        return new(times[0], times.Skip(1).Order().ElementAt(Rounds / 2));
    }

    private static string Line(string name, Time time, double plain) => string.Create(
        CultureInfo.InvariantCulture, $"{name,-24} first {time.First,7:N0} ms, then {time.Median,7:N0} ms; a comparison {plain,5:N0} ms, ratio {time.Median / plain,5:N1}");

    /// <param name="First">Milliseconds of the first request.</param>
    /// <param name="Median">Milliseconds in the median of those behind it.</param>
    private readonly record struct Time(double First, double Median);
}
