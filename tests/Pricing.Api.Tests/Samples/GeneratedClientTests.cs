using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pricing.Api.Tests.Samples;

/// <summary>The main job, done by clients that others' generators make of the served document.</summary>
public abstract partial class GeneratedClientTests(Service service)
{
    /// <summary>The C# client is generated from what the service serves, compiled, and does the main job.</summary>
    public sealed class CSharp(Service service) : GeneratedClientTests(service), IClassFixture<Service>
    {
        [Fact]
        public async Task The_main_job_is_done()
        {
            if ((await SampleProgram.Try("csharp", "dotnet", "nswag", "version")).Status != 0)
                Assert.Skip("NSwag is not installed: dotnet tool restore installs it.");

            await SampleProgram.Run("csharp", "dotnet", "nswag", "run", "nswag.json", $"/variables:Service={Address}");
            await CheckMainJob(await SampleProgram.Run("csharp", "dotnet", "run", "--", Address));

            // Names that a generator makes up end in a number: Body2, Lang35.
            var client = await File.ReadAllTextAsync(Repository.PathOf("tests", "clients", "csharp", "obj", "PricingClient.cs"), TestContext.Current.CancellationToken);
            Assert.Empty(NumberedTypes().Matches(client).Select(match => match.Value));
            Assert.DoesNotContain(" double", client, StringComparison.Ordinal);
        }
    }

    /// <summary>The TypeScript client passes the strict compiler and does the main job.</summary>
    public sealed class TypeScript(Service service) : GeneratedClientTests(service), IClassFixture<Service>
    {
        [Fact]
        public async Task The_main_job_is_done()
        {
            if (!Directory.Exists(Repository.PathOf("tests", "clients", "typescript", "node_modules")))
                Assert.Skip("The generator is not installed: npm ci --prefix tests/clients/typescript installs it.");

            await SampleProgram.Run("typescript", "npm", "run", "--silent", "generate", "--", $"{Address}/swagger/v1/swagger.json");
            await SampleProgram.Run("typescript", "npm", "run", "--silent", "build");
            await CheckMainJob(await SampleProgram.Run("typescript", "npm", "run", "--silent", "start", "--", Address));
        }
    }

    private string Address => service.Client.BaseAddress!.ToString().TrimEnd('/');

    private async Task CheckMainJob(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[^1]);

        var comparison = await service.Read($"/api/v1/engagements/{Pricing.Application.Seeding.SeedIds.Demo}/comparison");
        foreach (var structure in comparison["structures"]!.AsArray())
            Assert.EndsWith($"-> {Money(structure!["expectedFee"])} EUR", lines[(string)structure["type"]!], StringComparison.Ordinal);
        Assert.NotEqual(lines["hourly"].Split(' ')[0], lines["hourly"].Split(' ')[2]);
        Assert.StartsWith("%PDF", await Start(lines["proposal.pdf"]), StringComparison.Ordinal);
        Assert.StartsWith("PK", await Start(lines["workbook.xlsx"]), StringComparison.Ordinal);
        Assert.Equal("Musterkunde AG, EUR, version 1", lines["client"]);
        Assert.Equal($"proposal, {lines["before that"]}", lines["sent back"].ToLowerInvariant());
        Assert.Equal("Probekunde AG, 0 stored", lines["trial"]);
        Assert.Equal("/name, /country", lines["400"]);
        Assert.Equal("/problems/changed-meanwhile, now \"v4\"", lines["412"]);
    }

    private static string Money(JsonNode? amount) => ((decimal)amount!).ToString("0.00", CultureInfo.InvariantCulture);

    private static async Task<string> Start(string path) => Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))[..4];

    [GeneratedRegex(@"public (partial class|enum) \w*[0-9]\b")]
    private static partial Regex NumberedTypes();
}
