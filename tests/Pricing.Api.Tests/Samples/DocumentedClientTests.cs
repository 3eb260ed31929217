using System.Text.RegularExpressions;

namespace Pricing.Api.Tests.Samples;

/// <summary>What docs/integration-clients.md shows is what the samples do.</summary>
public sealed partial class DocumentedClientTests
{
    [Theory]
    [InlineData("csharp", "Program.cs")]
    [InlineData("ts", "main-job.ts")]
    public async Task Every_line_of_the_page_stands_in_the_sample(string language, string file)
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "integration-clients.md"), TestContext.Current.CancellationToken);
        var sample = await File.ReadAllLinesAsync(Repository.PathOf("tests", "clients", language == "ts" ? "typescript" : language, file), TestContext.Current.CancellationToken);

        var shown = Blocks().Matches(page).Single(block => block.Groups["language"].Value == language).Groups["code"].Value.Split('\n');

        Assert.All(shown, line => Assert.Contains(line.TrimEnd(), sample));
    }

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
