namespace Pricing.Api.ClientPages;

/// <summary>Keeps the paths of requests, and with them the tokens of links, out of every log.</summary>
internal static class TokenLogging
{
    // It also puts the path beside every other line of a request, unless it is wholly silent.
    private const string HostingDiagnostics = "Microsoft.AspNetCore.Hosting.Diagnostics";

    // Whatever the platform logs below a warning in these categories names the path of the request, or what it led to.
    private static readonly string[] NamingPaths =
    [
        HostingDiagnostics, "Microsoft.AspNetCore.HttpLogging", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.StaticFiles",
        "Microsoft.AspNetCore.Http.Result", "Microsoft.AspNetCore.Server.Kestrel",
    ];

    /// <summary>Lets those categories say warnings only, whatever the configuration asks of them or of what is above them.</summary>
    public static void KeepTokensOut(this ILoggingBuilder logging) => logging.Services.PostConfigure<LoggerFilterOptions>(options =>
    {
        for (var i = options.Rules.Count - 1; i >= 0; i--)
        {
            if (options.Rules[i].CategoryName is { } category && NamingPaths.Any(name => category.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
                options.Rules.RemoveAt(i);
        }

        // One rule for each provider that has rules of its own, as those count more than one for all.
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
        {
            foreach (var name in NamingPaths)
                options.Rules.Add(new LoggerFilterRule(provider, name, name == HostingDiagnostics ? LogLevel.None : LogLevel.Warning, null));
        }
    });
}
