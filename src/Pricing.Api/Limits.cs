using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Pricing.Api;

/// <summary>How much a request may bring.</summary>
internal static class Limits
{
    /// <summary>Largest document of the contract, in bytes.</summary>
    public const int Document = 1024 * 1024;

    /// <summary>Largest body of any request: a document and what stands beside it.</summary>
    public const int Body = Document + 64 * 1024;

    public static void Apply(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = Body;
        options.Limits.MaxConcurrentConnections = 2000;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
