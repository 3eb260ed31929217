using MailKit.Security;

namespace Pricing.Application.Outbox;

/// <summary>The mail server; without a host no mail is written.</summary>
/// <param name="Host">Its name; empty for none.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is secured: auto, none, startTls or tls.</param>
/// <param name="User">User; empty to send without signing in.</param>
/// <param name="Password">Password.</param>
/// <param name="From">Address from which mail is sent; answers go to the company's contact.</param>
public sealed record MailSettings(string Host, int Port, SecureSocketOptions Security, string User, string Password, string From)
{
    /// <summary>No mail.</summary>
    public static MailSettings Off { get; } = new("", 0, SecureSocketOptions.Auto, "", "", "");

    /// <summary>Whether there is a mail server.</summary>
    public bool IsOn => Host.Length > 0;

    /// <summary>The settings of a section: Host, Port, Security, User, Password, From.</summary>
    /// <exception cref="InvalidOperationException">A host stands without an address, or the security or port is none.</exception>
    public static MailSettings Read(Func<string, string?> section)
    {
        if (section("Host") is not { Length: > 0 } host)
            return Off;
        var security = (section("Security") ?? "startTls") switch
        {
            "none" => SecureSocketOptions.None,
            "startTls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            "auto" => SecureSocketOptions.Auto,
            var other => throw new InvalidOperationException($"Smtp:Security is none, startTls, tls or auto, and not {other}."),
        };
        if (!int.TryParse(section("Port") ?? "587", out var port) || port is < 1 or > 65_535)
            throw new InvalidOperationException("Smtp:Port is a port.");
        return new(host, port, security, section("User") ?? "", section("Password") ?? "", section("From") ?? throw new InvalidOperationException("Smtp:From is the address from which mail is sent."));
    }

    /// <summary>Tells no password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
