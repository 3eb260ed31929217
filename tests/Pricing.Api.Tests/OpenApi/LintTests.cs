using System.Diagnostics;

namespace Pricing.Api.Tests.OpenApi;

/// <summary>A linter that we did not write finds nothing to say about the OpenAPI document.</summary>
public sealed class LintTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task Spectral_finds_nothing()
    {
        var linter = Repository.PathOf("tests", "Pricing.Api.Tests", "OpenApi", "node_modules", ".bin", "spectral");
        if (!File.Exists(linter))
            Assert.Skip("The linter is not installed: npm ci --prefix tests/Pricing.Api.Tests/OpenApi installs it.");
        var cancellationToken = TestContext.Current.CancellationToken;
        var document = Path.Combine(Directory.CreateTempSubdirectory("pricing-lint-").FullName, "openapi.json");
        await File.WriteAllBytesAsync(document, await (await service.Send(HttpMethod.Get, "/swagger/v1/swagger.json")).Content.ReadAsByteArrayAsync(cancellationToken), cancellationToken);

        var rules = Repository.PathOf("tests", "Pricing.Api.Tests", "OpenApi", "spectral.yaml");
        using var process = Process.Start(new ProcessStartInfo(linter, ["lint", "--fail-severity=hint", "--ruleset", rules, document]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Directory.Delete(Path.GetDirectoryName(document)!, recursive: true);

        Assert.True(process.ExitCode == 0, said);
    }
}
