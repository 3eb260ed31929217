using System.Text.RegularExpressions;

namespace Pricing.Api.Tests.Architecture;

public sealed partial class ThreatModelTests
{
    [Fact]
    public void Every_test_that_the_threat_model_names_is_there()
    {
        var named = TestName().Matches(File.ReadAllText(Repository.PathOf("docs", "threat-model.md"))).Select(match => match.Groups["name"].Value).Distinct().ToList();
        var present = Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToList();

        Assert.True(named.Count > 10);
        Assert.Equal([], named.Except(present));
    }

    [GeneratedRegex("`(?<name>[A-Za-z]+Tests)`")]
    private static partial Regex TestName();
}
