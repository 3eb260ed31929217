namespace Pricing.Api.Tests.Architecture;

public sealed class ReadmeTests
{
    private static readonly string Readme = Repository.PathOf("README.md"), Check = Repository.PathOf(".ci", "run");

    [Fact]
    public void The_readme_tests_with_the_command_that_the_check_runs()
    {
        var commands = Commands(File.ReadAllText(Readme));

        Assert.Contains("dotnet test", commands);
        Assert.Matches("(?m)^dotnet test( |$)", File.ReadAllText(Check));
    }

    [Fact]
    public void The_readme_starts_the_service_that_is_built()
    {
        var run = Assert.Single(Commands(File.ReadAllText(Readme)), command => command.StartsWith("dotnet run", StringComparison.Ordinal));

        Assert.Contains("src/Pricing.Api", run, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_fits_a_reader_s_patience()
    {
        Assert.InRange(File.ReadAllLines(Readme).Length, 1, 120);
    }

    private static List<string> Commands(string markdown) =>
        [.. markdown.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal))];
}
