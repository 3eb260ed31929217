namespace Pricing.Application.Tests.Features;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    private static readonly string Root = RootFrom(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string RootFrom(string directory) => File.Exists(Path.Combine(directory, "Pricing.sln"))
        ? directory
        : RootFrom(Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("The tests run outside the repository."));
}
