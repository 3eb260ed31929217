using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pricing.Api.Tests;
using Pricing.Application.Seeding;
using Pricing.Fuzz.Tests.Engine;

namespace Pricing.Fuzz.Tests;

/// <summary>Whatever is sent, the service answers as its document says. <c>FUZZ_CASE=seed/number</c> runs one case again, <c>FUZZ_SEED</c> another run.</summary>
public sealed class ServiceFuzzTests : IAsyncDisposable
{
    private const int Seed = 20_261_125;

    private FuzzedService service = null!;

    // A short run does not get through to every operation, and some need a partner that the test has not, such as a CRM.
    [Trait("Gate", "G19")]
    [Trait("Gate", "G32")]
    [Theory]
    [InlineData(DatabaseKind.Sqlite, 9_000, 0.8)]
    [InlineData(DatabaseKind.Postgres, 3_000, 0.6)]
    public async Task Whatever_is_sent_is_answered_as_the_document_says(DatabaseKind database, int inEveryRun, double leastShare)
    {
        service = await FuzzedService.On(database);
        await service.Send(HttpMethod.Post, "/api/v1/demo");
        await Contract();
        var (salaries, inner) = await Plant();
        var document = await service.Read("/swagger/v1/swagger.json");
        var keys = await service.Keys();
        var settings = new FuzzSettings(SeedOf(Environment.GetEnvironmentVariable("FUZZ_SEED")) + (int)database, GateSize.Of("G19", inEveryRun, gate: 250_000)) { Credentials = [.. keys.Values.Select(key => ("X-API-Key", key))], Excuses = IsKnown, Secrets = SecretsFor, Tell = Tell };
        if (Environment.GetEnvironmentVariable("FUZZ_CASE")?.Split('/') is [var seed, var number])
        {
            await Again(document, settings with { Seed = SeedOf(seed) }, SeedOf(number));
            return;
        }

        var report = await Fuzzer.Run(service.Client, document, settings, TestContext.Current.CancellationToken);

        Assert.True(report.Findings.Count == 0, $"{report.Findings.Count} findings\n{string.Join("\n\n", report.Findings.Take(50))}");
        var succeeded = report.Coverage.Keys.Where(key => key.Status is >= 200 and < 300).Select(key => key.Operation).ToHashSet();
        var shut = Fuzzer.IdsOf(document).Except(succeeded).ToList();
        var refused = report.Coverage.Where(entry => entry.Key.Status >= 400).Sum(entry => entry.Value);
        Assert.True(succeeded.Count >= leastShare * (succeeded.Count + shut.Count), $"A fuzzer that is only refused looks green. Never succeeded: {string.Join(", ", shut)}");
        GateSize.Measured("G32", $"{database}: {report.Requests} requests as everybody: none of {salaries.Count} salaries told to a lead, an auditor or a CRM, nor one of {inner.Count} costs, profits and floors to a CRM");
        GateSize.Measured("G19", $"{database}: {report.Requests} requests, seed {settings.Seed}: {succeeded.Count} operations succeeded, {refused} requests refused, 0 findings");

        IReadOnlyCollection<string> SecretsFor(Call call) => keys.FirstOrDefault(key => key.Value == call.Header("X-API-Key")).Key switch
        {
            "accountLead" or "auditor" => salaries,
            "crmIntegration" => [.. salaries, .. inner],
            _ => [],
        };
    }

    private static void Tell(Finding finding)
    {
        if (GateSize.IsGate)
            Console.Error.WriteLine(finding);
    }

    public async ValueTask DisposeAsync()
    {
        if (service is not null)
            await service.DisposeAsync();
    }

