using System.Net;
using System.Net.Sockets;

namespace Pricing.Application.Outbox;

/// <summary>Which addresses are on the public internet. Source: the special-purpose address registries of IANA for IPv4 and IPv6.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32",   // public by number, but the host of a virtual machine on Azure
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",   // Teredo and 6to4 among them: they carry an IPv4 address that nobody has checked
        }.Select(IPNetwork.Parse),
    ];

    // All that is handed out lies in it; unique local, link local, multicast and unspecified addresses do not.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3"), Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address is public; one that carries an IPv4 address is what that is.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Is(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address))
            return Is(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        var isHandedOut = address.AddressFamily == AddressFamily.InterNetwork || Global.Contains(address);
        return isHandedOut && !Special.Any(network => network.Contains(address));
    }
}
