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

    [Trait("Gate", "G28")]
    [Fact]
    public void More_than_sixty_addresses_are_tried()
    {
        Assert.True(Forbidden.Count >= 60);
        GateSize.Measured("G28", $"{Forbidden.Count} inner addresses refused, {Allowed.Count} public ones beside them not");
    }

    [Trait("Gate", "G28")]
    [Theory]
    [MemberData(nameof(Forbidden))]
    public void An_address_that_is_not_on_the_public_internet_is_none(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [MemberData(nameof(Allowed))]
    public void An_address_beside_the_special_ones_is_public(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));
}
