using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Pricing.Api;

/// <summary>Behind a reverse proxy every call comes from the proxy's address. One that is named in the settings is believed who called it, and over what; nobody else is.</summary>
internal static class KnownProxies
{
    private const string Setting = "ReverseProxy:Known";

    /// <summary>Puts the caller's address in the place of a known proxy's; without the setting nothing is read of what callers may write themselves.</summary>
    /// <exception cref="InvalidOperationException">The setting names something that is neither an address nor a network.</exception>
    public static void UseKnownProxies(this WebApplication app)
    {
        var known = Read(app.Configuration[Setting]);
        if (known.Count == 0)
            return;   // the platform takes an empty list for everybody
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in known)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    /// <summary>The addresses and networks of a setting.</summary>
    /// <exception cref="InvalidOperationException">It names something that is neither.</exception>
    public static IReadOnlyList<IPNetwork> Read(string? setting) =>
    [
        .. (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text =>
            IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : IPNetwork.TryParse(text, out var network) ? network
            : throw new InvalidOperationException($"{Setting} names addresses and networks, such as 10.0.0.2 or 10.0.0.0/24, with commas between; {text} is none.")),
    ];
}