    // What only a client can do: the seeded proposal is asked about and accepted.
    private async Task Contract()
    {
        var proposal = $"/api/v1/proposals/{(await service.Read("/api/v1/proposals?search=social"))["items"]![0]!["id"]}";
        await service.Send(HttpMethod.Post, $"{proposal}/submit", headers: ("If-Match", "*"));
        var sent = await Service.Body(await service.Send(HttpMethod.Post, $"{proposal}/send", headers: ("If-Match", "*")));
        var link = (string)sent["link"]!["address"]!;
        await Submit($"{link}/questions", ("text", "Is music included?"));
        await Submit($"{link}/accept", ("contentHash", (string)sent["proposal"]!["contentHash"]!), ("option", "C"), ("name", "Max"), ("function", "Head"), ("signedOn", (string)sent["proposal"]!["date"]!));
        Assert.Equal("accepted", (string?)(await service.Read(proposal))["state"]);

        async Task Submit(string address, params (string Name, string Value)[] fields) =>
            await service.Send(HttpMethod.Post, address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    // Where the salaries of the demonstration stand, numbers that stand nowhere else; beside them what follows from them, cut off behind the cents.
    private async Task<(IReadOnlyCollection<string> Salaries, IReadOnlyCollection<string> Inner)> Plant()
    {
        var demo = $"/api/v1/engagements/{SeedIds.Demo}";
        var engagement = await service.Read(demo);
        var document = engagement["document"]!;
        var salaries = new List<string>();
        foreach (var (place, role) in document["rateCard"]!["roles"]!.AsArray().Index())
        {
            foreach (var member in new[] { ("annualSalary", 78_765.43m + (place * 1_001)), ("costPerHour", 37.31337m + place) }.Where(member => role![member.Item1] is not null))
            {
                role![member.Item1] = member.Item2;
                salaries.Add(member.Item2.ToString(CultureInfo.InvariantCulture));
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await service.Send(HttpMethod.Put, demo, new JsonObject { ["document"] = document.DeepClone(), ["clientId"] = engagement["clientId"]!.DeepClone() }.ToJsonString(), ("If-Match", "*"))).StatusCode);
        var comparison = await service.Read($"{demo}/comparison");
        var figures = new[] { comparison["cost"]!["total"], comparison["cost"]!["labour"], comparison["bargainingRange"]!["floor"] }
            .Concat(comparison["structures"]!.AsArray().SelectMany(structure => new[] { structure!["expectedProfit"], structure["certaintyEquivalent"] }))
            .OfType<JsonValue>().Select(figure => decimal.Truncate(figure.GetValue<decimal>() * 100) / 100).Where(figure => figure > 1_000 && !decimal.IsInteger(figure));
        string[] inner = [.. figures.Select(figure => figure.ToString("0.00", CultureInfo.InvariantCulture)).Distinct()];
        var seen = $"{(await service.Read(demo)).ToJsonString()} {comparison.ToJsonString()}";
        Assert.All([.. salaries, .. inner], secret => Assert.Contains(secret, seen, StringComparison.Ordinal));   // who may see them does, or this shows nothing
        Assert.True(salaries.Count > 0 && inner.Length > 0);
        return (salaries, inner);
    }

    private static bool IsKnown(Call call, Oracle oracle, string detail) => oracle switch
    {
        // A batch answers 200 and says for each item what became of it.
        Oracle.InvalidAccepted => call.Operation.Id is "UpsertClients" or "UpsertEngagements",

        // Who may not see salaries gets the roles of a rate card without them: the document has no shape for such a role.
        Oracle.AnswerBreaksSchema => call.Header("X-API-Key") is not null && detail.Contains("/rateCard/roles/", StringComparison.Ordinal) && detail.Contains("annualSalary: is missing", StringComparison.Ordinal),
        _ => false,
    };

    private async Task Again(JsonObject document, FuzzSettings settings, int number)
    {
        var (findings, calls) = await Fuzzer.Replay(service.Client, document, settings, number);

        Assert.True(findings.Count == 0, string.Join("\n\n", findings));
        TestContext.Current.SendDiagnosticMessage("{0}", string.Join('\n', calls));
    }

    private static int SeedOf(string? text) => int.TryParse(text, out var seed) ? seed : Seed;
}

/// <summary>The service without what calls out: it must not call strangers by made-up addresses.</summary>
public sealed class FuzzedService : Service
{
    private FuzzedService(IReadOnlyList<(string Name, string Value)> settings)
        : base([.. WithoutQuota, .. settings])
    {
    }

    internal static async Task<FuzzedService> On(DatabaseKind database) => new(await SettingsOf(database));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            foreach (var sender in services.Where(one => one.ServiceType == typeof(IHostedService) && one.ImplementationType?.Assembly == typeof(Program).Assembly).ToList())
                services.Remove(sender);
        });
    }
}
