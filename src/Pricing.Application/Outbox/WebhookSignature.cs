using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pricing.Application.Outbox;

/// <summary>Signatures of Standard Webhooks 1.0: HMAC-SHA256 of id, time and body.</summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id", TimeHeader = "webhook-timestamp", SignatureHeader = "webhook-signature";

    /// <summary>The signatures of a message, one for each secret, with spaces between: during a rotation a receiver finds the one it can check.</summary>
    /// <param name="secrets">The secrets.</param>
    /// <param name="id">Id of the message, without a dot.</param>
    /// <param name="unixSeconds">When this attempt was made.</param>
    /// <param name="body">The bytes that are sent.</param>
    public static string Of(IEnumerable<byte[]> secrets, Guid id, long unixSeconds, byte[] body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{unixSeconds}.")), .. body];
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, signed))}"));
    }
}
