using Pricing.Application.Features.Proposals;

namespace Pricing.Api.ClientPages;

/// <summary>Tells a person's browser from programs that open links before a person does.</summary>
internal static class LinkAgents
{
    // Mail filters, previews of messengers and search engines name themselves by one of these.
    private static readonly string[] Scanners =
    [
        "bot", "crawl", "spider", "preview", "scan", "facebookexternalhit", "whatsapp", "skypeuri", "embedly", "slurp", "proofpoint", "mimecast", "barracuda", "safelinks",
        "trendmicro", "symantec", "zscaler", "fortinet", "sophos", "google-safety",
    ];

    private static readonly string[] Programs = ["curl", "wget", "python", "java/", "okhttp", "go-http-client", "node-fetch", "axios", "libwww", "httpclient"];

    /// <summary>What kind of program asks.</summary>
    public static LinkAgent Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        if (Names(agent, Scanners))
            return LinkAgent.Scanner;
        var isAhead = request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase) || request.Headers["Purpose"].ToString().Equals("prefetch", StringComparison.OrdinalIgnoreCase);
        return HttpMethods.IsHead(request.Method) || isAhead || agent.Length == 0 || Names(agent, Programs) ? LinkAgent.Other : LinkAgent.Browser;
    }

    private static bool Names(string agent, string[] words) => words.Any(word => agent.Contains(word, StringComparison.OrdinalIgnoreCase));
}
