using System.Net;
using System.Net.Sockets;

namespace Pricing.Application.Outbox;

/// <summary>An address to which the service does not send.</summary>
public sealed class ForbiddenAddressException(string detail) : Exception(detail);

/// <summary>Origins inside the agency's own network, to which the service may send all the same: CRMs on the premises, named one by one by whoever runs the service.</summary>
/// <param name="Allowed">Scheme, host and port, such as <c>https://crm.intern:8443</c>.</param>
public sealed record WebhookOrigins(IReadOnlySet<string> Allowed)
{
    /// <summary>None.</summary>
    public static readonly WebhookOrigins None = new(new HashSet<string>());

    internal bool Allows(Uri address) => Allowed.Contains($"{address.Scheme}://{address.IdnHost}:{address.Port}");

    /// <summary>The origins of a setting: addresses with commas between.</summary>
    /// <exception cref="InvalidOperationException">One of them is no http or https address.</exception>
    public static WebhookOrigins From(string? setting) => new(
        (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(text => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"{address.Scheme}://{address.IdnHost}:{address.Port}"
            : throw new InvalidOperationException($"{text} is no origin to which webhooks may be sent.")).ToHashSet());
}

/// <summary>
/// Keeps webhooks out of networks in which the service itself stands. Decides when connecting: the name is resolved, every address that it has must be
/// public, and the connection goes to one of those checked, so that a name which changes its mind finds no gap.
/// </summary>
internal sealed class AddressGuard(WebhookOrigins origins, AddressGuard.Resolve resolve)
{
    /// <summary>Finds the addresses of a name.</summary>
    public delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancellationToken);

    /// <summary>Refuses an address by what can be seen of it.</summary>
    /// <exception cref="ForbiddenAddressException">It is not https on port 443 or 8443, holds a user, or names an address that is not public.</exception>
    public void CheckAddress(Uri address)
    {
        if (address.UserInfo.Length > 0)
            throw new ForbiddenAddressException("The address holds no user and no password.");
        if (origins.Allows(address))
            return;
        if (address.Scheme != Uri.UriSchemeHttps)
            throw new ForbiddenAddressException("The address starts with https.");
        if (address.Port is not (443 or 8443))
            throw new ForbiddenAddressException("The port is 443 or 8443.");
        if (IPAddress.TryParse(address.IdnHost, out var literal))
            CheckPublic([literal]);
    }

    /// <summary>Connects for the sender's handler.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        if (!origins.Allows(context.InitialRequestMessage.RequestUri!))
            CheckPublic(addresses);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // One that is not public is enough: which of them is taken is chance.
    private static void CheckPublic(IPAddress[] addresses)
    {
        if (addresses.Length == 0 || !addresses.All(PublicAddress.Is))
            throw new ForbiddenAddressException("The host is not on the public internet.");
    }
}
