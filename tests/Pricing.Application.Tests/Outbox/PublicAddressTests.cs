using System.Net;
using Pricing.Application.Outbox;

namespace Pricing.Application.Tests.Outbox;

/// <summary>Source of the ranges: IANA's special-purpose address registries; each with its first and last address.</summary>
public sealed class PublicAddressTests
{
    public static readonly TheoryData<string> Forbidden =
    [
        // This network, private, shared, loopback, link-local, and the metadata services of clouds among them.
        "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.1.2.3", "10.255.255.255", "100.64.0.0", "100.100.100.200", "100.127.255.255", "127.0.0.0", "127.0.0.1", "127.255.255.255",
        "169.254.0.0", "169.254.169.254", "169.254.170.2", "169.254.255.255", "172.16.0.0", "172.31.255.255", "192.168.0.0", "192.168.255.255", "168.63.129.16",
        // Protocols, examples, relays, benchmarks, multicast, reserved, broadcast.
        "192.0.0.0", "192.0.0.192", "192.0.0.255", "192.0.2.1", "192.88.99.1", "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        // IPv6: unspecified, loopback, unique local, link-local, site-local, multicast, examples, discard, segment routing.
        "::", "::1", "::2", "fc00::1", "fd00:ec2::254", "fdff:ffff::1", "fe80::1", "fe80::a9fe:a9fe", "febf::1", "fec0::1", "ff02::1", "ff0e::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1",
        // IPv4 in IPv6: mapped, compatible, translated, 6to4, Teredo, benchmark and ORCHID beside them.
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::10.0.0.1", "64:ff9b:1::1",
        "2002:7f00:1::", "2002:a00:1::1", "2002:a9fe:a9fe::1", "2001::1", "2001:0:7f00:1::", "2001:2::1", "2001:10::1", "2001:20::1",
    ];

    public static readonly TheoryData<string> Allowed =
    [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
        "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700:4700::1111", "2a00:1450:4001::200e", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
    ];

    /// <summary>First and last address of each range that is not public, and their neighbours where these are.</summary>
    public static readonly TheoryData<string, string, string?, string?> Ranges = new()
    {
        { "0.0.0.0", "0.255.255.255", null, "1.0.0.0" },
        { "10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0" },
        { "100.64.0.0", "100.127.255.255", "100.63.255.255", "100.128.0.0" },
        { "127.0.0.0", "127.255.255.255", "126.255.255.255", "128.0.0.0" },
        { "168.63.129.16", "168.63.129.16", "168.63.129.15", "168.63.129.17" },
        { "169.254.0.0", "169.254.255.255", "169.253.255.255", "169.255.0.0" },
        { "172.16.0.0", "172.31.255.255", "172.15.255.255", "172.32.0.0" },
        { "192.0.0.0", "192.0.0.255", "191.255.255.255", "192.0.1.0" },
        { "192.0.2.0", "192.0.2.255", "192.0.1.255", "192.0.3.0" },
        { "192.88.99.0", "192.88.99.255", "192.88.98.255", "192.88.100.0" },
        { "192.168.0.0", "192.168.255.255", "192.167.255.255", "192.169.0.0" },
        { "198.18.0.0", "198.19.255.255", "198.17.255.255", "198.20.0.0" },
        { "198.51.100.0", "198.51.100.255", "198.51.99.255", "198.51.101.0" },
        { "203.0.113.0", "203.0.113.255", "203.0.112.255", "203.0.114.0" },
        { "224.0.0.0", "255.255.255.255", "223.255.255.255", null },
        { "::ffff:10.0.0.0", "::ffff:10.255.255.255", "::ffff:9.255.255.255", "::ffff:11.0.0.0" },
        { "::ffff:127.0.0.0", "::ffff:127.255.255.255", "::ffff:126.255.255.255", "::ffff:128.0.0.0" },
        { "::ffff:192.168.0.0", "::ffff:192.168.255.255", "::ffff:192.167.255.255", "::ffff:192.169.0.0" },
        { "64:ff9b::10.0.0.0", "64:ff9b::10.255.255.255", "64:ff9b::9.255.255.255", "64:ff9b::11.0.0.0" },
        { "64:ff9b::169.254.0.0", "64:ff9b::169.254.255.255", "64:ff9b::169.253.255.255", "64:ff9b::169.255.0.0" },
        { "64:ff9b::1:0:0", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff", null, null },
        { "100::", "100::1:ffff:ffff:ffff:ffff", null, null },
        { "2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", null, "2001:200::" },
        { "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::" },
        { "2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2003::" },
        { "3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::" },
        { "4000::", "5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null },
        { "5f01::", "fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null },
        { "fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null },
        { "fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null },
        { "fec0::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null },
        { "ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null },
    };

    [Trait("Gate", "G28")]
    [Fact]
    public void More_than_a_hundred_and_fifty_addresses_are_tried()
    {
        var (inner, outer) = (Forbidden.Count + 2 * Ranges.Count, Allowed.Count + Ranges.Sum(row => new[] { row.Data.Item3, row.Data.Item4 }.Count(beside => beside is not null)));
        Assert.True(inner + outer >= 150, $"{inner} inner addresses, {outer} public ones");
        GateSize.Measured("G28", $"{inner} inner addresses refused, {outer} public ones beside them not");
    }

    [Trait("Gate", "G28")]
    [Theory]
    [MemberData(nameof(Forbidden))]
    public void An_address_that_is_not_on_the_public_internet_is_none(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Trait("Gate", "G28")]
    [Theory]
    [MemberData(nameof(Allowed))]
    public void An_address_beside_the_special_ones_is_public(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Trait("Gate", "G28")]
    [Theory]
    [MemberData(nameof(Ranges))]
    public void A_range_is_refused_from_its_first_address_to_its_last_and_no_further(string first, string last, string? before, string? behind)
    {
        Assert.All([first, last], address => Assert.False(PublicAddress.Is(IPAddress.Parse(address)), address));
        Assert.All(new[] { before, behind }.OfType<string>(), address => Assert.True(PublicAddress.Is(IPAddress.Parse(address)), address));
    }
}
